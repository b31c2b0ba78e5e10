"""From photographs to readings: one photo by its own zones, or several of one person by the skin they share."""

from collections.abc import Mapping, Sequence

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.align import Alignment, align
from adamas.imaging.gate import Inspected
from adamas.imaging.measures import measure, measures
from adamas.imaging.photo import Mask
from adamas.imaging.reading import Measured, Reading
from adamas.imaging.skin import Correction

NODE_PX = 16
"""Between these an alignment is interpolated to carry zones: their edges are known to a few pixels at best."""
SAME_LIGHT = "measure-same-light"
"""The condition of measures that follow shadows; without a dense alignment they are not compared."""
Zoned = dict[str, Mask]


def examine(
    seen: Inspected,
    *,
    zones: Zoned | None = None,
    only: tuple[str, ...] | None = None,
    correction: Correction | None = None,
) -> tuple[Measured, ...]:
    """Measure one photo. zones: its own when None. only, correction: see `adamas.imaging.measures.measure`."""
    masks = own_zones(seen) if zones is None else zones
    return measure(seen.photo, masks, seen.px_per_mm, only=only, correction=correction)


def own_zones(seen: Inspected) -> Zoned:
    """The zones of a photo as a dictionary of masks."""
    return {name: seen.zones[name] for name in seen.zones}


def readings_of(measured: Sequence[Measured]) -> tuple[Reading, ...]:
    """The readings of every measure, in their order."""
    return tuple(reading for one in measured for reading in one.readings)


def needs_same_light() -> tuple[str, ...]:
    """Names of the measures that follow shadows."""
    return tuple(name for name, one in measures().items() if SAME_LIGHT in one.METHOD.conditions)


class Laid(Struct, frozen=True, kw_only=True, eq=False):
    """Photographs of one person laid onto the first of them.

    alignments: of each photo but the first. zones: of each photo, only skin that all of them show and where
    the alignment can be trusted. left_out: share of each zone of the first photo that was lost by that.
    """

    photos: tuple[Inspected, ...]
    alignments: tuple[Alignment, ...]
    zones: tuple[Zoned, ...]
    left_out: Mapping[str, float]


def lay(photos: Sequence[Inspected]) -> Laid:
    """Lay photographs of one person onto the first, and keep the skin that all of them share."""
    first, *others = photos
    skin = first.zones.whole()
    alignments = tuple(
        align(
            first.photo,
            other.photo,
            skin=skin,
            faces=(first.face, other.face) if first.face is not None and other.face is not None else None,
        )
        for other in others
    )
    shared = own = own_zones(first)
    for other, laid in zip(others, alignments, strict=True):
        shared = laid.shared(shared, own_zones(other))
    carried = (
        carry_zones(shared, laid, own_zones(other)) for other, laid in zip(others, alignments, strict=True)
    )
    return Laid(
        photos=tuple(photos),
        alignments=alignments,
        zones=(shared, *carried),
        left_out={name: 1.0 - _count(shared.get(name)) / max(1, _count(mask)) for name, mask in own.items()},
    )


def carry_zones(shared: Zoned, laid: Alignment, own: Zoned) -> Zoned:
    """Zones of the photo before as masks of the photo after, within what are these zones there."""
    where = _back(laid)
    carried = {}
    for name, mask in shared.items():
        seen = cv2.remap(mask.view(np.uint8), *where, cv2.INTER_NEAREST)
        carried[name] = np.asarray(seen, np.uint8).view(bool) & own[name]
    return carried


def _back(laid: Alignment) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For each pixel of the photo after, where it lies on the photo before: the alignment turned round."""
    height, width = laid.size_after
    columns, rows = (-(-side // NODE_PX) + 1 for side in (width, height))
    x, y = np.meshgrid(np.arange(columns) * float(NODE_PX), np.arange(rows) * float(NODE_PX))
    goal = np.stack([x, y], axis=-1)
    turn = np.linalg.inv(laid.matrix[:, :2])
    found = (goal - laid.matrix[:, 2]) @ turn.T
    # The shift is smooth and small: each step comes an order of magnitude nearer.
    for _ in range(3):
        found = found + (goal - laid.after(found)) @ turn.T
    size = (columns * NODE_PX, rows * NODE_PX)
    # Interpolated between the nodes themselves, not between squares around them.
    fine = cv2.warpAffine(
        found.astype(np.float32),
        np.array([[1 / NODE_PX, 0, 0], [0, 1 / NODE_PX, 0]]),
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )[:height, :width]
    return np.ascontiguousarray(fine[..., 0]), np.ascontiguousarray(fine[..., 1])


def _count(mask: Mask | None) -> int:
    return 0 if mask is None else cv2.countNonZero(mask.view(np.uint8))
