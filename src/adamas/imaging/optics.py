"""What light says of skin: linear light, optical density, melanin, blood and shading, CIELAB and ITA.

All tables are for 8-bit sRGB (IEC 61966-2-1); other profiles are converted before (`adamas.imaging.profile`).
"""

import math

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Bytes, Floats, floats
from adamas.imaging.photo import Map, Pixels

DARKEST = 0.5
"""Level below which density is not told apart: black has no finite density."""

TONES_OF_SKIN = np.array(
    # melanin; density G-R, B-G of such skin; melanin R, G, B; blood R, G, B
    [
        [0.008, 0.158, 0.141, 0.237, 0.477, 0.847, 0.195, 0.644, 0.740],
        [0.030, 0.188, 0.187, 0.244, 0.477, 0.844, 0.199, 0.655, 0.729],
        [0.075, 0.246, 0.279, 0.260, 0.481, 0.837, 0.206, 0.680, 0.704],
        [0.110, 0.289, 0.349, 0.275, 0.489, 0.828, 0.214, 0.702, 0.679],
        [0.150, 0.336, 0.423, 0.300, 0.509, 0.807, 0.225, 0.734, 0.641],
        [0.200, 0.389, 0.503, 0.351, 0.561, 0.750, 0.243, 0.785, 0.570],
        [0.250, 0.438, 0.560, 0.432, 0.642, 0.633, 0.266, 0.846, 0.462],
        [0.290, 0.472, 0.583, 0.509, 0.708, 0.490, 0.286, 0.893, 0.347],
        [0.340, 0.509, 0.579, 0.599, 0.749, 0.285, 0.308, 0.932, 0.188],
        [0.390, 0.539, 0.542, 0.668, 0.734, 0.118, 0.327, 0.944, 0.052],
        [0.460, 0.566, 0.453, 0.752, 0.659, -0.014, 0.354, 0.933, -0.066],
        [0.520, 0.574, 0.366, 0.820, 0.570, -0.061, 0.387, 0.915, -0.111],
        [0.600, 0.563, 0.257, 0.896, 0.438, -0.077, 0.451, 0.883, -0.131],
        [0.700, 0.520, 0.153, 0.955, 0.288, -0.070, 0.561, 0.818, -0.130],
    ]
)
"""Directions of melanin and blood in optical density R, G, B, by the colour of the skin they are in.

Of a layered model, R = exp(-2 mu_epi d) R_KM, with melanin 6.6e11 lambda^-3.33 per cm, scattering
46 (lambda/500)^-1.421 per cm (Jacques 1998, 2013; as recalled) and Prahl's haemoglobin, blood 2 %: towards
half as much melanin again, and 1.8 times the blood. Between light and tan they hardly turn; in dark skin
blue light no longer comes back, and one matrix for all would call a spot a shadow and a shadow a spot.
"""
_SHARE = np.linspace(0, len(TONES_OF_SKIN) - 1, 241)
_TONES = np.stack(
    [np.interp(_SHARE, np.arange(len(TONES_OF_SKIN)), each) for each in TONES_OF_SKIN.T], axis=1
)
STRAY, OTHER = (0.015, 0.05), 0.15
"""Optical density within the size of a spot: what shading (for melanin, for blood) and the other chromophore
are thought to add. Blood is seen worse and needs the shadow gone; melanin is strong, in dark skin above
all."""
HALFWAY, MOST_RED = 0.55, 1.15
NOISE = 0.0012
"""Density noise of a pixel 0.25 mm wide where light is 1; it grows as light falls."""


def _linear_table() -> Floats:
    level = np.arange(256) / 255.0
    return np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4).astype(np.float32)


LINEAR: Floats = _linear_table()
"""Level of sRGB -> linear light, 0-1."""
_DARK = np.float32(LINEAR[1] * DARKEST)
DENSITY: Floats = (-np.log10(np.maximum(LINEAR, _DARK))).astype(np.float32)
"""Level of sRGB -> optical density, 0 for white to 3.8 for black."""


class Chromophores(Struct, frozen=True, eq=False):
    """Optical density shared among melanin, blood and shading, one map each."""

    melanin: Map
    blood: Map
    shading: Map


