"""The head of a phantom: a smooth relief through a mean face, falling away to hair, ears and neck."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.interpolate import RBFInterpolator
from scipy.ndimage import map_coordinates, spline_filter

from adamas.imaging.regions import OVAL

HEAD = Path(__file__).with_name("head.csv")
SIZE_MM = (210.0, 280.0)
"""Width and height of what is drawn around a face: upright, 3:4."""
EYES_MM = (105.0, 125.0)
"""Where in it the middle between the eyes lies, from the upper left corner."""
STEP_MM = 2.0
DEEPEST_MM, LEANING_MM = -95.0, -20.0
SMOOTHING = 20.0
Points = NDArray[np.float64]


@cache
def landmarks_mm() -> Points:
    """(478, 3) landmarks in mm from the upper left corner: x right, y down, z towards the camera."""
    points = np.loadtxt(HEAD, delimiter=",", comments="#", skiprows=2)
    return np.asarray(points + np.array([*EYES_MM, 0.0]), np.float64)


@cache
def outline_mm() -> Points:
    """The oval of the face, raised over the forehead to where the hair begins."""
    oval = landmarks_mm()[list(OVAL), :2]
    up = np.clip((EYES_MM[1] - 20 - oval[:, 1]) / 40, 0, 1)
    return np.asarray(oval - np.stack([0 * up, 10 * up], axis=1))


class Relief(Struct, frozen=True, eq=False):
    """Height towards the camera on a grid of points `step` pixels apart, the first one in the first pixel.

    coefficients: of cubic splines, so that height and slope are smooth. Heights are in pixels.
    """

    coefficients: Points
    step: float

    def at(self, points: Points) -> Points:
        """Height at (..., 2) x, y in pixels; beyond the edge it goes on as at the edge."""
        places = np.moveaxis(points[..., ::-1], -1, 0) / self.step
        return np.asarray(
            map_coordinates(self.coefficients, places, order=3, mode="nearest", prefilter=False)
        )


def relief(*, px_per_mm: float) -> Relief:
    """The head at a resolution, in its pixels."""
    # The middle of the first pixel is half a pixel from the corner the millimetres count from.
    half = 0.5 / px_per_mm
    heights = _heights(half) * px_per_mm
    return Relief(spline_filter(heights, order=3, mode="nearest"), STEP_MM * px_per_mm)


@cache
def _heights(offset_mm: float) -> Points:
    known = landmarks_mm()[:468].copy()
    # Seen from the front the temples and jaws stand upright; a relief can only lean.
    known[:, 2] -= 0.65 * np.minimum(known[:, 2] - LEANING_MM, 0)
    ring = outline_mm()
    middle, oval = ring.mean(0), known[list(OVAL), 2]
    grown = ((1.12, 16.0), (1.3, 45.0))
    around = [np.column_stack([middle + grow * (ring - middle), oval - drop]) for grow, drop in grown]
    above_neck = [part[part[:, 1] < EYES_MM[1] + 90] for part in around]
    x, y = np.meshgrid(np.linspace(-50, 50, 7), (140.0, 160.0))
    neck = np.column_stack([x.ravel() + EYES_MM[0], y.ravel() + EYES_MM[1], -35 - 30 * (x.ravel() / 55) ** 2])
    points = np.vstack([known, *above_neck, neck])
    columns, rows = (np.arange(0, side + STEP_MM, STEP_MM) + offset_mm for side in SIZE_MM)
    x, y = np.meshgrid(columns, rows)
    fit = RBFInterpolator(points[:, :2], points[:, 2], smoothing=SMOOTHING)
    heights = fit(np.stack([x.ravel(), y.ravel()], axis=1)).reshape(x.shape)
    heights = np.maximum(heights, DEEPEST_MM).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(heights, (0, 0), 1.0), np.float64)
