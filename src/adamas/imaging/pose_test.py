import numpy as np
import pytest

from adamas.imaging import pose


def turned(yaw: float, pitch: float, roll: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Landmarks of the mean face after these turns, as a camera in front sees them."""
    y, p, r = np.radians([yaw, pitch, roll])
    about_nose = np.array([[np.cos(r), np.sin(r), 0], [-np.sin(r), np.cos(r), 0], [0, 0, 1]])
    nod = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    shake = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    landmarks = np.zeros((478, 3), np.float32)
    landmarks[pose.POINTS] = (pose._MEAN_FACE @ (shake @ nod @ about_nose).T) * (40, -40, 40) + (700, 900, 5)
    return landmarks


@pytest.mark.parametrize(
    "angles", [(0, 0, 0), (20, 0, 0), (-20, 0, 0), (0, 15, 0), (0, -15, 0), (0, 0, 30), (12, -7, 5)]
)
def test_the_pose_is_the_turn_that_was_made(angles: tuple[float, float, float]) -> None:
    found = pose.pose_of(turned(*angles))
    assert (found.yaw_deg, found.pitch_deg, found.roll_deg) == pytest.approx(angles, abs=0.05)


def test_who_turns_to_the_left_has_the_nose_further_right_in_the_picture() -> None:
    straight, left = turned(0, 0, 0), turned(20, 0, 0)
    assert left[4, 0] > straight[4, 0]


def test_who_nods_has_the_nose_further_down_in_the_picture() -> None:
    assert turned(0, 20, 0)[4, 1] > turned(0, 0, 0)[4, 1]


def test_who_tilts_to_the_left_shoulder_has_the_forehead_further_right_in_the_picture() -> None:
    assert turned(0, 0, 20)[10, 0] > turned(0, 0, 0)[10, 0]
