"""A question is asked when its answer could matter, gravest first, and again when it may have changed."""

from datetime import date
from typing import Any

import pytest

from adamas.intake.read import read
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.statement import InForce, Statement
from adamas.screening.screen import screen

ON = date(2026, 11, 21)


def asked(name: str, kind: Any = "presence", **more: Any) -> Question:
    return Question(id=name, title=name, kind=kind, group="health", **({"ask": "?"} | more))


def library(conditions: dict[str, str], *questions: Question) -> Library:
    statements = {
        name: Statement(
            id=name,
            title="",
            grade="C",
            applies_to=("salon",),
            when=when,
            then="refuse" if name.startswith("grave") else "caution",
            say="",
            tell="",
            hazards=("H-01",),
            in_force=InForce(since=date(2026, 11, 1), review_by=date(2027, 11, 1)),
        )
        for name, when in conditions.items()
    }
    return Library.of({"questions": {q.id: q for q in questions}, "statements": statements}, digest="d")


def to_ask(made: Library, **answers: str) -> tuple[str, ...]:
    return screen(read(answers, made, on=ON, zones=("cheek",)), made, on=ON).to_ask


def test_the_gravest_question_comes_first_then_the_order_of_the_form() -> None:
    made = library(
        {"mild": "a or b", "grave": "c"}, asked("a", order=2), asked("b", order=1), asked("c", order=3)
    )
    assert to_ask(made) == ("c", "b", "a")


def test_a_question_that_waits_for_another_is_not_asked_before_it() -> None:
    made = library({"grave": "a and b"}, asked("a"), asked("b", only_if="a"))
    assert to_ask(made) == ("a",)
    assert to_ask(made, a="present") == ("b",)
    assert to_ask(made, a="absent") == ()


def test_a_derived_fact_is_asked_by_what_it_follows_from() -> None:
    age = asked("age", "number", unit="years", derived_from=("birth-date",), ask="")
    made = library({"grave": "age under 14 years"}, age, asked("birth-date", "date"))
    assert to_ask(made) == ("birth-date",)


def test_what_is_settled_is_not_asked() -> None:
    made = library({"grave": "a or b", "mild": "c"}, asked("a"), asked("b"), asked("c"))
    assert to_ask(made, a="present") == ()
    assert to_ask(made, a="absent") == ("b", "c")


@pytest.mark.parametrize(
    ("keeps", "on", "again"),
    [
        ("always", date(2036, 1, 1), False),
        ("visit", ON, False),
        ("visit", date(2026, 11, 22), True),
        ("6 months", date(2027, 5, 20), False),
        ("6 months", date(2027, 5, 21), True),
    ],
)
def test_only_what_may_have_changed_is_asked_again(keeps: str, on: date, again: bool) -> None:
    made = library({"grave": "a"}, asked("a", keeps=keeps))
    facts = read({"a": "absent"}, made, on=on, heard_on=ON)
    assert screen(facts, made, on=on).to_ask == (("a",) if again else ())


def test_what_does_not_apply_is_not_asked_again() -> None:
    made = library({"grave": "a and b"}, asked("a"), asked("b", keeps="visit", only_if="a"))
    later = date(2026, 12, 1)
    assert screen(read({"a": "absent"}, made, on=later, heard_on=ON), made, on=later).to_ask == ()
