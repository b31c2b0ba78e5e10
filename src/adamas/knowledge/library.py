"""The library: the whole knowledge base, read once, in force on a day; its digest names its exact text.

It is read from `knowledge/`; `adamas.knowledge.cache` keeps its compiled form, so that a command starts fast.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from adamas.errors import KnowledgeError, NoValueOn, told
from adamas.knowledge.cache import fetch, keep, state_of
from adamas.knowledge.grammar import Expression
from adamas.knowledge.question import Question
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.knowledge.statement import Statement
from adamas.knowledge.vocabulary import understand

CONDITIONS = "conditions"


class Library:
    """Everything Adamas holds true. Sections decode when first used; entries are frozen.

    digest: SHA-256 over every file (path and bytes), the name by which a verdict cites its knowledge.
    """

    def __init__(self, sections: Mapping[str, bytes], *, digest: str) -> None:
        self._packed = sections
        self._open: dict[str, dict[str, Any]] = {}
        self.digest = digest

    @classmethod
    def of(cls, entries: Mapping[str, Mapping[str, Any]], *, digest: str) -> "Library":
        """A library made from entries in memory (tests, `adamas diff`)."""
        packed = {name: msgspec.msgpack.encode(dict(values)) for name, values in entries.items()}
        packed[CONDITIONS] = msgspec.msgpack.encode(_conditions(entries))
        return cls(packed, digest=digest)

    def section(self, name: str) -> dict[str, Any]:
        """All entries of one section by id; empty when the library has none of that kind."""
        if name not in self._open:
            packed = self._packed.get(name)
            entry = Expression if name == CONDITIONS else SECTIONS[name].load_kind()
            kind: Any = dict[str, entry]  # type: ignore[valid-type]  # the section table names the type
            self._open[name] = msgspec.msgpack.decode(packed, type=kind) if packed is not None else {}
        return self._open[name]

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id."""
        return self.section("statements")

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by the fact it fills."""
        return self.section("questions")

    @cached_property
    def conditions(self) -> dict[str, Expression]:
        """Checked conditions by ``statement/<id>``, ``question/<id>`` and ``aftercare/<id>``."""
        return self.section(CONDITIONS)

    def in_force(self, on: date, *, scope: str) -> tuple[Statement, ...]:
        """The statements that govern a scope of procedure on a day, in the order of their ids.

        Raises NoValueOn when there are none: a library that says nothing must fail, never clear.
        """
        found = tuple(
            statement
            for _, statement in sorted(self.statements.items())
            if statement.in_force.covers(on) and statement.governs(scope)
        )
        if not found:
            raise NoValueOn(
                told(
                    "nothing-in-force", "No statement on {scope} is in force on {day}.", scope=scope, day=on
                ),
                where=f"knowledge {self.digest[:8]}",
                hint=told(
                    "nothing-in-force-hint",
                    "Choose a day after the statements begin, or update the knowledge base.",
                ),
            )
        return found

    def pack(self) -> bytes:
        """The compiled form, as kept in the cache and in the wheel."""
        return msgspec.msgpack.encode({"digest": self.digest, "sections": dict(self._packed)})

    @classmethod
    def unpack(cls, data: bytes) -> "Library":
        """The library of a compiled form."""
        packed = msgspec.msgpack.decode(data, type=_Packed)
        return cls(packed.sections, digest=packed.digest)


class _Packed(msgspec.Struct):
    digest: str
    sections: dict[str, bytes]


def _conditions(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Expression]:
    questions: Mapping[str, Question] = entries.get("questions", {})
    asked = [(f"question/{q.id}", q.only_if) for q in questions.values() if q.only_if]
    stated = [(f"statement/{s.id}", s.when) for s in entries.get("statements", {}).values()]
    cared = [(f"aftercare/{r.id}", r.when) for r in entries.get("aftercare", {}).values() if r.when]
    products = entries.get("products", {}).values()
    used = [(f"product/{p.id}", p.when) for p in products if p.when]
    suited = [(f"product/{p.id}/suits", p.suits_when) for p in products if p.suits_when]
    texts = (*asked, *stated, *cared, *used, *suited)
    return {key: understand(text, questions, where=f"knowledge: {key}") for key, text in texts}


def default_root() -> Path:
    """The folder of the knowledge: ADAMAS_KNOWLEDGE, else in the installed package, else the checkout."""
    named = os.environ.get("ADAMAS_KNOWLEDGE")
    if named:
        return Path(named)
    here = Path(__file__).parent.parent
    shipped = here / "_data" / "knowledge"
    return shipped if shipped.is_dir() else here.parent.parent / "knowledge"


def read_library(root: Path | None = None) -> Library:
    """Read the knowledge base at `root` (default: `default_root()`), through the cache.

    Raises StatementInvalid for a file that does not say what its kind must say, KnowledgeError for no folder.
    """
    root = root or default_root()
    if not root.is_dir():
        return compile_library(root)
    state = state_of(root)
    packed = fetch(root, state)
    if packed is not None:
        return Library.unpack(packed)
    library = compile_library(root)
    keep(root, state, library.pack())
    return library


def compile_library(root: Path) -> Library:
    """Read every file under `root`, never through the cache."""
    if not root.is_dir():
        raise KnowledgeError(
            told("knowledge-not-there", "The knowledge base is not there."),
            where=str(root),
            hint=told(
                "knowledge-not-there-hint", "Point ADAMAS_KNOWLEDGE or --knowledge at the folder 'knowledge'."
            ),
        )
    entries = {name: read_section(section, root) for name, section in SECTIONS.items()}
    return Library.of(entries, digest=digest_of(root))


def digest_of(root: Path) -> str:
    """SHA-256 over the relative paths and bytes of all files of the library, in order."""
    import hashlib  # only a library that is compiled needs its digest, and the module is slow to load

    seen = hashlib.sha256()
    for path in sorted(_files(root), key=lambda path: path.relative_to(root).as_posix()):
        seen.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for section in SECTIONS.values():
        yield from section.files(root)
