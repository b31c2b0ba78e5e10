"""Turns the same checked conditions into Polars expressions, for all clients at once.

The logic of Polars is Kleene's as long as null stays null: `&` is settled by false, `|` by true. One thing
needs care: not-a-number is larger than every number there, and must not speak here.
"""

from collections.abc import Callable

import polars as pl

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
from adamas.knowledge.truth import last_over
from adamas.screening.days import Day, day_column, worked_out
from adamas.units import add_span

AtomColumn = Callable[[Atom], pl.Expr]
"""Where the truth of an atom stands."""


def atom_column(atom: Atom, on: Day) -> pl.Expr:
    """The truth of one atom on a day, from the columns of facts; null is unknown."""
    column = pl.col(atom.fact)
    match atom:
        case Present():
            return column
        case OneOf(_, (only,)):
            return column == only
        case OneOf(_, values):
            return column.is_in(values)
        case Compare():
            return _compared(column, atom)
        case Within(_, count, unit):
            over = worked_out(on, lambda day: last_over(day, count, unit))
            return (column > over) & (column <= day_column(on))
        case Ahead(_, count, unit):
            until = worked_out(on, lambda day: add_span(day, count, unit))
            return (column > day_column(on)) & (column <= until)


def _compared(column: pl.Expr, atom: Compare) -> pl.Expr:
    limit = float(atom.limit)
    match atom.relation:
        case "at least":
            return (column >= limit) & column.is_not_nan()
        case "over":
            return (column > limit) & column.is_not_nan()
        case "at most":
            return column <= limit
        case "under":
            return column < limit


def condition_column(expression: Expression, column_of: AtomColumn) -> pl.Expr:
    """The truth of a condition from the truths of its atoms."""
    match expression:
        case Not(part):
            return ~condition_column(part, column_of)
        case Every(parts):
            return pl.all_horizontal([condition_column(part, column_of) for part in parts])
        case Either(parts):
            return pl.any_horizontal([condition_column(part, column_of) for part in parts])
        case atom:
            return column_of(atom)


def is_named(fact: str, bit: int) -> pl.Expr:
    """True where an answer speaks of the zone with this bit: it names it, or it names none."""
    mask = pl.col(zones_of(fact))
    return (mask == 0) | ((mask & bit) != 0)


def zones_of(fact: str) -> str:
    """The column that holds the zones an answer names, one bit each; 0 means it speaks of all."""
    return f"{fact}@zones"
