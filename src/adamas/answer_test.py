"""Silence is an answer of its own."""

import pytest

from adamas.answer import Answer


@pytest.mark.parametrize(
    ("truth", "answer"), [(True, Answer.PRESENT), (False, Answer.ABSENT), (None, Answer.UNKNOWN)]
)
def test_every_truth_value_has_its_answer(truth: bool | None, answer: Answer) -> None:
    assert Answer.of(truth) is answer
