"""Strong Kleene logic: silence never becomes a yes or a no, unless the others settle it."""

from itertools import product

import pytest

from adamas.answer import Answer, all_of, any_of, opposite

PRESENT, ABSENT, UNKNOWN = Answer.PRESENT, Answer.ABSENT, Answer.UNKNOWN


@pytest.mark.parametrize(("truth", "answer"), [(True, PRESENT), (False, ABSENT), (None, UNKNOWN)])
def test_every_truth_value_has_its_answer(truth: bool | None, answer: Answer) -> None:
    assert Answer.of(truth) is answer


@pytest.mark.parametrize(("one", "other"), list(product(Answer, repeat=2)))
def test_two_answers_join_as_every_filling_of_the_unknown_would(one: Answer, other: Answer) -> None:
    fillings = [[True, False] if a is UNKNOWN else [a is PRESENT] for a in (one, other)]
    both = {all(pair) for pair in product(*fillings)}
    either = {any(pair) for pair in product(*fillings)}
    assert all_of((one, other)) is Answer.of(both.pop() if len(both) == 1 else None)
    assert any_of((one, other)) is Answer.of(either.pop() if len(either) == 1 else None)


def test_no_answers_at_all_leave_nothing_to_object_to() -> None:
    assert all_of(()) is PRESENT
    assert any_of(()) is ABSENT


@pytest.mark.parametrize("answer", list(Answer))
def test_the_opposite_of_the_opposite_is_the_answer(answer: Answer) -> None:
    assert opposite(opposite(answer)) is answer
    assert (opposite(answer) is answer) is (answer is UNKNOWN)


@pytest.mark.parametrize(("one", "other"), list(product(Answer, repeat=2)))
def test_not_both_is_either_not(one: Answer, other: Answer) -> None:
    assert opposite(all_of((one, other))) is any_of((opposite(one), opposite(other)))
