from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.errors import NotCleared
from adamas.intake.facts import Diary, Facts, Period
from adamas.intake.read import read
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.practice import Zone
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.knowledge.statement import Limit
from adamas.planning.budget import is_delicate
from adamas.planning.home import HomePlan, propose_home
from adamas.planning.plan import NotPlanned
from adamas.screening.screen import screen
from tests.support.planned import statement

ON = date(2026, 11, 21)
SCOPE: Final = "home-device"
REAL = ("questions", "protocols", "devices", "effects")


def a_zone(name: str, order: int) -> Zone:
    return Zone(
        id=name,
        grade="P",
        title=name,
        region="face",
        order=order,
        grit_um=(80, 100),
        vacuum_kpa=(17, 27),
        passes=(2, 3),
        minutes=5,
        usual=True,
        say="",
        tell="",
    )


STATEMENTS = (
    statement("rosacea-home", "rosacea is active", "refuse", scope=SCOPE),
    statement("cold-sore", "herpes-active", "defer", scope=SCOPE),
    statement("cold-sore-before", "herpes-last within 14 days", "defer", scope=SCOPE),
    statement("mole-there", "moles", "defer", scope=SCOPE, zone="affected"),
    statement("marks", "dark-marks-history", "caution", scope=SCOPE, limit=Limit(interval_days_at_least=21)),
)
LIBRARY = Library.of(
    {
        **{name: read_section(SECTIONS[name], default_root()) for name in REAL},
        "zones": {zone.id: zone for zone in (a_zone("cheek", 2), a_zone("forehead", 1), a_zone("neck", 9))},
        "statements": {statement.id: statement for statement in STATEMENTS},
    },
    digest="test",
)
ROBUST = {
    "sensitive-skin": "absent",
    "thin-skin": "absent",
    "skin-dryness": "normal",
    "rosacea": "none",
    "herpes-active": "absent",
    "herpes-last": "never",
    "moles": "absent",
    "dark-marks-history": "absent",
}
VISITS = st.lists(st.integers(-30, 200).map(lambda n: ON + timedelta(days=n)), max_size=10).map(tuple)

MORE_DELICATE = st.fixed_dictionaries(
    {},
    optional={
        "sensitive_skin": st.sampled_from(["present", "unknown"]),
        "thin_skin": st.sampled_from(["present", "unknown"]),
        "skin_dryness": st.sampled_from(["dry", "unknown"]),
    },
)


def facts_with(
    zones: tuple[str, ...] = ("cheek", "forehead"), diary: Diary | None = None, **answers: Any
) -> Facts:
    changed = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return read({**ROBUST, **changed}, LIBRARY, on=ON, zones=zones, diary=diary)


def propose(facts: Facts, device: str = "ckeyin", **options: Any) -> HomePlan | NotPlanned:
    verdict = screen(facts, LIBRARY, on=ON, scope=SCOPE)
    return propose_home(verdict, facts, LIBRARY, on=ON, device=device, **options)


def plan_for(facts: Facts, device: str = "ckeyin", **options: Any) -> HomePlan:
    found = propose(facts, device, **options)
    assert isinstance(found, HomePlan)
    return found


def test_robust_skin_polishes_once_a_week_with_one_pass() -> None:
    plan = plan_for(facts_with())
    assert (plan.interval_days.value, plan.passes.value) == (7, 1)
    assert plan.days[:3] == (ON, ON + timedelta(days=7), ON + timedelta(days=14))
    assert not plan.is_provisional


def test_the_first_uses_are_a_try_on_one_place_and_coarse_never_comes() -> None:
    plan = plan_for(facts_with())
    assert [use.strength for use in plan.uses] == ["training"] * 2 + ["gentle"] * 4 + ["medium"] * 2
    assert plan.uses[0].zones == ("forehead",)
    assert plan.uses[2].zones == ("forehead", "cheek")


def test_delicate_skin_never_steps_up() -> None:
    plan = plan_for(facts_with(sensitive_skin="present"))
    assert "medium" not in {use.strength for use in plan.uses}


def test_a_device_with_one_head_never_steps_up() -> None:
    assert "medium" not in {use.strength for use in plan_for(facts_with(), "benefit").uses}


@given(MORE_DELICATE, VISITS)
def test_more_sensitive_skin_is_never_polished_more_often(
    changes: dict[str, Any], visits: tuple[date, ...]
) -> None:
    robust, other = facts_with(), facts_with(**changes)
    plan, rarer = propose(robust, salon_visits=visits), propose(other, salon_visits=visits)
    if isinstance(plan, HomePlan) and isinstance(rarer, HomePlan):
        assert rarer.interval_days.value >= plan.interval_days.value
        until = min(plan.days[-1], rarer.days[-1])
        assert sum(day <= until for day in rarer.days) <= sum(day <= until for day in plan.days)
    assert is_delicate(other.row(ON)) == bool(changes)


