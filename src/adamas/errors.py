"""What can go wrong, and whose business it is.

Every error says where it happened, what is wrong and what to do, in that order. A clinical "no" is never an
error: it is a value (see `adamas.screening`).

An error must be readable even when the texts of a language are what is broken, so its English stands where it
is raised; every other language has it in `locales/<lang>/errors.ftl`, under the id ``error--<name>``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Self

Value = str | int | float | date | tuple[str, ...]
LONGEST = 120
"""Characters of a value that are shown: who typed more knows how it goes on."""


class Told(str):
    """An English text that remembers its id and its values, so that it can be told in another language."""

    __slots__ = ("id", "values")
    id: str
    values: Mapping[str, Value]

    def __new__(cls, english: str, name: str = "", values: Mapping[str, Value] | None = None) -> Self:
        """Keep the text as it is."""
        said = super().__new__(cls, english)
        said.id = name
        said.values = values or {}
        return said


def told(name: str, english: str, /, **values: Value) -> Told:
    """One sentence of an error: `english` with its values in braces, and the name other languages know it by.

    Values are shown safely: cut when long, with control characters spelled out. Days stay days.
    """
    shown = {key: _safe(value) for key, value in values.items()}
    english_values = {
        key: ", ".join(value) if isinstance(value, tuple) else value for key, value in shown.items()
    }
    said = {key.replace("_", "-"): value for key, value in shown.items()}
    return Told(english.format(**english_values), f"error--{name}", said)


def printable(text: str) -> str:
    """The text with everything a terminal would obey, or not show, spelled out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _safe(value: Value) -> Value:
    match value:
        case Told():
            return value
        case str():
            return printable(value if len(value) <= LONGEST else f"{value[:LONGEST]}…")
        case tuple():
            return tuple(str(_safe(item)) for item in value)
        case _:
            return value


class AdamasError(Exception):
    """Root of all errors Adamas raises on purpose.

    where: file, line and key, or the field of a form; empty when there is no place to point at.
    what: one sentence that names what is wrong.
    hint: one sentence that says what to do.
    What and hint are `told`, so that `adamas.report.words` can tell them in the reader's language.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.where = printable(where)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n  {self.hint}" if self.hint else head


class KnowledgeError(AdamasError):
    """Our own knowledge base is broken: refuse to start, never fail at the couch."""


class StatementInvalid(KnowledgeError):
    """A file of the knowledge base does not say what its kind must say."""


class Unsettled(KnowledgeError):
    """Claims contradict each other and nobody has decided between them."""


class NoValueOn(KnowledgeError):
    """Nothing in the knowledge base is in force on the day that was asked for."""


class InputError(AdamasError):
    """What a person typed or sent cannot be read: show it beside the field."""


class AnswerInvalid(InputError):
    """An answer is not one the question allows."""


class UnitMismatch(InputError):
    """A number came without its unit, or with a unit of another quantity."""


class PhotoUnusable(InputError):
    """A photograph cannot be measured; the hint says how to take the next one."""


class NotCleared(AdamasError):
    """Somebody tried to plan or treat past a verdict that does not allow it."""
