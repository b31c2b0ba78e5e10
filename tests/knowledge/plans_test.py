"""Plans of random clients under the whole knowledge base: what must hold for everybody."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from msgspec import Struct

from adamas.dose.step import Step
from adamas.intake.facts import Diary, Event, Facts, Period
from adamas.intake.read import read
from adamas.knowledge.library import compile_library, default_root
from adamas.message import Message
from adamas.planning.plan import NotPlanned, Plan, Visit
from adamas.planning.propose import propose
from adamas.report.words import Words, languages
from adamas.screening.screen import screen
from adamas.screening.verdict import ZoneVerdict
from tests.support.random_clients import Crowd

ON = date(2026, 11, 21)
LIBRARY = compile_library(default_root())
GOALS = tuple(LIBRARY.section("goals"))
DEVICES = ("", *LIBRARY.section("devices"))
CLIENTS = 250


def _diary(random: Random, sun: tuple[Period, ...]) -> Diary:
    def soon(days: int) -> date:
        return ON + timedelta(days=random.randint(0, days))

    leaves = soon(90)
    return Diary(
        sun=sun,
        events=tuple(Event(what="wedding", on=soon(200)) for _ in range(random.choice((0, 0, 1, 2)))),
        away=(Period(first=leaves, last=leaves + timedelta(days=9)),) * random.choice((0, 1)),
        weekdays=random.choice(((), (), (5, 6), (1,))),
    )


def _outcomes() -> Iterator[tuple[Facts, dict[str, Any], Plan | NotPlanned]]:
    random = Random(20261121)
    crowd = Crowd(LIBRARY, on=ON, random=random)
    for _ in range(CLIENTS):
        diary = _diary(random, crowd.diary().sun)
        known = read(crowd.answers(), LIBRARY, on=ON, zones=crowd.wished(), diary=diary)
        wishes: dict[str, Any] = {
            "goals": tuple(random.sample(GOALS, random.choice((0, 1, 2)))),
            "zones": known.zones,
            "device": random.choice(DEVICES),
            "country": random.choice(("", "RU", "FR")),
            "setting": random.choice(("salon", "medical")),
        }
        yield known, wishes, propose(screen(known, LIBRARY, on=ON), known, LIBRARY, on=ON, **wishes)


OUTCOMES = list(_outcomes())
PLANS = [(known, found) for known, _, found in OUTCOMES if isinstance(found, Plan)]


def _visits(plan: Plan) -> tuple[Visit, ...]:
    return (*((plan.test_spot,) if plan.test_spot else ()), *plan.visits, *plan.maintenance)


def _treatments() -> Iterator[tuple[Step, ZoneVerdict]]:
    """Every step of every plan with the verdict of its zone, screened anew on the day of the visit."""
    for known, plan in PLANS:
        for visit in _visits(plan):
            verdict = screen(known.with_zones(tuple(s.zone for s in visit.steps)), LIBRARY, on=visit.on)
            assert not verdict.decision.is_blocking
            yield from ((step, verdict.zones[step.zone]) for step in visit.steps)


def test_the_crowd_meets_plans_and_refusals_of_every_decision() -> None:
    assert len(PLANS) > 20
    assert {found.decision for _, _, found in OUTCOMES} >= {"ask", "defer", "refer", "refuse"}


def test_no_plan_treats_a_zone_on_a_day_that_screening_closes() -> None:
    assert not any(verdict.decision.is_blocking for _, verdict in _treatments())


def test_every_step_keeps_the_limits_of_its_day_and_the_envelope_of_its_zone() -> None:
    for step, verdict in _treatments():
        zone, limit = LIBRARY.section("zones")[step.zone], verdict.limit
        assert step.grit_um.value <= min(zone.grit_um[1], limit.grit_um_at_most or 1000)
        assert step.vacuum_kpa.value <= min(zone.vacuum_kpa[1], limit.vacuum_kpa_at_most or 41)
        assert step.passes.value <= min(zone.passes[1], limit.passes_at_most or 100)
        assert step.zone not in limit.exclude_zones


def test_nothing_may_be_booked_that_something_is_still_to_be_asked_for() -> None:
    for known, plan in PLANS:
        for visit in _visits(plan):
            zones = tuple(step.zone for step in visit.steps)
            verdict = screen(known.with_zones(zones), LIBRARY, on=visit.on)
            assert visit.may_be_booked == all(
                zone.decision.word in ("clear", "caution") for zone in verdict.zones.values()
            )


def test_every_refusal_says_why_and_when_to_come_back() -> None:
    for _, _, found in OUTCOMES:
        if isinstance(found, NotPlanned):
            assert found.because
            assert found.come_back is None or found.come_back > ON


def _messages(value: object) -> Iterator[Message]:
    if isinstance(value, Message):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _messages(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _messages(item)


@pytest.mark.parametrize("lang", languages())
def test_every_reason_can_be_said(lang: str) -> None:
    words = Words(lang, LIBRARY)
    said = {message.id: words.say(message) for _, _, found in OUTCOMES for message in _messages(found)}
    assert len(said) > 40
    assert all(text.strip() for text in said.values())


def test_no_step_of_any_plan_may_take_more_than_the_ceilings_of_the_house() -> None:
    aim = LIBRARY.section("protocols")["course-removal"].numbers["removed-aim-at-most"]
    for step, _ in _treatments():
        assert step.effect.removed is not None
        assert step.margin >= 0
        assert step.effect.removed.middle <= aim


def test_no_zone_is_treated_again_before_the_cautious_edge_of_its_repair() -> None:
    for _, plan in PLANS:
        last: dict[str, tuple[date, Step]] = {}
        for visit in (*plan.visits, *plan.maintenance):
            for step in visit.steps:
                if step.zone in last:
                    before, done = last[step.zone]
                    assert (visit.on - before).days >= done.effect.ready_days
                last[step.zone] = (visit.on, step)
