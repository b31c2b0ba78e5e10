"""The first guess for close-ups by what colours skin, when light from elsewhere has changed every shadow.

Pigment and blood mottle skin over millimetres, and a lamp that moved does not move them. Both photographs are
shrunk until little else is left, one is turned and stretched step by step, and each time the shift is found
by phase correlation (Kuglin & Hines 1975, IEEE Int Conf Cybern Soc). On the phantom the best guess is
0.1-0.9 mm off and correlates with 0.7-0.95; skin of somebody else reaches 0.45 at most.
"""

from itertools import product

import cv2
import numpy as np
from msgspec import Struct

from adamas.imaging.grid import Floats, bytes_, floats, median
from adamas.imaging.optics import to_linear
from adamas.imaging.photo import Mask, Pixels
from adamas.imaging.similarity import Matrix, Skins

PX_PER_MM = 2.2
"""Scale of the copies: finer ones show pores, which nobody else's light spares."""
FINE_MM, WIDE_MM = 0.45, 5.0
"""Standard deviations of the two Gaussians between which mottling lies."""
MOST = 4.0
"""Robust deviations beyond which a colour counts no further: one dark spot is not the whole skin."""
NO_SKIN = 0.5
"""Share of the skin's own ratio of red to the rest below which something is paper or card."""
TURNS_DEG, SIZES = (-16.0, 16.0, 2.0), (-0.15, 0.15, 0.03)
FINER = (0.5, 0.25)
"""The search and its two refinements, as shares of a step."""
LEAST_ALIKE = 0.55
"""Correlation from which both show the same skin."""
LEAST_PX = 48
"""Shorter side of a copy in which there is anything to find."""


class Guess(Struct, frozen=True):
    """A turn and a size tried, the shift found with them, and how sharp its peak is."""

    peak: float
    turn_deg: float
    size: float
    shift: tuple[float, float]


def by_mottling(
    before: Pixels,
    after: Pixels,
    *,
    scales: tuple[float, float],
    turn_deg: float = 0.0,
    skin: Skins = (None, None),
) -> Matrix | None:
    """Turn, size and shift between two close-ups; None when they do not show the same skin.

    scales: pixels per millimetre of both, good to 15 %. turn_deg: about how far the second is turned.
    skin: of both. Found are turns within 16 degrees of the one given, and shifts of up to a third of the
    picture. About 40 ms.
    """
    steps = [max(1.0, scale / PX_PER_MM) for scale in scales]
    first, second = (
        _mottling(pixels, step, mask) for pixels, step, mask in zip((before, after), steps, skin, strict=True)
    )
    shape = tuple(max(one, other) for one, other in zip(first.shape, second.shape, strict=True))
    if min(*first.shape, *second.shape) < LEAST_PX:
        return None
    first, second = (_padded(one, shape) for one in (first, second))
    best = _best(first, second, turn_deg)
    matrix = _matrix(best, shape)
    if _alike(first, second, matrix) < LEAST_ALIKE:
        return None
    whole = _grown(steps[1]) @ np.vstack([matrix, [0, 0, 1]]) @ np.linalg.inv(_grown(steps[0]))
    return np.asarray(whole[:2], np.float64)


def _mottling(pixels: Pixels, step: float, skin: Mask | None) -> Floats:
    """Red against green and blue, which shading does not change, between two scales; 0 where no skin is."""
    small = cv2.resize(pixels, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    red, green, blue = cv2.split(np.log(np.maximum(to_linear(np.asarray(small, np.uint8)), 1e-3)))
    ratio = floats(red - (green + blue) / 2)
    size = (ratio.shape[1], ratio.shape[0])
    bare = np.ones(ratio.shape, bool)
    if skin is not None:
        bare = bytes_(cv2.resize(skin.view(np.uint8), size, interpolation=cv2.INTER_NEAREST)) > 0
    if not bare.any():
        return np.zeros_like(ratio)
    middle = median(ratio[bare])
    bare &= ratio > NO_SKIN * middle
    ratio[~bare] = middle
    fine, wide = (cv2.GaussianBlur(ratio, (0, 0), size * PX_PER_MM) for size in (FINE_MM, WIDE_MM))
    band = floats(fine - wide)
    spread = 1.48 * median(np.abs(band)) + 1e-6
    return floats(np.where(bare, np.clip(band / spread, -MOST, MOST), 0))


def _padded(one: Floats, shape: tuple[int, ...]) -> Floats:
    below, right = shape[0] - one.shape[0], shape[1] - one.shape[1]
    return floats(cv2.copyMakeBorder(one, 0, below, 0, right, cv2.BORDER_CONSTANT, value=(0,)))


def _best(first: Floats, second: Floats, turn_deg: float) -> Guess:
    window = floats(cv2.createHanningWindow((first.shape[1], first.shape[0]), cv2.CV_32F))

    def tried(turn: float, size: float) -> Guess:
        blank = Guess(0.0, turn, size, (0.0, 0.0))
        warped = _warped(first, _matrix(blank, first.shape))
        shift, peak = cv2.phaseCorrelate(warped, second, window)
        return Guess(float(peak), turn, size, (float(shift[0]), float(shift[1])))

    turns, sizes = (np.arange(low, high + step / 2, step) for low, high, step in (TURNS_DEG, SIZES))
    best = max(
        (tried(turn_deg + turn, float(np.exp(size))) for turn, size in product(turns, sizes)),
        key=lambda guess: guess.peak,
    )
    for share in FINER:
        around = product((-share, 0.0, share), repeat=2)
        best = max(
            (
                tried(best.turn_deg + turn * TURNS_DEG[2], best.size * float(np.exp(size * SIZES[2])))
                for turn, size in around
            ),
            key=lambda guess: guess.peak,
        )
    return best


def _matrix(guess: Guess, shape: tuple[int, ...]) -> Matrix:
    """Turned and stretched about the middle of the picture, then shifted."""
    middle = (np.array([shape[1], shape[0]]) - 1) / 2
    angle = np.radians(guess.turn_deg)
    turn = guess.size * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return np.column_stack([turn, middle - turn @ middle + guess.shift])


def _warped(one: Floats, matrix: Matrix) -> Floats:
    return floats(cv2.warpAffine(one, matrix, (one.shape[1], one.shape[0]), flags=cv2.INTER_LINEAR))


def _alike(first: Floats, second: Floats, matrix: Matrix) -> float:
    """Correlation where both have skin; nothing in common is not alike."""
    shown = (_warped(np.ones_like(first), matrix) > 0.99) & (second != 0)
    if np.count_nonzero(shown) < LEAST_PX**2:
        return 0.0
    one, other = (side[shown] - side[shown].mean() for side in (_warped(first, matrix), second))
    return float((one * other).sum() / np.sqrt(max(float((one**2).sum() * (other**2).sum()), 1e-9)))


def _grown(step: float) -> Matrix:
    """From pixels of a copy to those of its photo, by their centres."""
    half = (step - 1) / 2
    return np.array([[step, 0, half], [0, step, half], [0, 0, 1.0]])
