"""Facts of one client: silence is unknown, and a zone hears only what concerns it."""

from datetime import date

import pytest

from adamas.answer import Answer
from adamas.intake.facts import Diary, Fact, Facts, Period
from adamas.knowledge.truth import NEVER, Value

ON = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (True, Answer.PRESENT),
        (False, Answer.ABSENT),
        (None, Answer.UNKNOWN),
        (NEVER, Answer.ABSENT),
        (ON, Answer.PRESENT),
        (0.0, Answer.PRESENT),
        ("none", Answer.PRESENT),
    ],
)
def test_a_fact_is_present_absent_or_unknown(value: Value | None, answer: Answer) -> None:
    assert Fact(value=value).answer is answer


def test_what_does_not_apply_is_absent() -> None:
    assert Fact(value="", is_applicable=False).answer is Answer.ABSENT


def test_what_nobody_was_asked_is_unknown() -> None:
    facts = Facts({"pregnancy": Fact(value=None)})
    assert facts["pregnancy"].answer is Answer.UNKNOWN
    assert facts["epilepsy"].answer is Answer.UNKNOWN
    assert "pregnancy" not in facts
    assert facts.row(ON) == {}


@pytest.mark.parametrize(("value", "elsewhere"), [(True, False), (False, False), (ON, NEVER), (None, None)])
def test_an_answer_for_a_zone_says_nothing_bad_of_the_others(
    value: Value | None, elsewhere: Value | None
) -> None:
    fact = Fact(value=value, zones=("cheek",))
    assert fact.value_in("cheek") == value
    assert fact.value_in("nose") == elsewhere
    assert Fact(value=value).value_in("nose") == value


def test_a_row_for_a_zone_holds_what_concerns_it() -> None:
    facts = Facts({"open-wound": Fact(value=True, zones=("cheek",)), "pregnancy": Fact(value=False)})
    assert facts.row(ON, zone="cheek") == {"open-wound": True, "pregnancy": False}
    assert facts.row(ON, zone="nose") == {"open-wound": False, "pregnancy": False}
    assert facts.row(ON)["open-wound"] is True


def test_age_follows_from_the_day_of_birth_unless_it_was_told() -> None:
    born = Facts({"birth-date": Fact(value=date(2012, 11, 22))})
    assert born.row(ON)["age"] == 13.0
    assert born.row(date(2026, 11, 22))["age"] == 14.0
    assert born.with_fact("age", Fact(value=30.0)).row(ON)["age"] == 30.0


def test_another_answer_or_zone_leaves_the_first_facts_alone() -> None:
    sun = Diary(sun=(Period(first=ON, last=ON),))
    first = Facts({"a": Fact(value=True)}, zones=("nose",), diary=sun)
    second = first.with_fact("a", Fact(value=False)).with_zones(("cheek",))
    assert (first["a"].value, first.zones) == (True, ("nose",))
    assert (second["a"].value, second.zones, second.diary) == (False, ("cheek",), sun)
    assert list(second) == ["a"]


def test_a_day_that_was_told_is_the_only_day_a_fact_turns_on() -> None:
    facts = Facts({"sunburn-last": Fact(value=ON), "peel-last": Fact(value=NEVER)})
    assert facts.days_of("sunburn-last", after=ON) == (ON,)
    assert facts.days_of("peel-last", after=ON) == ()
    assert facts.days_of("unheard", after=ON) == ()
