"""Small lies about a condition; the cases of a statement must notice every one of them."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from adamas.errors import Told, told
from adamas.knowledge.grammar import Ahead, Compare, Either, Every, Expression, Not, OneOf, Within
from adamas.knowledge.question import Question

Mutant = tuple[Told, Expression]
"""What was changed, in words, and the changed condition."""

_OTHER = {"at least": "over", "over": "at least", "at most": "under", "under": "at most"}


def mutants_of(condition: Expression, questions: Mapping[str, Question]) -> Iterator[Mutant]:
    """Every mutant of a condition: joiners swapped, parts dropped, negations turned, limits shifted."""
    yield told("mutant-turned", "the whole condition is turned round"), Not(condition)
    yield from _inside(condition, questions)


def _inside(condition: Expression, questions: Mapping[str, Question]) -> Iterator[Mutant]:
    match condition:
        case Not(part):
            yield told("mutant-not", "a 'not' is dropped"), part
            yield from ((name, Not(mutant)) for name, mutant in _inside(part, questions))
        case Every(parts):
            yield told("mutant-and", "an 'and' becomes an 'or'"), Either(parts)
            yield from _in_parts(parts, Every, questions)
        case Either(parts):
            yield told("mutant-or", "an 'or' becomes an 'and'"), Every(parts)
            yield from _in_parts(parts, Either, questions)
        case Compare(fact, relation, limit, _):
            yield (
                told(
                    "mutant-relation",
                    "'{fact}' is compared by '{relation}'",
                    fact=fact,
                    relation=_OTHER[relation],
                ),
                replace(condition, relation=_OTHER[relation]),
            )
            for step in (-1, 1):
                shifted = f"{float(limit) + step:g}"
                yield (
                    told("mutant-limit", "the limit of '{fact}' is {limit}", fact=fact, limit=shifted),
                    replace(condition, limit=shifted),
                )
        case Within(fact, count, unit) | Ahead(fact, count, unit):
            for other in (count - 1, count + 1):
                if other > 0:
                    yield (
                        told(
                            "mutant-span", "the span of '{fact}' is {span}", fact=fact, span=f"{other} {unit}"
                        ),
                        replace(condition, count=other),
                    )
        case OneOf(fact, values):
            yield from _other_choices(fact, values, questions)


def _in_parts(
    parts: tuple[Expression, ...], join: type[Every] | type[Either], questions: Mapping[str, Question]
) -> Iterator[Mutant]:
    for i, part in enumerate(parts):
        rest = parts[:i] + parts[i + 1 :]
        yield (
            told("mutant-dropped", "part {part} of {parts} is dropped", part=i + 1, parts=len(parts)),
            rest[0] if len(rest) == 1 else join(rest),
        )
        yield (
            told(
                "mutant-part-turned", "part {part} of {parts} is turned round", part=i + 1, parts=len(parts)
            ),
            join((*parts[:i], Not(part), *parts[i + 1 :])),
        )
        for name, mutant in _inside(part, questions):
            yield name, join((*parts[:i], mutant, *parts[i + 1 :]))


def _other_choices(fact: str, values: tuple[str, ...], questions: Mapping[str, Question]) -> Iterator[Mutant]:
    for value in values:
        if len(values) > 1:
            yield (
                told("mutant-choice-dropped", "'{choice}' of '{fact}' is dropped", choice=value, fact=fact),
                OneOf(fact, tuple(v for v in values if v != value)),
            )
    for choice in questions[fact].choices:
        if choice not in values:
            yield (
                told("mutant-choice-added", "'{choice}' of '{fact}' counts too", choice=choice, fact=fact),
                OneOf(fact, (*values, choice)),
            )
