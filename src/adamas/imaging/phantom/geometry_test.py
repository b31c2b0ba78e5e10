import cv2
import numpy as np
import pytest

from adamas.imaging.phantom.geometry import Geometry, View

VIEWS = [
    View(),
    View(roll_deg=3.0, scale=1.04, shift_px=(12.5, -7.25)),
    View(yaw_deg=10.0, pitch_deg=-8.0, distance=2.0),
    View(bend_px=8.0, bend_seed=3),
    View(lens=-0.06),
    View(yaw_deg=3, pitch_deg=3, roll_deg=-3, scale=0.96, shift_px=(9, 4), bend_px=8, lens=0.03),
]
SHAPE = (430, 601)


def points() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.random.default_rng(1).uniform((0, 0), SHAPE[::-1], (400, 2))


@pytest.mark.parametrize("view", VIEWS)
def test_the_way_back_leads_back(view: View) -> None:
    geometry = Geometry(view, SHAPE, SHAPE)
    assert np.abs(geometry.to_scene(geometry.to_photo(points())) - points()).max() < 1e-6


@pytest.mark.parametrize("view", VIEWS)
def test_the_dense_map_agrees_with_the_exact_one(view: View) -> None:
    geometry = Geometry(view, SHAPE, SHAPE)
    x, y = geometry.maps()
    assert x.shape == SHAPE
    columns, rows = np.meshgrid(np.arange(SHAPE[1]), np.arange(SHAPE[0]))
    exact = geometry.to_scene(np.stack([columns, rows], axis=-1).astype(np.float64))
    assert float(np.abs(np.stack([x, y], axis=-1) - exact).max()) < 0.03


def test_a_view_that_changes_nothing_maps_every_point_to_itself() -> None:
    assert np.abs(Geometry(View(), SHAPE, SHAPE).to_scene(points()) - points()).max() < 1e-9


def test_one_photo_leads_onto_the_other() -> None:
    one, other = (Geometry(view, SHAPE, SHAPE) for view in VIEWS[1:3])
    seen = one.onto(other, points())
    assert np.abs(other.onto(one, seen) - points()).max() < 1e-6
    assert np.abs(one.to_scene(points()) - other.to_scene(seen)).max() < 1e-6


def test_a_point_of_the_scene_is_seen_where_the_truth_says() -> None:
    scene = np.zeros((*SHAPE, 3), np.float32)
    cv2.circle(scene, (400, 150), 6, (1, 1, 1), -1)
    geometry = Geometry(VIEWS[-1], SHAPE, SHAPE)
    weight = geometry.take(scene)[..., 0].astype(np.float64)
    rows, columns = np.mgrid[: SHAPE[0], : SHAPE[1]]
    seen = np.array([(columns * weight).sum(), (rows * weight).sum()]) / weight.sum()
    assert seen == pytest.approx(geometry.to_photo(np.array([400.0, 150.0])), abs=0.05)


def test_turning_to_its_left_takes_the_right_side_of_the_picture_away() -> None:
    turned = Geometry(View(yaw_deg=20, distance=2), SHAPE, SHAPE)
    left, right = turned.to_photo(np.array([[50.0, 215.0], [551.0, 215.0]]))
    assert abs(right[0] - 300) < abs(left[0] - 300)


def test_pitching_down_brings_the_forehead_closer() -> None:
    turned = Geometry(View(pitch_deg=20, distance=2), SHAPE, SHAPE)
    top, bottom = turned.to_photo(np.array([[300.0, 50.0], [300.0, 380.0]]))
    assert abs(top[1] - 214.5) > abs(bottom[1] - 214.5)


def test_rolling_to_the_left_shoulder_turns_the_picture_clockwise() -> None:
    turned = Geometry(View(roll_deg=10), SHAPE, SHAPE)
    assert turned.to_photo(np.array([550.0, 214.5]))[1] > 214.5 + 20


def test_a_bend_moves_no_point_further_than_asked() -> None:
    geometry = Geometry(View(bend_px=12, bend_seed=5), SHAPE, SHAPE)
    moved = np.hypot(*(geometry.to_scene(points()) - points()).T)
    assert 2 < moved.max() <= 12


def test_a_photo_may_have_another_size_than_the_scene() -> None:
    geometry = Geometry(View(), SHAPE, (300, 400))
    assert geometry.take(np.ones((*SHAPE, 3), np.float32)).shape == (300, 400, 3)
    assert geometry.to_photo(np.array([300.0, 214.5])) == pytest.approx([199.5, 149.5])
