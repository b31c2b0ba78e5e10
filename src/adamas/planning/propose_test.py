from datetime import date, timedelta

import msgspec
import pytest

from adamas.errors import KnowledgeError, NotCleared
from adamas.intake.facts import Diary, Event, Period
from adamas.planning.plan import Plan, Visit
from adamas.planning.propose import propose
from adamas.screening.screen import screen
from tests.support.planned import FEWEST_YEARS, LIBRARY, ON, facts, plan, refusal


def every_visit(found: Plan) -> tuple[Visit, ...]:
    spot = (found.test_spot,) if found.test_spot is not None else ()
    return (*spot, *found.visits, *found.maintenance)


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


def test_after_months_of_rest_upkeep_begins_as_gently_as_the_second_visit() -> None:
    found = plan(zones=("cheek",))
    settings_of = [visit.steps[0] for visit in (*found.visits, *found.maintenance)]
    second, last, upkeep = settings_of[1], settings_of[5], settings_of[6]
    assert last.vacuum_kpa.value > upkeep.vacuum_kpa.value == second.vacuum_kpa.value
    assert last.grit_um.value > upkeep.grit_um.value == second.grit_um.value


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


def test_a_client_who_is_never_there_gets_no_plan_but_a_reason() -> None:
    found = refusal(diary=Diary(away=(Period(first=ON, last=ON + timedelta(days=2000)),)))
    assert found.because[0].client.id == "plan-no-day"
