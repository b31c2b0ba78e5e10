"""The trace: what every statement said, on which facts, and until when."""

from collections.abc import Mapping
from datetime import date

from adamas.answer import Answer
from adamas.intake.facts import Facts
from adamas.knowledge.statement import Decision
from adamas.knowledge.truth import NEVER, Row, Truth
from adamas.screening.rules import Rule
from adamas.screening.verdict import Finding, Used
from adamas.screening.weighing import Known, Place, RowsOn, places


def trace(
    rules: tuple[Rule, ...],
    truths: Mapping[Place, Truth],
    excepted: Mapping[Place, str],
    known: Known,
    facts: Facts,
    zones: tuple[str, ...],
    rows_on: RowsOn,
    *,
    on: date,
) -> tuple[Finding, ...]:
    """One finding for every statement in every place, in the order of the statements."""
    rows = rows_on(on)
    seen: dict[tuple[int, str], Used] = {}
    found = []
    for rule in rules:
        name = rule.statement.id
        for zone in places(rule, zones):
            row = rows[zone]
            used = tuple(
                seen.get((id(row), fact)) or seen.setdefault((id(row), fact), _used(fact, row, facts))
                for fact in rule.facts
            )
            truth = truths[name, zone]
            if truth is False:
                found.append(Finding(name, Answer.ABSENT, Decision.CLEAR, zone, None, "", used))
                continue
            by = excepted.get((name, zone), "")
            decision, until = Decision.CLEAR, None
            if truth is True and not by:
                decision = rule.decision
                until = _until(rule, zone, facts, rows_on, on=on) if rule.timed else None
            elif truth is None and not by and rule.decision > max(known[zone], Decision.CLEAR):
                decision = Decision.ASK
            found.append(Finding(name, Answer.of(truth), decision, zone, until, by, used))
    return tuple(found)


def _used(name: str, row: Row, facts: Facts) -> Used:
    value = row.get(name)
    fact = facts[name]
    if value is None:
        return Used(name, Answer.UNKNOWN, "", fact.heard)
    is_absent = value is False or value == NEVER or not fact.is_applicable
    return Used(name, Answer.ABSENT if is_absent else Answer.PRESENT, _shown(value), fact.heard)


def _shown(value: object) -> str:
    match value:
        case bool():
            return "present" if value else "absent"
        case date():
            return "never" if value == NEVER else value.isoformat()
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _until(rule: Rule, zone: str | None, facts: Facts, rows_on: RowsOn, *, on: date) -> date | None:
    for day in rule.turning_days(facts, after=on):
        if rule.on(day).test(rows_on(day)[zone]) is not True:
            return day
    return None