@given(VISITS, VISITS)
def test_no_home_day_lies_near_a_visit_or_a_cream_day(
    visits: tuple[date, ...], creams: tuple[date, ...]
) -> None:
    found = propose(facts_with(), salon_visits=visits, cream_days=creams)
    days = found.days if isinstance(found, HomePlan) else ()
    for day in days:
        assert all((visit - day).days >= 7 for visit in visits if visit > day)
        assert all((day - visit).days >= 14 for visit in visits if visit <= day)
        assert all(abs((cream - day).days) >= 7 for cream in creams)
    assert all((later - day).days >= 7 for day, later in pairwise(days))


def test_delicate_skin_rests_from_creams_as_long_as_between_uses() -> None:
    creams = (ON + timedelta(days=10),)
    assert plan_for(facts_with(), cream_days=creams).days[0] == ON
    assert plan_for(facts_with(thin_skin="present"), cream_days=creams).days[0] == ON + timedelta(days=24)


def test_the_device_goes_on_after_the_days_shown() -> None:
    plan = plan_for(facts_with())
    later = plan.days_until(ON + timedelta(days=84))
    assert later[: len(plan.days)] == plan.days
    assert later[-1] == ON + timedelta(days=84)
    assert {(day - before).days for before, day in pairwise(later)} == {7}
    assert plan.days_until(plan.days[-1]) == plan.days


def test_a_stay_in_the_sun_keeps_the_device_away() -> None:
    trip = Period(first=ON + timedelta(days=10), last=ON + timedelta(days=20))
    plan = plan_for(facts_with(diary=Diary(sun=(trip,))))
    assert plan.days[0] == trip.last + timedelta(days=14)
    assert plan.starts.client.id == "home-starts-when-free"


def test_beside_fortnightly_visits_the_device_rests_until_the_course_is_over() -> None:
    visits = tuple(ON + timedelta(days=14 * n) for n in range(1, 7))
    plan = plan_for(facts_with(), salon_visits=(ON, *visits))
    assert plan.days[0] == visits[-1] + timedelta(days=14)
    assert plan.starts.client.id == "home-starts-beside-visits"


def test_a_refusal_is_a_value_with_its_statement() -> None:
    found = propose(facts_with(rosacea="active"))
    assert isinstance(found, NotPlanned)
    assert found.statements == ("rosacea-home",)


def test_a_wait_ends_on_its_first_clear_day() -> None:
    plan = plan_for(facts_with(herpes_last="2026-11-14"))
    assert plan.days[0] == date(2026, 11, 28)
    assert plan.starts.client.id == "home-starts-after-wait"


def test_an_open_question_makes_the_plan_provisional() -> None:
    plan = plan_for(facts_with(rosacea="unknown"))
    assert plan.is_provisional
    assert "rosacea" in plan.ask_first


def test_a_professional_device_is_refused_at_home() -> None:
    found = propose(facts_with(), "t06")
    assert isinstance(found, NotPlanned)
    assert found.because[0].client.id == "home-device-for-trained-hands"


def test_the_neck_is_left_to_the_professional() -> None:
    plan = plan_for(facts_with(("cheek", "neck")))
    assert plan.zones == ("cheek",)
    assert [(declined.what, declined.because.client.id) for declined in plan.zones_declined] == [
        ("neck", "home-zone-salon-only")
    ]


def test_only_zones_for_the_salon_leave_nothing_for_home() -> None:
    found = propose(facts_with(("neck",)))
    assert isinstance(found, NotPlanned)


def test_a_zone_with_moles_is_left_out() -> None:
    plan = plan_for(facts_with(moles={"is": "present", "zones": ["cheek"]}))
    assert plan.zones == ("forehead",)
    assert plan.zones_declined[0].because.client.id == "home-zone-blocked"


def test_without_named_zones_those_for_home_are_taken() -> None:
    assert plan_for(facts_with(())).zones == ("forehead", "cheek")


def test_the_longest_interval_asked_for_wins() -> None:
    plan = plan_for(facts_with(dark_marks_history="present"))
    assert (plan.interval_days.value, plan.interval_days.because.client.id) == (21, "home-interval-limit")


def test_every_plan_says_when_to_stop_and_what_it_rests_on() -> None:
    plan = plan_for(facts_with())
    assert "erosion" in plan.stop
    assert not set(plan.stop) & set(plan.expect)
    assert {"home-polishing", "home-tip-care", "ckeyin"} <= {ground.id for ground in plan.grounds}


@pytest.mark.parametrize(("scope", "day"), [("salon", ON), (SCOPE, ON + timedelta(days=1))])
def test_a_verdict_of_another_scope_or_day_is_not_accepted(scope: str, day: date) -> None:
    facts = facts_with()
    verdict = replace(screen(facts, LIBRARY, on=day, scope=SCOPE), scope=scope)
    with pytest.raises(NotCleared):
        propose_home(verdict, facts, LIBRARY, on=ON, device="ckeyin")
