"""The same conditions for two peers: Common Expression Language and the expressions of the zen engine.

Both are given every advantage we know: days as whole numbers, compiled once, and for each client all
statements in one call as well as one by one. Where they have no third truth value it is built from two
expressions, one for "surely true" and one for "surely false".
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import cel
import zen
from msgspec import Struct

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
from adamas.knowledge.truth import Truth, last_over
from adamas.units import add_span

Context = dict[str, Any]
_SIGNS = {"at least": ">=", "over": ">", "at most": "<=", "under": "<"}


class Dialect(Struct, frozen=True):
    """How one peer writes logic."""

    conjunction: str
    disjunction: str
    negation: str


CEL = Dialect(" && ", " || ", "!({})")
ZEN = Dialect(" and ", " or ", "not ({})")


class Peer(Struct, frozen=True):
    """One way of asking a peer: the truths of all statements for one client."""

    name: str
    ask: Callable[[Context], list[Truth]]


def variable(fact: str) -> str:
    """A fact as a name both peers read."""
    return fact.replace("-", "_")


def context_of(row: Mapping[str, Any]) -> Context:
    """A row as a peer reads it: every fact there, null for unknown, days as numbers."""
    return {
        variable(fact): value.toordinal() if isinstance(value, date) else value for fact, value in row.items()
    }


class Writer:
    """Writes conditions in one dialect, measured from one day."""

    def __init__(self, dialect: Dialect, on: date) -> None:
        self.dialect = dialect
        self.on = on

    def plain(self, expression: Expression) -> str:
        """As one would write it by hand; an unknown fact makes an error, except where null has an answer."""
        match expression:
            case Not(part):
                return self.dialect.negation.format(self.plain(part))
            case Every(parts):
                return self.dialect.conjunction.join(f"({self.plain(part)})" for part in parts)
            case Either(parts):
                return self.dialect.disjunction.join(f"({self.plain(part)})" for part in parts)
            case OneOf(fact, _):
                return f"({variable(fact)} == null ? null : {self.atom(expression)})"
            case atom:
                return self.atom(atom)

    def two_valued(self, expression: Expression) -> str:
        """Unknown counts as no, the only choice of an engine with two values."""
        match expression:
            case Not(part):
                return self.dialect.negation.format(self.two_valued(part))
            case Every(parts):
                return self.dialect.conjunction.join(f"({self.two_valued(part)})" for part in parts)
            case Either(parts):
                return self.dialect.disjunction.join(f"({self.two_valued(part)})" for part in parts)
            case atom:
                return self.known(atom, self.atom(atom))

    def three_valued(self, expression: Expression) -> str:
        """Kleene's logic from two expressions."""
        is_true, is_false = self.sure(expression, yes=True), self.sure(expression, yes=False)
        return f"({is_true}) ? true : (({is_false}) ? false : null)"

    def sure(self, expression: Expression, *, yes: bool) -> str:
        """True where the condition is surely true (or surely false)."""
        match expression:
            case Not(part):
                return self.sure(part, yes=not yes)
            case Every(parts):
                joiner = self.dialect.conjunction if yes else self.dialect.disjunction
                return joiner.join(f"({self.sure(part, yes=yes)})" for part in parts)
            case Either(parts):
                joiner = self.dialect.disjunction if yes else self.dialect.conjunction
                return joiner.join(f"({self.sure(part, yes=yes)})" for part in parts)
            case atom:
                told = self.atom(atom)
                return self.known(atom, told if yes else self.dialect.negation.format(told))

    def known(self, atom: Atom, told: str) -> str:
        """What is told, where the fact is known."""
        return f"{variable(atom.fact)} != null{self.dialect.conjunction}{told}"

    def atom(self, atom: Atom) -> str:
        """One atom on a known fact."""
        name = variable(atom.fact)
        match atom:
            case Present():
                return name
            case OneOf(_, (only,)):
                return f'{name} == "{only}"'
            case OneOf(_, values):
                return f"{name} in [{', '.join(f'{chr(34)}{value}{chr(34)}' for value in values)}]"
            case Compare(_, relation, limit, _):
                return f"{name} {_SIGNS[relation]} {float(limit)}"
            case Within(_, count, unit):
                return self.between(name, last_over(self.on, count, unit), self.on)
            case Ahead(_, count, unit):
                return self.between(name, self.on, add_span(self.on, count, unit))

    def between(self, name: str, after: date, until: date) -> str:
        """After one day and at most another, as numbers."""
        return f"({name} > {after.toordinal()}{self.dialect.conjunction}{name} <= {until.toordinal()})"


def cel_peers(conditions: Mapping[str, Expression], on: date) -> tuple[Peer, ...]:
    """Three ways of asking CEL, all of them with three truth values."""
    writer = Writer(CEL, on)
    exact = [cel.compile(writer.three_valued(condition)) for condition in conditions.values()]
    plain = [cel.compile(writer.plain(condition)) for condition in conditions.values()]
    joined = cel.compile(f"[{', '.join(f'({writer.three_valued(c)})' for c in conditions.values())}]")

    def one_by_one(context: Context) -> list[Truth]:
        shared = cel.Context(variables=context)
        return [program.execute(shared) for program in exact]

    def all_at_once(context: Context) -> list[Truth]:
        found: list[Truth] = joined.execute(context)
        return found

    def errors_are_unknown(context: Context) -> list[Truth]:
        shared = cel.Context(variables=context)
        return [_or_unknown(program, shared) for program in plain]

    return (
        Peer("CEL, one program a statement", one_by_one),
        Peer("CEL, one program for all", all_at_once),
        Peer("CEL, errors taken as unknown", errors_are_unknown),
    )


def _or_unknown(program: Any, context: Any) -> Truth:
    """CEL lets a settled side absorb the error of the other, which is Kleene's logic by another name."""
    try:
        found = program.execute(context)
    except (RuntimeError, TypeError, ValueError):
        return None
    return found if isinstance(found, bool) else None


def zen_peers(conditions: Mapping[str, Expression], on: date) -> tuple[Peer, ...]:
    """Three ways of asking zen; the last has only two truth values."""
    writer = Writer(ZEN, on)
    exact = [zen.compile_expression(writer.three_valued(condition)) for condition in conditions.values()]
    joined = zen.compile_expression(
        f"[{', '.join(f'({writer.three_valued(c)})' for c in conditions.values())}]"
    )
    halves = zen.compile_expression(
        f"[{', '.join(f'({writer.two_valued(c)})' for c in conditions.values())}]"
    )

    def one_by_one(context: Context) -> list[Truth]:
        return [expression.evaluate(context) for expression in exact]

    def all_at_once(context: Context) -> list[Truth]:
        found: list[Truth] = joined.evaluate(context)
        return found

    def unknown_is_no(context: Context) -> list[Truth]:
        found: list[Truth] = halves.evaluate(context)
        return found

    return (
        Peer("zen, one expression a statement", one_by_one),
        Peer("zen, one expression for all", all_at_once),
        Peer("zen, one for all, unknown is no", unknown_is_no),
    )
