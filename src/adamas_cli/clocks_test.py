"""Clocks count where they are known: they date a comparison, and refuse one that cannot be meant."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from adamas.errors import InputError
from adamas.imaging.photo import Capture
from adamas.report.words import Catalogue
from adamas_cli.clocks import days_between, told_clocks
from adamas_cli.sides import Side
from tests.support.photographs import seen

MORNING = datetime.fromisoformat("2026-01-05T10:00")


def side(*moments: datetime | None) -> Side:
    """A photograph for each moment: 0.jpg, 1.jpg and so on."""
    one = seen("before/1")
    photos = [replace(one, photo=replace(one.photo, capture=Capture(taken_at=at))) for at in moments]
    return Side(tuple(f"{nth}.jpg" for nth in range(len(moments))), tuple(photos), ())


def test_clocks_say_the_days_unless_they_are_given() -> None:
    later = side(None, MORNING + timedelta(days=30, hours=-9))
    assert days_between(side(MORNING), later, None) == (30, 30)
    assert days_between(side(MORNING), later, 28) == (28, 30)


@pytest.mark.parametrize("other", [None, datetime.fromisoformat("1601-01-01")])
def test_where_a_side_has_no_clock_that_can_be_meant_the_days_must_be_given(other: datetime | None) -> None:
    assert days_between(side(MORNING), side(other), 28) == (28, None)
    with pytest.raises(InputError, match="do not say when"):
        days_between(side(MORNING), side(other), None)


def test_one_day_more_or_less_is_not_worth_a_remark() -> None:
    words = Catalogue("en")
    assert told_clocks(28, None, words) == told_clocks(28, 28, words) == told_clocks(29, 28, words) == ()
    (said,) = told_clocks(30, 28, words)
    assert "28" in said
    assert "30" in said


def test_sides_taken_on_one_day_may_overlap_but_not_be_swapped() -> None:
    noon = MORNING + timedelta(hours=2)
    assert days_between(side(MORNING, noon), side(MORNING), None) == (0, 0)
    with pytest.raises(InputError, match="swapped"):
        days_between(side(noon), side(MORNING), 0)


def test_a_day_is_that_of_the_wall_clock_there() -> None:
    tokyo = timezone(timedelta(hours=9))
    with pytest.raises(InputError, match="one sitting") as caught:
        days_between(
            side(MORNING.replace(tzinfo=UTC)), side(MORNING, datetime(2026, 1, 6, 1, tzinfo=tokyo)), 1
        )
    assert "0.jpg is of 2026-01-05 and 1.jpg of 2026-01-06" in str(caught.value)
