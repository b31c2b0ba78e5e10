"""The client file as JSON Schema (draft 2020-12), generated from the questions of a library.

It describes the canonical spelling: what it accepts, `adamas.intake.read` accepts. The reader is more lenient
with upper and lower case and stricter where one key depends on another, which a schema cannot say well.
"""

from typing import Any

from adamas.intake.values import PRESENCE, UNKNOWN
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.units import KPA_PER, UM_PER

Schema = dict[str, Any]

DAY: Schema = {
    "type": "string",
    "format": "date",
    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}
_DIGITS = "[+-]?[0-9]+([.,][0-9]+)?"


def client_schema(library: Library) -> Schema:
    """The schema of a client file for the questions, zones, goals and devices of a library."""
    answers = {name: _answer(question) for name, question in sorted(library.questions.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:adamas:client",
        "title": "Client of Adamas",
        "description": "One client as a file says it; YAML or JSON. What is not answered is unknown.",
        **_object(
            client={"type": "string", "description": "A name or a code."},
            on={**DAY, "description": "The day the answers were given."},
            scope={"enum": ["salon", "home-device", "peel-cream"], "default": "salon"},
            setting={"enum": ["salon", "medical"], "default": "salon"},
            zones={**_names(library, "zones"), "description": "Wished for; none means undecided."},
            goals={**_names(library, "goals"), "description": "Wished for; none means undecided."},
            device={"enum": sorted(library.section("devices")), "description": "The device to be used."},
            settings=_settings(),
            country={"type": "string", "description": "ISO 3166 code, for prices."},
            diary=_diary(),
            answers=_object(**answers),
        ),
        "$defs": {"day": DAY, "zones": _names(library, "zones"), "unknown": {"enum": _unknown()}},
    }


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _names(library: Library, section: str) -> Schema:
    return {"type": "array", "items": {"enum": sorted(library.section(section))}}


def _unknown() -> list[str | None]:
    return [None, *sorted(UNKNOWN)]


def _settings() -> Schema:
    return {
        "description": "Those of the last visit, each with its unit.",
        **_object(
            vacuum={"type": "string", "pattern": _quantity(KPA_PER)},
            grit={"type": "string", "pattern": _quantity(UM_PER)},
            passes={"type": "integer", "minimum": 1, "maximum": 20},
        ),
    }


def _quantity(units: dict[str, float]) -> str:
    spelled = "|".join("".join(_either_case(letter) for letter in unit) for unit in sorted(units))
    return rf"^\s*[+]?[0-9]+([.,][0-9]+)?\s*({spelled})\s*$"


def _either_case(letter: str) -> str:
    return f"[{letter}{letter.upper()}]" if letter.isascii() else letter


def _diary() -> Schema:
    periods = {
        "type": "array",
        "items": {
            **_object(**{"from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"}}),
            "required": ["from", "to"],
        },
    }
    event = {**_object(what={"type": "string"}, on={"$ref": "#/$defs/day"}), "required": ["what", "on"]}
    return _object(
        events={"type": "array", "items": event},
        away=periods,
        sun=periods,
        weekdays={"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 6}},
    )


def _answer(question: Question) -> Schema:
    short = {"anyOf": [*_values(question), {"$ref": "#/$defs/unknown"}]}
    parts: dict[str, Schema] = {"is": short, "on": {"$ref": "#/$defs/day"}, "by": {"type": "string"}}
    if question.zoned:
        parts["zones"] = {"$ref": "#/$defs/zones"}
    said = {"title": question.title, "anyOf": [*short["anyOf"], {**_object(**parts), "required": ["is"]}]}
    return {**said, "description": question.ask} if question.ask else said


def _values(question: Question) -> list[Schema]:
    match question.kind:
        case "presence":
            return [{"enum": [True, False, *PRESENCE]}]
        case "choice":
            return [{"enum": list(question.choices)}]
        case "number":
            return [_number(question), {"type": "string", "pattern": _worded_number(question)}]
        case "date":
            day: Schema = {"$ref": "#/$defs/day"}
            return [{"enum": ["never", "none"]}, day] if question.may_be_never else [day]


def _number(question: Question) -> Schema:
    bounds = {"minimum": question.low, "maximum": question.high}
    return {"type": "number", **{name: end for name, end in bounds.items() if end is not None}}


def _worded_number(question: Question) -> str:
    unit = question.unit
    spelled = "|".join(dict.fromkeys((unit, unit.removesuffix("s")))) if unit else ""
    return f"^{_DIGITS}( ({spelled}))?$" if spelled else f"^{_DIGITS}$"
