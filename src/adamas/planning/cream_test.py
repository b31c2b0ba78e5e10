from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.answer import Answer
from adamas.errors import NotCleared
from adamas.intake.facts import Diary, Facts, Period
from adamas.intake.read import read
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.knowledge.statement import Limit
from adamas.planning.cream import CreamPlan, propose_cream
from adamas.planning.plan import NotPlanned
from adamas.screening.screen import screen
from tests.support.planned import statement

ON = date(2026, 11, 21)
SCOPE: Final = "peel-cream"
ROOT = default_root()


STATEMENTS = (
    statement("rosacea-cream", "rosacea is active", "refuse", scope=SCOPE),
    statement("sore", "herpes-last within 14 days", "defer", scope=SCOPE),
    statement("marks", "melasma", "caution", scope=SCOPE, limit=Limit(exclude_products=("fruit-acids",))),
    statement("rare", "psoriasis", "caution", scope=SCOPE, limit=Limit(interval_days_at_least=21)),
)
LIBRARY = Library.of(
    {
        **{name: read_section(SECTIONS[name], ROOT) for name in ("questions", "products", "protocols")},
        "statements": {statement.id: statement for statement in STATEMENTS},
    },
    digest="test",
)
ROBUST = {
    "age": "40 years",
    "sensitive-skin": "absent",
    "thin-skin": "absent",
    "skin-dryness": "normal",
    "acne": "none",
    "dark-marks-history": "absent",
    "frequent-sunbathing": "absent",
    "rosacea": "none",
    "herpes-last": "never",
    "melasma": "absent",
    "psoriasis": "absent",
}
VISITS = st.lists(st.integers(-30, 200).map(lambda n: ON + timedelta(days=n)), max_size=10).map(tuple)
AGES = st.integers(1, 95).map(lambda age: f"{age} years")


def facts_with(diary: Diary | None = None, **answers: Any) -> Facts:
    changed = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return read({**ROBUST, **changed}, LIBRARY, on=ON, diary=diary)


def propose(facts: Facts, **options: Any) -> CreamPlan | NotPlanned:
    verdict = screen(facts, LIBRARY, on=ON, scope=SCOPE)
    return propose_cream(verdict, facts, LIBRARY, on=ON, **options)


def plan_for(**answers: Any) -> CreamPlan:
    found = propose(facts_with(**answers))
    assert isinstance(found, CreamPlan)
    return found


def strength(plan: CreamPlan) -> int:
    return LIBRARY.section("products")[plan.exfoliates].strength if plan.exfoliates else 0


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [
        ({"age": "14 years"}, ""),
        ({"age": "15 years"}, "gommage"),
        ({"age": "17 years"}, "gommage"),
        ({"age": "18 years"}, "glycolic"),
        ({"age": "25 years"}, "glycolic"),
        ({"age": "26 years"}, "gommage"),
        ({"age": "30 years"}, "fruit-acids"),
        ({"age": "45 years"}, "fruit-acids"),
        ({"age": "60 years"}, "fruit-acids"),
        ({"age": "40 years", "skin_dryness": "dry"}, "soft-particles"),
        ({"age": "22 years", "skin_dryness": "dry"}, "soft-particles"),
        ({"age": "40 years", "thin_skin": "present"}, "gommage"),
        ({"age": "40 years", "sensitive_skin": "present"}, "gommage"),
        ({"age": "40 years", "dark_marks_history": "present"}, "gommage"),
        ({"age": "40 years", "frequent_sunbathing": "present"}, "gommage"),
        ({"age": "unknown"}, ""),
        ({"age": "40 years", "sensitive_skin": "unknown"}, "gommage"),
    ],
)
def test_skin_and_age_choose_the_class(answers: dict[str, str], chosen: str) -> None:
    assert plan_for(**answers).exfoliates == chosen


def test_without_exfoliation_a_caring_cream_and_sun_cream_remain() -> None:
    plan = plan_for(age="14 years")
    assert (plan.care, plan.days, plan.every_days, plan.sun_protection.value) == (
        "caring-cream",
        (),
        None,
        50,
    )
    assert plan.because.client.id == "cream-nothing"


def test_while_the_age_is_unknown_the_client_is_asked() -> None:
    plan = plan_for(age="unknown")
    gommage = next(one for one in plan.considered if one.product == "gommage")
    assert (gommage.may_use, gommage.ask_first) == (Answer.UNKNOWN, ("age",))
    assert plan.because.client.id == "cream-nothing-until-asked"


