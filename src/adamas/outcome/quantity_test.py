"""What is said of each number of a measure, and the scale on which it is weighed."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.imaging.measures import measures
from adamas.outcome.quantity import ABOUT, about, floor_of, off_scale, on_scale, said
from tests.support.readings import reading


def test_every_number_of_every_measure_is_spoken_of_and_no_other() -> None:
    there = {(name, q.id) for name, one in measures().items() for q in one.METHOD.quantities}
    assert set(ABOUT) == there


def test_a_measure_is_judged_by_one_number_at_most_and_experimental_ones_by_none() -> None:
    judged = Counter(measure for (measure, _), known in ABOUT.items() if known.is_headline)
    assert set(judged.values()) == {1}
    experimental = {name for name, one in measures().items() if one.METHOD.experimental}
    assert experimental & set(judged) == set()


def test_what_is_judged_has_a_better_side() -> None:
    assert all(known.better != "neither" for known in ABOUT.values() if known.is_headline)


def test_a_number_nobody_speaks_of_is_never_judged() -> None:
    unknown = about(reading(1.0, measure="youth"))
    assert not unknown.is_headline
    assert unknown.better == "neither"


@pytest.mark.parametrize("value", [0.0, 0.01, 1.0, 250.0, -0.004])
def test_there_and_back_is_the_same_value(value: float) -> None:
    assert off_scale(on_scale(value, "ratio", floor=0.02), "ratio", floor=0.02) == pytest.approx(value)
    assert off_scale(on_scale(value, "difference", floor=0.02), "difference", floor=0.02) == value


def test_far_above_the_floor_the_scale_is_the_logarithm() -> None:
    assert on_scale(50.0, "ratio", floor=0.01) == pytest.approx(math.log(50.0), abs=1e-6)


def test_one_lesion_on_the_skin_that_was_looked_at_is_the_floor_of_a_count() -> None:
    assert floor_of((reading(3.0),)) == pytest.approx(0.01)
    assert floor_of((reading(3.0, quantity="area-share"),)) == 0.02


@given(st.floats(0.01, 1e3), st.floats(0.0, 1e3), st.floats(1e-3, 10.0))
def test_a_change_is_said_as_the_share_of_before(before: float, after: float, floor: float) -> None:
    by = on_scale(after, "ratio", floor=floor) - on_scale(before, "ratio", floor=floor)
    assert said(by, "ratio", floor=floor, before=before) == pytest.approx(
        after / before - 1, abs=1e-6, rel=1e-6
    )


def test_a_difference_is_said_as_it_is() -> None:
    assert said(-2.5, "difference", floor=1.0, before=0.0) == -2.5
