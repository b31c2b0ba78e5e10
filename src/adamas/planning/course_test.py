from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adamas.intake.facts import Diary, Event, Period
from adamas.planning.plan import NotPlanned, Plan, Visit
from adamas.screening.screen import screen
from adamas.units import add_span
from tests.support.planned import LIBRARY, LONGER_REST, ON, facts, outcome, plan

ZONES = tuple(z.id for z in LIBRARY.section("zones").values() if z.setting == "salon")
RISKS = ("sensitive-skin", "thin-skin", "slow-skin", "marks", "asthma", "veins")
USUAL_REST = 14

risks = st.sets(st.sampled_from(RISKS))
zone_sets = st.sets(st.sampled_from(ZONES), min_size=1, max_size=4).map(lambda z: tuple(sorted(z)))
days_ahead = st.integers(0, 300).map(lambda n: ON + timedelta(days=n))
days_back = st.integers(0, 400).map(lambda n: ON - timedelta(days=n))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(days_ahead)
    return Period(first=first, last=first + timedelta(days=draw(st.integers(0, 40))))


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    return Diary(
        events=tuple(Event(what="wedding", on=day) for day in draw(st.lists(days_ahead, max_size=2))),
        away=tuple(draw(st.lists(periods(), max_size=3))),
        sun=tuple(draw(st.lists(periods(), max_size=2))),
        weekdays=tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=3)))),
    )


@st.composite
def clients(draw: st.DrawFn) -> dict[str, Any]:
    answers: dict[str, Any] = dict.fromkeys(draw(risks), "present")
    answers["tablets-last"] = draw(st.one_of(st.just("never"), days_back.map(str)))
    answers["phototype"] = draw(st.sampled_from(["ii", "v", "unknown"]))
    return answers


def every_visit(found: Plan) -> tuple[Visit, ...]:
    spot = (found.test_spot,) if found.test_spot is not None else ()
    return (*spot, *found.visits, *found.maintenance)


@settings(max_examples=40)
@given(clients(), diaries(), zone_sets)
def test_no_visit_lies_on_a_day_that_screening_the_diary_or_an_event_closes(
    answers: dict[str, Any], diary: Diary, zones: tuple[str, ...]
) -> None:
    found = outcome(answers, zones=zones, diary=diary)
    known = facts(answers, zones=zones, diary=diary)
    if isinstance(found, NotPlanned):
        return
    distance = 7 if answers["phototype"] == "ii" else 14
    for visit in every_visit(found):
        assert not screen(known, LIBRARY, on=visit.on).decision.is_blocking
        assert not any(away.first <= visit.on <= away.last for away in diary.away)
        assert not diary.weekdays or visit.on.weekday() in diary.weekdays
        assert not any(0 <= (event.on - visit.on).days < distance for event in diary.events)
    assert not any(0 <= (event.on - found.visits[0].on).days < 14 for event in diary.events)


@settings(max_examples=40)
@given(clients(), diaries(), zone_sets)
def test_visits_and_zones_keep_their_rest(
    answers: dict[str, Any], diary: Diary, zones: tuple[str, ...]
) -> None:
    found = outcome(answers, zones=zones, diary=diary)
    if isinstance(found, NotPlanned):
        return
    rest = LONGER_REST if answers.get("slow-skin") == "present" else USUAL_REST
    course = (*found.visits, *found.maintenance)
    assert all((later.on - earlier.on).days >= rest for earlier, later in pairwise(course))
    for zone in zones:
        own = LIBRARY.section("zones")[zone].interval_days_at_least or rest
        days = [visit.on for visit in course if any(step.zone == zone for step in visit.steps)]
        assert all((later - earlier).days >= max(rest, own) for earlier, later in pairwise(days))


@settings(max_examples=40)
@given(clients(), zone_sets)
def test_no_setting_ever_leaves_the_envelope_of_its_zone(
    answers: dict[str, Any], zones: tuple[str, ...]
) -> None:
    found = outcome(answers, zones=zones)
    assert isinstance(found, Plan | NotPlanned)
    for visit in every_visit(found) if isinstance(found, Plan) else ():
        for step in visit.steps:
            zone = LIBRARY.section("zones")[step.zone]
            assert 0 < step.grit_um.value <= zone.grit_um[1]
            assert 0 <= step.vacuum_kpa.value <= min(zone.vacuum_kpa[1], 41)
            assert 1 <= step.passes.value <= zone.passes[1]


@settings(max_examples=40)
@given(risks, risks, zone_sets)
def test_one_risk_more_never_raises_grain_vacuum_or_passes(
    fewer: set[str], added: set[str], zones: tuple[str, ...]
) -> None:
    mild = plan(dict.fromkeys(fewer, "present"), zones=zones)
    strict = plan(dict.fromkeys(fewer | added, "present"), zones=zones)
    before = {(v.number, s.zone): s for v in mild.visits for s in v.steps}
    for visit in strict.visits:
        for step in visit.steps:
            # A longer rest can let a slow zone in sooner than without it; the gentler visits are then fewer.
            other = before.get((visit.number, step.zone))
            if other is not None:
                assert step.grit_um.value <= other.grit_um.value
                assert step.passes.value <= other.passes.value
                if "slow-skin" in fewer or "slow-skin" not in added:
                    assert step.vacuum_kpa.value <= other.vacuum_kpa.value
    assert strict.interval_days.value >= mild.interval_days.value


@given(clients(), diaries())
def test_the_same_client_gets_the_same_plan(answers: dict[str, Any], diary: Diary) -> None:
    first, second = (outcome(answers, diary=diary, goals=("dullness", "pores")) for _ in range(2))
    assert first == second


@given(days_back)
def test_no_visit_comes_before_the_end_of_its_wait(taken: date) -> None:
    found = plan({"tablets-last": str(taken)})
    assert found.visits[0].on == max(ON, add_span(taken, 6, "month"))
