"""Smaller copies of a part of a photo that know where they came from, and maps filled beyond their mask."""

from typing import TypeVar

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.photo import Mask

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Anything = TypeVar("Anything", bound=np.generic)
Level = TypeVar("Level", np.uint8, np.float32)
LEAST_PX, NARROW_PX = 0.1, 0.5
"""A blur that leaves 99 % of every pixel is none; above the second three pixels do not hold it."""
WIDE_PX, PYRAMID_PX2 = 2.5, 1.0
"""Standard deviation from which a blur is wide, and the variance that halving a picture with a binomial
filter adds, and doubling it again."""
HARDLY = 0.002
"""Share of a square that may lie outside without being seen."""
BOTTOM = 4
"""Pixels: a map this small is filled with its mean."""


class Grid(Struct, frozen=True):
    """Where the pixels of a smaller copy lie on the photo.

    left, top: first column and row of the photo it covers. step: pixels of the photo along one pixel of it.
    """

    left: int
    top: int
    step: float

    def on_photo(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Where on the photo points (x, y) of the copy lie; whole numbers are the centres of pixels."""
        return np.array([self.left, self.top]) + (np.asarray(points, np.float64) + 0.5) * self.step - 0.5

    def from_photo(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Where on the copy points (x, y) of the photo lie."""
        return (np.asarray(points, np.float64) - [self.left, self.top] + 0.5) / self.step - 0.5

    def coarser(self, factor: float) -> "Grid":
        """The grid of a copy of the copy, shrunk by a factor."""
        return Grid(self.left, self.top, self.step * factor)


def shrink(image: NDArray[Level], step: float) -> NDArray[Level]:
    """Average squares of `step` x `step` pixels into one; a step of at most 1 returns the image itself.

    The image is first cut to whole squares: a factor taken from rounded sizes shifts all by half a pixel.
    """
    if step <= 1.0:
        return image
    rows, columns = (int(size / step) for size in image.shape[:2])
    cut = image[: round(rows * step), : round(columns * step)]
    small = cv2.resize(cut, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    return small.astype(image.dtype, copy=False)


def ramp(values: NDArray[np.floating], low: float, high: float) -> Floats:
    """0 up to `low`, 1 from `high`, straight between."""
    return floats(((values - np.float32(low)) / np.float32(high - low)).clip(0, 1))


def soften(pixels: Bytes, sigma_px: float) -> Bytes:
    """Blur a photo by this standard deviation, also where that is less than a pixel."""
    if sigma_px < LEAST_PX:
        return pixels
    if sigma_px > NARROW_PX:
        return bytes_(cv2.GaussianBlur(pixels, (0, 0), sigma_px))
    # A narrow curve sampled at whole pixels is narrower still; this one's three samples have the variance.
    side = sigma_px**2 / 2
    wider = (-0.5 / np.log(side / (1 - 2 * side))) ** 0.5
    return bytes_(cv2.GaussianBlur(pixels, (3, 3), wider))


def grow(image: Floats, shape: tuple[int, ...]) -> Floats:
    """Interpolate a smaller copy to `shape`, the centres of its pixels staying where they are."""
    return floats(cv2.resize(image, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR))


def sampled(image: NDArray[Anything], grid: Grid, *, at: Grid, shape: tuple[int, ...]) -> NDArray[Anything]:
    """The nearest pixel of an image on `grid` at every pixel of another grid of this shape."""
    starts = ((at.top, grid.top), (at.left, grid.left))
    rows, columns = (
        np.rint((there - here + (np.arange(size) + 0.5) * at.step) / grid.step - 0.5)
        .astype(int)
        .clip(0, limit - 1)
        for (there, here), size, limit in zip(starts, shape, image.shape, strict=False)
    )
    return np.asarray(image[rows][:, columns])


def between(image: Bytes, x: Floats, y: Floats) -> Floats:
    """Values at points between pixels, by bilinear interpolation; all points lie inside the image.

    For few points of a large image; cv2.remap would first make all of it floats and takes no long lists.
    """
    left, top = x.astype(np.intp), y.astype(np.intp)
    right, below = floats(x - left), floats(y - top)
    levels, place = image.ravel(), top * image.shape[1] + left
    first, second = (_blend(levels, place + row, right) for row in (0, image.shape[1]))
    return first + below * (second - first)


def _blend(levels: Bytes, place: NDArray[np.intp], share: Floats) -> Floats:
    here = floats(levels[place])
    return here + share * (floats(levels[place + 1]) - here)


def fully(mask: Mask, step: float) -> Mask:
    """Which squares of `step` x `step` pixels lie inside the mask with every pixel."""
    return mask if step <= 1.0 else np.ascontiguousarray(_strips(_strips(mask, step).T, step).T)


def _strips(mask: Mask, step: float) -> Mask:
    """Which strips of `step` rows lie inside, column by column."""
    edges = np.arange(int(len(mask) / step) + 1) * step
    first = np.floor(edges[:-1] + HARDLY * step).astype(np.intp)
    last = np.ceil(edges[1:] - HARDLY * step).astype(np.intp) - 1
    rows = np.ascontiguousarray(mask)
    inside: Mask = rows[first]
    for ahead in range(1, int((last - first).max(initial=0)) + 1):
        inside &= rows[np.minimum(first + ahead, last)]
    return inside


def extent(mask: Mask) -> tuple[tuple[int, int], tuple[int, int]]:
    """First column and row of what is inside a mask, and the first ones after it; four times 0 of nothing."""
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return (0, 0), (0, 0)
    top, below = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(mask[top:below].any(axis=0))
    return (int(columns[0]), top), (int(columns[-1]) + 1, below)


def repeated(labels: Bytes, factor: int) -> Bytes:
    """Each pixel as a square of `factor` x `factor`."""
    wide = cv2.resize(labels, None, fx=factor, fy=1, interpolation=cv2.INTER_NEAREST)
    return np.repeat(bytes_(wide), factor, axis=0)


def shrunk(mask: Mask, radius_px: float) -> Mask:
    """The mask without a rim, where filters would see what lies beyond it."""
    size = 2 * round(radius_px) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    inside = cv2.erode(mask.view(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return np.asarray(inside, np.uint8).view(bool)


def fill(image: Floats, mask: Mask) -> Floats:
    """Replace what lies outside the mask by what is inside and near, so that no filter sees the outside.

    Push and pull: averages of the inside at ever coarser scales. Empty masks give zeros.
    """
    inside = mask.view(np.uint8)
    around = _around(floats(cv2.copyTo(image, inside)), mask.astype(np.float32))
    return floats(cv2.copyTo(image, inside, np.ascontiguousarray(around)))


def _pull(weighted: Floats, weight: Floats) -> Floats:
    """The mean of the weighted image around every pixel, from as near as there is something."""
    if min(weight.shape) <= BOTTOM:
        mean = weighted.sum(axis=(0, 1)) / max(float(weight.sum()), 1e-6)
        return np.broadcast_to(mean, weighted.shape).astype(np.float32)
    total = weight if weighted.ndim == 2 else weight[:, :, None]
    # The coarser mean counts for what is missing of a whole pixel.
    return floats(weighted + (1 - total) * _around(weighted, weight))


def _around(weighted: Floats, weight: Floats) -> Floats:
    """The same without what the pixel holds itself."""
    rows, columns = weight.shape
    right, below = columns % 2, rows % 2
    even = [cv2.copyMakeBorder(each, 0, below, 0, right, cv2.BORDER_CONSTANT) for each in (weighted, weight)]
    coarse = _pull(
        *(floats(cv2.resize(each, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)) for each in even)
    )
    return grow(coarse, even[1].shape)[:rows, :columns]


def blur(image: NDArray[Level], sigma: float) -> NDArray[Level]:
    """Gaussian blur; sigma in pixels. Wide ones by way of half the size: three times as fast."""
    if sigma < WIDE_PX:
        return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), image.dtype)
    half = np.asarray(cv2.pyrDown(image), image.dtype)
    rest = blur(half, (sigma**2 - 2 * PYRAMID_PX2) ** 0.5 / 2)
    return np.asarray(cv2.pyrUp(rest, dstsize=(image.shape[1], image.shape[0])), image.dtype)


def floats(image: NDArray[np.generic] | cv2.typing.MatLike) -> Floats:
    """The same array as float32; copied only when it is of another type."""
    return np.asarray(image, dtype=np.float32)


def bytes_(image: NDArray[np.generic] | cv2.typing.MatLike) -> Bytes:
    """The same array as bytes; copied only when it is of another type."""
    return np.asarray(image, dtype=np.uint8)


def median(values: NDArray[np.floating]) -> float:
    """The median of all values, 0 of none: NumPy's own asks for several places at once, ten times as slow."""
    many = values.size
    if not many:
        return 0.0
    ordered = np.partition(values.ravel(), many // 2)
    upper = ordered[many // 2]
    return float(upper) if many % 2 else float((ordered[: many // 2].max() + upper) / 2)


def medians(values: Floats) -> Floats:
    """The median of each column of (n, columns), or of (n,) as one number; 0 of none."""
    return floats(np.array([median(column) for column in np.atleast_2d(values.T)]))


def counts(levels: Bytes) -> NDArray[np.int64]:
    """How many bytes are 0, 1 ... 255."""
    return cv2.calcHist([np.ascontiguousarray(levels)], [0], None, [256], [0, 256]).astype(np.int64).ravel()
