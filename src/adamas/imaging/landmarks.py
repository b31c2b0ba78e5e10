"""Faces on a photograph: 478 landmarks, 52 expressions and the pose of each.

Attention mesh (Grishchenko et al. 2020, arXiv 2006.10962) on a turned square around the face, looked at
twice: the second square follows from the landmarks of the first.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.errors import PhotoUnusable, told
from adamas.imaging.detector import Detection, detect
from adamas.imaging.expression import expression_of
from adamas.imaging.face import Face
from adamas.imaging.networks import networks, run
from adamas.imaging.photo import Photo, Pixels
from adamas.imaging.pose import pose_of

SIDE = 256
GUESSED_LOGIT, MIN_LOGIT = 0.0, 5.0
"""Logit of the landmark network below which there is no face, at the first look and at the second.

Real faces give 8-23, a blurred half of one 6; a colour wheel that fills the picture gives 3.
"""
LYING_DEG = 60.0
"""Roll from which the picture, not the head, is turned."""
SURE_LOGIT, ODD, SURER_LOGIT = 10.0, 0.3, 4.0
"""A face below this score, or that smiles or blinks more than this, may stand on its head; it does when the
picture turned round is surer by so much.

Drawn faces on their head give 9-17, with a smile of 0.3-0.8 and eyes shut to 0.4-0.8; upright 22-26.
"""
_ODDITIES = ("mouth-smile-left", "mouth-smile-right", "eye-blink-left", "eye-blink-right")
_ROOM = 1.5
_RIGHT_EYE, _LEFT_EYE = 33, 263
_TURNS = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)
Square = tuple[float, float, float, float]
"""Centre x and y, side, and angle in radians of a turned square, in pixels of the photograph."""


def find_faces(pixels: Pixels) -> tuple[Face, ...]:
    """Every face, the largest first; about 20 ms each on 12 MP."""
    faces = (_face(pixels, detection) for detection in detect(pixels))
    return tuple(face for face in faces if face is not None)


def find_face(photo: Photo, *, where: str = "") -> Face:
    """The largest face. Raises PhotoUnusable when there is none, or it lies on its side."""
    return upright_face(photo, find_faces(photo.pixels), where=where)


def upright_face(photo: Photo, faces: tuple[Face, ...], *, where: str = "") -> Face:
    """The first of the faces found on a photo. Raises PhotoUnusable when there is none or it lies.

    A face that stands on its head can pass for an upright one with a smile: only a doubtful one is looked at
    once more, about 20 ms on 12 MP.
    """
    if faces and abs(faces[0].pose.roll_deg) < LYING_DEG and not _is_on_its_head(photo.pixels, faces[0]):
        return faces[0]
    small = _small(photo.pixels)
    if faces or any(find_faces(np.asarray(cv2.rotate(small, turn), np.uint8)) for turn in _TURNS):
        raise PhotoUnusable(
            told("photo-face-turned", "The face lies on its side or upside down."),
            where=where,
            hint=told("photo-face-turned-hint", "Turn the photograph upright."),
        )
    raise PhotoUnusable(
        told("photo-no-face", "No face was found."),
        where=where,
        hint=told(
            "photo-no-face-hint",
            "Take the whole face from the front, evenly lit; for a close-up say which place it shows.",
        ),
    )


def _is_on_its_head(pixels: Pixels, face: Face) -> bool:
    if face.score >= SURE_LOGIT and max(face.expression[name] for name in _ODDITIES) < ODD:
        return False
    turned = find_faces(np.asarray(cv2.rotate(_small(pixels), cv2.ROTATE_180), np.uint8))
    return bool(turned) and turned[0].score >= face.score + SURER_LOGIT


def _small(pixels: Pixels) -> Pixels:
    factor = max(1, max(pixels.shape[:2]) // 512)
    size = (pixels.shape[1] // factor, pixels.shape[0] // factor)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _face(pixels: Pixels, detection: Detection) -> Face | None:
    first, second = (np.array(eye) for eye in detection.eyes)
    square = (*detection.centre, detection.side * _ROOM, _angle(first, second))
    landmarks, score = _landmarks(pixels, square)
    if score < GUESSED_LOGIT:
        return None
    landmarks, score = _landmarks(pixels, _around(landmarks))
    if score < MIN_LOGIT:
        return None
    return Face(
        landmarks=landmarks, expression=expression_of(landmarks), pose=pose_of(landmarks), score=float(score)
    )


def _angle(first: NDArray[np.floating], second: NDArray[np.floating]) -> float:
    return float(np.arctan2(second[1] - first[1], second[0] - first[0]))


def _around(landmarks: NDArray[np.float32]) -> Square:
    angle = _angle(landmarks[_RIGHT_EYE], landmarks[_LEFT_EYE])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    flat = landmarks[:, :2] @ turn
    low, high = flat.min(axis=0), flat.max(axis=0)
    x, y = turn @ ((low + high) / 2)
    return (float(x), float(y), float((high - low).max()) * _ROOM, angle)


def _landmarks(pixels: Pixels, square: Square) -> tuple[NDArray[np.float32], float]:
    x, y, side, angle = square
    shrink = max(1, 2 * int(side // (2 * SIDE)))
    patch, origin = _patch(pixels, square, shrink=shrink)
    # Pixel centres: the middle of the first of `shrink` pixels lies half a step inside.
    forth = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) * (SIDE / side)
    centre = (np.array([x, y]) + 0.5 - origin) / shrink
    matrix = np.empty((2, 3))
    matrix[:, :2] = forth * shrink
    matrix[:, 2] = SIDE / 2 - matrix[:, :2] @ centre
    matrix[:, 2] += matrix[:, :2] @ [0.5, 0.5] - 0.5
    crop = cv2.warpAffine(
        patch, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    tensor = np.ascontiguousarray((crop.astype(np.float32) / 255.0).transpose(2, 0, 1))[None]
    outputs = run(networks().landmarks, tensor, ("Identity", "Identity_1"))
    points = outputs["Identity"].reshape(-1, 3)
    back = np.linalg.inv(forth)
    landmarks = np.empty((478, 3), np.float32)
    landmarks[:, :2] = (points[:, :2] - SIDE / 2) @ back.T + (x, y)
    landmarks[:, 2] = -points[:, 2] * (side / SIDE)
    return landmarks, float(outputs["Identity_1"].ravel()[0])


def _patch(pixels: Pixels, square: Square, *, shrink: int) -> tuple[Pixels, NDArray[np.float64]]:
    """The part of the photograph under the square, `shrink` (1 or even) times smaller; its origin in pixels.

    Of every `shrink` by `shrink` pixels four are looked at: enough for a network that sees 256 by 256.
    """
    x, y, side, _ = square
    reach = side * 0.75
    height, width = pixels.shape[:2]
    left, top = (int(np.clip(edge - reach, 0, limit - shrink)) for edge, limit in ((x, width), (y, height)))
    columns, rows = (
        max(1, int(min(2 * reach, limit - start)) // shrink)
        for start, limit in ((left, width), (top, height))
    )
    step = max(1, shrink // 2)
    part = pixels[top : top + rows * shrink : step, left : left + columns * shrink : step]
    if shrink > 1:
        part = np.asarray(cv2.resize(part, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)
    # The four lie nearer to the first corner than to the middle of their square.
    return part, np.array([left, top]) + (1 - step) / 2
