"""How much stands out of the skin around, with no threshold that a patch could jump over.

Found patches come, go, join and part with the noise, and a sum over them jumps as they do. Here each place
weighs by how clearly it stands out, by its colour, and by how far it lies from the rim, where shadow begins:
all of them slopes, so a little change of the photo is a little change of the amount.
"""

import cv2
import numpy as np

from adamas.imaging import blobs
from adamas.imaging.grid import Floats, blur, floats, ramp
from adamas.imaging.photo import Map
from adamas.imaging.skin import Skin, once

CALM_MM = 0.5
"""Blur at which it is judged: the noise of the camera is gone there, and the mottle of the skin, which is the
same on every photo, sets the scale."""
CLEARLY = 3.0
"""Times the threshold from which a place weighs fully."""
BROWNISH, BROWN = 0.85, 1.15
"""Loss of red light per loss of green, as a multiple of what divides blood from melanin, between which the
colour is in doubt."""
SHADY_MM, INNER_MM = 1.0, 3.0
"""Distance from the rim of the skin within which nothing weighs, and from which it does fully."""
LEAST_GREEN = 1e-3


def melanin(skin: Skin, size: blobs.Size) -> Map:
    """Optical density times mm2 in each pixel of the coarse grid that stands out by melanin."""
    calm = _calm(skin)
    return _amount(skin, calm, 0, size) * ramp(_brownness(skin, calm), BROWNISH, BROWN)


def blood(skin: Skin, size: blobs.Size) -> Map:
    """The same of blood."""
    calm = _calm(skin)
    return _amount(skin, calm, 1, size) * (1 - ramp(_brownness(skin, calm), BROWNISH, BROWN))


@once
def _calm(skin: Skin) -> Floats:
    return blur(skin.excess, CALM_MM * skin.px_per_mm)


def _amount(skin: Skin, calm: Floats, chromophore: int, size: blobs.Size) -> Map:
    """Excess of all three densities: it takes no part in telling melanin from blood.

    So no error of white balance reaches it; that adds the same to a patch and to its surroundings.
    """
    rising = floats(cv2.transform(calm, skin.weights[chromophore : chromophore + 1]))
    least = blobs.threshold(rising, skin.mask, size)
    clear = ramp(rising, least, CLEARLY * least) * _inner(skin)
    mean = floats(cv2.transform(skin.excess, np.full((1, 3), 1 / 3)))
    return clear * np.maximum(mean, 0) / np.float32(skin.px_per_mm**2)


@once
def _inner(skin: Skin) -> Floats:
    off = floats(cv2.distanceTransform(skin.mask.view(np.uint8), cv2.DIST_L2, 3))
    return ramp(off, SHADY_MM * skin.px_per_mm, INNER_MM * skin.px_per_mm)


def _brownness(skin: Skin, calm: Floats) -> Floats:
    return floats(
        calm[:, :, 0] / (np.float32(skin.red_share) * np.maximum(calm[:, :, 1], np.float32(LEAST_GREEN)))
    )
