"""Which texts of the knowledge base a language lacks, and which of its texts no entry has any more."""

import re
from collections.abc import Iterator
from pathlib import Path

from adamas.errors import KnowledgeError, told
from adamas.knowledge.library import Library
from adamas.knowledge.texts import KINDS, texts
from adamas.misread import did_you_mean
from adamas.report.words import default_locales, languages
from adamas.strict import read_text

_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


def untranslated(library: Library, *, root: Path | None = None) -> Iterator[KnowledgeError]:
    """One error for every text that is missing or left over in a language."""
    root = root or default_locales()
    wanted = {name for name, _ in texts(library)}
    for lang in languages(root):
        if lang == "en":
            continue
        there = message_ids(root / lang)
        for name in sorted(wanted - there):
            yield KnowledgeError(
                told("text-missing", "The text '{name}' is missing.", name=name),
                where=f"locales/{lang}",
                hint=told("text-missing-hint", "Translate it; every text has its twin."),
            )
        for name in sorted(_of_knowledge(there) - wanted):
            yield KnowledgeError(
                told("text-stray", "No entry has the text '{name}'.", name=name),
                where=f"locales/{lang}",
                hint=did_you_mean(name, wanted - there),
            )


def message_ids(folder: Path) -> set[str]:
    """The ids of all messages of one language."""
    return {name for path in sorted(folder.glob("*.ftl")) for name in _MESSAGE.findall(read_text(path))}


def _of_knowledge(names: set[str]) -> set[str]:
    kinds = {*KINDS.values(), "choice", "aside"}
    return {name for name in names if "--" in name and name.partition("-")[0] in kinds}
