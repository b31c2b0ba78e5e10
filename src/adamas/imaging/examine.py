"""From photographs to readings: one photo by its own zones, or several by the skin that all of them show."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from msgspec import Struct

from adamas.imaging.align import LEAST_SHADOWS, Alignment, align
from adamas.imaging.gate import Inspected
from adamas.imaging.grid import Floats, floats
from adamas.imaging.measures import measure, measures
from adamas.imaging.photo import Mask
from adamas.imaging.reading import Measured, Reading
from adamas.imaging.sharing import lost, shared_zones
from adamas.imaging.skin import Correction, typical_of
from adamas.imaging.together import together
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
) -> tuple[Measured, ...]:
    """Measure one photo, its colours corrected by its balance.

    zones: its own when None. only, typical: as in `measures.measure`.
    """
    masks = seen.zones if zones is None else zones
    return measure(
        seen.photo, masks, seen.px_per_mm, only=only, correction=_correction(seen), typical=typical
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

    alignments: of each photo but the first. zones: of each photo, only skin that all of them show and where
    the alignment can be trusted. left_out: share of each zone of the first photo that was lost by that.
    """

    photos: tuple[Inspected, ...]
    alignments: tuple[Alignment, ...]
    zones: tuple[Zones, ...]
    left_out: Mapping[str, float]


def lay(photos: Sequence[Inspected]) -> Laid:
    """Lay photographs of one person onto the first, and keep the skin that all of them share."""
    first, *others = photos
    skin = first.zones.whole()
    alignments = together(lambda other: _onto(first, other, skin), others)
    shared = shared_zones([photo.zones for photo in photos], alignments)
    return Laid(
        photos=tuple(photos),
        alignments=alignments,
        zones=shared,
        left_out=lost(first.zones, shared[0]),
    )


def examine_laid(laid: Laid, keep: Callable[[tuple[Measured, ...]], Kept]) -> tuple[Kept, ...]:
    """Measure photographs of one person on the skin all of them show, as skin of one tone; two at once.

    keep: what is wanted of the measures of each photo: all of them hold large pictures.
    """
    photos = tuple(zip(laid.photos, laid.zones, strict=True))
    each = [typical_of(seen.photo.pixels, zones, correction=_correction(seen)) for seen, zones in photos]
    typical = floats(np.mean(each, axis=0))
    return together(lambda one: keep(examine(one[0], zones=one[1], typical=typical)), photos)


def _onto(first: Inspected, other: Inspected, skin: Mask) -> Alignment:
    faces = None if first.face is None or other.face is None else (first.face, other.face)
    skin_after = None if faces else other.zones.whole()
    return align(first.photo, other.photo, skin=skin, skin_after=skin_after, faces=faces)
