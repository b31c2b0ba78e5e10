from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adamas.errors import AnswerInvalid, KnowledgeError, NotCleared
from adamas.intake.facts import Diary, Event, Period
from adamas.planning.plan import NotPlanned, Plan, Visit
from adamas.planning.propose import propose
from adamas.screening.screen import screen
from adamas.units import add_span
from tests.support.planned import FEWEST_YEARS, LIBRARY, LONGER_REST, ON, facts, outcome, plan, refusal

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


def test_a_wait_is_named_as_the_reason_of_the_first_day() -> None:
    found = plan({"tablets-last": "2026-10-01"})
    assert found.decision == "defer"
    assert found.visits[0].because.client.id == "plan-day-after-wait"
    assert found.visits[0].because.rests_on[0].id == "tablets"


def test_of_several_waits_the_longest_is_named() -> None:
    stay = Period(first=ON - timedelta(days=9), last=ON - timedelta(days=3))
    found = plan({"tablets-last": "2026-10-01"}, diary=Diary(sun=(stay,)))
    assert found.visits[0].because.rests_on[0].id == "tablets"
    found = plan({"tablets-last": "2026-05-25"}, diary=Diary(sun=(stay,)))
    assert found.visits[0].because.rests_on[0].id == "tanned"


def test_pregnancy_gives_no_plan_but_something_safe_instead() -> None:
    found = refusal({"pregnancy": "present"})
    assert (found.decision, found.come_back, found.statements) == ("refuse", None, ("pregnant",))
    assert found.instead == ("wait-and-return",)


def test_a_child_is_told_the_birthday_to_come_back_on_and_gets_no_plan() -> None:
    found = refusal({"birth-date": "2013-03-01"})
    assert found.come_back == date(2013 + FEWEST_YEARS, 3, 1)


def test_an_open_question_gives_a_plan_that_may_not_be_booked() -> None:
    found = plan({"pregnancy": "unknown"})
    assert found.is_provisional
    assert found.ask_first == ("pregnancy",)
    assert not any(visit.may_be_booked for visit in found.visits)


def test_a_client_who_answered_everything_may_book() -> None:
    found = plan()
    assert not found.is_provisional
    assert all(visit.may_be_booked for visit in found.visits)


def test_a_course_has_six_visits_two_weeks_apart_and_then_rests_for_three_months() -> None:
    found = plan(goals=("dullness",))
    days = [visit.on for visit in found.visits]
    assert days == [ON + timedelta(days=14 * n) for n in range(6)]
    assert [visit.on for visit in found.maintenance] == [days[-1] + timedelta(days=90 * n) for n in (1, 2)]


def test_scars_take_ten_visits() -> None:
    assert plan(goals=("acne-scars",)).number_of_visits.value == 10


def test_the_first_visit_is_no_stronger_than_any_later_one() -> None:
    found = plan(zones=("cheek", "back"))
    for first in found.visits[0].steps:
        for visit in found.visits[1:]:
            later = next(step for step in visit.steps if step.zone == first.zone)
            assert first.grit_um.value <= later.grit_um.value
            assert first.vacuum_kpa.value <= later.vacuum_kpa.value
            assert first.passes.value <= later.passes.value


def test_sensitive_skin_never_steps_up() -> None:
    found = plan({"sensitive-skin": "present"}, zones=("cheek",))
    assert {(v.steps[0].grit_um.value, v.steps[0].vacuum_kpa.value) for v in found.visits} == {(80.0, 17.0)}


def test_the_cap_that_binds_is_named() -> None:
    step = plan({"thin-skin": "present", "veins": "absent"}, zones=("forehead",)).visits[0].steps[0]
    assert (step.vacuum_kpa.value, step.grit_um.value, step.passes.value) == (14.0, 80.0, 1.0)
    assert step.vacuum_kpa.because.client.id == "plan-vacuum-limit"
    assert step.vacuum_kpa.because.rests_on[0].id == "thin"


def test_a_test_spot_comes_a_week_before_the_first_visit() -> None:
    found = plan({"marks": "present"})
    assert found.test_spot is not None
    assert (found.test_spot.on, found.visits[0].on) == (ON, ON + timedelta(days=7))
    assert found.sun_protection.value == 60


def test_a_wedding_in_seven_weeks_leaves_room_for_four_visits_and_the_rest_follow_after() -> None:
    wedding = ON + timedelta(weeks=7)
    found = plan(diary=Diary(events=(Event(what="wedding", on=wedding),)))
    (event,) = found.events
    assert (event.visits_before, event.is_course_finished) == (4, False)
    assert event.last_day == wedding - timedelta(days=7)
    assert found.visits[4].on > wedding


def test_nobody_starts_in_the_fortnight_before_a_wedding() -> None:
    found = plan(diary=Diary(events=(Event(what="wedding", on=ON + timedelta(days=10)),)))
    assert found.visits[0].on == ON + timedelta(days=11)
    assert found.events[0].visits_before == 0


def test_a_stay_in_the_sun_keeps_a_fortnight_free_on_both_sides() -> None:
    stay = Period(first=ON + timedelta(days=30), last=ON + timedelta(days=40))
    found = plan(diary=Diary(sun=(stay,)))
    assert all(
        (stay.first - visit.on).days > 14 or (visit.on - stay.last).days >= 14 for visit in every_visit(found)
    )
    assert any(avoided.because.rests_on[0].id == "leaving" for avoided in found.avoided)


def test_a_wounded_zone_is_left_out_and_the_others_are_treated() -> None:
    found = plan({"wound": {"is": "present", "zones": ["cheek"]}}, zones=("cheek", "forehead"))
    assert found.zones == ("forehead",)
    assert [declined.what for declined in found.zones_declined] == ["cheek"]


