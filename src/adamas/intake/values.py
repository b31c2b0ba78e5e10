"""One answer of a person, word by word: what the word means to the question it answers."""

import re
from datetime import date
from typing import Never

from adamas.errors import AnswerInvalid, Told, UnitMismatch, told
from adamas.knowledge.question import Question
from adamas.knowledge.texts import title_of
from adamas.knowledge.truth import NEVER, Value
from adamas.misread import day_hint, did_you_mean, is_plausible, read_day

PRESENCE = {"present": True, "yes": True, "true": True, "absent": False, "no": False, "false": False}
UNKNOWN = frozenset({"unknown", "not-sure", "null", "", "~"})
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


def read_value(word: str, question: Question, *, heard_on: date) -> Value | None:
    """The value a word stands for: bool, choice, number in the question's unit, day; None is unknown.

    heard_on: the day of the answer; a past day cannot lie after it. Raises AnswerInvalid or UnitMismatch.
    """
    if word.lower() in UNKNOWN:
        return None
    match question.kind:
        case "presence":
            return _presence(word, question)
        case "choice":
            if word in question.choices:
                return word
            return _refuse(word, question, hint=did_you_mean(word, question.choices))
        case "number":
            return _number(word, question)
        case "date":
            return _day(word, question, heard_on=heard_on)


def _presence(word: str, question: Question) -> bool:
    if word.lower() not in PRESENCE:
        _refuse(word, question, hint=told("presence-hint", "Write present, absent or unknown."))
    return PRESENCE[word.lower()]


def _number(word: str, question: Question) -> float:
    number, _, unit = word.partition(" ")
    unit = unit.strip()
    if not _NUMBER.fullmatch(number):
        _refuse(word, question, hint=number_hint("12", question))
    value = float(number.replace(",", "."))
    singular = question.unit.removesuffix("s")
    if unit and unit not in (question.unit, singular):
        raise UnitMismatch(
            told(
                "answer-other-unit",
                "{question}: '{unit}' is not the unit of this answer.",
                question=title_of(question),
                unit=unit,
            ),
            hint=number_hint(number, question),
        )
    is_allowed = (question.low is None or value >= question.low) and (
        question.high is None or value <= question.high
    )
    if not is_allowed:
        _refuse(word, question, hint=bounds_hint(question))
    return value


def _day(word: str, question: Question, *, heard_on: date) -> date:
    if question.may_be_never and word.lower() in ("never", "none"):
        return NEVER
    day = read_day(word)
    if day is None:
        _refuse(word, question, hint=day_hint(word))
    if question.tense == "past" and day > heard_on:
        _refuse(
            word,
            question,
            hint=told("day-after-answer", "It lies after the day of the answer, {day}.", day=heard_on),
        )
    if not is_plausible(day):
        _refuse(word, question, hint=told("day-year", "Check the year."))
    return day


def _refuse(word: str, question: Question, *, hint: str) -> Never:
    raise AnswerInvalid(
        told(
            "answer-wrong",
            "{question}: '{word}' is not an answer to this question.",
            question=title_of(question),
            word=word,
        ),
        hint=hint,
    )


def number_hint(number: str, question: Question) -> Told:
    """How to write a number that answers this question."""
    example = f"{number} {question.unit}".rstrip()
    return told("number-hint", "Write a number with its unit, like {example}.", example=example)


def bounds_hint(question: Question) -> Told:
    """What numbers a question allows; it has at least one bound."""
    if question.low is None:
        return told("bounds-high", "Allowed: at most {high}.", high=_with_unit(question.high or 0, question))
    if question.high is None:
        return told("bounds-low", "Allowed: at least {low}.", low=_with_unit(question.low, question))
    high = _with_unit(question.high, question)
    return told("bounds", "Allowed: from {low} to {high}.", low=f"{question.low:g}", high=high)


def _with_unit(number: float, question: Question) -> str:
    return f"{number:g} {question.unit}".rstrip()
