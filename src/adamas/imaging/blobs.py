"""Patches that stand out of a map of melanin or blood: their surroundings, and a threshold by noise."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Floats, floats, grow, median, medians, shrink
from adamas.imaging.photo import Map, Mask

BACKGROUND_PX_PER_MM = 2.0
SPAN = 6.0
"""Widths of the noise that the bytes of the background's median cover, in units of the map's spread."""
TO_SIGMA = 1.4826
MANY = 20000
COMPACT = 0.3
"""Least area of a patch as a share of the square of its length: a disc has 0.79, a wrinkle of 8 mm 0.06."""


class Size(Struct, frozen=True, kw_only=True):
    """What counts as a patch: diameters in mm, threshold as k robust sigmas, least density above around."""

    smallest_mm: float
    largest_mm: float
    k: float
    least: float


class Patches(Struct, frozen=True, kw_only=True, eq=False):
    """Patches of one map. labels: 0 outside, 1.. inside.

    centre: (n, 2) x and y on the map. area_mm2: (n,). density: (n, 3) mean excess of R, G, B.
    """

    labels: NDArray[np.int32]
    centre: NDArray[np.float64]
    area_mm2: NDArray[np.float64]
    density: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.area_mm2)

    def where(self, keep: NDArray[np.bool_]) -> "Patches":
        """Only these patches, numbered anew."""
        names = np.zeros(len(self) + 1, np.int32)
        names[1:][keep] = np.arange(1, keep.sum() + 1)
        return Patches(
            labels=names[self.labels],
            centre=self.centre[keep],
            area_mm2=self.area_mm2[keep],
            density=self.density[keep],
        )


def background(image: Floats, px_per_mm: float, width_mm: float) -> Floats:
    """The median within `width_mm` of each pixel; patches smaller than half of that leave no trace in it."""
    step = max(1.0, px_per_mm / BACKGROUND_PX_PER_MM)
    small = shrink(image, step)
    few = small[::2, ::2]
    middle, wide = medians(few.reshape(-1, *few.shape[2:])), few.std(axis=(0, 1))
    scale = 127 / np.maximum(SPAN * wide, 0.02)
    coded = np.rint((small - middle) * scale + 127.5).clip(0, 255).astype(np.uint8)
    size = min(255, 2 * round(width_mm * px_per_mm / step / 2) + 1)
    around = cv2.GaussianBlur(floats(cv2.medianBlur(coded, size)), (0, 0), size / 8)
    return grow(((around - 127.5) / scale + middle).astype(np.float32), image.shape)


def spread(values: Floats) -> float:
    """Standard deviation by the median of absolute deviations; of every fifth value when there are many."""
    values = values[::5] if len(values) > MANY else values
    return TO_SIGMA * median(np.abs(values - np.float32(median(values))))


def patches(image: Map, density: Floats, mask: Mask, px_per_mm: float, size: Size) -> Patches:
    """Find what rises in `image`, whose surroundings are 0, and is neither too small nor too large.

    density: (rows, columns, 3) of the same, by which patches are told apart later.
    """
    high = (image > threshold(image, mask, size)) & mask
    count, labels, stats, centres = cv2.connectedComponentsWithStats(high.view(np.uint8), connectivity=4)
    area = stats[:, cv2.CC_STAT_AREA] / px_per_mm**2
    longest = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) / px_per_mm
    there = np.flatnonzero(high)
    of, excess = labels.ravel()[there], density.reshape(-1, 3)[there]
    each = [np.bincount(of, excess[:, i], minlength=count) for i in range(3)]
    everything = Patches(
        labels=np.asarray(labels, np.int32),
        centre=np.asarray(centres[1:], np.float64),
        area_mm2=np.asarray(area[1:], np.float64),
        density=(np.stack(each, axis=1) / np.maximum(stats[:, cv2.CC_STAT_AREA], 1)[:, None])[1:],
    )
    small, large = np.pi / 4 * size.smallest_mm**2, np.pi / 4 * size.largest_mm**2
    compact = (area >= COMPACT * longest**2) & (longest <= 1.5 * size.largest_mm)
    return everything.where(((area >= small) & (area <= large) & compact)[1:])


def threshold(image: Map, mask: Mask, size: Size) -> float:
    """What a map must exceed to stand out of its own noise, and of what is asked for at least."""
    inside = image[mask]
    return max(size.k * spread(inside), size.least) if inside.size else size.least
