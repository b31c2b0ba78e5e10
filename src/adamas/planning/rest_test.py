from itertools import pairwise

import pytest

from adamas.message import Title
from tests.support.planned import plan

FACE = ("forehead", "nose", "cheek", "chin")


def days(birth: str, **answers: str) -> float:
    return plan({"birth-date": birth, **answers}, zones=FACE).interval_days.value


def test_a_young_face_that_is_not_dry_keeps_the_usual_two_weeks() -> None:
    assert days("2000-01-01") == 14


def test_an_older_face_rests_as_long_as_the_curve_of_repair_says() -> None:
    found = plan({"birth-date": "1950-01-01"}, zones=FACE)
    why = found.interval_days.because
    assert why.client.id == "plan-interval-repair"
    assert {ground.id for ground in why.rests_on} == {"course-interval", "course-dose-model"}
    assert 14 < found.interval_days.value <= 28


@pytest.mark.parametrize("younger", ["2000-01-01", "1985-01-01", "1970-01-01", "1960-01-01"])
def test_older_skin_never_rests_less(younger: str) -> None:
    assert days(younger) <= days("1950-01-01")


def test_dry_skin_never_rests_less_than_normal_skin() -> None:
    assert days("1990-01-01", **{"skin-dryness": "dry"}) >= days("1990-01-01")


def test_skin_of_which_nobody_said_anything_rests_longest_and_never_over_four_weeks() -> None:
    silent = days("unknown", **{"skin-dryness": "unknown"})
    assert silent == 28
    assert silent >= days("1950-01-01", **{"skin-dryness": "dry"})


def test_every_plan_tells_what_the_curve_says_of_its_slowest_zone() -> None:
    found = plan(zones=FACE)
    assert found.interval_days.because.client.id == "plan-interval-usual"
    assert found.repair is not None
    assert found.repair.client.id == "plan-repair-curve"
    assert found.repair.client.values["zone"] in {Title("zone", zone) for zone in FACE}


def test_a_zone_with_a_rest_of_its_own_does_not_hold_up_the_others() -> None:
    together = plan(zones=("cheek", "hands"))
    assert together.interval_days.value == plan(zones=("cheek",)).interval_days.value


def test_a_zone_with_a_rest_of_its_own_waits_for_its_repair_too() -> None:
    found = plan({"birth-date": "1940-01-01"}, zones=("hands",))
    steps = [(visit.on, step.effect.ready_days) for visit in found.visits for step in visit.steps]
    assert steps[0][1] > 21
    assert all((b - a).days >= ready for (a, ready), (b, _) in pairwise(steps))
