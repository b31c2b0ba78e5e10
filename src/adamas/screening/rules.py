"""Statements made ready for one day: their conditions bound to tests, their dates found."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace

from adamas.intake.facts import Facts
from adamas.knowledge.grammar import Ahead, Atom, Compare, Expression, Present, Within, atoms, facts_of
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision, Statement
from adamas.knowledge.truth import Row, Test, Truth, bind, change_days


class Rule(Struct, frozen=True, kw_only=True):
    """One statement bound to a day.

    timed: the atoms whose truth can change by waiting; empty when the statement does not look at the
    calendar.
    """

    statement: Statement
    decision: Decision
    condition: Expression
    test: Test
    facts: tuple[str, ...]
    timed: tuple[Atom, ...]

    def on(self, day: date) -> "Rule":
        """The same statement bound to another day."""
        return replace(self, test=bind(self.condition, day)) if self.timed else self

    def turning_days(self, facts: Facts, *, after: date) -> list[date]:
        """The days after `after` on which this statement may start or stop to speak, soonest first."""
        days = (day for atom in self.timed for day in _turning_days(atom, facts, after=after))
        return sorted({day for day in days if day > after})


class Battery(Struct, frozen=True, kw_only=True):
    """Tests that are run together for one row: plain presences are looked up in one go.

    ids: the statements in the order in which `truths` answers.
    """

    ids: tuple[str, ...]
    presences: tuple[str, ...]
    tests: tuple[Test, ...]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "Battery":
        """The tests of these rules."""
        rules = tuple(rules)
        plain = {rule.statement.id: c.fact for rule in rules if isinstance(c := rule.condition, Present)}
        other = {rule.statement.id: rule.test for rule in rules if rule.statement.id not in plain}
        return cls(ids=(*plain, *other), presences=tuple(plain.values()), tests=tuple(other.values()))

    def truths(self, row: Row) -> list[Truth]:
        """The truth of every statement, in the order of `ids`."""
        heard: list[Any] = [*map(row.get, self.presences)]
        return heard + [test(row) for test in self.tests]


class Rules(tuple[Rule, ...]):
    """The rules of a day by id, with the tests of whole-client and of local statements arranged together."""

    @cached_property
    def whole(self) -> Battery:
        """The tests of the statements that speak of the whole client."""
        return Battery.of(rule for rule in self if rule.statement.zone == "whole")

    @cached_property
    def local(self) -> Battery:
        """The tests of the statements that speak of zones."""
        return Battery.of(rule for rule in self if rule.statement.zone == "affected")


def _turning_days(atom: Atom, facts: Facts, *, after: date) -> tuple[date, ...]:
    if isinstance(atom, Compare):
        return facts.days_of(atom.fact, limit=float(atom.limit), after=after)
    return tuple(day for known in facts.days_of(atom.fact, after=after) for day in change_days(atom, known))


_ready: "WeakKeyDictionary[Library, dict[tuple[date, str], Rules]]" = WeakKeyDictionary()


def rules_on(library: Library, on: date, *, scope: str) -> Rules:
    """The statements of a scope in force on a day, by id; kept ready for the next client."""
    kept = _ready.setdefault(library, {})
    if (on, scope) not in kept:
        if len(kept) > 64:
            kept.clear()
        kept[on, scope] = Rules(_rule(s, library, on) for s in library.in_force(on, scope=scope))
    return kept[on, scope]


def ids_on(library: Library, on: date, *, scope: str) -> tuple[str, ...]:
    """The ids of the statements of a scope in force on a day. Raises NoValueOn when nothing is in force."""
    return tuple(statement.id for statement in library.in_force(on, scope=scope))


def _rule(statement: Statement, library: Library, on: date) -> Rule:
    condition = library.conditions[f"statement/{statement.id}"]
    questions = library.questions
    timed = tuple(
        atom
        for atom in atoms(condition)
        if isinstance(atom, Within | Ahead)
        or (isinstance(atom, Compare) and questions[atom.fact].derived_from)
    )
    return Rule(
        statement=statement,
        decision=statement.decision,
        condition=condition,
        test=bind(condition, on),
        facts=facts_of(condition),
        timed=timed,
    )
