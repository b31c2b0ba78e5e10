"""The tiny closed language in which a statement says when it speaks.

    pregnancy
    isotretinoin is stopped and isotretinoin-last within 6 months
    phototype is one of iv v vi
    age under 14 years or not guardian-consent
    sun-trip-start in next 14 days

Words instead of signs, a unit behind every number, and nothing else: what cannot be said here becomes a
derived fact with a name and a test (`adamas.intake.derived`). An atom is true, false or unknown (Kleene).

`within` looks back: the day lies at most today and its span has not run out; it ends on a known day.
`in next` looks ahead: the day lies after today and at most the span away.
"""

import re
from typing import Literal, Never

from msgspec import Struct

from adamas.errors import StatementInvalid, Told, told
from adamas.units import SPAN_UNITS

Relation = Literal["at least", "over", "at most", "under"]


class Present(Struct, frozen=True, tag="present"):
    """A yes-or-no fact holds."""

    fact: str


class OneOf(Struct, frozen=True, tag="one-of"):
    """A fact with choices has one of these."""

    fact: str
    values: tuple[str, ...]


class Compare(Struct, frozen=True, tag="compare"):
    """A number (in `unit`) or an ordered choice stands in this relation to a limit."""

    fact: str
    relation: Relation
    limit: str
    unit: str


class Within(Struct, frozen=True, tag="within"):
    """A past day is less than this span ago."""

    fact: str
    count: int
    unit: str


class Ahead(Struct, frozen=True, tag="ahead"):
    """A planned day comes within this span."""

    fact: str
    count: int
    unit: str


class Not(Struct, frozen=True, tag="not"):
    """The opposite."""

    part: "Expression"


class Every(Struct, frozen=True, tag="every"):
    """All parts hold."""

    parts: "tuple[Expression, ...]"


class Either(Struct, frozen=True, tag="either"):
    """At least one part holds."""

    parts: "tuple[Expression, ...]"


Atom = Present | OneOf | Compare | Within | Ahead
Expression = Present | OneOf | Compare | Within | Ahead | Not | Every | Either

KEYWORDS = frozenset(
    [
        "and",
        "or",
        "not",
        "is",
        "one",
        "of",
        "at",
        "least",
        "over",
        "most",
        "under",
        "within",
        "in",
        "next",
        "(",
        ")",
    ]
)
_TOKEN = re.compile(r"[()]|[^\s()]+")
_WORD = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[0-9]+)?")
_SIGNS = {
    ">=": "at least",
    ">": "over",
    "<=": "at most",
    "<": "under",
    "==": "is",
    "=": "is",
    "!=": "not … is",
}


_FACT = told("condition-fact", "a fact")
_CHOICE = told("condition-choice", "a choice")
_LIMIT = told("condition-limit", "a number or a step of the scale")
_UNIT = told("condition-unit", "a unit")
_COUNT = told("condition-count", "a whole number above zero")
_SPAN = told("condition-span", "days, weeks, months or years")


def parse(text: str) -> Expression:
    """Read one condition. Raises StatementInvalid with the word it stumbled over."""
    reader = _Parser(text)
    expression = reader.either()
    if reader.here is not None:
        reader.fail(told("condition-end", "the condition should end here, or go on with 'and' or 'or'"))
    return expression


def atoms(expression: Expression) -> tuple[Atom, ...]:
    """Every atom of a condition, in reading order."""
    match expression:
        case Not(part):
            return atoms(part)
        case Every(parts) | Either(parts):
            return tuple(atom for part in parts for atom in atoms(part))
        case atom:
            return (atom,)


def facts_of(expression: Expression) -> tuple[str, ...]:
    """The facts a condition depends on, each once, in reading order."""
    return tuple(dict.fromkeys(atom.fact for atom in atoms(expression)))


class _Parser:
    """Recursive descent over words; `either` is the whole language."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _TOKEN.findall(text)
        self.position = 0

    @property
    def here(self) -> str | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def fail(self, why: Told) -> Never:
        at = told("condition-at-end", "at the end")
        if self.here is not None:
            at = told("condition-at", "at '{word}' (word {number})", word=self.here, number=self.position + 1)
        sign = _SIGNS.get(self.here or "")
        hint = told("condition-hint", "See docs/how-to/add-a-statement.md for the grammar.")
        if sign:
            hint = told("condition-sign", "Write '{sign}' instead of the sign.", sign=sign)
        what = told(
            "condition-broken",
            "Cannot read the condition '{text}': {at}, {why}.",
            text=self.text,
            at=at,
            why=why,
        )
        raise StatementInvalid(what, hint=hint)

    def take(self, *words: str) -> bool:
        """Step over these words if they come next."""
        if tuple(self.tokens[self.position : self.position + len(words)]) != words:
            return False
        self.position += len(words)
        return True

    def word(self, what: Told) -> str:
        word = self.here
        if word is None or word in KEYWORDS or not _WORD.fullmatch(word):
            self.fail(told("condition-wants", "{what} should stand here", what=what))
        self.position += 1
        return word

    def either(self) -> Expression:
        parts = [self.every()]
        while self.take("or"):
            parts.append(self.every())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def every(self) -> Expression:
        parts = [self.negation()]
        while self.take("and"):
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def negation(self) -> Expression:
        if self.take("not"):
            return Not(self.negation())
        if self.take("("):
            inside = self.either()
            if not self.take(")"):
                self.fail(told("condition-parenthesis", "a closing parenthesis should stand here"))
            return inside
        return self.atom()

    def atom(self) -> Expression:
        fact = self.word(_FACT)
        if self.take("is", "one", "of"):
            return OneOf(fact, self.values())
        if self.take("is"):
            return OneOf(fact, (self.word(_CHOICE),))
        if self.take("within"):
            return Within(fact, *self.span())
        if self.take("in", "next"):
            return Ahead(fact, *self.span())
        relations: tuple[Relation, ...] = ("at least", "at most", "over", "under")
        for relation in relations:
            if self.take(*relation.split()):
                return self.comparison(fact, relation)
        return Present(fact)

    def values(self) -> tuple[str, ...]:
        values = [self.word(_CHOICE)]
        while self.here is not None and self.here not in KEYWORDS:
            values.append(self.word(_CHOICE))
        return tuple(values)

    def comparison(self, fact: str, relation: Relation) -> Compare:
        limit = self.word(_LIMIT)
        has_unit = self.here is not None and self.here not in KEYWORDS
        return Compare(fact, relation, limit, self.word(_UNIT) if has_unit else "")

    def span(self) -> tuple[int, str]:
        count = self.word(_COUNT)
        if not count.isdigit() or int(count) == 0:
            self.position -= 1
            self.fail(told("condition-wants", "{what} should stand here", what=_COUNT))
        unit = self.word(_SPAN).removesuffix("s")
        if unit not in SPAN_UNITS:
            self.position -= 1
            self.fail(told("condition-wants", "{what} should stand here", what=_SPAN))
        return int(count), unit
