import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.photo import Pixels
from adamas.imaging.scale import MARKER_MM, between, find_scale, marker
from tests.support.portraits import photo_of


def close_up(px_per_mm: float, *, angle: float = 12.0, tilt: float = 0.0) -> Pixels:
    """Skin with a marker on it; tilt: how much shorter its far side is, as a share."""
    drawn = marker(3)
    side = drawn.shape[0] * (6 / 8) / MARKER_MM
    matrix = np.vstack([cv2.getRotationMatrix2D((0, 0), angle, px_per_mm / side), [0, 0, 1]])
    matrix[:2, 2] += (300, 500)
    matrix = np.array([[1, 0, 0], [0, 1, 0], [0, tilt / (MARKER_MM * px_per_mm), 1]]) @ matrix
    paper = np.full((1200, 1600, 3), (205, 160, 140), np.uint8)
    inside = cv2.warpPerspective(np.full_like(drawn, 255), matrix, (1600, 1200)) > 127
    paper[inside] = cv2.warpPerspective(drawn, matrix, (1600, 1200), flags=cv2.INTER_AREA)[inside][:, None]
    return np.asarray(cv2.GaussianBlur(paper, (0, 0), 0.7), np.uint8)


@pytest.mark.parametrize("px_per_mm", [5.0, 11.7, 24.0])
@pytest.mark.parametrize("angle", [0.0, 12.0, 100.0])
def test_the_marker_gives_the_scale_to_one_percent(px_per_mm: float, angle: float) -> None:
    scale = find_scale(close_up(px_per_mm, angle=angle))
    if angle == 100.0 and px_per_mm == 24.0:
        # A quarter turn takes the large marker out of the picture.
        assert scale is None
        return
    assert scale is not None
    assert scale.px_per_mm == pytest.approx(px_per_mm, rel=0.01)


def test_a_marker_seen_from_the_side_is_no_measure() -> None:
    assert find_scale(close_up(11.7, angle=0.0, tilt=0.4)) is None


def test_bare_skin_has_no_scale() -> None:
    photo = photo_of(np.full((600, 600, 3), (205, 160, 140), np.uint8), "cheek")
    assert find_scale(photo.pixels) is None


def test_two_points_on_a_ruler_give_the_scale() -> None:
    assert between((10, 20), (10, 520), mm=50) == 10.0


@pytest.mark.parametrize("turn", [-20.0, 0.0, 35.0])
def test_markers_say_how_far_one_picture_is_turned_against_another(turn: float) -> None:
    first, second = (find_scale(close_up(9.0, angle=angle)) for angle in (12.0, 12.0 - turn))
    assert first is not None
    assert second is not None
    assert first.numbers == second.numbers == (3,)
    assert first.turn_deg(second) == pytest.approx(turn, abs=0.5)
    assert first.turn_deg(replace(second, numbers=(4,))) is None
