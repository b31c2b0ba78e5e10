"""Errors say where, what and what to do, and belong to ours or to theirs."""

import pytest

from adamas import errors
from adamas.errors import AdamasError, InputError, KnowledgeError


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
