"""Which questions are worth asking: only those whose answer could make the verdict stricter."""

from collections.abc import Iterable, Mapping
from datetime import date

from adamas.answer import Answer
from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.knowledge.truth import Row, bind
from adamas.screening.rules import Rule
from adamas.screening.verdict import Finding


def to_ask(
    findings: Iterable[Finding],
    known: Mapping[str | None, Decision],
    rules: Iterable[Rule],
    facts: Facts,
    library: Library,
    *,
    on: date,
) -> tuple[str, ...]:
    """The questions that could make the verdict stricter or its limits tighter, gravest first, each once.

    A question that depends on another waits until that one is answered; a derived fact is asked by its
    sources when it has no wording of its own.
    """
    weight = {rule.statement.id: rule.decision for rule in rules}
    row = facts.row(on)
    gravity: dict[str, Decision] = {}
    for finding in findings:
        if finding.truth is not Answer.UNKNOWN or weight[finding.statement] <= known[finding.zone]:
            continue
        for used in finding.used:
            if used.answer is Answer.UNKNOWN:
                for name in _askable(used.fact, library, row, on):
                    gravity[name] = max(gravity.get(name, Decision.CLEAR), weight[finding.statement])
    order = library.questions
    return tuple(sorted(gravity, key=lambda name: (-gravity[name].rank, order[name].order, name)))


def _askable(name: str, library: Library, row: Row, on: date) -> tuple[str, ...]:
    question = library.questions[name]
    if not question.ask:
        return tuple(source for source in question.derived_from if source not in row)
    if question.only_if and bind(library.conditions[f"question/{name}"], on)(row) is not True:
        return ()
    return (name,)
