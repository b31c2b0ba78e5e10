"""Dark lines on a map: where a valley goes on in its direction for millimetres; grain and pores do not."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Floats, Grid, blur, floats, shrink
from adamas.imaging.photo import Map, Mask

PX_PER_MM = 4.0
SIGMA_MM, FLATTEN_MM = 0.25, 2.0
CLIP = 0.03
"""No pixel counts for more than this: one dark spot is no line, however dark."""
REACH_MM = 3.0
DIRECTIONS = 12
QUARTER = ((np.arange(256) + 1) // 3 % 4).astype(np.uint8)
"""Direction -> which of the four neighbours lie across it."""
BESIDE_MM = 1.5


class Ridges(Struct, frozen=True, eq=False):
    """How much of a line passes through each pixel, its direction 0-11, and if it is the crest; on `grid`.

    alone: where no stronger line runs beside it; shadow beside a deep line looks like a faint one.
    """

    strength: Map
    direction: NDArray[np.uint8]
    crest: Mask
    alone: Mask
    grid: Grid


def ridges(relief: Map, grid: Grid, px_per_mm: float) -> Ridges:
    """Find valleys of ln light: the Hessian (Ng 2014, ACCV), summed over 6 mm in 12 directions."""
    step = max(1.0, px_per_mm / PX_PER_MM)
    image, scale = shrink(relief, step), px_per_mm / step
    image = image - blur(image, FLATTEN_MM * scale)
    strength, direction = _along(image, SIGMA_MM * scale, REACH_MM * scale)
    crest = _crest(strength, direction)
    alone = strength > 0.8 * _beside(strength, direction, BESIDE_MM * scale)
    return Ridges(strength, direction, crest, alone, grid.coarser(step))


def _along(image: Map, sigma: float, reach: float) -> tuple[Map, NDArray[np.uint8]]:
    """The strongest sum of valleys along a line through each pixel of the smaller map, and its direction."""
    smooth = blur(image, sigma)
    xx, yy, xy = (
        floats(cv2.Sobel(smooth, cv2.CV_32F, dx, dy, ksize=3, scale=0.125 * sigma**2))
        for dx, dy in ((2, 0), (0, 2), (1, 1))
    )
    middle, apart, twice = cv2.add(xx, yy), cv2.subtract(yy, xx), floats(-2 * xy)
    best = np.full(image.shape, -np.inf, np.float32)
    which = np.zeros(image.shape, np.uint8)
    for index in range(DIRECTIONS):
        angle = np.pi * index / DIRECTIONS
        turned = cv2.addWeighted(apart, np.cos(2 * angle), twice, np.sin(2 * angle), 0)
        # Curvature across the line less the size of that along it: a pit or a bump curves both ways.
        valley = cv2.subtract(cv2.add(middle, turned), cv2.absdiff(middle, turned))
        total = _summed(np.clip(floats(valley), -CLIP, CLIP), angle, reach)
        np.copyto(which, np.uint8(index), where=total > best)
        best = floats(cv2.max(best, total))
    return best, which


def _summed(valley: Map, angle: float, reach: float) -> Map:
    """The mean along a line of this angle, its ends counting half: threes, then threes of them, cost half."""
    far = max(1, round((reach - 1) / 3))
    ends = 3 * np.arange(-far, far + 1)
    weight = 1 - 0.5 * np.abs(ends) / reach
    threes = _shifted(valley, np.array([-1, 0, 1]), np.full(3, 1 / 3), angle)
    return _shifted(threes, ends, weight / weight.sum(), angle)


def _shifted(image: Map, taps: NDArray[np.int_], weights: NDArray[np.float64], angle: float) -> Map:
    """The weighted sum of an image moved along a direction by each of the taps."""
    size, (rows, columns) = int(np.abs(taps).max()), image.shape
    wide = cv2.copyMakeBorder(image, size, size, size, size, cv2.BORDER_REFLECT)
    total = np.zeros_like(image)
    for tap, weight in zip(taps, weights, strict=True):
        right, down = size + round(tap * np.cos(angle)), size + round(tap * np.sin(angle))
        cv2.scaleAdd(wide[down : down + rows, right : right + columns], float(weight), total, total)
    return total


def _crest(strength: Map, direction: NDArray[np.uint8]) -> Mask:
    """Where the strength falls on both sides of the line."""
    rows, columns = strength.shape
    wide = cv2.copyMakeBorder(strength, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    crest = np.zeros(strength.shape, bool)
    quarter = cv2.LUT(direction, QUARTER)
    for index, (right, down) in enumerate(((0, 1), (-1, 1), (-1, 0), (1, 1))):
        one = wide[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
        other = wide[1 - down : 1 - down + rows, 1 - right : 1 - right + columns]
        crest |= (quarter == index) & (strength >= one) & (strength > other)
    return crest


def _beside(strength: Map, direction: NDArray[np.uint8], reach: float) -> Floats:
    """The greatest strength within reach across the line."""
    size, most = 2 * int(np.ceil(reach)) + 1, strength.copy()
    for index in range(0, DIRECTIONS, 2):
        angle = np.pi * (index + 0.5) / DIRECTIONS + np.pi / 2
        off = reach * np.array([np.cos(angle), np.sin(angle)])
        middle = np.array([size // 2, size // 2])
        line = np.zeros((size, size), np.uint8)
        first, last = (tuple(int(v) for v in np.rint(middle + side * off)) for side in (-1, 1))
        cv2.line(line, first, last, (1,))
        np.copyto(most, floats(cv2.dilate(strength, line)), where=direction // 2 == index // 2)
    return most
