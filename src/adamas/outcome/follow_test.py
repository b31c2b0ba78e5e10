"""A course of photographs of a synthetic person, of whom it is known what faded and what stayed."""

from datetime import date, timedelta

import pytest

from adamas.errors import PhotoUnusable
from adamas.imaging.gate import Inspected
from adamas.outcome.follow import Followed, follow
from adamas.outcome.pair_test import ERRORS
from adamas.outcome.word import Word
from tests.support.photographs import seen

FIRST = date(2026, 1, 5)


def on(day: int, name: str) -> tuple[date, Inspected]:
    return FIRST + timedelta(days=day), seen(name)


@pytest.fixture(scope="module")
def faded() -> Followed:
    return follow([on(0, "before/1"), on(0, "before/2"), on(28, "after/1"), on(56, "after/1")], ERRORS)


def test_spots_that_faded_and_stayed_so_are_called_improved(faded: Followed) -> None:
    spots = faded.of("spots")
    assert spots.word is Word.IMPROVED
    assert spots.trend is not None
    assert spots.trend.low < spots.trend.change < spots.trend.high < 0
    assert spots.shots == (2, 1, 1)


def test_the_level_lies_between_what_the_sittings_say(faded: Followed) -> None:
    spots = faded.of("spots")
    values = [spots.plain(point.value) for point in spots.points]
    assert spots.trend is not None
    assert min(values) <= spots.plain(spots.trend.level[0]) <= max(values)
    assert spots.trend.days == faded.sittings


def test_what_is_too_fine_for_the_photographs_has_no_trend_and_says_why(faded: Followed) -> None:
    pores = faded.of("pores")
    assert (pores.word, pores.trend) == (Word.NOT_COMPARABLE, None)
    assert pores.why is not None
    assert pores.why.id == "measure-too-coarse"


def test_the_same_photograph_on_every_day_shows_no_change() -> None:
    same = follow([on(day, "before/1") for day in (0, 20, 40)], ERRORS)
    assert {line.word for line in same.lines if line.trend} == {Word.NO_CHANGE}


def test_a_course_of_less_than_two_weeks_is_too_early_whatever_it_shows() -> None:
    early = follow([on(0, "before/1"), on(6, "after/1"), on(13, "after/1")], ERRORS)
    assert {line.word for line in early.lines if line.trend} == {Word.TOO_EARLY}


def test_a_turned_head_is_left_out_and_the_days_are_put_in_order() -> None:
    names = ((56, "after/1"), (28, "turned/1"), (0, "before/1"), (30, "before/2"))
    found = follow([on(day, name) for day, name in names], ERRORS)
    assert found.kept == (2, 3, 0)
    assert found.days == 56
    assert found.shots[0].pair is None
    assert all(shot.pair is not None for shot in found.shots[1:])
    assert {place: "yaw" in pair.vetoed_by for place, pair in found.unlike.items()} == {1: True}


def test_two_days_are_no_course() -> None:
    with pytest.raises(PhotoUnusable, match="of 2") as caught:
        follow([on(0, "before/1"), on(0, "before/2"), on(28, "after/1"), on(40, "turned/1")], ERRORS)
    assert "adamas compare" in caught.value.hint


def test_each_photograph_moves_the_bar_once() -> None:
    moved = []
    follow([on(day, "before/1") for day in (0, 20, 40)], ERRORS, advance=lambda: moved.append(1))
    assert len(moved) == 3


def test_a_measure_that_is_not_there_is_no_line(faded: Followed) -> None:
    with pytest.raises(KeyError):
        faded.of("beauty")
