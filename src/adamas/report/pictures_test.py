"""Pictures of a report: the face, cut out and small, with what was found where it was found."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from adamas.imaging.grid import Grid
from adamas.imaging.reading import Overlay
from adamas.report.document import Picture
from adamas.report.pictures import Window, drawing, picture, window_of
from tests.support.photographs import seen

GREY = np.full((400, 300, 3), 128, np.uint8)
WHOLE = Window(0, 0, 300, 400)


def pixels_of(shown: Picture) -> NDArray[np.uint8]:
    raw = cv2.imdecode(np.frombuffer(shown.data, np.uint8), cv2.IMREAD_COLOR)
    assert raw is not None
    return np.asarray(cv2.cvtColor(raw, cv2.COLOR_BGR2RGB), np.uint8)


def test_a_picture_is_no_larger_than_asked_and_keeps_its_shape() -> None:
    shown = picture(GREY, WHOLE, longer=200, alt="grey")
    assert (shown.width, shown.height) == (150, 200)
    assert pixels_of(shown).shape == (200, 150, 3)
    assert picture(GREY, WHOLE, longer=4000, alt="grey").height == 400


@pytest.mark.parametrize("step", [1.0, 2.0, 6.0])
def test_what_was_found_is_drawn_where_it_is(step: float) -> None:
    side = round(120 / step)
    rgba = np.zeros((side, side, 4), np.uint8)
    rgba[round(40 / step) : round(80 / step), round(40 / step) : round(80 / step)] = (255, 0, 0, 255)
    overlay = Overlay(rgba=rgba, grid=Grid(100, 200, step), size=(400, 300))
    shown = pixels_of(drawing(GREY, overlay, WHOLE, longer=400, alt="red square")).astype(int)
    red = (shown[..., 0] - shown[..., 1]) > 100
    rows, columns = np.nonzero(red)
    assert (columns.mean(), rows.mean()) == pytest.approx((159.5, 259.5), abs=1.0)


def test_the_window_holds_the_face_and_stays_inside() -> None:
    one = seen("before/1")
    assert one.face is not None
    window = window_of(one)
    x, y = one.face.landmarks[:, 0], one.face.landmarks[:, 1]
    assert 0 <= window.left <= x.min() < x.max() <= window.right <= one.photo.width
    assert 0 <= window.top <= y.min() < y.max() <= window.bottom <= one.photo.height


def test_the_photograph_itself_is_not_touched() -> None:
    before = GREY.copy()
    overlay = Overlay(rgba=np.full((50, 50, 4), 255, np.uint8), grid=Grid(0, 0, 2.0), size=(400, 300))
    drawing(GREY, overlay, WHOLE, longer=100, alt="white")
    assert np.array_equal(GREY, before)
