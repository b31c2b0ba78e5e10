"""Bakes src/adamas/imaging/phantom/head.csv: the mean, mirrored face of photographs in the public domain.

    pip download --no-deps --no-binary :all: face_recognition==1.3.0    (portraits in tests/test_images)
    python -m tools.bake_head grace_hopper.jpg obama3.jpg biden.jpg     (the first one is matplotlib's)

Nobody in particular: landmarks are turned to the front, brought to one size, averaged and made symmetrical.
Needed again only when the face model changes.
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist

from adamas.imaging.face import INTEROCULAR_MM
from adamas.imaging.landmarks import find_faces
from adamas.imaging.phantom.head import HEAD

Points = NDArray[np.float64]
TEXT = """\
# A mean face, written by tools/bake_head.py. In mm from between the eyes: right, down, towards the camera.
x,y,z
"""
IRISES, NOSE, FOREHEAD, CHIN = (468, 473), 4, 10, 152


def landmarks(picture: Path) -> Points:
    """(478, 3) of the largest face, in units of the distance between the eyes."""
    pixels = cv2.cvtColor(np.asarray(cv2.imread(str(picture))), cv2.COLOR_BGR2RGB)
    points = find_faces(np.asarray(pixels, np.uint8))[0].landmarks.astype(np.float64)
    left, right = (points[index] for index in IRISES)
    return np.asarray((points - points.mean(0)) / np.linalg.norm(right - left))


def onto(points: Points, goal: Points) -> Points:
    """Turned and shifted onto another face (Kabsch 1976)."""
    source, target = points - points.mean(0), goal - goal.mean(0)
    u, _, v = np.linalg.svd(source.T @ target)
    keep = np.diag([1, 1, np.sign(np.linalg.det(u @ v))])
    return np.asarray(source @ u @ keep @ v + goal.mean(0))


def upright(points: Points) -> Points:
    """In mm from between the eyes, eyes level, chin below the forehead, nose towards the camera."""
    left, right = (points[index] for index in IRISES)
    across = (right - left) / np.linalg.norm(right - left)
    down = points[CHIN] - points[FOREHEAD]
    down = down - across * (down @ across)
    down /= np.linalg.norm(down)
    turned = (points - (left + right) / 2) @ np.stack([across, down, np.cross(down, across)]).T
    # The cross product points into the head or out of it, as the axes of the pictures have it.
    turned *= (1, 1, np.sign(turned[NOSE, 2]))
    return np.asarray(turned * INTEROCULAR_MM / np.linalg.norm(right - left))


def mean_face(faces: list[Points]) -> Points:
    """Symmetrical, looking straight ahead: each landmark is averaged with the mirror image of its twin."""
    mean = faces[0]
    for _ in range(10):
        mean = np.mean([onto(face, mean) for face in faces], axis=0)
    mean = upright(mean)
    flipped = mean * (-1, 1, 1)
    _, twin = linear_sum_assignment(cdist(mean, flipped, "sqeuclidean"))
    return upright((mean + onto(flipped[twin], mean)) / 2)


def main() -> None:
    """Write the table."""
    face = mean_face([landmarks(Path(name)) for name in sys.argv[1:]])
    HEAD.write_text(TEXT + "".join(f"{x:.2f},{y:.2f},{z:.2f}\n" for x, y, z in face), encoding="utf-8")
    print(f"{HEAD}: {len(face)} landmarks of {len(sys.argv) - 1} faces")


if __name__ == "__main__":
    main()
