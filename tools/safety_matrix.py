"""Writes safety/matrix.md: which statement, case and control holds back which hazard, and whether it does.

python -m tools.safety_matrix
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from adamas.knowledge.hazard import Hazard, hazard_log, read_hazards
from adamas.knowledge.library import Library, compile_library
from adamas.knowledge.statement import Case, Statement
from adamas.screening.mutants import mutants_of
from adamas.screening.proof import prove_statement, read_cases

ROOT = Path(__file__).parents[1]
MATRIX = ROOT / "safety" / "matrix.md"

_HEAD = """# Hazard, statement, case, result

Written by `python -m tools.safety_matrix`; do not edit. The log is [hazards.yaml](hazards.yaml), the scales
stand in [README.md](README.md). *Proved* means: every case decides as expected, all sides and boundaries are
tried, and every mutant of the statement is noticed by one of its cases. Advice that only clears has no
mutants to notice.
"""
_COLUMNS = "| statement | then | where | cases | mutants | result |\n|---|---|---|---|---|---|"


def matrix(knowledge: Path) -> str:
    """The matrix of a knowledge base, as Markdown; the same text for the same files."""
    library = compile_library(knowledge)
    cases = read_cases(knowledge)
    hazards = read_hazards(hazard_log(knowledge))
    rows = {name: _row(statement, cases, library) for name, statement in sorted(library.statements.items())}
    parts = [_HEAD, *_summary(library, cases, hazards)]
    for name, hazard in sorted(hazards.items()):
        parts += _hazard(name, hazard, library, rows)
    parts += _without_hazard(library, rows)
    return "\n".join(parts) + "\n"


def _summary(
    library: Library, cases: Mapping[str, tuple[Case, ...]], hazards: Mapping[str, Hazard]
) -> Iterator[str]:
    lies = sum(len(_mutants(statement, library)) for statement in library.statements.values())
    yield (
        f"{len(hazards)} hazards, {len(library.statements)} statements, "
        f"{sum(map(len, cases.values()))} cases, {lies} mutants.\n"
    )
    yield "| hazard | severity | likelihood | left | statements | other controls |"
    yield "|---|---|---|---|---|---|"
    for name, hazard in sorted(hazards.items()):
        count = sum(name in statement.hazards for statement in library.statements.values())
        yield (
            f"| {name} {hazard.title} | {hazard.severity} | {hazard.likelihood} | {hazard.left} "
            f"| {count} | {len(hazard.controls)} |"
        )


def _hazard(name: str, hazard: Hazard, library: Library, rows: Mapping[str, str]) -> Iterator[str]:
    yield f"\n## {name} {hazard.title}\n\n{hazard.harm.strip()}\n"
    yield from (f"- {_control(control)}" for control in hazard.controls)
    named = [key for key, statement in sorted(library.statements.items()) if name in statement.hazards]
    if named:
        yield f"\n{_COLUMNS}"
        yield from (rows[key] for key in named)


def _control(control: str) -> str:
    kind, _, what = control.partition(":")
    what = what.strip()
    return f"person: {what}" if kind == "person" else f"{kind}: [{what}](../{what})"


def _row(statement: Statement, cases: Mapping[str, tuple[Case, ...]], library: Library) -> str:
    own = cases.get(statement.id, ())
    problems = tuple(prove_statement(statement, own, library))
    result = f"**{len(problems)} open**" if problems else "proved"
    return (
        f"| [{statement.id}](../knowledge/statements/{statement.id}/statement.yaml) | {statement.then} "
        f"| {', '.join(statement.applies_to)} "
        f"| [{len(own)}](../knowledge/statements/{statement.id}/cases.yaml) "
        f"| {len(_mutants(statement, library))} | {result} |"
    )


def _mutants(statement: Statement, library: Library) -> tuple[object, ...]:
    if statement.then == "clear":
        return ()
    return tuple(mutants_of(library.conditions[f"statement/{statement.id}"], library.questions))


def _without_hazard(library: Library, rows: Mapping[str, str]) -> Iterator[str]:
    yield f"\n## No hazard\n\n{_COLUMNS}"
    for name, statement in sorted(library.statements.items()):
        if not any(hazard.startswith("H-") for hazard in statement.hazards):
            yield rows[name]
    yield "\nTheir reasons:\n"
    for name, statement in sorted(library.statements.items()):
        yield from (f"- {name}: {why[6:]}" for why in statement.hazards if why.startswith("none: "))


if __name__ == "__main__":
    MATRIX.write_text(matrix(ROOT / "knowledge"), encoding="utf-8")
    print(f"Wrote {MATRIX.relative_to(ROOT)}")
