"""Checks that a condition speaks of facts that exist, in words their question allows."""

import re
from collections.abc import Mapping

from adamas.errors import StatementInvalid, told
from adamas.knowledge.grammar import (
    Ahead,
    Compare,
    Either,
    Every,
    Expression,
    Not,
    OneOf,
    Present,
    Within,
    parse,
)
from adamas.knowledge.question import Question
from adamas.misread import did_you_mean

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_FORM = {
    "presence": ("{fact}", "not {fact}"),
    "choice": ("{fact} is ...", "{fact} is one of ..."),
    "number": ("{fact} at least/over/at most/under N ...",),
    "date": ("{fact} within N days", "{fact} in next N days"),
}


def understand(text: str, questions: Mapping[str, Question], *, where: str) -> Expression:
    """Parse a condition and check every atom against its question; steps of a scale become lists of choices.

    Raises StatementInvalid at `where`.
    """
    try:
        return _resolve(parse(text), questions)
    except StatementInvalid as problem:
        raise StatementInvalid(problem.what, where=where, hint=problem.hint) from None


def _resolve(expression: Expression, questions: Mapping[str, Question]) -> Expression:
    match expression:
        case Not(part):
            return Not(_resolve(part, questions))
        case Every(parts):
            return Every(tuple(_resolve(part, questions) for part in parts))
        case Either(parts):
            return Either(tuple(_resolve(part, questions) for part in parts))
        case atom:
            return _resolve_atom(atom, questions)


def _resolve_atom(
    atom: Present | OneOf | Compare | Within | Ahead, questions: Mapping[str, Question]
) -> Expression:
    question = questions.get(atom.fact)
    if question is None:
        raise StatementInvalid(
            told("fact-unknown", "No question fills the fact '{fact}'.", fact=atom.fact),
            hint=did_you_mean(atom.fact, questions)
            or told("fact-unknown-hint", "Add knowledge/questions/{fact}.yaml.", fact=atom.fact),
        )
    match atom, question.kind:
        case (Present(), "presence") | (Within(), "date"):
            return atom
        case Ahead(), "date" if question.tense == "planned":
            return atom
        case OneOf(_, values), "choice":
            for value in values:
                _choice(value, question)
            return atom
        case Compare(_, relation, limit, ""), "choice" if question.ordered:
            return OneOf(atom.fact, _steps(relation, _choice(limit, question), list(question.choices)))
        case Compare(), "number":
            return _number(atom, question)
        case _:
            forms = tuple(form.format(fact=atom.fact) for form in _FORM[question.kind])
            raise StatementInvalid(
                told(
                    "fact-other-kind",
                    "The fact '{fact}' is of kind {kind}, which cannot be asked this way.",
                    fact=atom.fact,
                    kind=question.kind,
                ),
                hint=told("fact-other-kind-hint", "Write it so: {forms}.", forms=forms),
            )


def _choice(value: str, question: Question) -> str:
    if value not in question.choices:
        raise StatementInvalid(
            told("choice-unknown", "'{choice}' is not a choice of '{fact}'.", choice=value, fact=question.id),
            hint=did_you_mean(value, question.choices),
        )
    return value


def _steps(relation: str, limit: str, scale: list[str]) -> tuple[str, ...]:
    at = scale.index(limit)
    match relation:
        case "at least":
            return tuple(scale[at:])
        case "over":
            return tuple(scale[at + 1 :])
        case "at most":
            return tuple(scale[: at + 1])
        case _:
            return tuple(scale[:at])


def _number(atom: Compare, question: Question) -> Compare:
    if not _NUMBER.fullmatch(atom.limit):
        raise StatementInvalid(
            told("limit-no-number", "'{limit}' is not a number.", limit=atom.limit),
            hint=_number_hint(atom, question),
        )
    if atom.unit != question.unit:
        raise StatementInvalid(
            told(
                "limit-other-unit",
                "The unit of '{fact}' is '{wanted}', not '{unit}'.",
                fact=atom.fact,
                wanted=question.unit,
                unit=atom.unit,
            ),
            hint=_number_hint(atom, question),
        )
    return atom


def _number_hint(atom: Compare, question: Question) -> str:
    number = atom.limit if _NUMBER.fullmatch(atom.limit) else "12"
    example = f"{atom.fact} {atom.relation} {number} {question.unit}".rstrip()
    return told("limit-hint", "Write {example}.", example=example)
