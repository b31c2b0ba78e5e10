"""Turn of the head from its landmarks in three dimensions."""

import numpy as np
from numpy.typing import NDArray

from adamas.imaging.face import Pose

# Landmark, weight, and x, y, z (cm; right, up, towards the camera) of the mean face: the fitting set of the
# "geometry pipeline metadata" of the face model (Google, Apache-2.0). Each has a twin on the other side.
_MIDDLE = (
    (4, 0.0709, 0.000, -0.463, 7.587),
    (6, 0.0321, 0.000, 2.473, 5.789),
    (10, 0.0084, 0.000, 8.262, 4.482),
)
_PAIRS = (
    (33, 263, 0.0587, 4.446, 2.664, 3.173),
    (54, 284, 0.0077, 6.279, 6.615, 1.426),
    (67, 297, 0.0091, 3.524, 8.006, 3.729),
    (117, 346, 0.0098, 5.259, 0.946, 2.974),
    (119, 348, 0.0146, 3.301, 0.862, 3.873),
    (121, 350, 0.0186, 1.821, 1.468, 4.224),
    (127, 356, 0.0052, 7.743, 2.365, -2.005),
    (129, 358, 0.1206, 1.786, -0.978, 4.850),
    (132, 361, 0.0056, 7.271, -2.891, -2.252),
    (133, 362, 0.0533, 1.856, 2.585, 3.758),
    (136, 365, 0.0669, 5.085, -7.179, 0.715),
    (143, 372, 0.0148, 6.408, 2.236, 1.561),
    (147, 376, 0.0143, 6.235, -1.944, 1.664),
    (198, 420, 0.0255, 1.247, 0.230, 5.681),
    (205, 425, 0.0473, 3.833, -1.537, 4.138),
)
_TABLE = np.array(
    [
        *_MIDDLE,
        *((one, weight, -x, y, z) for one, _, weight, x, y, z in _PAIRS),
        *((other, weight, x, y, z) for _, other, weight, x, y, z in _PAIRS),
    ]
)
POINTS = _TABLE[:, 0].astype(np.intp)
_WEIGHTS = _TABLE[:, 1] / _TABLE[:, 1].sum()
_MEAN_FACE = _TABLE[:, 2:]


def pose_of(landmarks: NDArray[np.float32]) -> Pose:
    """Turn against a head that looks straight into the camera. landmarks: as in `Face`."""
    seen = landmarks[POINTS].astype(np.float64) * (1.0, -1.0, 1.0)
    turn = _rotation(_MEAN_FACE, seen)
    nose = turn[:, 2]
    yaw = np.arctan2(nose[0], nose[2])
    pitch = np.arctan2(-nose[1], np.hypot(nose[0], nose[2]))
    # What is left after yaw and pitch are undone is the turn about the nose.
    sideways = np.array([np.cos(yaw), 0.0, -np.sin(yaw)])
    upwards = np.cross(nose, sideways)
    roll = np.arctan2(turn[:, 1] @ sideways, turn[:, 1] @ upwards)
    return Pose(*(float(np.degrees(angle)) for angle in (yaw, pitch, roll)))


def _rotation(source: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rotation of a weighted similarity (Kabsch 1976)."""
    first = source - _WEIGHTS @ source
    second = target - _WEIGHTS @ target
    left, _, right = np.linalg.svd((second * _WEIGHTS[:, None]).T @ first)
    sign = np.diag([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    return np.asarray(left @ sign @ right)