def test_a_burnt_zone_joins_when_it_has_healed() -> None:
    burn = {"is": str(ON - timedelta(days=5)), "zones": ["cheek"]}
    found = plan({"burn-last": burn}, zones=("cheek", "forehead"))
    treated = [[step.zone for step in visit.steps] for visit in found.visits]
    assert treated[0] == ["forehead"]
    assert treated[1] == ["forehead", "cheek"]
    assert found.zones_declined[0].until == ON + timedelta(days=9)


def test_cellulite_is_refused_beside_a_goal_that_can_be_planned() -> None:
    found = plan(goals=("dullness", "cellulite"))
    assert [goal.goal for goal in found.goals] == ["dullness"]
    assert [goal.what for goal in found.goals_declined] == ["cellulite"]


def test_cellulite_alone_gives_no_plan() -> None:
    found = refusal(goals=("cellulite",))
    assert found.come_back_because.id == "plan-come-back-other-goal"


def test_a_minor_is_planned_for_comedones_only() -> None:
    answers = {"birth-date": "2010-06-01"}
    assert [goal.goal for goal in plan(answers, goals=("comedones", "pores")).goals] == ["comedones"]
    assert isinstance(outcome(answers, goals=("pores",)), NotPlanned)


def test_a_goal_that_none_of_the_named_zones_serves_is_declined() -> None:
    found = plan(goals=("pores", "dullness"), zones=("hands",))
    assert [goal.goal for goal in found.goals] == ["dullness"]
    assert found.goals_declined[0].because.client.id == "plan-goal-other-zone"


def test_after_months_of_rest_upkeep_begins_as_gently_as_the_second_visit() -> None:
    found = plan(zones=("cheek",))
    settings_of = [visit.steps[0] for visit in (*found.visits, *found.maintenance)]
    second, last, upkeep = settings_of[1], settings_of[5], settings_of[6]
    assert last.vacuum_kpa.value > upkeep.vacuum_kpa.value == second.vacuum_kpa.value
    assert last.grit_um.value > upkeep.grit_um.value == second.grit_um.value


def test_stretch_marks_are_planned_in_a_clinic_only() -> None:
    assert refusal(goals=("stretch-marks",)).goals_declined[0].what == "stretch-marks"
    assert plan(goals=("stretch-marks",), setting="medical").interval_days.value == 28


def test_diamond_is_chosen_and_every_other_method_is_told_why_not() -> None:
    found = plan({"asthma": "present"})
    assert found.modality.modality == "diamond"
    why = {choice.modality: choice.because.client.id for choice in found.not_chosen}
    assert set(why) == set(LIBRARY.section("modalities")) - {"diamond"}
    assert why["crystal"] == "plan-modality-excluded"


def test_a_weekly_wish_is_granted_only_to_the_surely_young_and_lightly_treated() -> None:
    thin = {"thin-skin": "present"}
    assert plan(thin, every=7).interval_days.value == 7
    assert plan(every=7).interval_days.value == 14
    assert plan({**thin, "birth-date": "1960-01-01"}, every=7).interval_days.value == 14
    assert plan({**thin, "birth-date": "unknown"}, every=7).interval_days.value == 14
    assert plan(thin, every=3).interval_days.value == 7
    assert plan(every=30).interval_days.value == 30


def test_the_dial_of_the_device_never_promises_more_than_the_plan() -> None:
    found = plan(device="generic-inhg", zones=("forehead",))
    step = found.visits[0].steps[0]
    assert step.dial is not None
    assert (step.dial.reading, step.dial.unit) == (5.5, "inHg")


def test_a_device_that_cannot_be_set_gently_enough_does_not_treat_the_zone() -> None:
    assert refusal(device="diamondtome", zones=("periorbital",)).zones_declined[0].what == "periorbital"


def test_everything_unreviewed_is_named_among_the_grounds() -> None:
    found = plan({"thin-skin": "present"}, zones=("cheek",))
    names = {(ground.kind, ground.id) for ground in found.grounds}
    assert {("statement", "thin"), ("zone", "cheek"), ("protocol", "course-interval")} <= names
    assert not found.is_reviewed


def test_a_plan_is_data() -> None:
    written = msgspec.json.decode(msgspec.json.encode(plan(country="RU", device="generic-kpa")))
    assert written["type"] == "plan"
    assert written["price"]["currency"] == "RUB"


def test_a_verdict_of_another_day_or_library_is_not_planned_on() -> None:
    known = facts()
    verdict = screen(known, LIBRARY, on=ON)
    with pytest.raises(NotCleared):
        propose(verdict, known, LIBRARY, on=ON + timedelta(days=1))
    with pytest.raises(KnowledgeError):
        propose(msgspec.structs.replace(verdict, knowledge="other"), known, LIBRARY, on=ON)


@pytest.mark.parametrize(
    "wish", [{"goals": ("dulness",)}, {"zones": ("cheeks",)}, {"device": "generic-kpas"}]
)
def test_a_wish_that_nobody_knows_is_refused_with_the_nearest_known_one(wish: dict[str, Any]) -> None:
    known = facts()
    with pytest.raises(AnswerInvalid, match="Did you mean"):
        propose(screen(known, LIBRARY, on=ON), known, LIBRARY, on=ON, **wish)


def test_a_home_device_sets_nothing_in_a_salon_plan() -> None:
    found = plan(device="beurer")
    assert found.device == ""
    assert found.visits == plan().visits


def test_a_client_who_is_never_there_gets_no_plan_but_a_reason() -> None:
    found = refusal(diary=Diary(away=(Period(first=ON, last=ON + timedelta(days=2000)),)))
    assert found.because[0].client.id == "plan-no-day"
