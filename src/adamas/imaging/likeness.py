"""Whether the relief of the skin looks the same on two aligned photographs: only the same light does that.

Light from the other side turns every ridge into a furrow; dense alignment then follows the shadows, and its
own consistency does not show it. The likeness of fine relief after alignment does: on 12 MP phantoms 0.89-1
under the same light (12 degrees apart included), 0.83-0.90 at 45 degrees, 0.66-0.80 at 90, 0.51-0.76 from the
other side; 0.86-0.92 under the same light when a quarter of the pores is gone. Grain makes every relief
unlike; two halves of each photo's own pixels say how much, and that is taken out (Spearman 1904, Am J Psychol
15:72).
"""

import cv2
import numpy as np
from msgspec import Struct

from adamas.imaging.flow import CONTRAST, Copy, Pair
from adamas.imaging.grid import Bytes, Floats, blur, bytes_, floats, median
from adamas.imaging.photo import Map, Mask

BAND_PX = (0.8, 2.5)
"""Standard deviations of the two Gaussians, in pixels of the coarse copy: relief of 0.25 to 0.75 mm."""
TILE, WINDOW_TILES = 4, 2.0
"""Likeness is judged in tiles of so many pixels, blurred by so many tiles: 2.4 mm."""
DEEPEST = 1.5
"""Times the median contrast of the relief beyond which nothing counts more: a pit is dark under every lamp.
Pores would hide that the light has moved, and a course that takes some away would look like a new lamp."""
FLAT = 1e-3
"""Squared contrast in per cent under which there is nothing to compare."""
EVERY = 7
"""Of so many pixels one is looked at for the median."""
LEAST_RELIABLE = 0.5
"""What grain took more of is not given back: the correction would be a guess."""


class Likeness(Struct, frozen=True, eq=False):
    """Local correlation of the relief, -1 to 1, and its median on the skin (0 where there is none).

    The median is corrected for the grain of both photos, the map is not.
    """

    local: Map
    median: float


def likeness(pair: Pair, brought: Bytes, grain: float) -> Likeness:
    """Compare the relief of the photo before with that of the photo after.

    brought: the coarse copy of the photo after, laid onto that before. grain: as by `grain`.
    """
    copy = pair.coarse
    mask = copy.skin.astype(np.float32)
    local = _correlation(*(_relief(floats(cv2.LUT(grey, CONTRAST)), mask) for grey in (copy.ours, brought)))
    whole = floats(cv2.resize(local, (mask.shape[1], mask.shape[0]), interpolation=cv2.INTER_LINEAR))
    if not copy.skin.any():
        return Likeness(whole, 0.0)
    return Likeness(whole, min(1.0, median(whole[copy.skin]) / grain))


def grain(pair: Pair) -> float:
    """What grain leaves of the correlation of relief that is the same on both photos, 0-1."""
    first = _reliability(pair.fine.ours, pair.coarse.skin)
    return float((first * _reliability(pair.fine.theirs, _there(pair.coarse))) ** 0.5)


def _relief(contrast: Floats, mask: Floats) -> Floats:
    relief = (blur(contrast, BAND_PX[0]) - blur(contrast, BAND_PX[1])) * mask
    seen = np.abs(relief[mask > 0][::EVERY])
    most = DEEPEST * median(seen)
    return floats(relief.clip(-most, most))


def _correlation(one: Floats, other: Floats) -> Floats:
    both, first, second = (_window(product) for product in (one * other, one * one, other * other))
    return floats(both / np.sqrt(np.maximum(first * second, FLAT**2)))


def _window(field: Floats) -> Floats:
    small = cv2.resize(field, None, fx=1 / TILE, fy=1 / TILE, interpolation=cv2.INTER_AREA)
    return blur(floats(small), WINDOW_TILES)


def _reliability(fine: Bytes, skin: Mask) -> float:
    """How well the relief of a photo repeats itself in other pixels of the same photo, 0-1.

    Of each two by two pixels one diagonal is held against the other: both have the same middle.
    """
    rows, columns = skin.shape[0] // TILE * TILE, skin.shape[1] // TILE * TILE
    contrast = floats(cv2.LUT(fine[: 2 * rows, : 2 * columns], CONTRAST))
    inside = skin[:rows, :columns]
    mask = inside.astype(np.float32)
    halves = (
        contrast[0::2, 0::2] + contrast[1::2, 1::2],
        contrast[0::2, 1::2] + contrast[1::2, 0::2],
    )
    local = _correlation(*(_relief(half, mask) for half in halves))
    seen = local[inside[TILE // 2 :: TILE, TILE // 2 :: TILE]]
    half = median(seen) if seen.size else 1.0
    return max(LEAST_RELIABLE, 2 * half / (1 + half))


def _there(copy: Copy) -> Mask:
    """The skin of the photo before on the coarse copy of the photo after."""
    size = (copy.theirs.shape[1], copy.theirs.shape[0])
    moved = cv2.warpAffine(copy.skin.view(np.uint8), copy.matrix, size, flags=cv2.INTER_NEAREST)
    return bytes_(moved).view(bool)
