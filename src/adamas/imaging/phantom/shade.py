"""Lets light fall on a sheet of skin: matt skin by Lambert, gloss by Blinn."""

from math import cos, radians, sin

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.phantom.fields import Field
from adamas.imaging.phantom.optics import Linear
from adamas.imaging.phantom.sheet import Sheet

STRIP = 128
"""Rows shaded at a time: what is worked on stays in the cache of the processor."""
Vector = NDArray[np.float64]


class Light(Struct, frozen=True, kw_only=True):
    """How a sheet is lit.

    azimuth_deg: where the light comes from: 0 right, 90 top, 180 left. elevation_deg: above the skin, 90 is
    frontal. ambient: share of the light that comes from everywhere, 0-1. gradient: difference of brightness
    between the lit and the far edge, relative to the mean. power: how narrow the mirrored light is.
    """

    azimuth_deg: float = 90.0
    elevation_deg: float = 55.0
    ambient: float = 0.3
    gradient: float = 0.0
    power: float = 24.0

    @property
    def direction(self) -> Vector:
        """Unit vector to the light: x right, y down, z towards the camera."""
        flat, up = radians(self.azimuth_deg), radians(self.elevation_deg)
        return np.array([cos(flat) * cos(up), -sin(flat) * cos(up), sin(up)])


LAMP = Light()
"""A lamp above the face."""
FLAT = Light(elevation_deg=90.0, ambient=1.0)
"""Light from everywhere: relief is seen only by the dark ground of its pits."""


def shade(skin: Sheet, light: Light) -> Linear:
    """Linear light that leaves a sheet towards a camera in front of it; flat skin keeps its own colour."""
    height, width = skin.height_mm.shape
    picture = np.empty_like(skin.linear)
    across = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None, :]
    down = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None]
    x, y, _ = light.direction
    for top in range(0, height, STRIP):
        rows = slice(top, min(top + STRIP, height))
        matt, mirrored = reflect(*_slopes(skin, rows), light=light)
        if light.gradient:
            matt *= 1 + np.float32(light.gradient) * (np.float32(x) * across + np.float32(y) * down[rows])
        mirrored *= skin.gloss[rows]
        strip = cv2.multiply(skin.linear[rows], cv2.merge([matt] * 3))
        cv2.add(strip, cv2.merge([mirrored] * 3), dst=picture[rows])
    return picture


def reflect(slope_x: Field, slope_y: Field, *, light: Light) -> tuple[Field, Field]:
    """Matt and mirrored light of a surface rising so steeply to the right and down, towards the camera.

    Level ground has matt 1; mirrored is 1 where the surface shows the light itself.
    """
    x, y, z = (np.float32(value) for value in light.direction)
    length = cv2.magnitude(cv2.magnitude(slope_x, slope_y), np.ones_like(slope_x))
    facing = np.maximum(z - x * slope_x - y * slope_y, 0) / (length * z)
    matt = np.float32(light.ambient) + np.float32(1 - light.ambient) * facing
    half = light.direction + np.array([0.0, 0.0, 1.0])
    hx, hy, hz = (np.float32(value) for value in half / np.linalg.norm(half))
    mirrored = cv2.pow(np.maximum((hz - hx * slope_x - hy * slope_y) / length, 0), light.power)
    return matt.astype(np.float32), np.asarray(mirrored, np.float32)


def _slopes(skin: Sheet, rows: slice) -> tuple[Field, Field]:
    last = len(skin.height_mm)
    above, below = max(rows.start - 1, 0), min(rows.stop + 1, last)
    strip = skin.height_mm[above:below]
    inner = slice(rows.start - above, rows.start - above + rows.stop - rows.start)
    scale = skin.px_per_mm / 2
    kernel, one = np.array([-scale, 0, scale], np.float32), np.ones(1, np.float32)
    across = cv2.sepFilter2D(strip, cv2.CV_32F, kernel, one, borderType=cv2.BORDER_REPLICATE)[inner]
    down = cv2.sepFilter2D(strip, cv2.CV_32F, one, kernel, borderType=cv2.BORDER_REPLICATE)[inner]
    return np.asarray(across, np.float32), np.asarray(down, np.float32)