def test_strong_acids_are_for_home_at_no_age() -> None:
    for age in ("40 years", "50 years", "90 years"):
        strong = next(one for one in plan_for(age=age).considered if one.product == "strong-acids")
        assert (strong.may_use, strong.because.client.id) == (Answer.ABSENT, "cream-not-for-home")


def test_an_excluded_ingredient_passes_the_choice_on() -> None:
    plan = plan_for(melasma="present")
    assert plan.exfoliates == "gommage"
    excluded = next(one for one in plan.considered if one.product == "fruit-acids")
    assert excluded.because.client.id == "cream-excluded"


@given(AGES, st.sampled_from(["dry", "normal", "combination", "oily", "unknown"]), VISITS)
def test_more_sensitive_skin_never_gets_more_or_stronger(
    age: str, dryness: str, visits: tuple[date, ...]
) -> None:
    usual = propose(facts_with(age=age, skin_dryness=dryness), salon_visits=visits)
    for name, answer in (
        ("sensitive_skin", "present"),
        ("thin_skin", "present"),
        ("sensitive_skin", "unknown"),
    ):
        changed: dict[str, Any] = {"age": age, "skin_dryness": dryness, name: answer}
        gentler = propose(facts_with(**changed), salon_visits=visits)
        assert isinstance(usual, CreamPlan)
        assert isinstance(gentler, CreamPlan)
        assert strength(gentler) <= strength(usual)
        if usual.every_days and gentler.every_days:
            assert gentler.every_days.value >= usual.every_days.value


@given(AGES, st.sampled_from(["present", "absent"]), VISITS, VISITS)
def test_no_cream_day_lies_near_a_visit_or_a_device_day(
    age: str, sensitive: str, visits: tuple[date, ...], device_days: tuple[date, ...]
) -> None:
    found = propose(
        facts_with(age=age, sensitive_skin=sensitive), salon_visits=visits, device_days=device_days
    )
    assert isinstance(found, CreamPlan)
    before, after, every = (6, 8, 14) if sensitive == "present" else (4, 4, 7)
    for day in found.days:
        assert all((visit - day).days >= before for visit in visits if visit > day)
        assert all((day - visit).days >= after for visit in visits if visit <= day)
        assert all(abs((other - day).days) >= every for other in device_days)
    assert all((later - day).days >= every for day, later in pairwise(found.days))


def test_between_fortnightly_visits_a_cream_finds_its_days() -> None:
    visits = tuple(ON + timedelta(days=14 * n) for n in range(6))
    found = propose(facts_with(), salon_visits=visits)
    assert isinstance(found, CreamPlan)
    assert found.days[:2] == (ON + timedelta(days=4), ON + timedelta(days=18))


def test_no_cream_before_strong_sun() -> None:
    trip = Period(first=ON + timedelta(days=5), last=ON + timedelta(days=12))
    found = propose(facts_with(Diary(sun=(trip,))))
    assert isinstance(found, CreamPlan)
    assert found.days[0] == trip.last + timedelta(days=14)


def test_the_longest_interval_asked_for_wins() -> None:
    plan = plan_for(psoriasis="present")
    assert plan.every_days is not None
    assert (plan.every_days.value, plan.every_days.because.client.id) == (21, "cream-every-limit")


def test_a_refusal_is_a_value_with_its_statement() -> None:
    found = propose(facts_with(rosacea="active"))
    assert isinstance(found, NotPlanned)
    assert found.statements == ("rosacea-cream",)


def test_a_wait_ends_on_its_first_clear_day() -> None:
    assert plan_for(herpes_last="2026-11-14").days[0] == date(2026, 11, 28)


def test_when_no_day_is_free_nothing_exfoliates() -> None:
    visits = tuple(ON + timedelta(days=4 * n) for n in range(100))
    found = propose(facts_with(), salon_visits=visits)
    assert isinstance(found, CreamPlan)
    assert (found.exfoliates, found.days, found.because.client.id) == ("", (), "cream-no-day")


def test_a_verdict_of_another_scope_is_not_accepted() -> None:
    facts = facts_with()
    verdict = replace(screen(facts, LIBRARY, on=ON, scope="peel-cream"), scope="salon")
    with pytest.raises(NotCleared):
        propose_cream(verdict, facts, LIBRARY, on=ON)
