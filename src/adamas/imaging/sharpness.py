"""How much finer detail one photograph of a skin shows than another, on the very same places of it."""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.align import Alignment
from adamas.imaging.flow import CONTRAST
from adamas.imaging.grid import Bytes, bytes_, floats
from adamas.imaging.photo import Photo, Pixels

SIDE, EDGE = 96, 12
"""Pixels along a tile, and of its border that filters reach over."""
TILES, LEAST = 36, 5
SIGMAS = (0.8, 1.6, 3.2, 6.4)
GRAIN = np.array([0.10, 0.05, 0.0])
"""Energy of new grain in the finest band that is found again in each of the next three."""
WEIGHTS = np.array([0.2, 0.5, 0.3])
"""Of the three bands: the finer suffers more from blur, and more from grain. Both fitted to phantoms."""
FLOOR = 0.01
"""Energy, squared per cent of contrast, under which a band is empty."""
Energies = NDArray[np.float64]
"""Of the four bands between 0, 0.8, 1.6, 3.2 and 6.4 px, the finest first."""


def blur_percent(before: Photo, after: Photo, alignment: Alignment) -> float | None:
    """How much fine detail the photo after lacks (positive) or has more (negative), %.

    Amplitude of structure between 0.8 and 6.4 px, tile by tile; the median tile counts. None with too little
    skin.
    """
    first = _corners(alignment)
    middle = alignment.seen_after(first + (SIDE - 1) / 2)
    second = np.rint(middle - (SIDE - 1) / 2).astype(int)
    tiles = ((_tile(before.pixels, a), _tile(after.pixels, b)) for a, b in zip(first, second, strict=True))
    lost = [_lost(_energies(a), _energies(b)) for a, b in tiles if a is not None and b is not None]
    return 100 * (1 - float(np.exp(-np.median(lost) / 2))) if len(lost) >= LEAST else None


def _corners(alignment: Alignment) -> NDArray[np.int_]:
    """Upper left corners of tiles that are trusted skin, spread evenly over the photo before."""
    reach = int(np.ceil(SIDE / alignment.grid.step))
    whole = cv2.erode(
        alignment.trusted.view(np.uint8),
        np.ones((reach, reach), np.uint8),
        anchor=(0, 0),
        borderType=cv2.BORDER_CONSTANT,
        borderValue=(0,),
    )
    rows, columns = np.nonzero(bytes_(whole)[::reach, ::reach])
    chosen = np.unique(np.linspace(0, max(0, len(rows) - 1), TILES).astype(int))[: len(rows)]
    places = np.column_stack([columns[chosen], rows[chosen]]) * reach
    return np.rint(alignment.grid.on_photo(places)).astype(int)


def _tile(pixels: Pixels, corner: NDArray[np.int_]) -> Bytes | None:
    left, top = (int(value) for value in corner)
    if left < 0 or top < 0 or left + SIDE > pixels.shape[1] or top + SIDE > pixels.shape[0]:
        return None
    part = np.ascontiguousarray(pixels[top : top + SIDE, left : left + SIDE])
    return bytes_(cv2.cvtColor(part, cv2.COLOR_RGB2GRAY))


def _energies(tile: Bytes) -> Energies:
    values = floats(cv2.LUT(tile, CONTRAST))
    steps = [values, *(floats(cv2.GaussianBlur(values, (0, 0), sigma)) for sigma in SIGMAS)]
    inner = (slice(EDGE, -EDGE), slice(EDGE, -EDGE))
    return np.array([float(np.mean((here - there)[inner] ** 2)) for here, there in pairwise(steps)])


def _lost(before: Energies, after: Energies) -> float:
    """Logarithm of the energy that is missing after; more grain in one of them is taken out of it first."""
    more = after[0] - before[0]
    ours = np.maximum(before[1:] - GRAIN * max(-more, 0.0), FLOOR)
    theirs = np.maximum(after[1:] - GRAIN * max(more, 0.0), FLOOR)
    return float(WEIGHTS @ np.log(ours / theirs))
