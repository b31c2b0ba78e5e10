from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.intake.facts import Period
from adamas.knowledge.truth import Row
from adamas.planning.budget import Rest, Taken, fits, is_delicate, place

ON = date(2026, 11, 21)
DAYS = st.integers(-60, 200).map(lambda days: ON + timedelta(days=days))
STAYS = st.tuples(DAYS, st.integers(0, 20)).map(
    lambda stay: Period(first=stay[0], last=stay[0] + timedelta(days=stay[1]))
)
SEVERAL_DAYS = st.lists(DAYS, max_size=8).map(tuple)
TAKEN = st.builds(
    Taken, visits=SEVERAL_DAYS, at_home=SEVERAL_DAYS, sun=st.lists(STAYS, max_size=2).map(tuple)
)
COUNTS = st.integers(1, 20)
RESTS = st.builds(
    Rest,
    every_days=COUNTS,
    apart_days=COUNTS,
    before_visit=COUNTS,
    after_visit=COUNTS,
    before_sun=COUNTS,
    after_sun=COUNTS,
)
ROBUST: Row = {"age": 30.0, "sensitive-skin": False, "thin-skin": False, "skin-dryness": "normal"}
A_REST = Rest(every_days=7, apart_days=7, before_visit=7, after_visit=14, before_sun=14, after_sun=14)


@given(RESTS, TAKEN)
def test_no_use_ever_violates_the_budget(rest: Rest, taken: Taken) -> None:
    days = place(rest, taken, first=ON, uses=6, within_days=200)
    for day in days:
        assert day not in taken.visits
        assert all((visit - day).days >= rest.before_visit for visit in taken.visits if visit > day)
        assert all((day - visit).days >= rest.after_visit for visit in taken.visits if visit < day)
        assert all(abs((other - day).days) >= rest.apart_days for other in taken.at_home)
        assert not any(stay.first <= day <= stay.last for stay in taken.sun)
    assert all((later - day).days >= rest.every_days for day, later in pairwise(days))
    assert all(ON <= day <= ON + timedelta(days=200) for day in days)


@given(RESTS, TAKEN, COUNTS)
def test_a_longer_interval_never_gives_more_uses(rest: Rest, taken: Taken, longer: int) -> None:
    rarer = replace(rest, every_days=rest.every_days + longer)
    counts = [len(place(r, taken, first=ON, uses=99, within_days=90)) for r in (rarer, rest)]
    assert counts[0] <= counts[1]


def test_the_last_day_before_a_visit_is_the_rest_itself() -> None:
    taken = Taken(visits=(ON + timedelta(days=30),))
    assert fits(ON + timedelta(days=23), A_REST, taken)
    assert not fits(ON + timedelta(days=24), A_REST, taken)


def test_the_first_day_after_a_visit_is_the_rest_itself() -> None:
    taken = Taken(visits=(ON,))
    assert [fits(ON + timedelta(days=n), A_REST, taken) for n in (0, 13, 14)] == [False, False, True]


def test_two_acts_of_different_kinds_keep_apart_both_ways() -> None:
    taken = Taken(at_home=(ON,))
    days = [fits(ON + timedelta(days=n), A_REST, taken) for n in (-7, -6, 6, 7)]
    assert days == [True, False, False, True]


def test_a_stay_in_the_sun_keeps_its_rest_on_both_sides() -> None:
    taken = Taken(sun=(Period(first=ON + timedelta(days=20), last=ON + timedelta(days=25)),))
    days = [fits(ON + timedelta(days=n), A_REST, taken) for n in (6, 7, 22, 38, 39)]
    assert days == [True, False, False, False, True]


def test_between_fortnightly_visits_a_device_finds_no_day() -> None:
    visits = tuple(ON + timedelta(days=14 * n) for n in range(6))
    days = place(A_REST, Taken(visits=visits), first=ON, uses=2, within_days=365)
    assert days == (visits[-1] + timedelta(days=14), visits[-1] + timedelta(days=21))


def test_a_closed_day_is_passed_over() -> None:
    days = place(A_REST, Taken(), first=ON, uses=1, within_days=30, is_open=lambda day: day.day == 1)
    assert days == (date(2026, 12, 1),)


def test_when_no_day_is_open_there_is_none() -> None:
    assert place(A_REST, Taken(), first=ON, uses=3, within_days=30, is_open=lambda day: day < ON) == ()


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert place(A_REST, Taken(), first=date.max - timedelta(days=3), uses=3, within_days=30) != ()


def test_robust_skin_is_not_delicate_up_to_74() -> None:
    assert not is_delicate(ROBUST)
    assert not is_delicate({**ROBUST, "age": 74.0})


def test_thin_dry_sensitive_and_old_skin_is_delicate() -> None:
    changes: list[Row] = [
        {"sensitive-skin": True},
        {"thin-skin": True},
        {"skin-dryness": "dry"},
        {"age": 75.0},
    ]
    assert [is_delicate({**ROBUST, **change}) for change in changes] == [True] * 4


def test_skin_nobody_asked_about_counts_as_delicate() -> None:
    for unasked in ("sensitive-skin", "thin-skin", "skin-dryness"):
        assert is_delicate({name: value for name, value in ROBUST.items() if name != unasked})
