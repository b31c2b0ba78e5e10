"""Close-ups are laid on each other by their colours when light from elsewhere changed every shadow."""

from functools import cache

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.mottling import by_mottling
from adamas.imaging.phantom.camera import PHONE, Shot, shoot
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.people import somebody, treated
from adamas.imaging.phantom.shade import LAMP, shade
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.photo import Pixels
from adamas.imaging.similarity import Matrix, scale_of, turn_deg

PX_PER_MM = 12.0
OPPOSITE = replace(LAMP, azimuth_deg=LAMP.azimuth_deg + 180)
MOVED = View(roll_deg=5, scale=1.06, shift_px=(40, -25))


@cache
def skin(seed: int, ita: float, *, is_faded: bool = False) -> Sheet:
    person = replace(somebody(seed, ita_deg=ita, px_per_mm=PX_PER_MM), size_mm=(60, 45))
    return sheet(treated(person, spots=0.5, redness=0.5) if is_faded else person)


def before(seed: int, ita: float) -> Shot:
    return shoot(shade(skin(seed, ita), LAMP), replace(PHONE, exposure_ev=max(0.0, -ita / 40)), seed=1)


def after(seed: int, ita: float, view: View = MOVED) -> Shot:
    camera = replace(PHONE, view=view, exposure_ev=max(0.0, -ita / 40), kelvin=6200)
    return shoot(shade(skin(seed, ita, is_faded=True), OPPOSITE), camera, seed=2)


def off_mm(matrix: Matrix, first: Shot, second: Shot) -> float:
    x, y = np.meshgrid(np.arange(80.0, 640, 40), np.arange(80.0, 460, 40))
    points = np.stack([x, y], axis=-1)
    there = first.geometry.onto(second.geometry, points)
    found = points @ matrix[:, :2].T + matrix[:, 2]
    return float(np.median(np.hypot(*np.moveaxis(found - there, -1, 0)))) / PX_PER_MM


@pytest.mark.parametrize("ita", [50.0, 10.0, -45.0])
def test_skin_is_found_under_a_lamp_on_the_other_side_although_its_spots_faded(ita: float) -> None:
    first, second = before(31, ita), after(31, ita)
    matrix = by_mottling(first.pixels, second.pixels, scales=(PX_PER_MM, PX_PER_MM))
    assert matrix is not None
    assert off_mm(matrix, first, second) < 0.9
    assert abs(scale_of(matrix) - 1.06) < 0.03
    assert abs(turn_deg(matrix)) == pytest.approx(5, abs=2)


@pytest.mark.parametrize("ita", [50.0, -45.0])
def test_skin_of_somebody_else_is_not_the_same_skin(ita: float) -> None:
    found = by_mottling(before(31, ita).pixels, after(32, ita).pixels, scales=(PX_PER_MM, PX_PER_MM))
    assert found is None


def test_a_larger_turn_is_found_when_something_says_about_how_much() -> None:
    first, second = before(31, 10), after(31, 10, View(roll_deg=70))
    turned = float(np.sign(turn_deg(_true(first, second)))) * 66.0
    scales = (PX_PER_MM, PX_PER_MM)
    assert by_mottling(first.pixels, second.pixels, scales=scales) is None
    matrix = by_mottling(first.pixels, second.pixels, scales=scales, turn_deg=turned)
    assert matrix is not None
    assert abs(turn_deg(matrix)) == pytest.approx(70, abs=3)


def _true(first: Shot, second: Shot) -> Matrix:
    """How the skin turned, by three of its points."""
    corners = np.array([[300.0, 200], [400, 200], [300, 300]])
    there = first.geometry.onto(second.geometry, corners)
    return np.column_stack([(there[1] - there[0]) / 100, (there[2] - there[0]) / 100, there[0]])


@pytest.mark.parametrize(
    "pixels",
    [
        np.full((540, 720, 3), (205, 160, 140), np.uint8),
        np.zeros((540, 720, 3), np.uint8),
        np.zeros((40, 40, 3), np.uint8),
    ],
    ids=["one colour", "black", "tiny"],
)
def test_where_nothing_is_seen_nothing_is_found(pixels: Pixels) -> None:
    assert by_mottling(before(31, 10).pixels, pixels, scales=(PX_PER_MM, PX_PER_MM)) is None
    assert by_mottling(pixels, pixels.copy(), scales=(PX_PER_MM, PX_PER_MM)) is None
