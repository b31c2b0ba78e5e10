import threading

import pytest

from adamas.imaging.together import together


def test_answers_come_in_the_order_of_what_was_asked() -> None:
    assert together(lambda n: n * n, range(20)) == tuple(n * n for n in range(20))


def test_two_are_worked_on_at_once() -> None:
    both = threading.Barrier(2, timeout=10)
    assert sorted(together(lambda _: both.wait(), range(2))) == [0, 1]


def test_an_error_reaches_who_asked() -> None:
    with pytest.raises(ZeroDivisionError):
        together(lambda n: 1 // n, (1, 0))
