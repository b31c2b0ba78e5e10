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

from adamas.errors import StatementInvalid
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


def parse(text: str) -> Expression:
    """Read one condition. Raises StatementInvalid with the word it stumbled over."""
    reader = _Parser(text)
    expression = reader.either()
    if reader.here is not None:
        reader.fail("the condition should end here, or go on with 'and' or 'or'")
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

    def fail(self, why: str) -> Never:
        at = f"at {self.here!r} (word {self.position + 1})" if self.here is not None else "at the end"
        sign = _SIGNS.get(self.here or "")
        hint = (
            f"Write '{sign}' instead of the sign."
            if sign
            else "See docs/how-to/add-a-statement.md for the grammar."
        )
        raise StatementInvalid(f"Cannot read the condition {self.text!r}: {at}, {why}.", hint=hint)

    def take(self, *words: str) -> bool:
        """Step over these words if they come next."""
        if tuple(self.tokens[self.position : self.position + len(words)]) != words:
            return False
        self.position += len(words)
        return True

    def word(self, what: str) -> str:
        word = self.here
        if word is None or word in KEYWORDS or not _WORD.fullmatch(word):
            self.fail(f"{what} should stand here")
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
                self.fail("a closing parenthesis should stand here")
            return inside
        return self.atom()

    def atom(self) -> Expression:
        fact = self.word("a fact")
        if self.take("is", "one", "of"):
            return OneOf(fact, self.values())
        if self.take("is"):
            return OneOf(fact, (self.word("a choice"),))
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
        values = [self.word("a choice")]
        while self.here is not None and self.here not in KEYWORDS:
            values.append(self.word("a choice"))
        return tuple(values)

    def comparison(self, fact: str, relation: Relation) -> Compare:
        limit = self.word("a number or a step of the scale")
        has_unit = self.here is not None and self.here not in KEYWORDS
        return Compare(fact, relation, limit, self.word("a unit") if has_unit else "")

    def span(self) -> tuple[int, str]:
        count = self.word("a whole number")
        if not count.isdigit() or int(count) == 0:
            self.position -= 1
            self.fail("a whole number above zero should stand here")
        unit = self.word("days, weeks, months or years").removesuffix("s")
        if unit not in SPAN_UNITS:
            self.position -= 1
            self.fail("days, weeks, months or years should stand here")
        return int(count), unit
