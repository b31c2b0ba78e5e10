"""Why: a reason in words for two readers, with the entries of the knowledge base that it rests on."""

from msgspec import Struct

from adamas.errors import StatementInvalid, told
from adamas.knowledge.basis import Basis, Grade
from adamas.knowledge.library import Library
from adamas.knowledge.review import is_reviewed
from adamas.knowledge.texts import KINDS
from adamas.message import Message, Title, Value


class Ground(Struct, frozen=True, kw_only=True):
    """An entry of the knowledge base that something rests on.

    kind and id: as in `Title`. is_reviewed: a clinician has signed it.
    """

    kind: str
    id: str
    grade: Grade
    is_reviewed: bool = False


class Because(Struct, frozen=True, kw_only=True):
    """Why: once in the client's words, once in the professional's, and the entries it rests on."""

    client: Message
    professional: Message
    rests_on: tuple[Ground, ...] = ()


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
    return Ground(kind=KINDS[section], id=name, grade=entry.grade, is_reviewed=is_reviewed(entry))


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
