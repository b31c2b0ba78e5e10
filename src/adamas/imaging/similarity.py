"""The first guess of how two photographs of the same skin lie on each other: turn, size and shift."""

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.face import Face
from adamas.imaging.grid import bytes_
from adamas.imaging.photo import Mask, Pixels

Matrix = NDArray[np.float64]
"""(2, 3): a point (x, y, 1) of the photo before to the point (x, y) of the photo after."""
Skins = tuple[Mask | None, Mask | None]
"""Where skin is on the photo before and on that after; None: everywhere."""
MESH = 468
"""Landmarks of the face itself; those of the irises follow the gaze."""
FEATURE_SIDE_PX = 900
"""Close-ups are compared at about this size: features of skin are found there, noise is not."""
LEAST_FEATURES = 12
"""Features that must agree on a similarity; fewer agree by chance."""
RATIO = 0.8
"""Lowe 2004, Int J Comput Vis 60:91: how much nearer the best match must be than the second."""
TOLERANCE_PX = 3.0


def by_landmarks(before: Face, after: Face) -> Matrix:
    """Turn, size and shift between two faces, by least median of squares over their landmarks."""
    first, second = (np.ascontiguousarray(face.landmarks[:MESH, :2]) for face in (before, after))
    matrix, _ = cv2.estimateAffinePartial2D(first, second, method=cv2.LMEDS)
    return np.asarray(matrix, np.float64)


def by_features(before: Pixels, after: Pixels, *, skin: Skins = (None, None)) -> Matrix | None:
    """The same for close-ups, by features of the skin (SIFT); None when too few agree.

    skin: of both. A card or marker beside it may lie elsewhere the next time, so nothing of it counts.
    """
    (first, step), (second, other_step) = (
        _features(pixels, mask) for pixels, mask in zip((before, after), skin, strict=True)
    )
    if min(len(first[0]), len(second[0])) < LEAST_FEATURES:
        return None
    matches = cv2.BFMatcher(cv2.NORM_L2).knnMatch(first[1], second[1], k=2)
    good = [best for best, *rest in matches if rest and best.distance < RATIO * rest[0].distance]
    if len(good) < LEAST_FEATURES:
        return None
    source = (first[0][[match.queryIdx for match in good]] + 0.5) * step - 0.5
    target = (second[0][[match.trainIdx for match in good]] + 0.5) * other_step - 0.5
    matrix, agree = cv2.estimateAffinePartial2D(
        source.astype(np.float32),
        target.astype(np.float32),
        method=cv2.RANSAC,
        ransacReprojThreshold=TOLERANCE_PX * max(step, other_step),
        maxIters=5000,
    )
    # Nothing found is None, against what its types say.
    if np.shape(matrix) != (2, 3) or int(np.count_nonzero(agree)) < LEAST_FEATURES:
        return None
    return np.asarray(matrix, np.float64)


def scale_of(matrix: Matrix) -> float:
    """How many times larger things are after than before."""
    return float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))


def turn_deg(matrix: Matrix) -> float:
    """Turn in the plane of the picture from before to after, degrees, clockwise on the screen."""
    return float(np.degrees(np.arctan2(matrix[1, 0], matrix[0, 0])))


def _features(
    pixels: Pixels, skin: Mask | None
) -> tuple[tuple[NDArray[np.float64], NDArray[np.float32]], float]:
    step = max(1.0, max(pixels.shape[:2]) / FEATURE_SIDE_PX)
    small = cv2.resize(pixels, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    grey = cv2.createCLAHE(4.0, (8, 8)).apply(bytes_(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)))
    where = np.full_like(grey, 255)
    if skin is not None:
        size = (grey.shape[1], grey.shape[0])
        where = bytes_(cv2.resize(skin.view(np.uint8), size, interpolation=cv2.INTER_NEAREST)) * np.uint8(255)
    points, words = cv2.SIFT.create(nfeatures=2500, contrastThreshold=0.01).detectAndCompute(grey, where)
    if not points:
        return (np.zeros((0, 2)), np.zeros((0, 128), np.float32)), step
    return (np.array([point.pt for point in points], np.float64), np.asarray(words, np.float32)), step
