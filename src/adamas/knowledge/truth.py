"""Turns conditions into functions of a row of facts: True, False, or None for unknown (Kleene).

A row maps a fact to a plain value: bool, choice, number or day; a fact that is not in the row is unknown.
"Never" and "does not apply" are values on which no atom is true (NEVER, NOT_A_NUMBER, NO_CHOICE), so that a
stray answer to a question that was never due cannot speak.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from math import nan
from typing import Any

from adamas.knowledge.grammar import (
    Ahead,
    Atom,
    Compare,
    Either,
    Every,
    Expression,
    Not,
    OneOf,
    Present,
    Within,
)
from adamas.units import add_span

Value = bool | str | float | date
Row = Mapping[str, Value]
Truth = bool | None
Test = Callable[[Row], Truth]
NumberTest = Callable[[Mapping[str, Any]], Truth]  # the vocabulary has checked that the fact is a number

NEVER = date.min
NO_CHOICE = ""
NOT_A_NUMBER = nan


def bind(expression: Expression, on: date) -> Test:
    """The test of a condition on a day; spans are measured from that day."""
    match expression:
        case Present(fact):
            return lambda row: row.get(fact)  # type: ignore[return-value]  # a presence is a bool
        case OneOf(fact, values):
            return _one_of(fact, values)
        case Compare():
            return _compare(expression)
        case Within(fact, count, unit):
            return _between(fact, last_over(on, count, unit), on)
        case Ahead(fact, count, unit):
            return _between(fact, on, add_span(on, count, unit))
        case Not(part):
            return _not(bind(part, on))
        case Every(parts):
            return _joined([bind(part, on) for part in parts], settles=False)
        case Either(parts):
            return _joined([bind(part, on) for part in parts], settles=True)


@lru_cache(maxsize=4096)  # the sweep for the first clear day asks for the same few days again and again
def last_over(on: date, count: int, unit: str) -> date:
    """The last day whose span has run out on `on`: the span of the day after it is still running."""
    day = add_span(on, -count, unit)
    while day < date.max and add_span(day + timedelta(days=1), count, unit) <= on:
        day += timedelta(days=1)
    while day > date.min and add_span(day, count, unit) > on:
        day -= timedelta(days=1)
    return day


def _one_of(fact: str, values: tuple[str, ...]) -> Test:
    if len(values) == 1:
        (only,) = values

        def is_it(row: Row) -> Truth:
            value = row.get(fact)
            return None if value is None else value == only

        return is_it
    wanted = frozenset(values)

    def is_among(row: Row) -> Truth:
        value = row.get(fact)
        return None if value is None else value in wanted

    return is_among


def _compare(atom: Compare) -> NumberTest:
    fact, limit = atom.fact, float(atom.limit)
    match atom.relation:
        case "at least":
            return lambda row: None if (value := row.get(fact)) is None else value >= limit
        case "over":
            return lambda row: None if (value := row.get(fact)) is None else value > limit
        case "at most":
            return lambda row: None if (value := row.get(fact)) is None else value <= limit
        case "under":
            return lambda row: None if (value := row.get(fact)) is None else value < limit


def _between(fact: str, after: date, until: date) -> Test:
    def is_between(row: Row) -> Truth:
        day = row.get(fact)
        return None if day is None else after < day <= until  # type: ignore[operator]  # the fact is a date

    return is_between


def _not(test: Test) -> Test:
    def is_not(row: Row) -> Truth:
        truth = test(row)
        return None if truth is None else not truth

    return is_not


def _joined(tests: list[Test], *, settles: bool) -> Test:
    """`and` is settled by one False, `or` by one True; otherwise one unknown keeps it open."""
    if len(tests) == 2:
        first, second = tests

        def both(row: Row) -> Truth:
            one = first(row)
            if one is settles:
                return settles
            other = second(row)
            if other is settles:
                return settles
            return None if one is None or other is None else not settles

        return both

    def joined(row: Row) -> Truth:
        truth: Truth = not settles
        for test in tests:
            one = test(row)
            if one is settles:
                return settles
            if one is None:
                truth = None
        return truth

    return joined


def change_days(atom: Atom, day: date) -> tuple[date, ...]:
    """The days on which an atom about this day may change its truth, soonest first."""
    match atom:
        case Within(_, count, unit) if day != NEVER:
            return (day, add_span(day, count, unit))
        case Ahead(_, count, unit) if day != NEVER:
            return (_first_ahead(day, count, unit), day)
        case _:
            return ()


def _first_ahead(day: date, count: int, unit: str) -> date:
    """The first day from which `day` lies within the span ahead."""
    first = add_span(day, -count, unit)
    while first > date.min and add_span(first - timedelta(days=1), count, unit) >= day:
        first -= timedelta(days=1)
    while add_span(first, count, unit) < day:
        first += timedelta(days=1)
    return first
