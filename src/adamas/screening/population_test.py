from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.errors import NoValueOn
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.screening.columns import columns_of
from adamas.screening.open_questions import questions_in
from adamas.screening.population import WHOLE, decisions_in, screen_all
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from tests.support.random_clients import Crowd
from tests.support.small_library import small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)


def told(verdict: Verdict) -> dict[str, object]:
    """What one screening says, as far as a population says it too."""
    return {
        "decision": verdict.decision,
        "zones": {zone: one.decision for zone, one in verdict.zones.items()},
        "truths": {(f.statement, f.zone): f.truth.value for f in verdict.findings},
        "excepted": {(f.statement, f.zone) for f in verdict.findings if f.excepted_by},
        "questions": set(verdict.to_ask),
    }


def told_of_all(people: list[Facts], library: Library, *, on: date, scope: str) -> list[dict[str, object]]:
    frame = columns_of(people, library, on=on)
    screened = screen_all(frame, library, on=on, scope=scope)
    decisions = decisions_in(screened.decisions[WHOLE])
    zones = {zone: screened.decisions[zone].to_list() for zone in screened.zones}
    truths = {place: screened.truths[name].to_list() for place, name in screened.column.items()}
    relaxed = {
        place: screened.truths.select(holds).to_series().to_list()
        for place, holds in screened.relaxed.items()
    }
    questions = questions_in(screened, frame, library, on=on)
    ranks = {decision.rank: decision for decision in Decision}
    word = {True: "present", False: "absent", None: "unknown"}
    return [
        {
            "decision": decisions[i],
            "zones": {zone: ranks[column[i]] for zone, column in zones.items() if column[i] is not None},
            "truths": {
                (name, zone): word[column[i]]
                for (name, zone), column in truths.items()
                if zone is None or zones[zone][i] is not None
            },
            "excepted": {
                (name, zone)
                for (name, zone), column in relaxed.items()
                if column[i]
                and truths[name, zone][i] is not False
                and (zone is None or zones[zone][i] is not None)
            },
            "questions": {name for name in questions.columns if questions[name][i]},
        }
        for i in range(len(people))
    ]


def compare(people: list[Facts], library: Library, *, on: date, scope: str = "salon") -> None:
    together = told_of_all(people, library, on=on, scope=scope)
    for facts, told_here in zip(people, together, strict=True):
        assert told_here == told(screen(facts, library, on=on, scope=scope))


@given(random=st.randoms(use_true_random=False), on=st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_a_population_is_told_what_each_client_is_told(random: Random, on: date) -> None:
    crowd = Crowd(LIBRARY, on=on, random=random)
    compare([crowd.facts() for _ in range(8)], LIBRARY, on=on)


@pytest.mark.parametrize("on", [date(2026, 11, 21), date(2028, 2, 29), date(2027, 2, 28), date(2026, 8, 31)])
def test_a_large_population_is_told_what_each_client_is_told(on: date) -> None:
    crowd = Crowd(LIBRARY, on=on, random=Random(7))
    compare([crowd.facts() for _ in range(1500)], LIBRARY, on=on)


def test_every_statement_of_the_small_library_is_true_false_and_unknown_for_somebody() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(7))
    frame = columns_of([crowd.facts() for _ in range(1500)], LIBRARY, on=DAY)
    truths = screen_all(frame, LIBRARY, on=DAY).truths
    assert {name: truths[name].n_unique() for name in truths.columns if truths[name].n_unique() < 3} == {}


def test_another_scope_is_screened_by_its_own_statements() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(3))
    compare([crowd.facts() for _ in range(100)], LIBRARY, on=DAY, scope="home-device")


def test_an_answer_for_one_zone_leaves_the_others_free() -> None:
    facts = read({"tattoo": {"is": "present", "zones": ["chin"]}}, LIBRARY, on=DAY, zones=("chin", "nose"))
    screened = screen_all(columns_of([facts], LIBRARY, on=DAY), LIBRARY, on=DAY)
    assert screened.decisions["chin"].to_list() == [Decision.REFUSE.rank]
    assert screened.decisions["nose"].to_list() == [Decision.ASK.rank]
    assert screened.decisions["neck"].to_list() == [None]


def test_nobody_is_screened_on_a_day_without_statements_in_force() -> None:
    frame = columns_of([], LIBRARY, on=DAY)
    with pytest.raises(NoValueOn):
        screen_all(frame, LIBRARY, on=date(2019, 12, 31))


def test_a_population_of_nobody_has_no_verdicts() -> None:
    frame = columns_of([], LIBRARY, on=DAY)
    assert screen_all(frame, LIBRARY, on=DAY).decisions.height == 0
