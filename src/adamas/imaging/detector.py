"""Where faces are: BlazeFace short range (Bazarevsky et al. 2019, arXiv 1907.05047) on a 128 px picture."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.networks import networks, run
from adamas.imaging.photo import Pixels

SIDE = 128
MIN_SCORE = 0.5
"""Probability below which a detection is none; MediaPipe's own default."""
_OVERLAP = 0.3
_LOGIT_LIMIT = 50.0
_MARGINS = (0.0, 0.5)
"""Added around the picture, in its longer side: a face that fills the frame is found with a margin only."""

# Of the eight pairs of a box the second is its size; all others are places.
_PLACES = [0, *range(2, 8)]


class Detection(Struct, frozen=True, eq=False):
    """A face: centre and side of its box, both eyes (seen from us left, then right), all in pixels; 0-1."""

    centre: tuple[float, float]
    side: float
    eyes: tuple[tuple[float, float], tuple[float, float]]
    score: float


def detect(pixels: Pixels) -> tuple[Detection, ...]:
    """All faces, the largest first."""
    for margin in _MARGINS:
        found = _detect(pixels, margin=margin)
        if found:
            return tuple(sorted(found, key=lambda detection: -detection.side))
    return ()


def _detect(pixels: Pixels, *, margin: float) -> list[Detection]:
    height, width = pixels.shape[:2]
    scale = SIDE / (max(height, width) * (1.0 + 2.0 * margin))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    # A detector of 128 px needs no more than about 512: every n-th pixel will do.
    step = max(1, max(height, width) // 512)
    small = cv2.resize(pixels[::step, ::step], size, interpolation=cv2.INTER_AREA)
    left, top = (SIDE - size[0]) // 2, (SIDE - size[1]) // 2
    canvas = np.zeros((SIDE, SIDE, 3), np.float32)
    canvas[top : top + size[1], left : left + size[0]] = small.astype(np.float32) / 127.5 - 1.0
    outputs = run(
        networks().detector,
        np.ascontiguousarray(canvas.transpose(2, 0, 1))[None],
        ("regressors", "classificators"),
    )
    logits = np.clip(outputs["classificators"].ravel(), -_LOGIT_LIMIT, _LOGIT_LIMIT)
    scores = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    points = outputs["regressors"].reshape(-1, 8, 2).copy()
    points[:, _PLACES] += _anchors()[:, None]
    keep = scores >= MIN_SCORE
    origin, factor = np.array([left, top]), np.array([width / size[0], height / size[1]])
    points[:, _PLACES] -= origin
    points *= factor
    return _merged(points[keep], scores[keep])


def _merged(points: NDArray[np.float32], scores: NDArray[np.float32]) -> list[Detection]:
    """Weighted non-maximum suppression: boxes that overlap become their mean by score."""
    left = np.argsort(-scores)
    found = []
    while left.size:
        overlap = _overlap(points[left[0]], points[left])
        group, left = left[overlap > _OVERLAP], left[(overlap <= _OVERLAP)]
        mean = np.average(points[group], axis=0, weights=scores[group])
        eyes = ((float(mean[2, 0]), float(mean[2, 1])), (float(mean[3, 0]), float(mean[3, 1])))
        centre = (float(mean[0, 0]), float(mean[0, 1]))
        found.append(Detection(centre, float(mean[1].max()), eyes, float(scores[group].max())))
    return found


def _overlap(one: NDArray[np.float32], many: NDArray[np.float32]) -> NDArray[np.float32]:
    """Intersection over union; a box overlaps with itself by 1 whatever it is."""
    low = np.maximum(one[0] - one[1] / 2, many[:, 0] - many[:, 1] / 2)
    high = np.minimum(one[0] + one[1] / 2, many[:, 0] + many[:, 1] / 2)
    common = np.prod(np.maximum(high - low, 0.0), axis=1)
    union = np.prod(one[1]) + np.prod(many[:, 1], axis=1) - common
    shares = common / np.maximum(union, 1e-6)
    shares[0] = 1.0
    return np.asarray(shares)


def _anchors() -> NDArray[np.float32]:
    """Centres of the 896 anchors: 2 a cell of 16 x 16, then 6 a cell of 8 x 8."""
    grids = []
    for cells, anchors in ((16, 2), (8, 6)):
        centres = (np.arange(cells) + 0.5) * (SIDE / cells)
        x, y = np.meshgrid(centres, centres)
        grids.append(np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), anchors, axis=0))
    return np.concatenate(grids).astype(np.float32)
