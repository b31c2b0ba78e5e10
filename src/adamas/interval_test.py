"""Closed intervals agree with the plain definition, value by value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.interval import Interval

ENDS = st.none() | st.integers(-5, 5)
VALUES = range(-8, 9)


@st.composite
def intervals(draw: st.DrawFn) -> Interval[int]:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and high < low:
        low, high = high, low
    return Interval(low, high)


def inside(interval: Interval[int]) -> set[int]:
    return {value for value in VALUES if value in interval}


def test_both_ends_belong_to_the_interval() -> None:
    assert inside(Interval(2, 4)) == {2, 3, 4}
    assert inside(Interval(3, 3)) == {3}


def test_an_open_side_has_no_end() -> None:
    assert inside(Interval(None, -7)) == {-8, -7}
    assert inside(Interval(7, None)) == {7, 8}


def test_swapped_ends_are_refused() -> None:
    with pytest.raises(ValueError, match=r"ends .* before it begins"):
        Interval(4, 2)


@given(one=intervals(), other=intervals())
def test_intervals_overlap_exactly_when_a_value_lies_in_both(
    one: Interval[int], other: Interval[int]
) -> None:
    assert one.overlaps(other) is bool(inside(one) & inside(other))
    assert other.overlaps(one) is one.overlaps(other)


@given(one=intervals(), other=intervals())
def test_an_intersection_holds_what_lies_in_both(one: Interval[int], other: Interval[int]) -> None:
    shared = one.intersection(other)
    assert (inside(shared) if shared is not None else set()) == inside(one) & inside(other)


def test_intervals_are_equal_by_their_ends() -> None:
    assert Interval(1, 2) == Interval(1, 2)
    assert Interval(1, 2) != Interval(1, 3)
    assert Interval(1, None) != (1, None)
    assert len({Interval(1, 2), Interval(1, 2), Interval(None, 2)}) == 2
    assert repr(Interval(1, None)) == "Interval(1, None)"
