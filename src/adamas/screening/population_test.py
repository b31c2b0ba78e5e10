from datetime import date
from random import Random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.errors import NoValueOn
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.statement import Decision
from adamas.screening.columns import columns_of
from adamas.screening.population import WHOLE, decisions_in, screen_all
from tests.support.random_clients import Crowd
from tests.support.small_library import ABSENT, small_library
from tests.support.told import differences

LIBRARY = small_library()
DAY = date(2026, 11, 21)


@given(random=st.randoms(use_true_random=False), on=st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_a_population_is_told_what_each_client_is_told(random: Random, on: date) -> None:
    crowd = Crowd(LIBRARY, on=on, random=random)
    assert differences([crowd.facts() for _ in range(8)], LIBRARY, on=on) == []


@given(
    random=st.randoms(use_true_random=False),
    days=st.lists(st.dates(date(2025, 1, 1), date(2027, 5, 31)), min_size=1, max_size=8),
)
def test_clients_screened_each_for_their_own_day_are_told_the_same(random: Random, days: list[date]) -> None:
    assert (
        differences([Crowd(LIBRARY, on=day, random=random).facts() for day in days], LIBRARY, on=days) == []
    )


def test_days_on_which_other_statements_are_in_force_are_screened_apart() -> None:
    days = pl.Series("on", [date(2027, 5, 31), date(2027, 6, 1)])
    frame = columns_of([Facts({}), Facts({})], LIBRARY, on=days)
    with pytest.raises(ValueError, match="screened apart"):
        screen_all(frame, LIBRARY, on=days)


@pytest.mark.parametrize("on", [date(2026, 11, 21), date(2028, 2, 29), date(2027, 2, 28), date(2026, 8, 31)])
def test_a_large_population_is_told_what_each_client_is_told(on: date) -> None:
    crowd = Crowd(LIBRARY, on=on, random=Random(7))
    assert differences([crowd.facts() for _ in range(1500)], LIBRARY, on=on) == []


def test_every_statement_of_the_small_library_is_true_false_and_unknown_for_somebody() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(7))
    frame = columns_of([crowd.facts() for _ in range(1500)], LIBRARY, on=DAY)
    truths = screen_all(frame, LIBRARY, on=DAY).truths
    assert {name: truths[name].n_unique() for name in truths.columns if truths[name].n_unique() < 3} == {}


def test_another_scope_is_screened_by_its_own_statements() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(3))
    assert differences([crowd.facts() for _ in range(100)], LIBRARY, on=DAY, scope="home-device") == []


def test_a_certain_caution_hides_no_open_one() -> None:
    answers = {**ABSENT, "phototype": "iii", "sun-trip-start": "unknown"}
    people = [read(answers, LIBRARY, on=DAY), read({**answers, "sun-trip-start": "never"}, LIBRARY, on=DAY)]
    screened = screen_all(columns_of(people, LIBRARY, on=DAY), LIBRARY, on=DAY)
    assert decisions_in(screened.decisions[WHOLE]) == [Decision.ASK, Decision.CAUTION]
    assert differences(people, LIBRARY, on=DAY) == []


def test_an_answer_for_one_zone_leaves_the_others_free() -> None:
    facts = read({"tattoo": {"is": "present", "zones": ["chin"]}}, LIBRARY, on=DAY, zones=("chin", "nose"))
    screened = screen_all(columns_of([facts], LIBRARY, on=DAY), LIBRARY, on=DAY)
    assert screened.decisions["chin"].to_list() == [Decision.REFUSE.rank]
    assert screened.decisions["nose"].to_list() == [Decision.ASK.rank]
    assert screened.decisions["neck"].to_list() == [None]


def test_a_population_fails_instead_of_clearing_where_nothing_is_said() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(3))
    frame = columns_of([crowd.facts() for _ in range(20)], LIBRARY, on=DAY)
    with pytest.raises(NoValueOn):
        screen_all(frame, LIBRARY, on=DAY, scope="peel-cream")


def test_nobody_is_screened_on_a_day_without_statements_in_force() -> None:
    frame = columns_of([], LIBRARY, on=DAY)
    with pytest.raises(NoValueOn):
        screen_all(frame, LIBRARY, on=date(2019, 12, 31))


def test_a_population_of_nobody_has_no_verdicts() -> None:
    frame = columns_of([], LIBRARY, on=DAY)
    assert screen_all(frame, LIBRARY, on=DAY).decisions.height == 0
