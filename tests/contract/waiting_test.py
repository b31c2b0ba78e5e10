"""Day by day through every wait: closed on each day before the day that was named, open on that day."""

from datetime import date, timedelta
from functools import cache

import pytest
from msgspec.structs import replace

from adamas.intake.read import facts_of
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from tests.support.scenarios import NAMES, course, heard, library

ONE = timedelta(days=1)
WAITING = [
    name
    for name in NAMES
    if course(name).verdict.decision.is_blocking and course(name).verdict.clear_from is not None
]


@cache
def verdict_on(name: str, day: date) -> Verdict:
    """The verdict of a client who gives the same answers on another day."""
    client = replace(heard(name).client, on=day)
    return screen(facts_of(client, library(), on=day), library(), on=day)


def days_of(name: str) -> tuple[date, date]:
    clear = course(name).verdict.clear_from
    assert clear is not None
    return heard(name).on, clear


def waited(name: str) -> list[date]:
    """The days to walk, from the day before the answers to the last closed one; of years the weeks."""
    first, clear = days_of(name)
    days = [first - ONE + n * ONE for n in range((clear - first).days + 1)]
    return days if len(days) <= 200 else [*days[:-21:7], *days[-21:]]


def test_there_are_waits_to_walk_through() -> None:
    assert {"isotretinoin-4-months", "cold-sore-last-week", "holiday-tan", "summer-sochi"} <= set(WAITING)


@pytest.mark.parametrize("name", WAITING)
def test_every_day_before_the_day_named_is_closed(name: str) -> None:
    assert [day for day in waited(name) if not verdict_on(name, day).decision.is_blocking] == []


@pytest.mark.parametrize("name", WAITING)
def test_every_day_before_names_the_same_day(name: str) -> None:
    _, clear = days_of(name)
    assert {verdict_on(name, day).clear_from for day in waited(name)} == {clear}


@pytest.mark.parametrize("name", WAITING)
def test_the_day_named_and_the_day_after_are_open(name: str) -> None:
    _, clear = days_of(name)
    assert [verdict_on(name, day).decision.is_blocking for day in (clear, clear + ONE)] == [False, False]


@pytest.mark.parametrize("name", WAITING)
def test_a_statement_is_silent_from_its_own_day_on(name: str) -> None:
    first, _ = days_of(name)
    ends = {(f.statement, f.zone, f.until) for f in verdict_on(name, first).spoke if f.until is not None}
    assert ends
    for statement, zone, until in ends:
        spoke = [
            [(f.statement, f.zone) for f in verdict_on(name, day).spoke if f.has_fired]
            for day in (until - ONE, until)
        ]
        assert [(statement, zone) in said for said in spoke] == [True, False]
