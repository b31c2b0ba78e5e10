"""The numbers of a course, each from the protocol that holds it: code knows their names, not their values."""

from typing import Any

from adamas.knowledge.library import Library
from adamas.knowledge.statement import Limit, Statement
from adamas.planning.plan import Bound
from adamas.screening.verdict import Verdict


def limits(verdict: Verdict, library: Library, *, zone: str | None) -> list[tuple[Statement, Limit]]:
    """The statements that bound the plan in a zone (None: everywhere), with their limits, by id."""
    fired = {f.statement for f in verdict.findings if f.has_fired and f.zone in (None, zone)}
    statements = (library.statements[name] for name in sorted(fired))
    return [(statement, statement.limit) for statement in statements if statement.limit != Limit()]


def bounds(verdict: Verdict, library: Library, zones: tuple[str, ...]) -> tuple[Bound, ...]:
    """Every single limit of the statements that fired, for showing which statement bounds what."""
    found: list[Bound] = []
    for zone in (None, *zones):
        everywhere = {statement.id for statement, _ in limits(verdict, library, zone=None)} if zone else set()
        for statement, limit in limits(verdict, library, zone=zone):
            if statement.id not in everywhere:
                found += [
                    Bound(name=name, value=value, statement=statement.id, zone=zone)
                    for name, value in _parts(limit)
                ]
    return tuple(found)


def _parts(limit: Limit) -> list[tuple[str, float | str]]:
    parts: list[tuple[str, float | str]] = []
    for name in limit.__struct_fields__:
        value: Any = getattr(limit, name)
        if isinstance(value, tuple):
            parts += [(name, item) for item in value]
        elif value is not None and value is not False:
            parts.append((name, "yes" if value is True else value))
    return parts


def statements_that_block(verdict: Verdict, *, zone: str | None = None) -> tuple[str, ...]:
    """Ids of the statements that block the whole client, or one zone, gravest first."""
    found = [f for f in verdict.findings if f.has_fired and f.decision.is_blocking and f.zone in (None, zone)]
    return tuple(
        dict.fromkeys(f.statement for f in sorted(found, key=lambda f: (-f.decision.rank, f.statement)))
    )
