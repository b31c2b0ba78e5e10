"""Conditions on one client: Kleene truth, windows that end on their day, the days on which truth turns."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.knowledge.grammar import Ahead, Within, atoms, parse
from adamas.knowledge.truth import NEVER, NO_CHOICE, Row, Truth, Value, bind, change_days, last_over
from adamas.units import add_span

ON = date(2026, 11, 21)
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2032, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "year"])


def truth(text: str, row: Row, on: date = ON) -> Truth:
    return bind(parse(text), on)(row)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("x", True, True),
        ("x", False, False),
        ("x is a", "a", True),
        ("x is a", "b", False),
        ("x is a", NO_CHOICE, False),
        ("x is one of a b", "b", True),
        ("x is one of a b", "c", False),
        ("x at least 14", 13.99, False),
        ("x at least 14", 14.0, True),
        ("x over 14", 14.0, False),
        ("x over 14", 14.01, True),
        ("x at most 14", 14.0, True),
        ("x at most 14", 14.01, False),
        ("x under 14", 14.0, False),
        ("x under 14", 13.99, True),
        ("x within 14 days", date(2026, 11, 8), True),
        ("x within 14 days", date(2026, 11, 7), False),
        ("x within 14 days", ON, True),
        ("x within 14 days", ON + timedelta(days=1), False),
        ("x within 14 days", NEVER, False),
        ("x within 6 months", date(2026, 5, 22), True),
        ("x within 6 months", date(2026, 5, 21), False),
        ("x in next 14 days", ON, False),
        ("x in next 14 days", ON + timedelta(days=1), True),
        ("x in next 14 days", ON + timedelta(days=14), True),
        ("x in next 14 days", ON + timedelta(days=15), False),
        ("x in next 14 days", NEVER, False),
    ],
)
def test_an_atom_is_true_from_its_limit_on_and_unknown_in_silence(
    text: str, value: Value, expected: bool
) -> None:
    assert truth(text, {"x": value}) is expected
    assert truth(text, {}) is None
    assert truth(f"not {text}", {"x": value}) is not expected
    assert truth(f"not {text}", {}) is None


FILLINGS: list[Truth] = [True, False, None]


@pytest.mark.parametrize("a", FILLINGS)
@pytest.mark.parametrize("b", FILLINGS)
@pytest.mark.parametrize("c", FILLINGS)
def test_joined_conditions_are_unknown_only_while_the_silence_matters(a: Truth, b: Truth, c: Truth) -> None:
    def settled(text: str) -> Truth:
        rows = [
            {"a": x, "b": y, "c": z}
            for x in ([a] if a is not None else [True, False])
            for y in ([b] if b is not None else [True, False])
            for z in ([c] if c is not None else [True, False])
        ]
        ends = {eval(text, {}, dict(row)) for row in rows}  # noqa: S307 - three letters and their connectives
        return ends.pop() if len(ends) == 1 else None

    known = {name: value for name, value in (("a", a), ("b", b), ("c", c)) if value is not None}
    for text in (
        "a and b",
        "a or b",
        "a and b and c",
        "a or b or c",
        "a and (b or c)",
        "not a or not (b and c)",
    ):
        assert truth(text, known) is settled(text)


@given(day=DAYS, count=st.integers(1, 40), unit=UNITS)
def test_a_window_is_over_on_the_very_day_its_span_ends(day: date, count: int, unit: str) -> None:
    end = add_span(day, count, unit)
    text = f"x within {count} {unit}s"
    assert truth(text, {"x": day}, on=end - timedelta(days=1)) is True
    assert truth(text, {"x": day}, on=end) is False


@given(on=DAYS, count=st.integers(1, 40), unit=UNITS)
def test_the_last_day_that_is_over_is_followed_by_one_that_runs(on: date, count: int, unit: str) -> None:
    day = last_over(on, count, unit)
    assert add_span(day, count, unit) <= on
    assert add_span(day + timedelta(days=1), count, unit) > on


@given(
    day=DAYS, count=st.integers(1, 30), unit=st.sampled_from(["day", "week", "month"]), ahead=st.booleans()
)
def test_truth_turns_on_no_other_day_than_those_named(day: date, count: int, unit: str, ahead: bool) -> None:
    (atom,) = atoms(parse(f"x {'in next' if ahead else 'within'} {count} {unit}s"))
    assert isinstance(atom, Ahead | Within)
    turning = set(change_days(atom, day))
    around = sorted(turning)
    start, end = around[0] - timedelta(days=40), around[-1] + timedelta(days=40)
    before: Truth = None
    seen = set()
    while start <= end:
        now = bind(atom, start)({"x": day})
        if before is not None and now is not before:
            seen.add(start)
        before, start = now, start + timedelta(days=1)
    assert seen <= turning
