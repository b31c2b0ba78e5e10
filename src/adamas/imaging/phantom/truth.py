"""What is true of a phantom: every lesion it carries, with its place and size."""

from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Kind = Literal["pore", "line", "spot", "freckle", "papule", "comedo", "mark", "scar", "erythema"]
"""A mark is what an inflamed lesion leaves behind; a scar is a wide pit; a comedo is an open, dark one."""
Span = tuple[float, float]


class Some(Struct, frozen=True, kw_only=True):
    """How many lesions of a kind a skin has, and how they vary: each value evenly between its two ends.

    count: on the sheet, plus `per_cm2` of its area. size_mm: diameter, of a line its length.
    depth_mm: of a pit or valley, of a papule its height. width_mm: of a line, at half its depth.
    strength: what the lesion multiplies melanin with (papule and erythema: blood; mark: both); 1 is nothing.
    """

    count: int = 0
    per_cm2: float = 0.0
    size_mm: Span = (0.0, 0.0)
    depth_mm: Span = (0.0, 0.0)
    width_mm: Span = (0.0, 0.0)
    strength: Span = (1.0, 1.0)


class Lesion(Struct, frozen=True, kw_only=True):
    """One lesion; lengths in mm from the upper left corner of the sheet, x to the right, y down.

    diameter_mm: of the circle of the same area; of pits at half depth; of a line its width at half depth.
    contrast: share of green light lost in its middle under even light. path_mm: points along a line.
    """

    kind: Kind
    x_mm: float
    y_mm: float
    diameter_mm: float
    depth_mm: float = 0.0
    strength: float = 1.0
    contrast: float = 0.0
    area_mm2: float = 0.0
    length_mm: float = 0.0
    path_mm: tuple[tuple[float, float], ...] = ()


class Truth(Struct, frozen=True, kw_only=True):
    """What a sheet of skin holds.

    size_mm: width, height. melanin, blood: volume fractions of skin between the lesions; ita_deg: its tone.
    relief_mm: standard deviation of the fine relief. shine: share of light mirrored at the oily places.
    """

    seed: int
    size_mm: Span
    px_per_mm: float
    melanin: float
    blood: float
    ita_deg: float
    relief_mm: float
    shine: float
    lesions: tuple[Lesion, ...]

    def of(self, *kinds: Kind) -> tuple[Lesion, ...]:
        """The lesions of these kinds, all when none is named, in the order of `lesions`."""
        return tuple(lesion for lesion in self.lesions if not kinds or lesion.kind in kinds)

    def centres_px(self, *kinds: Kind) -> NDArray[np.float64]:
        """(n, 2) x and y of the lesions as in `of`, in pixels of the sheet; (0, 0) is a pixel's middle."""
        places = [(lesion.x_mm, lesion.y_mm) for lesion in self.of(*kinds)]
        return to_px(np.asarray(places, np.float64).reshape(-1, 2), px_per_mm=self.px_per_mm)


def to_px(points_mm: NDArray[np.float64], *, px_per_mm: float) -> NDArray[np.float64]:
    """Points in mm as pixels: the first pixel reaches from 0 to 1/px_per_mm, its middle is 0."""
    return points_mm * px_per_mm - 0.5
