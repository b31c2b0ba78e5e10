"""Reads Fluent files as the house wants them: what they say, with which values, in which plural forms."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

PLURALS = {"zero", "one", "two", "few", "many", "other"}
# What the language's whole numbers need (CLDR 44, cardinal; `other` is needed for fractions).
NEEDED = {"en": {"one", "other"}, "ru": {"one", "few", "many", "other"}}
_FAMILIAR = re.compile(r"\b(ты|тебе|тебя|тобой|твой|твоя|твоё|твои|твоего|твоей)\b", re.IGNORECASE)


class Reading(Visitor):
    """What one message refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.functions: set[str] = set()
        self.plurals: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - named by fluent.syntax
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - named by fluent.syntax
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - named by fluent.syntax
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - named by fluent.syntax
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - named by fluent.syntax
        keys = {v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in node.variants}
        words = {v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)}
        if words and words <= PLURALS:
            self.plurals.append(keys)
        self.generic_visit(node)


class Entry:
    """One message or term of a file."""

    def __init__(self, node: ast.Message | ast.Term, where: str) -> None:
        self.name = f"-{node.id.name}" if isinstance(node, ast.Term) else node.id.name
        self.where = where
        self.reading = Reading()
        self.reading.visit(node)
        self.is_empty = node.value is None


class Language:
    """All messages of one language, and what is wrong with the files themselves."""

    def __init__(self, name: str, texts: Iterable[tuple[str, str]]) -> None:
        self.name = name
        self.entries: dict[str, Entry] = {}
        self.faults: list[str] = []
        for where, text in texts:
            for entry in self._entries(where, text):
                if entry.name in self.entries:
                    self.faults.append(
                        f"{where}: {entry.name} stands also in {self.entries[entry.name].where}"
                    )
                self.entries[entry.name] = entry
        for entry in self.entries.values():
            self.faults += self._faults_of(entry)

    @classmethod
    def at(cls, folder: Path) -> "Language":
        """The language whose files lie in a folder; the folder's name is the language."""
        paths = sorted(folder.glob("*.ftl"))
        texts = ((f"{folder.name}/{path.name}", path.read_text(encoding="utf-8")) for path in paths)
        return cls(folder.name, texts)

    @property
    def messages(self) -> dict[str, Entry]:
        """Messages of the program: neither terms nor texts of the knowledge (`kind-id--field`)."""
        return {n: e for n, e in self.entries.items() if not n.startswith("-") and "--" not in n}

    def variables(self, name: str) -> set[str]:
        """The values a message needs, through the messages and terms it refers to."""
        reading = self.entries[name].reading
        inner = (self.variables(other) for other in reading.references if other in self.entries)
        return reading.variables.union(*inner)

    def _entries(self, where: str, text: str) -> Iterator[Entry]:
        for node in FluentParser().parse(text).body:
            if isinstance(node, ast.Junk):
                said = "; ".join(a.message or a.code or "unreadable" for a in node.annotations)
                self.faults.append(f"{where}: {said}: {(node.content or '').strip()[:60]!r}")
            elif isinstance(node, ast.Message | ast.Term):
                yield Entry(node, where)
                for line in _familiar(text[node.span.start : node.span.end] if node.span else ""):
                    self.faults.append(f"{where}: {node.id.name} says {line!r}; we say вы")

    def _faults_of(self, entry: Entry) -> Iterator[str]:
        reading, at = entry.reading, f"{entry.where}: {entry.name}"
        if entry.is_empty:
            yield f"{at} says nothing"
        for function in sorted(reading.functions):
            yield f"{at} calls {function}(); the renderer words numbers and days itself"
        for missing in sorted(reading.references - self.entries.keys()):
            yield f"{at} refers to {missing}, which is not there"
        for keys in reading.plurals:
            if absent := NEEDED.get(self.name, {"other"}) - keys:
                yield f"{at} has no form for {', '.join(sorted(absent))}"


def _familiar(text: str) -> list[str]:
    return _FAMILIAR.findall(text)


def differences(one: Language, other: Language) -> list[str]:
    """What one language says and the other does not, or says with other values."""
    found = [
        f"{there.name} lacks {name} ({here.messages[name].where})"
        for here, there in ((one, other), (other, one))
        for name in sorted(here.messages.keys() - there.messages.keys())
    ]
    for name in sorted(one.messages.keys() & other.messages.keys()):
        if one.variables(name) != other.variables(name):
            odd = ", ".join(sorted(one.variables(name) ^ other.variables(name)))
            found.append(f"{name} has other values in {one.name} and {other.name}: {odd}")
    return found
