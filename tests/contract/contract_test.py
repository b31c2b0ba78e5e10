"""Every scenario against what a careful clinician expects of it, line by line of a file no command writes."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from adamas import strict
from adamas.dose.step import Step
from adamas.planning.plan import NotPlanned, Plan, Visit
from adamas.screening.verdict import Verdict
from tests.support.scenarios import NAMES, course

FILE = Path(__file__).with_name("expectations.yaml")


class Expected(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lines one scenario may have."""

    decision: str
    clear_from: str = ""
    zones: dict[str, str] = {}
    ask: tuple[str, ...] = ()
    plan: str = ""
    first: date | None = None
    last: date | None = None
    free: tuple[date, date] | None = None
    visits: tuple[int, int] | None = None
    rest: int | None = None
    test_spot: str = ""
    steady: str = ""
    vacuum: float | None = None
    grit: float | None = None
    passes: int | None = None
    not_zones: tuple[str, ...] = ()
    spf: int | None = None
    refused_goals: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


EXPECTED = strict.load(FILE, dict[str, Expected])
CASES = [
    pytest.param(name, line, id=f"{name}-{line}")
    for name, expected in EXPECTED.items()
    for line in Expected.__struct_fields__
    if getattr(expected, line) != getattr(Expected(decision=""), line)
]


@pytest.mark.parametrize(("name", "line"), CASES)
def test_a_scenario_ends_as_a_clinician_expects(name: str, line: str) -> None:
    expected = getattr(EXPECTED[name], line)
    assert CHECKS[line](name, expected)


def test_every_scenario_has_its_contract_and_every_contract_its_scenario() -> None:
    assert set(EXPECTED) == set(NAMES)


def test_every_line_of_a_contract_is_checked() -> None:
    assert set(CHECKS) == set(Expected.__struct_fields__)


@pytest.mark.parametrize("name", NAMES)
def test_whoever_is_not_planned_is_told_what_to_do_instead(name: str) -> None:
    planned = course(name).plan
    assert isinstance(planned, Plan) or planned.instead or planned.goals_declined


@pytest.mark.parametrize("name", NAMES)
def test_no_visit_lies_before_the_day_that_clears(name: str) -> None:
    clear = _verdict(name).clear_from
    assert all(clear is not None and visit.on >= clear for visit in _visits(name))


def _verdict(name: str) -> Verdict:
    return course(name).verdict


def _plan(name: str) -> Plan:
    plan = course(name).plan
    assert isinstance(plan, Plan), plan.because
    return plan


def _visits(name: str) -> tuple[Visit, ...]:
    """Every visit on which skin is touched, a test spot and upkeep included."""
    plan = course(name).plan
    if isinstance(plan, NotPlanned):
        return ()
    spot = () if plan.test_spot is None else (plan.test_spot,)
    return (*spot, *plan.visits, *plan.maintenance)


def _steps(name: str) -> tuple[Step, ...]:
    steps = tuple(step for visit in (*_plan(name).visits, *_plan(name).maintenance) for step in visit.steps)
    assert steps
    return steps


def _clears(name: str, expected: str) -> bool:
    return _verdict(name).clear_from == (None if expected == "never" else date.fromisoformat(expected))


def _never_above(of: Callable[[Step], float]) -> Callable[[str, float], bool]:
    def check(name: str, most: float) -> bool:
        values = [of(step) for step in _steps(name)]
        assert max(values) <= most, f"{max(values)} is more than {most}"
        return True

    return check


def _rests(name: str, days: int) -> bool:
    visits = _plan(name).visits
    between = [(later.on - earlier.on).days for earlier, later in pairwise(visits)]
    return min(between, default=days) >= days


def _declined(name: str) -> Iterable[str]:
    return [declined.what for declined in course(name).plan.goals_declined]


def _offered(name: str) -> set[str]:
    plan = course(name).plan
    own = plan.instead if isinstance(plan, NotPlanned) else plan.alternatives
    return {*own, *(offer for declined in plan.goals_declined for offer in declined.instead)}


def _is_free(name: str, span: tuple[date, date]) -> bool:
    return not [visit.on for visit in _visits(name) if span[0] <= visit.on <= span[1]]


def _has_test_spot(name: str, _: str) -> bool:
    spot = _plan(name).test_spot
    assert spot is not None, "no test spot is planned"
    return _plan(name).visits[0].on - spot.on >= timedelta(days=7)


def _is_steady(name: str, _: str) -> bool:
    first, *others = (*_plan(name).visits, *_plan(name).maintenance)
    start = {step.zone: step for step in first.steps}
    return all(
        step.vacuum_kpa.value <= start[step.zone].vacuum_kpa.value
        and step.grit_um.value <= start[step.zone].grit_um.value
        for visit in others
        for step in visit.steps
    )


CHECKS: dict[str, Callable[[str, Any], bool]] = {
    "decision": lambda name, word: _verdict(name).decision.word == word,
    "clear_from": _clears,
    "zones": lambda name, zones: {z: _verdict(name).zones[z].decision.word for z in zones} == zones,
    "ask": lambda name, asked: set(asked) <= set(_verdict(name).to_ask),
    "plan": lambda name, word: isinstance(course(name).plan, Plan) == (word == "yes"),
    "first": lambda name, day: min(visit.on for visit in _visits(name)) >= day,
    "last": lambda name, day: max(visit.on for visit in _plan(name).visits) <= day,
    "free": _is_free,
    "visits": lambda name, ends: ends[0] <= len(_plan(name).visits) <= ends[1],
    "rest": _rests,
    "test_spot": _has_test_spot,
    "steady": _is_steady,
    "vacuum": _never_above(lambda step: float(step.vacuum_kpa.at_most or 99)),
    "grit": _never_above(lambda step: float(step.grit_um.at_most or 999)),
    "passes": _never_above(lambda step: float(step.passes.at_most or 99)),
    "not_zones": lambda name, zones: not {step.zone for step in _steps(name)} & set(zones),
    "spf": lambda name, factor: float(_plan(name).sun_protection.value) >= factor,
    "refused_goals": lambda name, goals: set(goals) <= set(_declined(name)),
    "offers": lambda name, offers: set(offers) <= _offered(name),
}
