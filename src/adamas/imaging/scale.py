"""How large things are on a close-up: a printed marker beside the skin, or a known length between two points.

The marker is a square of `MARKER_MM` from OpenCV's dictionary of 4 x 4 cells (ArUco, Garrido-Jurado et al.
2014, Pattern Recognition 47:2280). On a face the distance of the pupils gives the scale instead, good to 6 %.
"""

from itertools import pairwise

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.photo import Pixels

MARKER_MM = 20.0
"""Side of the black square of a printed marker."""
QUIET = 1
"""Cells of white around a printed marker; without them it is not found."""
SEARCH_PX = 1600
"""Longer side of the copy that is searched; corners are refined on the photograph itself."""
MOST_TILT = 0.15
"""A marker seen so obliquely that opposite sides differ by more is no measure."""


class Scale(Struct, frozen=True, eq=False):
    """Pixels per millimetre, its error as a share, the corners of the markers, (n, 4, 2), and their ids."""

    px_per_mm: float
    error: float
    corners: NDArray[np.float64]
    numbers: tuple[int, ...] = ()

    def turn_deg(self, other: "Scale") -> float | None:
        """How far a marker that both pictures show is turned in the other one; None when they share none.

        Clockwise on the screen. Of the skin it speaks only while the marker keeps lying as it did.
        """
        for number in self.numbers:
            if number in other.numbers:
                first, second = (one.corners[one.numbers.index(number)] for one in (self, other))
                along, then = first[1] - first[0], second[1] - second[0]
                turn = np.degrees(np.arctan2(then[1], then[0]) - np.arctan2(along[1], along[0]))
                return float((turn + 180) % 360 - 180)
        return None


def marker(number: int = 0, *, cell_px: int = 32) -> NDArray[np.uint8]:
    """The picture of a marker with its white rim; print it so that the black square is `MARKER_MM` wide."""
    drawn = cv2.aruco.generateImageMarker(_dictionary(), number, 6 * cell_px)
    rim = QUIET * cell_px
    return np.asarray(
        cv2.copyMakeBorder(drawn, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=(255,)), np.uint8
    )


def find_scale(pixels: Pixels) -> Scale | None:
    """The scale by every marker in the picture; None when there is none that lies flat enough."""
    shrink = max(1, round(max(pixels.shape[:2]) / SEARCH_PX))
    grey = cv2.cvtColor(pixels[::shrink, ::shrink].copy(), cv2.COLOR_RGB2GRAY)
    found, numbers, _ = cv2.aruco.ArucoDetector(_dictionary(), cv2.aruco.DetectorParameters()).detectMarkers(
        grey
    )
    if not found:
        return None
    whole = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    squares = [_refined(whole, np.asarray(corners, np.float32).reshape(4, 2) * shrink) for corners in found]
    is_flat = [_tilt(square) <= MOST_TILT for square in squares]
    if not any(is_flat):
        return None
    flat = np.array([square for square, is_it in zip(squares, is_flat, strict=True) if is_it])
    named = tuple(int(number) for number, is_it in zip(np.ravel(numbers), is_flat, strict=True) if is_it)
    sides = np.array([_sides(square) for square in flat])
    # Opposite sides of a tilted square shrink and grow alike; their mean is right to the second order.
    return Scale(float(sides.mean() / MARKER_MM), float(sides.std() / sides.mean()), flat, named)


def between(first: tuple[float, float], second: tuple[float, float], *, mm: float) -> float:
    """Pixels per millimetre when two points of the photo, in pixels, lie `mm` apart, as on a ruler."""
    return float(np.hypot(second[0] - first[0], second[1] - first[1]) / mm)


def _dictionary() -> cv2.aruco.Dictionary:
    return cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)


def _refined(grey: NDArray[np.uint8], corners: NDArray[np.float32]) -> NDArray[np.float64]:
    reach = max(3, int(0.04 * float(np.mean(_sides(corners)))))
    rule = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 30, 0.01)
    done = cv2.cornerSubPix(grey, corners.reshape(-1, 1, 2).copy(), (reach, reach), (-1, -1), rule)
    return np.asarray(done, np.float64).reshape(4, 2)


def _sides(square: NDArray[np.floating]) -> list[float]:
    return [float(np.hypot(*(two - one))) for one, two in pairwise([*square, square[0]])]


def _tilt(square: NDArray[np.floating]) -> float:
    top, right, bottom, left = _sides(square)
    return max(abs(top - bottom) / max(top, bottom), abs(left - right) / max(left, right))
