"""Writes the conditions of statements as CQL, so that HL7's own engine can be asked for a second opinion.

One `define` for each condition, one parameter `Intake` that is a typed tuple with a field for each fact:
null is unknown, the first day of the calendar is *never*. Spans of months and years, completed years of age
and the days of stays under strong sun are worked out by CQL itself; the ultraviolet index is handed over as
a number, for CQL has no cosine. A number that does not apply is told by `<fact> due` being false.

Source: HL7 Clinical Quality Language, release 1.5, author's guide and appendix on three-valued logic.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

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
    facts_of,
)
from adamas.knowledge.question import Question
from adamas.knowledge.truth import NEVER

Kind = Literal["Boolean", "String", "Decimal", "Date", "List<Tuple { first Date, last Date }>"]
STAYS = "stays under strong sun"
_NEVER = f"@{NEVER.isoformat()}"
_KINDS: dict[str, Kind] = {"presence": "Boolean", "choice": "String", "number": "Decimal", "date": "Date"}
_SIGNS = {"at least": ">=", "over": ">", "at most": "<=", "under": "<"}
_TRIPS = ("sun-trip-start", "sun-trip-end")
_START, _END = (f'Intake."{name}"' for name in _TRIPS)
_COMPUTED = {
    # Not `years between`: there, whoever is born on 29 February turns older on the 28th; here, on 1 March.
    "age": (
        f'Coalesce(Intake."age", if Intake."birth-date" = {_NEVER} then null else '
        '(year from Today) - (year from Intake."birth-date") - (if '
        "(month from Today) * 100 + (day from Today) < "
        '(month from Intake."birth-date") * 100 + (day from Intake."birth-date") then 1 else 0))'
    ),
    "sun-trip-start": (
        f'if exists Intake."{STAYS}" then Coalesce(Min({{'
        f'Min(Intake."{STAYS}" S where S.first > Today return S.first), '
        f"if {_START} > Today then {_START} else null}}), {_START}, {_NEVER}) else {_START}"
    ),
    "sun-trip-end": (
        f'if exists Intake."{STAYS}" then Coalesce(Max({{'
        f'Max(Intake."{STAYS}" S where S.first <= Today '
        "return (if S.last < Today then S.last else Today)), "
        f"if {_END} <= Today then {_END} else "
        f"if {_END} is null or {_START} > Today then null else Today}}), {_NEVER}) else {_END}"
    ),
}
"""What CQL works out itself: from other answers, or from the diary and the answer together."""


def fields_of(conditions: Iterable[Expression], questions: Mapping[str, Question]) -> dict[str, Kind]:
    """The fields of the tuple `Intake` and their types, in the order of their names."""
    facts = {fact for condition in conditions for fact in facts_of(condition)}
    fields: dict[str, Kind] = {fact: _KINDS[questions[fact].kind] for fact in facts}
    fields |= {due_of(fact): "Boolean" for fact, kind in fields.items() if kind == "Decimal"}
    if "age" in facts:
        fields["birth-date"] = "Date"
    if not facts.isdisjoint(_TRIPS):
        fields |= dict.fromkeys(_TRIPS, _KINDS["date"])
        fields[STAYS] = "List<Tuple { first Date, last Date }>"
    return dict(sorted(fields.items()))


def due_of(fact: str) -> str:
    """The field that is false when a number does not apply."""
    return f"{fact} due"


def export(conditions: Mapping[str, Expression], questions: Mapping[str, Question], *, name: str) -> str:
    """A CQL library of this name with one definition for each condition."""
    fields = fields_of(conditions.values(), questions)
    listed = ",\n".join(f'  "{field}" {kind}' for field, kind in fields.items())
    computed = (f'define "known {fact}": {text}' for fact, text in _COMPUTED.items() if fact in fields)
    defined = (f'define "{key}":\n  {expression(condition)}' for key, condition in conditions.items())
    head = f"library {name} version '1'\n\nparameter Today Date\nparameter Intake Tuple {{\n{listed}\n}}"
    return "\n\n".join([head, *computed, *defined]) + "\n"


def expression(condition: Expression) -> str:
    """One condition as a CQL expression."""
    match condition:
        case Not(part):
            return f"not ({expression(part)})"
        case Every(parts):
            return " and ".join(f"({expression(part)})" for part in parts)
        case Either(parts):
            return " or ".join(f"({expression(part)})" for part in parts)
        case atom:
            return _atom(atom)


def _atom(atom: Atom) -> str:
    value = f'"known {atom.fact}"' if atom.fact in _COMPUTED else f'Intake."{atom.fact}"'
    match atom:
        case Present():
            return value
        case OneOf(_, values):
            # Not `in { ... }`: engines differ about null in a list, and the standard about both.
            return " or ".join(f"{value} = '{one}'" for one in values)
        case Compare(fact, relation, limit, _):
            return f'Intake."{due_of(fact)}" and {value} {_SIGNS[relation]} {float(limit)}'
        case Within(_, count, unit):
            return f"{value} <= Today and {value} + {count} {unit}s > Today"
        case Ahead(_, count, unit):
            return f"{value} > Today and {value} <= Today + {count} {unit}s"
