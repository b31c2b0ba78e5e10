"""Checks that a condition speaks of facts that exist, in words their question allows."""

import re
from collections.abc import Mapping

from adamas.errors import StatementInvalid
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
from adamas.strict import did_you_mean

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_FORM = {
    "presence": "'{fact}' or 'not {fact}'",
    "choice": "'{fact} is ...' or '{fact} is one of ...'",
    "number": "'{fact} at least/over/at most/under N unit'",
    "date": "'{fact} within N days' or '{fact} in next N days'",
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
            f"No question fills the fact {atom.fact!r}.",
            hint=did_you_mean(atom.fact, questions) or "Add knowledge/questions/<fact>.yaml.",
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
            form = _FORM[question.kind].format(fact=atom.fact)
            raise StatementInvalid(
                f"The fact {atom.fact!r} is a {question.kind}, which cannot be asked this way.",
                hint=f"Write {form}.",
            )


def _choice(value: str, question: Question) -> str:
    if value not in question.choices:
        raise StatementInvalid(
            f"{value!r} is not a choice of {question.id!r}.", hint=did_you_mean(value, question.choices)
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
            f"{atom.limit!r} is not a number.", hint=f"Write a number of {question.unit or 'units'}."
        )
    if atom.unit != question.unit:
        raise StatementInvalid(
            f"{atom.fact!r} is counted in {question.unit or 'no unit'}, not in {atom.unit or 'nothing'}.",
            hint=f"Write {atom.fact} {atom.relation} {atom.limit} {question.unit}.".replace(" .", "."),
        )
    return atom
