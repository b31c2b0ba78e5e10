"""What every measure looks at, computed once a photo: three scales, filled beyond the skin, in mm."""

from collections.abc import Callable, Mapping
from functools import cached_property, wraps
from typing import Protocol, TypeVar, runtime_checkable

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging import optics
from adamas.imaging.grid import Anything, Bytes, Floats, Grid, fill, floats, sampled
from adamas.imaging.photo import Map, Mask

LEVELS_PER_LN = 240.0
"""Bytes of the sharp map to one unit of ln(light): 0.4 % of contrast each, +-53 %."""
MIDDLE = 128
SMOOTH_MM = 0.25
"""Blur of `Skin.excess`."""
Correction = NDArray[np.float32]
"""(3, 4): linear light as corrected = matrix @ (R, G, B, 1)."""


@runtime_checkable
class Labelled(Protocol):
    """Zones that do not overlap, in one map: 0 is none, else 1 + the place in `names`."""

    @property
    def labels(self) -> Bytes:
        """One label a pixel of the photo."""

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the zones, in the order of their labels."""


Zones = Mapping[str, Mask] | Labelled
Answer = TypeVar("Answer")


class Inside(Struct, frozen=True, eq=False):
    """The skin of one zone, or of the ``whole``, that counts.

    mask: on the coarse grid. places: of its pixels in a map of that grid laid out in a row.
    """

    zone: str
    mask: Mask
    places: NDArray[np.intp]
    area_cm2: float

    def of(self, image: NDArray[Anything]) -> NDArray[Anything]:
        """What a map of the coarse grid, (rows, columns) or with channels, holds here: one row a pixel."""
        return np.take(image.reshape(-1, *image.shape[2:]), self.places, axis=0)

    def holds(self, places: NDArray[np.intp]) -> Mask:
        """Which of these places, as of `Skin.places_of`, lie here."""
        return np.take(self.mask, places)


class Skin(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """The skin of one photo at three scales. No map is ever written to.

    size: height and width of the photo. scale: its pixels per millimetre.
    sharp: ln of luminance in `LEVELS_PER_LN` about `MIDDLE`. relief: ln of luminance, about 8 px/mm.
    light, lab, chromophores: linear light, CIELAB and densities, about 4 px/mm.
    excess: density R, G, B above that of the surroundings; spots and papules rise in it.
    typical: density R, G, B of the middle of it, or of all photos that are compared.
    weights: density -> melanin, blood, shading for the tone of this skin. red_share,
    melanin: what tells blood from melanin here, and the tone as a volume fraction, by `optics`.
    burnt: where a channel is at its end, so that the colour is lost.
    Each map is filled beyond its mask from within. zones: masks of what counts on the
    coarse grid, `mask` their union.
    """

    size: tuple[int, int]
    scale: float
    sharp_grid: Grid
    sharp: Bytes
    sharp_mask: Mask
    fine_grid: Grid
    relief: Map
    fine_mask: Mask
    grid: Grid
    light: Floats
    excess: Floats
    lab: Floats
    typical: Floats
    weights: Floats
    red_share: float
    melanin: float
    chromophores: optics.Chromophores
    burnt: Mask
    mask: Mask
    zones: Mapping[str, Mask]

    @property
    def px_per_mm(self) -> float:
        """Pixels per millimetre of the coarse grid."""
        return self.scale / self.grid.step

    @property
    def fine_px_per_mm(self) -> float:
        """Pixels per millimetre of the fine grid."""
        return self.scale / self.fine_grid.step

    @property
    def sharp_px_per_mm(self) -> float:
        """Pixels per millimetre of the sharp grid."""
        return self.scale / self.sharp_grid.step

    def rising(self, chromophore: int) -> Map:
        """How far melanin (0), blood (1) or shading (2) rises above the surroundings, optical density."""
        return floats(cv2.transform(self.excess, self.weights[chromophore : chromophore + 1]))

    def unburnt(self, image: Floats) -> Floats:
        """A map of the coarse grid with what is burnt out replaced by what is near."""
        return fill(image, ~self.burnt) if self.burnt.any() else image

    def seen_from_coarse(self, fine: NDArray[Anything]) -> NDArray[Anything]:
        """A map or mask of the fine grid at the pixels of the coarse one."""
        return sampled(fine, self.fine_grid, at=self.grid, shape=self.mask.shape)

    @cached_property
    def everywhere(self) -> tuple[Inside, ...]:
        """The whole, and each zone."""
        return tuple(self.inside(zone, mask) for zone, mask in ((WHOLE, self.mask), *self.zones.items()))

    @cached_property
    def unburnt_everywhere(self) -> tuple[Inside, ...]:
        """The same without what is burnt out."""
        if not self.burnt.any():
            return self.everywhere
        return tuple(self.inside(each.zone, each.mask & ~self.burnt) for each in self.everywhere)

    def inside(self, zone: str, mask: Mask) -> Inside:
        """A mask of the coarse grid as a place to measure in."""
        places = np.flatnonzero(mask)
        return Inside(zone, mask, places, len(places) / (self.px_per_mm * 10) ** 2)

    def places_of(self, points: NDArray[np.floating], grid: Grid) -> NDArray[np.intp]:
        """Places in a map of the coarse grid, laid out in a row, of points (x, y) of another grid."""
        x, y = np.rint(self.grid.from_photo(grid.on_photo(points))).astype(np.intp).T
        rows, columns = self.mask.shape
        return np.asarray(y.clip(0, rows - 1) * columns + x.clip(0, columns - 1))


def once(function: Callable[[Skin], Answer]) -> Callable[[Skin], Answer]:
    """Work a function of the skin out once a skin, for all measures that need it."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(skin: Skin) -> Answer:
        if name not in skin.__dict__:
            skin.__dict__[name] = function(skin)
        known: Answer = skin.__dict__[name]
        return known

    return remembered


WHOLE = "whole"
PHOTO = Grid(0, 0, 1.0)
