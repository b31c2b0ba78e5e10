"""The numbers of a course, each from the protocol that holds it: code knows their names, not their values."""

from typing import Any

from adamas.errors import StatementInvalid, told
from adamas.knowledge.basis import Basis
from adamas.knowledge.library import Library
from adamas.knowledge.review import is_reviewed
from adamas.knowledge.statement import Limit, Statement
from adamas.message import Message, Title, Value
from adamas.planning.plan import Because, Bound, Ground
from adamas.screening.verdict import Verdict

_KIND_OF_SECTION = {
    "statements": "statement",
    "zones": "zone",
    "goals": "goal",
    "modalities": "modality",
    "devices": "device",
    "protocols": "protocol",
    "prices": "price",
    "products": "product",
    "effects": "effect",
}


def number(library: Library, protocol: str, name: str) -> float:
    """One number of a protocol. Raises StatementInvalid when the knowledge base does not hold it."""
    entry = library.section("protocols").get(protocol)
    if entry is None or name not in entry.numbers:
        raise StatementInvalid(
            told(
                "number-missing",
                "The protocol '{protocol}' gives no number '{name}'.",
                protocol=protocol,
                name=name,
            ),
            where=f"knowledge/protocols/{protocol}.yaml (numbers)",
            hint=told(
                "number-missing-hint", "Add {name} under numbers; planning cannot guess it.", name=name
            ),
        )
    return float(entry.numbers[name])


def ground(library: Library, section: str, name: str) -> Ground:
    """The ground that an entry of a section gives."""
    entry: Basis = library.section(section)[name]
    return Ground(kind=_KIND_OF_SECTION[section], id=name, grade=entry.grade, is_reviewed=is_reviewed(entry))


def because(library: Library, name: str, *entries: tuple[str, str], **values: Value) -> Because:
    """A reason by the id of its message; the professional's words stand under the same id with `-pro`."""
    filled = {key.replace("_", "-"): value for key, value in values.items()}
    return Because(
        client=Message(name, filled),
        professional=Message(f"{name}-pro", filled),
        rests_on=tuple(ground(library, section, entry) for section, entry in entries),
    )


def because_of_statement(library: Library, name: str, statement: str, **values: Value) -> Because:
    """A reason that a statement gives; its title is the variable `statement`."""
    entry = ("statements", statement)
    return because(library, name, entry, statement=Title("statement", statement), **values)


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
