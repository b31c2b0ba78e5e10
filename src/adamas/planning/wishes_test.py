from datetime import timedelta
from typing import Any

import pytest

from adamas.errors import AnswerInvalid
from adamas.planning.plan import NotPlanned
from adamas.planning.propose import propose
from adamas.screening.screen import screen
from tests.support.planned import LIBRARY, ON, facts, outcome, plan, refusal


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
    assert plan({**thin, "birth-date": "1960-01-01"}, every=7).interval_days.value >= 14
    assert plan({**thin, "birth-date": "unknown"}, every=7).interval_days.value >= 14
    assert plan(thin, every=3).interval_days.value == 7
    assert plan(every=30).interval_days.value == 30


def test_the_dial_of_the_device_never_promises_more_than_the_plan() -> None:
    found = plan(device="generic-inhg", zones=("forehead",))
    step = found.visits[0].steps[0]
    assert step.dial is not None
    assert (step.dial.reading, step.dial.unit) == (5.5, "inHg")


def test_a_device_that_cannot_be_set_gently_enough_does_not_treat_the_zone() -> None:
    assert refusal(device="diamondtome", zones=("periorbital",)).zones_declined[0].what == "periorbital"


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
