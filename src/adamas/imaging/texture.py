"""How fine the grain of a photograph of skin is: what cameras and apps leave in it, pixel by pixel.

Everything is measured on tiles of bare skin at the photograph's own resolution, in levels of 0-255.
"""

from itertools import pairwise

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import extent, median
from adamas.imaging.photo import Mask, Photo

TILES = (192, 96, 48)
"""Sides of tiles in pixels, tried in this order; multiples of 8, so that the blocks of JPEG fall together."""
AREA_PX = 200_000
"""Pixels that are looked at: more do not change the numbers."""
LEAST_TILES = 4
_SIGMAS = (0.8, 1.6, 3.2, 6.4)
_WINDOW = 7
Tiles = NDArray[np.float32]
"""(tiles, rows, columns) of luma."""


class Texture(Struct, frozen=True, kw_only=True):
    """Numbers of the grain of skin.

    rms, mad: strength of four bands, the finest first (between Gaussians of 0, 0.8, 1.6, 3.2 and 6.4 px), as
    root mean square and as median deviation / 0.6745. variance: median of that of 7 x 7 pixels; calm: what
    the calmest tenth of it stays below.
    near: correlation of what is finer than 3.2 px with itself 1, 2 and 3 px away; nearer: of what is finer
    than 1.6 px. blocks: steps at the borders of 8 x 8 blocks against those between, 1 is none.
    """

    rms: tuple[float, ...]
    mad: tuple[float, ...]
    variance: float
    calm: float
    near: tuple[float, ...]
    nearer: tuple[float, ...]
    blocks: float


def texture_of(photo: Photo, skin: Mask) -> Texture | None:
    """Measure the grain inside the mask, in about 25 ms; None when there is too little skin."""
    tiles = _tiles(photo, skin)
    if tiles is None:
        return None
    bands = _bands(tiles)
    calm, middle = np.percentile(_variance(tiles)[:, ::2, ::2], (10, 50))
    near, nearer = bands[:3].sum(axis=0), bands[:2].sum(axis=0)
    return Texture(
        rms=tuple(float(np.sqrt(np.mean(band**2))) for band in bands),
        mad=tuple(median(np.abs(band)) / 0.6745 for band in bands),
        variance=float(middle),
        calm=float(calm),
        near=tuple(_correlation(near, shift) for shift in (1, 2, 3)),
        nearer=tuple(_correlation(nearer, shift) for shift in (1, 2, 3)),
        blocks=float(np.mean([_blocks(tiles, axis) for axis in (1, 2)])),
    )


def _tiles(photo: Photo, skin: Mask) -> Tiles | None:
    """The largest tiles of which at least four are all skin, spread evenly."""
    (left, top), (right, below) = extent(skin)
    for side in TILES:
        corners = [
            (row, column)
            for row in range((top + 7) // 8 * 8, below - side + 1, side)
            for column in range((left + 7) // 8 * 8, right - side + 1, side)
            if skin[row : row + side : 8, column : column + side : 8].mean() > 0.98
        ]
        if len(corners) >= LEAST_TILES:
            most = max(LEAST_TILES, AREA_PX // side**2)
            chosen = np.unique(np.linspace(0, len(corners) - 1, most).astype(int))
            return np.stack([_tile(photo, corners[i], side) for i in chosen])
    return None


def _tile(photo: Photo, corner: tuple[int, int], side: int) -> Tiles:
    top, left = corner
    part = np.ascontiguousarray(photo.pixels[top : top + side, left : left + side])
    return cv2.cvtColor(part, cv2.COLOR_RGB2GRAY).astype(np.float32)


def _bands(tiles: Tiles) -> Tiles:
    """(4, tiles, rows, columns), the finest first."""
    steps = [tiles, *(_blurred(tiles, sigma) for sigma in _SIGMAS)]
    return np.stack([fine - coarse for fine, coarse in pairwise(steps)])


def _blurred(tiles: Tiles, sigma: float) -> Tiles:
    return np.stack([np.asarray(cv2.GaussianBlur(tile, (0, 0), sigma)) for tile in tiles])


def _variance(tiles: Tiles) -> Tiles:
    size = (_WINDOW, _WINDOW)
    means = np.stack([np.asarray(cv2.blur(tile, size)) for tile in tiles])
    squares = np.stack([np.asarray(cv2.blur(tile * tile, size)) for tile in tiles])
    return np.asarray(squares - means * means)


def _correlation(band: Tiles, shift: int) -> float:
    across = np.mean(band[:, :, shift:] * band[:, :, :-shift])
    down = np.mean(band[:, shift:] * band[:, :-shift])
    return float((across + down) / 2 / max(float(np.mean(band**2)), 1e-9))


def _blocks(tiles: Tiles, axis: int) -> float:
    """The strongest of the eight phases against the mean of the other seven."""
    steps = np.abs(np.diff(tiles, axis=axis)).mean(axis=(0, 3 - axis))
    whole = steps[: len(steps) // 8 * 8].reshape(-1, 8).mean(axis=0)
    ordered = np.sort(whole)
    return float(ordered[-1] / max(float(ordered[:-1].mean()), 1e-9))
