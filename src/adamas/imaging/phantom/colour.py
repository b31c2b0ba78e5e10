"""From linear light to the numbers in a file, and the colour of light of a temperature."""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.phantom.optics import XYZ_TO_SRGB, Floats, Linear
from adamas.imaging.photo import Pixels

DAYLIGHT_K = 6504.0
P3_TO_XYZ = np.array(
    [[0.4865709, 0.2656677, 0.1982173], [0.2289746, 0.6917385, 0.0792869], [0.0, 0.0451134, 1.0439444]]
)
CODES = 4096
STRIP = 32
"""Rows encoded at a time: what is worked on stays in the cache of the processor."""


def kelvin_gains(kelvin: float) -> Floats:
    """Red, green and blue of a glowing body at this temperature, relative to 6504 K; green is 1.

    Planckian locus by B. Kim et al., US patent 7024034 (2002), 1667-25000 K.
    """
    light, daylight = (XYZ_TO_SRGB @ _planck(value) for value in (kelvin, DAYLIGHT_K))
    gains = light / daylight
    return np.asarray(gains / gains[1])


def _planck(kelvin: float) -> Floats:
    if not 1667 <= kelvin <= 25000:
        raise ValueError(f"{kelvin} K is outside 1667 to 25000 K")
    t = 1e3 / kelvin
    if kelvin < 4000:
        x = ((-0.2661239 * t - 0.2343589) * t + 0.8776956) * t + 0.179910
    else:
        x = ((-3.0258469 * t + 2.1070379) * t + 0.2226347) * t + 0.240390
    if kelvin < 2222:
        y = ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683
    elif kelvin < 4000:
        y = ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867
    else:
        y = ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483
    return np.array([x / y, 1.0, (1 - x - y) / y])


def to_p3(light: Linear) -> Linear:
    """Linear sRGB as linear Display P3."""
    matrix = np.linalg.inv(P3_TO_XYZ) @ np.linalg.inv(XYZ_TO_SRGB)
    return np.asarray(cv2.transform(light, matrix), np.float32)


def encode(light: Linear, *, tone: float = 0.0) -> Pixels:
    """8-bit sRGB of linear light; tone 0-1 bends the curve into the S that phones prefer."""
    codes, pixels = _codes(round(1000 * tone)), np.empty(light.shape, np.uint8)
    for top in range(0, len(light), STRIP):
        root = np.sqrt(np.clip(light[top : top + STRIP], 0, 1))
        np.take(
            codes,
            (root * np.float32(CODES - 1) + np.float32(0.5)).astype(np.uint16),
            out=pixels[top : top + STRIP],
            mode="clip",
        )
    return pixels


@cache
def _codes(tone_permille: int) -> NDArray[np.uint8]:
    """The code of each square root of light: even steps there are fine where the curve is steep."""
    linear = (np.arange(CODES) / (CODES - 1)) ** 2
    code = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    curve = code + tone_permille / 1000 * 0.5 * (code * code * (3 - 2 * code) - code)
    return np.asarray(np.round(255 * np.clip(curve, 0, 1)), np.uint8)
