"""Errors say where, what and what to do, and belong to ours or to theirs."""

from copy import copy
from datetime import date

import pytest

from adamas import errors
from adamas.errors import AdamasError, InputError, KnowledgeError, told

DAY = date(2026, 3, 7)


def test_an_error_says_where_what_and_what_to_do_in_that_order() -> None:
    said = str(AdamasError("No unit.", where="client.yaml:3", hint="Write 20 kPa."))
    assert said == "client.yaml:3: No unit.\n  Write 20 kPa."


def test_an_error_without_a_place_or_hint_says_only_what() -> None:
    assert str(AdamasError("No unit.")) == "No unit."


@pytest.mark.parametrize(
    ("kind", "whose"),
    [
        ("StatementInvalid", KnowledgeError),
        ("Unsettled", KnowledgeError),
        ("NoValueOn", KnowledgeError),
        ("AnswerInvalid", InputError),
        ("UnitMismatch", InputError),
    ],
)
def test_what_is_ours_is_never_blamed_on_them(kind: str, whose: type[AdamasError]) -> None:
    error = getattr(errors, kind)
    assert issubclass(error, whose)
    assert not issubclass(error, InputError if whose is KnowledgeError else KnowledgeError)


def test_what_is_told_is_english_and_remembers_id_and_values() -> None:
    said = told(
        "day-after", "'{day}' comes after {last_day} of {names}.", day="x", last_day=DAY, names=("a", "b")
    )
    assert said == "'x' comes after 2026-03-07 of a, b."
    assert said.id == "error--day-after"
    assert said.values == {"day": "x", "last-day": DAY, "names": ("a", "b")}


def test_an_error_inside_an_error_stays_translatable() -> None:
    inner = told("inner", "inside {x}", x=1)
    outer = told("outer", "Outside: {inner}.", inner=inner)
    assert outer == "Outside: inside 1."
    assert outer.values["inner"] is inner


@pytest.mark.parametrize("value", ["a\x1b[31mb", "a\nb", "a\x00b", "a\u202eb", "z" * 500])
def test_a_value_somebody_typed_is_shown_without_being_obeyed(value: str) -> None:
    said = told("name", "No '{name}'.", name=value)
    assert said.isprintable()
    assert len(said) < 200
    assert AdamasError(said, where=value).where.isprintable()


def test_braces_that_somebody_typed_stay_as_they_are() -> None:
    assert told("name", "No '{name}'.", name="{0.__class__}") == "No '{0.__class__}'."


def test_what_is_told_survives_being_copied() -> None:
    said = told("name", "No '{name}'.", name="x")
    again = copy(said)
    assert (again, again.id, again.values) == (said, said.id, said.values)
