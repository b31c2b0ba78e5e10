"""On whose word something rests: claims with their places, the evidence grade, the clinician's signature."""

from collections.abc import Iterable

from adamas.knowledge.review import is_reviewed
from adamas.knowledge.statement import Statement
from adamas.report.words import Words


def grounds(statement: Statement, words: Words) -> tuple[str, ...]:
    """What a statement follows and sets aside, its grade, and whether a clinician has signed it."""
    lines = []
    if statement.follows:
        lines.append(words.ui("follows", claims=cited(statement.follows, words)))
    for claim in statement.sets_aside:
        reason = words.aside("statement", statement.id, claim)
        lines.append(words.ui("sets-aside", claim=cited((claim,), words), reason=reason))
    lines.append(words.ui("grade", grade=words.ui(f"grade-{grade_id(statement.grade)}")))
    if not is_reviewed(statement):
        lines[-1] += "; " + words.ui("not-reviewed")
    return tuple(lines)


def grade_id(grade: str) -> str:
    """A grade as part of a message id: `B-` is `b-minus`."""
    return grade.lower().replace("+", "-plus").removesuffix("-") + ("-minus" if grade.endswith("-") else "")


def cited(claims: Iterable[str], words: Words) -> str:
    """Where claims stand: source and place, claims of one source together."""
    places: dict[str, list[str]] = {}
    for name in claims:
        claim = words.entry("claim", name)
        places.setdefault(claim.source, []).append(claim.where)
    return "; ".join(f"{source}, {_where(where, words)}" for source, where in places.items())


def _where(places: list[str], words: Words) -> str:
    lines = [place.removeprefix("line ") for place in places if place.startswith("line ")]
    others = [place for place in places if not place.startswith("line ")]
    said = [words.ui("lines", lines=", ".join(dict.fromkeys(lines)))] if lines else []
    return ", ".join([*said, *dict.fromkeys(others)])
