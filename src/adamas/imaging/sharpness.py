"""How much more one photograph of a skin is blurred than another, measured on the very same places of it.

A blur of standard deviation s leaves exp(-s² w² / 2) of the structure at the spatial frequency w. What both
photographs show alike is in their cross-spectrum (Welch 1967, IEEE Trans Audio Electroacoust 15:70); grain
and compression of each are not. With energies A before and B after, the energy C in common, and e^-L the
share that blur leaves, A - B = 2 C sinh L: grain that both have alike falls out. L over w² / 2 rises with the
variance of the blur; that light changed the contrast of everything is fitted along, and dropped.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.align import Alignment
from adamas.imaging.flow import CONTRAST, FINE_PX_PER_MM
from adamas.imaging.grid import Floats, bytes_, floats, shrink
from adamas.imaging.photo import Photo, Pixels

MOST_UM = 110.0
"""So far apart are two photographs that may each be compared with a third; more is left as it is."""
SIDE = 64
"""Pixels along a tile of a copy as fine as that of alignment: 9 mm of skin."""
TILES, ENOUGH, LEAST = 48, 16, 5
MARGIN = 8
"""Pixels around a tile that interpolation may reach for."""
LEAST_COHERENCE = 0.2
"""Frequencies from where the photos have less in common are left out, and all finer ones."""
FINEST = 0.02
"""Added to 1 - coherence²: no frequency is known better than alignment is."""
SAME_CONTRAST = 0.1
"""Standard deviation of the logarithm of contrast that light is expected to change."""
_RING = 0.1
_RINGS = slice(2, 22)
"""Radians a pixel along a ring; rings from 0.2 to 2.2: periods of 30 to 3 pixels."""
_WINDOW: Floats = floats(np.outer(np.hanning(SIDE), np.hanning(SIDE)))
_W = 2 * np.pi * np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None, :])
_PLACES = (_W / _RING).astype(int).ravel()
_COUNTS = np.bincount(_PLACES)
_MEANS = np.bincount(_PLACES, _W.ravel()) / np.maximum(_COUNTS, 1)
Curve = NDArray[np.float64]


class Spectra(Struct, frozen=True, eq=False):
    """Energy before, after and in common, by rings of frequency."""

    before: Curve
    after: Curve
    common: Curve


def blur_um(before: Photo, after: Photo, alignment: Alignment, *, px_per_mm: float) -> float | None:
    """Standard deviation of what blurs the photo after more than the photo before, µm of skin.

    Negative when the photo before is the blurred one; two blurs differ by the root of the difference of their
    squares. px_per_mm: of the photo before. None where too little skin is seen on both. Where nothing changed
    phantoms read 44 µm at 7 px/mm, 28 µm at 14 px/mm (median); the main cause is more grain.
    """
    step = max(1, round(px_per_mm / FINE_PX_PER_MM))
    tiles = [
        pair
        for corner in _corners(alignment, SIDE * step)
        if (pair := _pair(before.pixels, after.pixels, alignment, corner=corner, step=step)) is not None
    ]
    if len(tiles) < LEAST:
        return None
    variance = _variance(_spectra(np.array(tiles)))
    return float(np.sign(variance) * np.sqrt(abs(variance)) * 1e3 * step / px_per_mm)


def to_match(blurs_um: Sequence[float | None]) -> tuple[float, ...]:
    """By how much to blur each photo until all are as blurred as the most blurred one, µm.

    blurs_um: of each against the first, by `blur_um`; who is not known is taken for as sharp as the first.
    A pair that would need more than `MOST_UM` is vetoed, and is not spoilt further.
    """
    variances = [0.0 if blur is None else float(np.sign(blur)) * blur**2 for blur in blurs_um]
    most = max(variances, default=0.0)
    return tuple(min(MOST_UM, float(np.sqrt(most - variance))) for variance in variances)


def _corners(alignment: Alignment, side: int) -> NDArray[np.int_]:
    """Upper left corners of tiles that are trusted skin, spread evenly; overlapping where it is little."""
    reach = int(np.ceil(side / alignment.grid.step))
    whole = cv2.erode(
        alignment.trusted.view(np.uint8),
        np.ones((reach, reach), np.uint8),
        anchor=(0, 0),
        borderType=cv2.BORDER_CONSTANT,
        borderValue=(0,),
    )
    places = np.argwhere(bytes_(whole)[::reach, ::reach]) * reach
    if len(places) < ENOUGH:
        half = max(1, reach // 2)
        places = np.argwhere(bytes_(whole)[::half, ::half]) * half
    chosen = np.unique(np.linspace(0, max(0, len(places) - 1), TILES).astype(int))[: len(places)]
    return np.rint(alignment.grid.on_photo(places[chosen, ::-1].astype(np.float64))).astype(int)


def _pair(
    before: Pixels, after: Pixels, alignment: Alignment, *, corner: NDArray[np.int_], step: int
) -> tuple[Floats, Floats] | None:
    """The same tile of both photos, the second brought onto the first; None beyond an edge."""
    side = SIDE * step
    ours = _cut(before, corner, corner + side, step)
    ends = corner + np.array([[0, 0], [side - 1, 0], [0, side - 1], [side - 1, side - 1]])
    there = alignment.seen_after(ends)
    low = np.floor(there.min(axis=0)).astype(int) - MARGIN * step
    high = np.ceil(there.max(axis=0)).astype(int) + MARGIN * step
    theirs = _cut(after, low, low + (high - low) // step * step, step)
    if ours is None or theirs is None:
        return None
    along = (there[1:3] - there[0]).T / (side - 1)
    middle = (step - 1) / 2
    start = (there[0] + along.sum(axis=1) * middle - low - middle) / step
    matrix = np.column_stack([along, start])
    flags = cv2.INTER_LANCZOS4 | cv2.WARP_INVERSE_MAP
    brought = cv2.warpAffine(theirs, matrix, (SIDE, SIDE), flags=flags, borderMode=cv2.BORDER_REFLECT)
    return ours, floats(brought)


def _cut(pixels: Pixels, low: NDArray[np.int_], high: NDArray[np.int_], step: int) -> Floats | None:
    """Contrast of a part of a photo, shrunk; None when it does not lie on it."""
    (left, top), (right, below) = low.tolist(), high.tolist()
    if left < 0 or top < 0 or right > pixels.shape[1] or below > pixels.shape[0]:
        return None
    grey = cv2.cvtColor(np.ascontiguousarray(pixels[top:below, left:right]), cv2.COLOR_RGB2GRAY)
    return shrink(floats(cv2.LUT(grey, CONTRAST)), step)


def _spectra(tiles: Floats) -> Spectra:
    """Mean spectra of tiles (n, 2, rows, columns); every tile counts alike, however strong its structure."""
    level = tiles - tiles.mean(axis=(2, 3), keepdims=True)
    ours, theirs = np.moveaxis(np.fft.rfft2(level * _WINDOW), 1, 0)
    products = np.stack([abs(ours) ** 2, abs(theirs) ** 2, (ours * theirs.conj()).real])
    seen = np.sqrt(products[0] * products[1])[:, (_W > 0.2) & (_W < 1.2)].mean(axis=1)
    mean = (products / np.maximum(seen, 1e-9)[:, None, None]).mean(axis=1)
    return Spectra(*((np.bincount(_PLACES, one.ravel()) / np.maximum(_COUNTS, 1))[_RINGS] for one in mean))


def _variance(seen: Spectra) -> float:
    """Variance of the blur, square pixels of the copy; negative when the first photo is the blurred one."""
    strength = np.sqrt(np.maximum(seen.before * seen.after, 1e-30))
    coherence = np.clip(seen.common / strength, 1e-3, 0.999)
    known = np.logical_and.accumulate(coherence > LEAST_COHERENCE)
    # Where a blur took everything nothing is in common: then the coarsest two say that it did.
    known[:2] = True
    common = np.maximum(seen.common, LEAST_COHERENCE * strength)[known]
    lost = np.arcsinh((seen.before - seen.after)[known] / common / 2)
    half_squares = _MEANS[_RINGS][known] ** 2 / 2
    certain = _COUNTS[_RINGS][known] * coherence[known] ** 2 / (1 - coherence[known] ** 2 + FINEST)
    design = np.column_stack([half_squares, np.ones(len(lost))])
    # One line more: nothing is expected to have changed the contrast of everything.
    normal = design.T @ (certain[:, None] * design) + np.diag([0.0, SAME_CONTRAST**-2])
    return float(np.linalg.solve(normal, design.T @ (certain * lost))[0])
