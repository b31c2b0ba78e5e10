"""Where eyes, brows, lips, nostrils and hair lie on the head of a phantom, as soft masks."""

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.phantom.fields import Field
from adamas.imaging.phantom.head import EYES_MM, SIZE_MM, Points, landmarks_mm, outline_mm
from adamas.imaging.regions import BROWS, EYES, LIPS, NOSTRILS

FINE = 5.0
"""Masks are drawn at so many pixels per mm and enlarged."""
SHAPE = (round(SIZE_MM[1] * FINE), round(SIZE_MM[0] * FINE))
IRIS_MM, PUPIL_MM = 5.9, 1.9
MOUTH = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
UPPER_LIDS = ((33, 246, 161, 160, 159, 158, 157, 173, 133), (263, 466, 388, 387, 386, 385, 384, 398, 362))
IRISES = (468, 473)


def polygon(points_mm: Points, *, soft_mm: float = 0.3) -> Field:
    """A filled outline with a soft edge, 0-1."""
    mask = np.zeros(SHAPE, np.float32)
    cv2.fillPoly(mask, [_corners(points_mm)], 1.0, cv2.LINE_AA, 4)
    return _soften(mask, soft_mm)


def stroke(points_mm: Points, *, width_mm: float, soft_mm: float = 0.3) -> Field:
    """A line along points, 0-1."""
    mask = np.zeros(SHAPE, np.float32)
    cv2.polylines(mask, [_corners(points_mm)], False, 1.0, max(1, round(width_mm * FINE)), cv2.LINE_8, 4)
    return _soften(mask, soft_mm)


def disc(centre_mm: Points, radius_mm: float) -> Field:
    """A disc with a soft edge, 0-1."""
    y, x = np.ogrid[: SHAPE[0], : SHAPE[1]]
    away = np.hypot((x + 0.5) / FINE - centre_mm[0], (y + 0.5) / FINE - centre_mm[1])
    return np.asarray(np.clip((radius_mm - away) / 0.5 + 0.5, 0, 1), np.float32)


def _corners(points_mm: Points) -> NDArray[np.int32]:
    return np.round((points_mm * FINE - 0.5) * 16).astype(np.int32).reshape(-1, 1, 2)


def _soften(mask: Field, soft_mm: float) -> Field:
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), soft_mm * FINE), np.float32)


def _at(numbers: tuple[int, ...]) -> Points:
    return landmarks_mm()[list(numbers), :2]


@cache
def masks() -> dict[str, Field]:
    """By name, in the order they are painted: each covers what came before."""
    lids = np.maximum.reduce([stroke(_at(lid), width_mm=1.0) for lid in UPPER_LIDS])
    creases = np.maximum.reduce(
        [stroke(_at(lid) - (0, 3.5), width_mm=0.8, soft_mm=0.8) for lid in UPPER_LIDS]
    )
    eyes = np.maximum.reduce([polygon(_at(eye)) for eye in EYES])
    irises = np.maximum.reduce([disc(_at((iris,))[0], IRIS_MM) for iris in IRISES])
    pupils = np.maximum.reduce([disc(_at((iris,))[0], PUPIL_MM) for iris in IRISES])
    glints = np.maximum.reduce([disc(_at((iris,))[0] - (1.2, 1.8), 0.8) for iris in IRISES])
    nostrils = np.maximum.reduce([polygon(_at(hole), soft_mm=0.8) for hole in NOSTRILS])
    brows = np.maximum.reduce([polygon(_at(brow), soft_mm=1.2) for brow in BROWS])
    return {
        "lips": polygon(_at(LIPS), soft_mm=0.6),
        "mouth": np.maximum(polygon(_at(MOUTH), soft_mm=0.5), stroke(_at(MOUTH[:11]), width_mm=1.0)),
        "nostrils": nostrils,
        "creases": 0.5 * creases,
        "eyes": eyes,
        "irises": irises * eyes,
        "pupils": pupils * eyes,
        "glints": glints * eyes,
        "lids": lids,
        "brows": brows,
        "hair": hair(),
    }


def hair() -> Field:
    """All of the head outside the face, down to below the ears."""
    y = ((np.arange(SHAPE[0]) + 0.5) / FINE)[:, None]
    above = np.clip((EYES_MM[1] + 50 - y) / 25, 0, 1).astype(np.float32)
    return np.asarray((1 - polygon(_ears(), soft_mm=2.0)) * above, np.float32)


def _ears() -> Points:
    """The face as far as the hair lets it be seen, and everything below it."""
    ring = outline_mm()
    return np.asarray(ring.mean(0) + (1.04, 1.0) * (ring - ring.mean(0)))


@cache
def background() -> Field:
    """Everything beside head, neck and shoulders."""
    ring = outline_mm()
    head = polygon(ring.mean(0) + (1.28, 1.3) * (ring - ring.mean(0)), soft_mm=1.0)
    x, y = EYES_MM
    sides = [(x - 50, y + 60), (x + 50, y + 60), (x + 56, SIZE_MM[1] + 9), (x - 56, SIZE_MM[1] + 9)]
    neck = polygon(np.array(sides), soft_mm=2.0)
    return np.asarray(1 - np.maximum(head, neck), np.float32)


@cache
def bare() -> Field:
    """Where there is nothing but skin of the face, 0-1."""
    free = polygon(outline_mm(), soft_mm=0.5)
    for mask in (*masks().values(), background()):
        free = free * (1 - mask)
    return np.asarray(free, np.float32)


@cache
def not_skin_mm() -> Points:
    """(n, 2) points everywhere but on the bare skin of the face, 2 mm apart."""
    step = round(2 * FINE)
    rows, columns = np.nonzero(bare()[::step, ::step] < 0.8)
    return np.asarray((np.stack([columns, rows], axis=1) * step + 0.5) / FINE, np.float64)
