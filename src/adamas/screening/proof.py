"""Proves a statement on its own cases: right decisions, all sides, all boundaries, no mutant alive."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from adamas import strict
from adamas.errors import AdamasError, KnowledgeError, StatementInvalid, told
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.grammar import Ahead, Compare, Expression, Within, atoms
from adamas.knowledge.library import Library
from adamas.knowledge.sections import SECTIONS
from adamas.knowledge.statement import Case, Decision, Statement
from adamas.knowledge.truth import NEVER, Truth, bind, change_days
from adamas.screening.mutants import mutants_of


def read_cases(root: Path) -> dict[str, tuple[Case, ...]]:
    """The cases beside every statement; raises StatementInvalid when a file is missing or not understood."""
    files = [path.with_name("cases.yaml") for path in SECTIONS["statements"].files(root)]
    return {
        path.parent.name: strict.load(path, tuple[Case, ...], where=path.relative_to(root.parent).as_posix())
        for path in files
    }


def prove(library: Library, cases: Mapping[str, tuple[Case, ...]]) -> tuple[KnowledgeError, ...]:
    """Everything the cases of all statements leave unproved."""
    return tuple(
        problem
        for name, statement in sorted(library.statements.items())
        for problem in prove_statement(statement, cases.get(name, ()), library)
    )


def prove_statement(
    statement: Statement, cases: tuple[Case, ...], library: Library
) -> Iterator[KnowledgeError]:
    """What is wrong with the cases of one statement, or with the statement by its cases."""
    where = f"knowledge/statements/{statement.id}/cases.yaml"
    condition = library.conditions[f"statement/{statement.id}"]
    try:
        tried = tuple((case, _facts(case, library)) for case in cases)
    except AdamasError as problem:
        yield StatementInvalid(problem.what, where=where, hint=problem.hint)
        return
    for case, facts in tried:
        yield from _is_right(statement, condition, case, facts, where=where)
    yield from _has_all_sides(condition, tried, where=where)
    yield from _has_all_boundaries(condition, tried, where=where)
    if statement.decision is Decision.CLEAR:
        return  # advice decides clear whether it speaks or not, so that no case can tell
    for name, mutant in mutants_of(condition, library.questions):
        if all(_agrees(statement, mutant, case, facts) for case, facts in tried):
            yield KnowledgeError(
                told("mutant-alive", "No case notices it: {mutant}.", mutant=name),
                where=where,
                hint=told("mutant-alive-hint", "Add the case of a client for whom that matters."),
            )


def expected(statement: Statement, truth: Truth) -> Decision:
    """What one statement alone decides: its outcome, nothing, or *ask* when unknown would matter."""
    if truth is None:
        return Decision.ASK if statement.decision > Decision.CLEAR else Decision.CLEAR
    return statement.decision if truth else Decision.CLEAR


def _facts(case: Case, library: Library) -> Facts:
    return read(case.facts, library, on=case.on, where=case.name)


def _truth(condition: Expression, facts: Facts, on: date) -> Truth:
    """The truth anywhere: what speaks of zones holds when it holds in one of the zones the answers name."""
    zones = sorted({zone for name in facts for zone in facts[name].zones})
    test = bind(condition, on)
    truths = [test(facts.row(on, zone=zone)) for zone in zones] or [test(facts.row(on))]
    return True if True in truths else None if None in truths else False


def _is_right(
    statement: Statement, condition: Expression, case: Case, facts: Facts, *, where: str
) -> Iterator[KnowledgeError]:
    decision = expected(statement, _truth(condition, facts, case.on))
    if decision.word != case.expect:
        yield KnowledgeError(
            told(
                "case-wrong",
                "The case '{case}' expects {expected}, the statement decides {decided}.",
                case=case.name,
                expected=case.expect,
                decided=decision.word,
            ),
            where=where,
            hint=told("case-wrong-hint", "Correct the one that is wrong."),
        )
    if case.until is not None:
        last = _truth(condition, facts, case.until - timedelta(days=1))
        first = _truth(condition, facts, case.until)
        if last is not True or first is True:
            yield KnowledgeError(
                told(
                    "case-wrong-day",
                    "The case '{case}' expects silence from {day}, and it is otherwise.",
                    case=case.name,
                    day=case.until,
                ),
                where=where,
                hint=told("case-wrong-day-hint", "The day named is the first on which it no longer speaks."),
            )


def _agrees(statement: Statement, mutant: Expression, case: Case, facts: Facts) -> bool:
    """True when a mutant would pass the case as well."""
    return not any(
        _is_right(statement, mutant, case, facts, where=""),
    )


def _has_all_sides(
    condition: Expression, tried: tuple[tuple[Case, Facts], ...], *, where: str
) -> Iterator[KnowledgeError]:
    sides = {_truth(condition, facts, case.on) for case, facts in tried}
    wanted = {
        True: told("case-missing-true", "There is no case in which the condition holds."),
        False: told("case-missing-false", "There is no case in which the condition does not hold."),
        None: told("case-missing-unknown", "There is no case in which the condition is unknown."),
    }
    for side, what in wanted.items():
        if side not in sides:
            yield KnowledgeError(what, where=where, hint=told("case-missing-hint", "Add one."))


def _has_all_boundaries(
    condition: Expression, tried: tuple[tuple[Case, Facts], ...], *, where: str
) -> Iterator[KnowledgeError]:
    for atom in atoms(condition):
        values = [
            (case.on, row[atom.fact]) for case, facts in tried if atom.fact in (row := facts.row(case.on))
        ]
        match atom:
            case Compare(fact, _, limit, unit):
                bound, numbers = float(limit), {value for _, value in values if isinstance(value, float)}
                is_tried = bound in numbers and min(numbers) < bound < max(numbers)
                wanted = told(
                    "case-limit",
                    "No case has '{fact}' below, at and above {limit}.",
                    fact=fact,
                    limit=f"{limit} {unit}".rstrip(),
                )
            case Within(fact, count, unit) | Ahead(fact, count, unit):
                turn = 1 if isinstance(atom, Within) else 0
                days = ((on, day) for on, day in values if isinstance(day, date) and day != NEVER)
                is_tried = {-1, 0} <= {(on - change_days(atom, day)[turn]).days for on, day in days}
                wanted = told(
                    "case-span",
                    "No two cases have '{fact}' the day before its span of {span} turns and that day.",
                    fact=fact,
                    span=f"{count} {unit}",
                )
            case _:
                continue
        if not is_tried:
            yield KnowledgeError(
                wanted, where=where, hint=told("case-limit-hint", "Every threshold has its cases; add them.")
            )
