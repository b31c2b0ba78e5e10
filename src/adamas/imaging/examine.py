"""From photographs to readings: one photo by its own zones, or several by the skin that all of them show."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from msgspec import Struct

from adamas.imaging import sharpness
from adamas.imaging.align import LEAST_SHADOWS, Alignment, align
from adamas.imaging.gate import Inspected
from adamas.imaging.grid import Floats, floats
from adamas.imaging.measures import measure, measures
from adamas.imaging.photo import Mask
from adamas.imaging.prepare import typical_of
from adamas.imaging.reading import Measured, Reading
from adamas.imaging.sharing import lost, shared_zones
from adamas.imaging.skin import Correction
from adamas.imaging.together import both, together
from adamas.imaging.zones import Zones

Kept = TypeVar("Kept")
SAME_LIGHT, SAME_SHADOWS = "measure-same-light", "measure-same-shadows"
"""Conditions of measures that follow shadows, and of those that are shadows."""


def examine(
    seen: Inspected,
    *,
    zones: Zones | None = None,
    only: tuple[str, ...] | None = None,
    typical: Floats | None = None,
    blur_um: float = 0.0,
) -> tuple[Measured, ...]:
    """Measure one photo, its colours corrected by its balance.

    zones: its own when None. only, typical, blur_um: as in `measures.measure`.
    """
    masks = seen.zones if zones is None else zones
    return measure(
        seen.photo,
        masks,
        seen.px_per_mm,
        only=only,
        correction=_correction(seen),
        typical=typical,
        blur_um=blur_um,
    )


def _correction(seen: Inspected) -> Correction | None:
    return None if seen.balance.means == "none" else seen.balance.matrix


def readings_of(measured: Sequence[Measured]) -> tuple[Reading, ...]:
    """The readings of every measure, in their order."""
    return tuple(reading for one in measured for reading in one.readings)


def spoilt_by_light(alignment: Alignment, *, is_vetoed: bool = False) -> frozenset[str]:
    """Names of the measures that must not be compared, because of the light on the photo that was laid.

    is_vetoed: its light was refused by the comparability of the pair.
    """
    broken: set[str] = set()
    if is_vetoed or not alignment.is_dense or alignment.relief < LEAST_SHADOWS:
        broken.add(SAME_SHADOWS)
    if is_vetoed or not alignment.is_dense:
        broken.add(SAME_LIGHT)
    return frozenset(name for name, one in measures().items() if broken & set(one.METHOD.conditions))


class Laid(Struct, frozen=True, kw_only=True, eq=False):
    """Photographs of one person laid onto the first of them.

    alignments: of each photo but the first. blurs_um: of each photo, how much more it is blurred than the
    first, by `sharpness.blur_um`; None where nobody can say. zones: of each photo, only skin that
    all of them show and where the alignment can be trusted. left_out: share of each zone of the first photo
    that was lost by that.
    """

    photos: tuple[Inspected, ...]
    alignments: tuple[Alignment, ...]
    blurs_um: tuple[float | None, ...]
    zones: tuple[Zones, ...]
    left_out: Mapping[str, float]

    @property
    def softened_um(self) -> tuple[float, ...]:
        """By how much each photo is blurred before it is measured, so that all are alike.

        Where an alignment is not dense no texture is compared, and what is read of blur is its error.
        """
        dense = (True, *(alignment.is_dense for alignment in self.alignments))
        return sharpness.to_match(
            [blur if trusted else None for blur, trusted in zip(self.blurs_um, dense, strict=True)]
        )


def lay(photos: Sequence[Inspected]) -> Laid:
    """Lay photographs of one person onto the first, and keep the skin that all of them share."""
    first, *others = photos
    skin = first.zones.whole()
    alignments = together(lambda other: _onto(first, other, skin), others)
    shared, blurs = both(
        lambda: shared_zones([photo.zones for photo in photos], alignments),
        lambda: tuple(_blur_um(first, other, onto) for other, onto in zip(others, alignments, strict=True)),
    )
    return Laid(
        photos=tuple(photos),
        alignments=alignments,
        blurs_um=(0.0, *blurs),
        zones=shared,
        left_out=lost(first.zones, shared[0]),
    )


def examine_laid(laid: Laid, keep: Callable[[tuple[Measured, ...]], Kept]) -> tuple[Kept, ...]:
    """Measure photographs of one person on the skin all of them show, as skin of one tone; two at once.

    All are made as blurred as the most blurred one: a sharper photo shows more pores on the same skin.

    keep: what is wanted of the measures of each photo: all of them hold large pictures.
    """
    photos = tuple(zip(laid.photos, laid.zones, strict=True))
    each = together(
        lambda one: typical_of(one[0].photo.pixels, one[1], correction=_correction(one[0])), photos
    )
    typical, softened = floats(np.mean(each, axis=0)), laid.softened_um

    def look(place: int) -> Kept:
        seen, zones = photos[place]
        return keep(examine(seen, zones=zones, typical=typical, blur_um=softened[place]))

    return together(look, range(len(photos)))


def _onto(first: Inspected, other: Inspected, skin: Mask) -> Alignment:
    faces = None if first.face is None or other.face is None else (first.face, other.face)
    skin_after = None if faces else other.zones.whole()
    return align(first.photo, other.photo, skin=skin, skin_after=skin_after, faces=faces)


def _blur_um(first: Inspected, other: Inspected, onto: Alignment) -> float | None:
    return sharpness.blur_um(first.photo, other.photo, onto, px_per_mm=first.px_per_mm)
