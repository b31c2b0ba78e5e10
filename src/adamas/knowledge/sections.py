"""The kinds of entries and the one place of each: a folder or file pattern and the type it must have."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

from adamas import strict
from adamas.errors import StatementInvalid, told
from adamas.misread import field_names


class Section(Struct, frozen=True, kw_only=True):
    """One kind of entry.

    folder: where its files lie. layout: `file` is <folder>/<id>.yaml, `folder` is <folder>/<id>/<name>.yaml,
    `table` is one or more files that each hold a mapping id -> entry under `key`.
    kind: module and class of the entry, imported when the section is first decoded, to start fast.
    """

    folder: str
    kind: str
    layout: str = "file"
    name: str = ""

    def load_kind(self) -> Any:
        """The type of one entry."""
        module, _, name = self.kind.partition(":")
        return getattr(import_module(module), name)

    def files(self, root: Path) -> Iterator[Path]:
        """The files of this section, in the order of their names."""
        folder = root / self.folder
        if self.layout == "folder":
            for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
                if entry.is_dir() and not entry.name.startswith("."):
                    yield entry / f"{self.name}.yaml"
        elif folder.is_dir():
            yield from sorted(folder.glob("*.yaml"))
        elif folder.with_suffix(".yaml").is_file():
            yield folder.with_suffix(".yaml")


SECTIONS: dict[str, Section] = {
    "statements": Section(
        folder="statements", layout="folder", name="statement", kind="adamas.knowledge.statement:Statement"
    ),
    "questions": Section(folder="questions", kind="adamas.knowledge.question:Question"),
    "sources": Section(folder="sources", kind="adamas.knowledge.testimony:Source"),
    "claims": Section(
        folder="claims", layout="table", name="claims", kind="adamas.knowledge.testimony:Claim"
    ),
    "conflicts": Section(
        folder="conflicts", layout="table", name="conflicts", kind="adamas.knowledge.testimony:Conflict"
    ),
    "goals": Section(folder="goals", kind="adamas.knowledge.practice:Goal"),
    "modalities": Section(folder="modalities", kind="adamas.knowledge.practice:Modality"),
    "zones": Section(folder="zones", kind="adamas.knowledge.practice:Zone"),
    "devices": Section(folder="devices", kind="adamas.knowledge.practice:Device"),
    "protocols": Section(folder="protocols", kind="adamas.knowledge.practice:Protocol"),
    "prices": Section(folder="prices", layout="table", name="prices", kind="adamas.knowledge.practice:Price"),
    "products": Section(folder="products", kind="adamas.knowledge.care:Product"),
    "aftercare": Section(folder="aftercare", kind="adamas.knowledge.care:AftercareRule"),
    "effects": Section(folder="effects", kind="adamas.knowledge.care:Effect"),
    "combinations": Section(folder="combinations", kind="adamas.knowledge.care:Combination"),
    "alternatives": Section(folder="alternatives", kind="adamas.knowledge.care:Alternative"),
    "parameters": Section(folder="parameters", kind="adamas.knowledge.quantity:Parameter"),
    "validation": Section(folder="validation", kind="adamas.knowledge.quantity:ValidationRow"),
}


def read_section(section: Section, root: Path) -> dict[str, Any]:
    """Read one section; raises StatementInvalid for a wrong file, an id mismatched or standing twice."""
    found: dict[str, Any] = {}
    kind = section.load_kind()
    for path in section.files(root):
        where = path.relative_to(root.parent).as_posix()
        if section.layout == "table":
            table = strict.load(path, dict[str, dict[str, Any]], where=where).get(section.name)
            if table is None:
                raise StatementInvalid(
                    told("key-missing", "The key '{key}' is missing.", key=section.name),
                    where=where,
                    hint=told("section-hint", "Put the entries under '{key}:'.", key=section.name),
                )
            entries = {
                key: strict.convert(_with_id(value, key, kind), kind, where=f"{where} ({key})")
                for key, value in table.items()
            }
        else:
            name = path.parent.name if section.layout == "folder" else path.stem
            entry = strict.load(path, kind, where=where)
            if entry.id != name:
                raise StatementInvalid(
                    told(
                        "id-differs", "The id '{id}' differs from the name '{name}'.", id=entry.id, name=name
                    ),
                    where=where,
                    hint=told("id-differs-hint", "Write 'id: {name}'.", name=name),
                )
            entries = {name: entry}
        for key, entry in entries.items():
            if key in found:
                raise StatementInvalid(
                    told("id-twice", "The id '{id}' stands twice.", id=key),
                    where=where,
                    hint=told("id-twice-hint", "Give each entry its own id."),
                )
            found[key] = entry
    return found


def _with_id(value: Any, key: str, kind: Any) -> Any:
    """Entries of a table are named by their key; types with an id of their own get it from there."""
    if isinstance(value, dict) and "id" in field_names(kind):
        return {**value, "id": key}
    return value
