"""Statements bound to a day: only those of the scope, and every day on which they may turn."""

from datetime import date
from typing import Any

import pytest

from adamas.errors import NoValueOn
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.statement import InForce, Statement
from adamas.screening.rules import Rule, rules_on

ON = date(2026, 11, 21)
QUESTIONS = (
    Question(id="pregnancy", title="", kind="presence", group="health"),
    Question(id="peel-last", title="", kind="date", group="treatments"),
    Question(id="wedding", title="", kind="date", group="wishes", tense="planned"),
    Question(id="birth-date", title="", kind="date", group="about-you"),
    Question(
        id="age", title="", kind="number", group="about-you", unit="years", derived_from=("birth-date",)
    ),
)


def library(*conditions: str, **more: Any) -> Library:
    kept: dict[str, Any] = {"applies_to": ("salon",), "grade": "C", "hazards": ("H-01",)} | more
    since = {"in_force": InForce(since=date(2026, 11, 1), review_by=date(2027, 11, 1))}
    statements = {
        f"s{number}": Statement(
            id=f"s{number}", title="", when=when, then="defer", say="", tell="", **(since | kept)
        )
        for number, when in enumerate(conditions)
    }
    return Library.of({"questions": {q.id: q for q in QUESTIONS}, "statements": statements}, digest="d")


def rule(when: str) -> tuple[Rule, Library]:
    made = library(when)
    (only,) = rules_on(made, ON, scope="salon")
    return only, made


def told(made: Library, **answers: str) -> Facts:
    return read({name.replace("_", "-"): word for name, word in answers.items()}, made, on=ON)


@pytest.mark.parametrize(
    ("applies_to", "scope"),
    [(("salon",), "salon"), (("home-device", "salon"), "salon"), (("any",), "peel-cream")],
)
def test_statements_of_the_scope_are_weighed(applies_to: tuple[str, ...], scope: str) -> None:
    assert len(rules_on(library("pregnancy", applies_to=applies_to), ON, scope=scope)) == 1


def test_a_scope_on_which_nothing_is_said_fails_instead_of_clearing() -> None:
    with pytest.raises(NoValueOn, match="home-device"):
        rules_on(library("pregnancy", applies_to=("salon",)), ON, scope="home-device")


def test_rules_are_kept_for_a_day_and_made_anew_for_another() -> None:
    made = library("peel-last within 14 days")
    first = rules_on(made, ON, scope="salon")
    assert rules_on(made, ON, scope="salon") is first
    assert rules_on(made, date(2026, 11, 22), scope="salon") is not first


def test_a_rule_made_for_one_library_is_not_used_for_another() -> None:
    assert rules_on(library("pregnancy"), ON, scope="salon")[0].facts == ("pregnancy",)
    assert rules_on(library("not pregnancy"), ON, scope="salon")[0].test({"pregnancy": False}) is True


def test_a_statement_without_a_calendar_never_turns_by_waiting() -> None:
    still, made = rule("pregnancy")
    assert still.timed == ()
    assert still.turning_days(told(made, pregnancy="present"), after=ON) == []
    assert still.on(date(2027, 1, 1)) is still


@pytest.mark.parametrize(
    ("when", "answers", "days"),
    [
        ("peel-last within 14 days", {"peel_last": "2026-11-20"}, [date(2026, 12, 4)]),
        ("peel-last within 14 days", {"peel_last": "2026-10-01"}, []),
        ("peel-last within 14 days", {"peel_last": "never"}, []),
        ("peel-last within 14 days", {}, []),
        ("wedding in next 7 days", {"wedding": "2026-12-24"}, [date(2026, 12, 17), date(2026, 12, 24)]),
        ("age under 14 years", {"birth_date": "2012-12-24"}, [date(2026, 12, 24), date(2027, 12, 24)]),
        ("age under 14 years", {"age": "13"}, []),
    ],
)
def test_a_statement_turns_on_the_days_of_its_calendar(
    when: str, answers: dict[str, str], days: list[date]
) -> None:
    timed, made = rule(when)
    assert timed.turning_days(told(made, **answers), after=ON) == days
