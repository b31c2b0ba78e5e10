"""Dark lines on a map: where a valley goes on in its direction for millimetres; grain and pores do not."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Bytes, Floats, blur, bytes_, floats, grow, median, shrink
from adamas.imaging.photo import Map, Mask

SIGMA_MM, WIDEST_MM = 0.25, 2.25
"""Blur of the map, and the size of the square that still fits no line but every spot."""
CLIP = 1.8
"""No pixel counts for more than so many sigmas of its kind: one dark pore is no line, however dark."""
PIECE_MM = 3.0
"""Length of the straight pieces of which a line is put together, three at a time."""
MIDMOST = 0.75
"""How much the median of three pieces counts, the rest being their mean: pores in one piece are no line."""
DIRECTIONS = 16
BESIDE_MM, ALONE = 1.5, 0.8
STEPS_PER_SIGMA = 16.0
LEAST, LEAST_SPREAD = 0.002, 2900.0
"""Curvature in ln of light that grain always has, and what such grain sums up to in words: smoother skin must
not turn its faintest shading into lines."""
CELL_MM, AROUND_MM, SPOT = 2.0, 6.0, 3.0
"""Grain is told within about 6 mm, from cells of 2 mm; more than 3 sigmas are a spot or a pore, not grain."""
TO_SIGMA, ROOTS_TO_SIGMA = 1.4826, 1.48
"""Median of sizes, and squared mean of their roots, to standard deviation (Gaussian)."""
SQUARE = np.ones((3, 3), np.uint8)
Words = NDArray[np.int16]


class Ridges(Struct, frozen=True, eq=False):
    """How far each pixel stands out as part of a line, in sigmas of the skin, and its direction 0-15.

    crest: the middle of what may be a line, one pixel to each column (steep lines: row) it crosses; not where
    a stronger line runs beside it, because shadow beside a deep line looks like a faint one.
    """

    strength: Map
    direction: Bytes
    crest: Mask


def ridges(lost: Map, mask: Mask, px_per_mm: float) -> Ridges:
    """Find valleys on a map of ln of light lost, of about 4 px/mm. mask: the skin whose grain is the measure.

    Curvature by the Hessian (Ng 2014, ACCV) of what is darker than any square around it, summed over three
    pieces of 3 mm that may bend by 11 degrees each.
    """
    total, direction = _strongest(_pieces(_narrow(lost, px_per_mm), mask, px_per_mm), px_per_mm)
    ordinary = floats(total[mask][::3])
    middle = median(ordinary)
    spread = TO_SIGMA * median(np.abs(ordinary - middle))
    strength = floats((total - np.float32(middle)) * np.float32(1 / max(spread, LEAST_SPREAD)))
    return Ridges(strength, direction, _crest(strength, direction, px_per_mm))


def _narrow(lost: Map, px_per_mm: float) -> Map:
    """How much darker each place is than the lightest square that covers it: 0 in whatever is wide."""
    size = 2 * round(WIDEST_MM * px_per_mm / 2) + 1
    smooth = blur(lost, SIGMA_MM * px_per_mm)
    return floats(cv2.morphologyEx(smooth, cv2.MORPH_TOPHAT, np.ones((size, size), np.uint8)))


def _pieces(narrow: Map, mask: Mask, px_per_mm: float) -> list[Words]:
    """How much valley lies along a straight piece through each pixel, for every direction.

    Counted in words of 16 bits, which are added four times as fast as floats.
    """
    scale = -0.125 * (SIGMA_MM * px_per_mm) ** 2
    xx, yy, xy = (
        floats(cv2.Sobel(narrow, cv2.CV_32F, dx, dy, ksize=3, scale=scale))
        for dx, dy in ((2, 0), (0, 2), (1, 1))
    )
    middle, apart, twice = cv2.add(xx, yy), cv2.subtract(yy, xx), floats(-2 * xy)
    half = round(PIECE_MM * px_per_mm / 2)
    most = np.iinfo(np.int16).max // (3 * (2 * half + 1))
    gain = floats(cv2.divide(most / CLIP, _grain(yy, mask, px_per_mm)))
    pieces = []
    for index in range(DIRECTIONS):
        angle = np.pi * index / DIRECTIONS
        turned = cv2.addWeighted(apart, np.cos(2 * angle), twice, np.sin(2 * angle), 0)
        # Half the curvature across the line less half the size of that along it: a pit curves both ways.
        valley = floats(cv2.min(middle, turned))
        counted = np.clip(cv2.multiply(valley, gain), -most, most).astype(np.int16)
        pieces.append(_along(counted, angle, half))
    return pieces


def _grain(curvature: Map, mask: Mask, px_per_mm: float) -> Map:
    """Standard deviation of curvature around each pixel: light that grazes an eyelid shows more relief.

    From the mean of square roots of what is no spot, in which few dark pores or lines weigh little.
    """
    step, inside = CELL_MM * px_per_mm, mask.astype(np.float32)
    size = np.abs(curvature)
    ordinary = size[mask][::3]
    most = SPOT * TO_SIGMA * median(ordinary)
    cells, share = (
        blur(shrink(each, step), AROUND_MM / CELL_MM)
        for each in (floats(cv2.sqrt(np.minimum(size, np.float32(most)))) * inside, inside)
    )
    return grow(np.maximum(np.square(cells / np.maximum(share, 1e-3)) * ROOTS_TO_SIGMA, LEAST), mask.shape)


def _along(valley: Words, angle: float, half: int) -> Words:
    """The sum over the pixels up to `half` away along a direction."""
    (rows, columns), total = valley.shape, np.zeros_like(valley)
    wide = cv2.copyMakeBorder(valley, half, half, half, half, cv2.BORDER_REFLECT)
    for step in range(-half, half + 1):
        right, down = half + round(step * np.cos(angle)), half + round(step * np.sin(angle))
        cv2.add(total, wide[down : down + rows, right : right + columns], dst=total)
    return total


def _strongest(pieces: list[Words], px_per_mm: float) -> tuple[Words, Bytes]:
    """The strongest three pieces in a row through each pixel, and the direction of the middle one."""
    shape, reach = pieces[0].shape, 2 * round(PIECE_MM * px_per_mm / 2)
    near = [cv2.dilate(each, SQUARE) for each in pieces]
    best, which = np.full(shape, np.iinfo(np.int16).min, np.int16), np.zeros(shape, np.uint8)
    for index, piece in enumerate(pieces):
        bent = cv2.max(cv2.max(near[index - 1], near[(index + 1) % DIRECTIONS]), near[index])
        ahead, behind = _ends(bent, np.pi * index / DIRECTIONS, reach)
        midmost = cv2.max(cv2.min(ahead, behind), cv2.min(cv2.max(ahead, behind), piece))
        total = cv2.addWeighted(
            cv2.add(cv2.add(ahead, behind), piece), 1 - MIDMOST, midmost, 3 * MIDMOST, 0, dtype=cv2.CV_16S
        )
        cv2.copyTo(np.full(shape, index, np.uint8), cv2.compare(total, best, cv2.CMP_GT), which)
        cv2.max(best, total, dst=best)
    return best, which


def _ends(bent: cv2.typing.MatLike, angle: float, reach: int) -> tuple[Words, Words]:
    """The pieces that go on from each pixel on both sides."""
    rows, columns = bent.shape
    wide = np.asarray(cv2.copyMakeBorder(bent, reach, reach, reach, reach, cv2.BORDER_REFLECT), np.int16)
    right, down = round(reach * np.cos(angle)), round(reach * np.sin(angle))
    ahead, behind = (wide[reach + sign * down :, reach + sign * right :][:rows, :columns] for sign in (1, -1))
    return ahead, behind


def _crest(strength: Map, direction: Bytes, px_per_mm: float) -> Mask:
    """Where the strength falls above and below a level line, left and right of a steep one, and is alone."""
    rows, columns = strength.shape
    wide = cv2.copyMakeBorder(strength, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    level = (direction <= DIRECTIONS // 4) | (direction >= 3 * DIRECTIONS // 4)
    crest = np.zeros(strength.shape, bool)
    for across, (right, down) in ((level, (0, 1)), (~level, (1, 0))):
        one = wide[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
        other = wide[1 - down : 1 - down + rows, 1 - right : 1 - right + columns]
        crest |= across & (strength >= one) & (strength > other)
    return crest & (strength > ALONE * _beside(strength, direction, BESIDE_MM * px_per_mm))


def _beside(strength: Map, direction: Bytes, reach: float) -> Floats:
    """The greatest strength within reach across the line."""
    size = 2 * int(np.ceil(reach)) + 1
    coded = bytes_(cv2.convertScaleAbs(np.maximum(strength, 0), alpha=STEPS_PER_SIGMA))
    most, eighth = np.zeros_like(coded), direction // 2
    for index in range(0, DIRECTIONS, 2):
        angle = np.pi * (index + 0.5) / DIRECTIONS + np.pi / 2
        off = reach * np.array([np.cos(angle), np.sin(angle)])
        middle = np.array([size // 2, size // 2])
        line = np.zeros((size, size), np.uint8)
        first, last = (tuple(int(v) for v in np.rint(middle + side * off)) for side in (-1, 1))
        cv2.line(line, first, last, (1,))
        cv2.copyTo(cv2.dilate(coded, line), cv2.inRange(eighth, index // 2, index // 2), most)
    return floats(most) / np.float32(STEPS_PER_SIGMA)
