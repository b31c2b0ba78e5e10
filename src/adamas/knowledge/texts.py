"""Every text of the knowledge base that a person may read, each under the id its translation has."""

from collections.abc import Iterator

from adamas.errors import Told
from adamas.knowledge.basis import Basis
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.testimony import Claim, Conflict

KINDS = {
    "statements": "statement",
    "questions": "question",
    "claims": "claim",
    "conflicts": "conflict",
    "goals": "goal",
    "modalities": "modality",
    "zones": "zone",
    "devices": "device",
    "protocols": "protocol",
    "prices": "price",
    "products": "product",
    "aftercare": "aftercare",
    "effects": "effect",
    "combinations": "combination",
    "alternatives": "alternative",
    "parameters": "parameter",
    "validation": "validation",
}
"""Section of the library -> kind, the first word of a text's id. Sources keep the titles they were given."""

FIELDS = ("title", "say", "tell", "ask", "help", "confesses", "because", "says", "stay_off", "note", "place")


def text_id(kind: str, name: str, field: str) -> str:
    """The id of a text in the files of a language: ``statement-pregnancy--say``."""
    return f"{kind}-{name}--{field.replace('_', '-')}"


def title_of(question: Question) -> Told:
    """The title of a question, to be named in an error in the reader's language."""
    return Told(question.title, text_id("question", question.id, "title"))


def texts(library: Library) -> Iterator[tuple[str, str]]:
    """Every text with its id, in English."""
    for section, kind in KINDS.items():
        for name, entry in library.section(section).items():
            yield from entry_texts(kind, name, entry)


def entry_texts(
    kind: str, name: str, entry: Basis | Question | Claim | Conflict
) -> Iterator[tuple[str, str]]:
    """The texts of one entry, reasons and choices included; empty ones are left out."""
    for field in FIELDS:
        said = getattr(entry, field, "")
        if said:
            yield text_id(kind, name, field), said
    for claim, reason in getattr(entry, "sets_aside", {}).items():
        yield text_id(kind, name, f"aside-{claim}"), reason
    for tip in getattr(entry, "tips", ()):
        yield text_id(kind, name, f"tip-{tip.id}"), tip.title
    for choice, said in getattr(entry, "choices", {}).items():
        yield text_id(kind, name, f"choice-{choice}"), said
