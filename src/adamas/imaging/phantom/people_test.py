import numpy as np
import pytest

from adamas.imaging.phantom.face import face
from adamas.imaging.phantom.optics import ita_deg, linear_rgb
from adamas.imaging.phantom.people import sit_down, somebody, take, treated
from adamas.imaging.phantom.sheet import sheet


def test_somebody_has_the_tone_that_was_asked_for_and_skin_of_her_own() -> None:
    first, second = somebody(1, ita_deg=-30), somebody(2, ita_deg=-30)
    for one in (first, second):
        assert ita_deg(linear_rgb(one.melanin, one.blood)) == pytest.approx(-30, abs=0.1)
    assert first.pores != second.pores
    assert somebody(1, ita_deg=-30) == first


def test_a_treatment_changes_what_it_is_meant_to_and_keeps_every_place() -> None:
    she = somebody(3, ita_deg=40, px_per_mm=3)
    before, after = (sheet(skin).truth for skin in (she, treated(she, spots=0.5, redness=0.5)))
    assert before.of("pore") == after.of("pore")
    for kind in ("spot", "erythema"):
        old, new = before.of(kind), after.of(kind)
        assert [one.x_mm for one in old] == [one.x_mm for one in new]
        assert [one.strength - 1 for one in new] == pytest.approx([(one.strength - 1) / 2 for one in old])
    fewer = sheet(treated(she, pores=0.5)).truth.of("pore")
    assert len(fewer) == pytest.approx(len(before.of("pore")) / 2, rel=0.01)


def test_no_two_shots_of_a_sitting_are_the_same_and_the_lamp_stays() -> None:
    one, rng = face(somebody(4, ita_deg=20, px_per_mm=3)), np.random.default_rng(0)
    monday = sit_down(rng)
    first, second = take(one, monday, rng), take(one, monday, rng)
    assert first.light == second.light == monday.light
    assert first.camera.view != second.camera.view
    assert sit_down(rng).light != monday.light
    again = np.random.default_rng(0)
    repeated = take(one, sit_down(again), again)
    assert np.array_equal(repeated.shot.pixels, first.shot.pixels)