def to_linear(pixels: Pixels) -> Floats:
    """Linear light 0-1 of sRGB pixels."""
    return floats(cv2.LUT(_whole(pixels), LINEAR))


def to_srgb(linear: Floats) -> Bytes:
    """The nearest sRGB pixels of linear light; clipped to 0-1."""
    light = np.clip(linear, 0, 1)
    coded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * np.power(light, 1 / 2.4) - 0.055)
    return np.asarray(np.rint(coded * 255), np.uint8)


def density(pixels: Pixels) -> Floats:
    """Optical density -log10(linear) of sRGB pixels."""
    return floats(cv2.LUT(_whole(pixels), DENSITY))


def density_of(linear: Floats) -> Floats:
    """Optical density of linear light; what is darker than half a level of sRGB counts as that."""
    return floats(cv2.log(np.maximum(linear, _DARK))) * np.float32(-1 / np.log(10))


def unmix(densities: Floats, weights: Floats) -> Chromophores:
    """Share optical density (height, width, 3) among melanin, blood and shading.

    weights: of `unmixing`. Their directions are physical and fixed for a tone, so the same skin gives the
    same maps on every photo; independent components (Tsumura 1999, J Opt Soc Am A 16:2169) would not.
    Shading is the direction (1, 1, 1) (Tsumura 2003, ACM Trans Graph 22:770). What cannot be told apart in
    the noise is weighed, not divided by (Gauss-Markov).
    """
    maps = floats(cv2.transform(densities, weights))
    return Chromophores(*(np.ascontiguousarray(maps[:, :, i]) for i in range(3)))


def melanin_of(typical: Floats) -> float:
    """Melanin, as a volume fraction, that skin with this median density R, G, B looks like.

    Read from ratios of colours, which no exposure changes. It sorts a photo by tone; it is not a measurement.
    """
    off = np.hypot(*(_TONES[:, 1:3] - np.diff(typical)).T)
    return float(_TONES[int(off.argmin()), 0])


def directions(melanin: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Unit directions of melanin and of blood in the density R, G, B of skin that holds so much melanin."""
    there = np.array([np.interp(melanin, TONES_OF_SKIN[:, 0], column) for column in TONES_OF_SKIN.T[3:]])
    return there[:3], there[3:]


def unmixing(typical: Floats) -> Floats:
    """(3, 3): density R, G, B -> melanin, blood, shading in skin whose median density is `typical`."""
    melanin, blood = directions(melanin_of(typical))
    shade = np.ones(3)
    noise = np.diag((NOISE * 10 ** (typical.astype(np.float64) * 0.75)) ** 2)
    shadow, others = (
        np.outer(shade, shade),
        OTHER**2 * np.array([np.outer(each, each) for each in (melanin, blood)]),
    )
    rows = [
        _weights(melanin, noise + STRAY[0] ** 2 * shadow + others[1]),
        _weights(blood, noise + STRAY[1] ** 2 * shadow + others[0]),
        _weights(shade, noise + others.sum(axis=0)),
    ]
    return np.array(rows, np.float32)


def red_share(typical: Floats) -> float:
    """Loss of red light per loss of green that divides blood (less) from melanin (more) in such skin."""
    melanin, blood = directions(melanin_of(typical))
    of_blood = blood[0] / blood[1]
    return float(of_blood + HALFWAY * (min(melanin[0] / melanin[1], MOST_RED) - of_blood))


def _weights(direction: NDArray[np.float64], disturbance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights that give 1 for the direction and least variance for what disturbs."""
    against = np.linalg.solve(disturbance, direction)
    return against / (direction @ against)


def lab(linear: Floats) -> Floats:
    """CIELAB (D65) of linear sRGB light 0-1, as L* 0-100, a*, b*."""
    return floats(cv2.cvtColor(np.clip(linear, 0, 1), cv2.COLOR_LRGB2Lab))


def ita_deg(lightness: float, yellow: float) -> float:
    """Individual typology angle in degrees, atan((L* - 50) / b*); skin has b* > 0, less counts as 0.01."""
    return math.degrees(math.atan2(lightness - 50.0, max(yellow, 0.01)))


def _whole(pixels: Pixels) -> Pixels:
    """cv2.LUT wants its pixels in one piece."""
    return np.ascontiguousarray(pixels)
