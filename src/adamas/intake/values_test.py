"""A word means one thing to one kind of question, and what means nothing is refused with the way out."""

from datetime import date
from typing import Any

import pytest

from adamas.errors import AnswerInvalid, UnitMismatch
from adamas.intake.values import UNKNOWN, bounds_hint, number_hint, read_value
from adamas.knowledge.question import Question
from adamas.knowledge.truth import NEVER

ON = date(2026, 11, 21)


def question(kind: Any, **more: Any) -> Question:
    return Question(id="q", title="Question", kind=kind, group="health", **more)


PRESENCE = question("presence")
CHOICE = question("choice", choices={"none": "", "quiet": "", "active": ""})
AGE = question("number", unit="years", low=0, high=120)
COUNT = question("number", low=0)
PAST = question("date")
PLANNED = question("date", tense="planned")
BORN = question("date", may_be_never=False)


@pytest.mark.parametrize(
    ("asked", "word", "value"),
    [
        (PRESENCE, "YES", True),
        (PRESENCE, "false", False),
        (CHOICE, "none", "none"),
        (AGE, "1 year", 1.0),
        (AGE, "+30", 30.0),
        (AGE, "30,5 years", 30.5),
        (AGE, "120", 120.0),
        (COUNT, "0", 0.0),
        (PAST, "never", NEVER),
        (PAST, "None", NEVER),
        (PAST, "2026-11-21", ON),
        (PLANNED, "2026-11-22", date(2026, 11, 22)),
        (PAST, "1900-01-01", date(1900, 1, 1)),
        (PLANNED, "2200-12-31", date(2200, 12, 31)),
    ],
)
def test_a_word_has_its_meaning(asked: Question, word: str, value: object) -> None:
    assert read_value(word, asked, heard_on=ON) == value


@pytest.mark.parametrize("asked", [PRESENCE, CHOICE, AGE, PAST], ids=lambda asked: asked.kind)
@pytest.mark.parametrize("word", sorted(UNKNOWN))
def test_not_knowing_is_an_answer_to_every_question(asked: Question, word: str) -> None:
    assert read_value(word.upper(), asked, heard_on=ON) is None


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (PRESENCE, "1"),
        (PRESENCE, "nope"),
        (CHOICE, "None"),
        (CHOICE, "present"),
        (AGE, "-1"),
        (AGE, "120.5"),
        (AGE, "1e2"),
        (AGE, "inf"),
        (AGE, "٣"),
        (AGE, "thirty years"),
        (PAST, "2026-11-22"),
        (BORN, "never"),
        (BORN, "none"),
        (BORN, "0001-01-01"),
        (PAST, "1899-12-31"),
        (PLANNED, "2201-01-01"),
        (PAST, "2026-11"),
        (PAST, "2026-W10-6"),
    ],
)
def test_what_means_nothing_is_refused_with_a_hint(asked: Question, word: str) -> None:
    with pytest.raises(AnswerInvalid) as refused:
        read_value(word, asked, heard_on=ON)
    assert refused.value.what.startswith("Question: ")
    assert refused.value.hint


@pytest.mark.parametrize("word", ["30 months", "30 Years", "30 years old", "30 y"])
def test_another_unit_is_never_taken_for_the_one_that_was_meant(word: str) -> None:
    with pytest.raises(UnitMismatch) as refused:
        read_value(word, AGE, heard_on=ON)
    assert refused.value.hint == "Write a number with its unit, like 30 years."


def test_a_unit_where_none_is_counted_is_refused() -> None:
    with pytest.raises(UnitMismatch):
        read_value("3 pieces", COUNT, heard_on=ON)


def test_hints_name_bounds_and_units() -> None:
    assert bounds_hint(AGE) == "Allowed: from 0 to 120 years."
    assert bounds_hint(COUNT) == "Allowed: at least 0."
    assert bounds_hint(question("number", high=5, unit="mm")) == "Allowed: at most 5 mm."
    assert number_hint("12", COUNT) == "Write a number with its unit, like 12."
