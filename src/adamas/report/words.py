"""The one place where ids become words, in the reader's language.

English of the knowledge base stands in its own files; every other language in `locales/<lang>/*.ftl`, under
the id ``<kind>-<id>--<field>``. Messages of the program stand in `locales/<lang>/*.ftl` for every language.
"""

import os
import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import rustfluent

from adamas.errors import AdamasError, InputError, KnowledgeError, Told, told
from adamas.knowledge.library import Library
from adamas.knowledge.texts import KINDS, text_id
from adamas.message import Message, Title, Value
from adamas.misread import did_you_mean

_LEFT_OPEN = re.compile(r"\{\s*\$[\w-]+\s*\}")

_HEARD = re.compile(r"(.+) (\d{4}-\d\d-\d\d)(, no longer counts)?")
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
MOST_COUNTED = 2**31 - 1
"""A larger whole number would not reach a text; it is written out, and chooses no plural."""

SECTION_OF = {kind: section for section, kind in KINDS.items()} | {"source": "sources"}


class Catalogue:
    """The messages of the program in one language, days and numbers as its people write them."""

    def __init__(self, lang: str, *, root: Path | None = None) -> None:
        root = root or default_locales()
        known = languages(root)
        if lang not in known:
            raise InputError(
                told("no-language", "There is no language '{lang}'.", lang=lang),
                where="--lang",
                hint=did_you_mean(lang, known),
            )
        self.lang = lang
        self._bundle = _bundle(lang, root)

    def say(self, said: Message) -> str:
        """One message with its values. Raises KnowledgeError when text or a variable is missing."""
        return self._translate(said.id, {key: self._shown(value) for key, value in said.values.items()})

    def ui(self, name: str, /, **values: Value) -> str:
        """One message of the program by its id; keyword names are its variables, with `_` for `-`."""
        return self._translate(
            name, {key.replace("_", "-"): self._shown(value) for key, value in values.items()}
        )

    def error(self, problem: AdamasError) -> str:
        """An error: where, what, what to do. Never fails: a text this language lacks is shown in English."""
        what, hint = self.told(problem.what), self.told(problem.hint)
        head = f"{problem.where}: {what}" if problem.where else what
        return f"{head}\n  {hint}" if hint else head

    def told(self, said: str) -> str:
        """One sentence of an error, or the title of an entry inside it."""
        if not isinstance(said, Told) or self.lang == "en":
            return str(said)
        values = {key: self._in_error(value) for key, value in said.values.items()}
        try:
            return str(self._bundle.get_translation(said.id, variables=values or None, use_isolating=False))
        except ValueError:
            return str(said)

    def _in_error(self, value: object) -> str | int:
        match value:
            case str():
                return self.told(value)
            case tuple():
                return ", ".join(self.told(item) for item in value)
            case date():
                return self.day(value)
            case float():
                return self.number(value)
            case _:
                return self._counted(int(str(value)))

    def day(self, day: date) -> str:
        """A day with its month in words, so that nobody swaps day and month."""
        return self._translate("day", {"day": day.day, "month": day.month, "year": str(day.year)})

    def heard(self, said: str) -> str:
        """Where an answer was heard, such as ``intake 2026-11-21``, in words."""
        match = _HEARD.fullmatch(said)
        if match is None:
            return self._translate(f"heard-{said.replace(' ', '-')}", {})
        by, day, note = match.groups()
        known = {"intake", "professional", "client"}
        name = self._translate(f"heard-{by}", {}) if by in known else by
        text = f"{name}, {self.day(date.fromisoformat(day))}"
        return f"{text}, {self._translate('heard-no-longer-counts', {})}" if note else text

    def number(self, value: float) -> str:
        """A number as people of this language write it, at most three digits behind the comma."""
        digits = f"{abs(value):.3f}".rstrip("0").rstrip(".")
        whole, _, part = digits.partition(".")
        if len(whole) > 4:
            whole = f"{int(whole):,}".replace(",", NARROW_SPACE)
        sign = MINUS if value < 0 and digits != "0" else ""
        return sign + (f"{whole}{self._translate('decimal-sign', {})}{part}" if part else whole)

    def _counted(self, value: int) -> str | int:
        return value if abs(value) <= MOST_COUNTED else self.number(value)

    def _shown(self, value: Value) -> str | int:
        match value:
            case bool():
                return self._translate("yes" if value else "no", {})
            case int():
                return self._counted(value)
            case str():
                return value
            case float():
                return self.number(value)
            case date():
                return self.day(value)
            case Title():
                return self._entitled(value)
            case Message():
                return self.say(value)
            case _:
                return self.listed([str(self._shown(item)) for item in value])

    def _entitled(self, title: Title) -> str:
        raise LookupError(f"The title of {title.kind} {title.id!r} needs a library.")

    def listed(self, items: list[str]) -> str:
        """Several things in one phrase: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return self._translate("list-end", {"first": ", ".join(items[:-1]), "last": items[-1]})

    def _translate(self, name: str, values: dict[str, Any]) -> str:
        try:
            text = str(self._bundle.get_translation(name, variables=values or None, use_isolating=False))
        except ValueError:
            raise KnowledgeError(
                told("text-missing", "The text '{name}' is missing.", name=name),
                where=f"locales/{self.lang}",
                hint=told("text-missing-hint", "Translate it; every text has its twin."),
            ) from None
        if _LEFT_OPEN.search(text):
            raise KnowledgeError(
                told(
                    "text-open",
                    "The text '{name}' wants a value it was not given: {text}",
                    name=name,
                    text=text,
                ),
                where=f"locales/{self.lang}",
                hint=told("text-open-hint", "Use only the values its English twin uses."),
            )
        return text


class Words(Catalogue):
    """Everything a reader of one language sees: messages, and the texts of a library."""

    def __init__(self, lang: str, library: Library, *, root: Path | None = None) -> None:
        super().__init__(lang, root=root)
        self.library = library

    def _entitled(self, title: Title) -> str:
        return self.title(title.kind, title.id)

    def title(self, kind: str, name: str) -> str:
        """The title of an entry, such as ``title("zone", "cheek")``."""
        return self.text(kind, name, "title")

    def text(self, kind: str, name: str, field: str) -> str:
        """A text field of an entry in the reader's language; an empty field stays empty."""
        english = getattr(self.entry(kind, name), field)
        if not english or self.lang == "en":
            return str(english)
        return self._translate(text_id(kind, name, field), {})

    def choice(self, question: str, choice: str) -> str:
        """One choice of a question in words."""
        if self.lang == "en":
            return str(self.entry("question", question).choices[choice])
        return self._translate(text_id("question", question, f"choice-{choice}"), {})

    def tip(self, device: str, tip: str) -> str:
        """One head of a device in words."""
        if self.lang == "en":
            return str(next(one.title for one in self.entry("device", device).tips if one.id == tip))
        return self._translate(text_id("device", device, f"tip-{tip}"), {})

    def aside(self, kind: str, name: str, claim: str) -> str:
        """Why an entry sets a claim aside."""
        if self.lang == "en":
            return str(self.entry(kind, name).sets_aside[claim])
        return self._translate(text_id(kind, name, f"aside-{claim}"), {})

    def entry(self, kind: str, name: str) -> Any:
        """The entry itself. Raises KnowledgeError for one that does not exist."""
        section = self.library.section(SECTION_OF[kind])
        if name not in section:
            raise KnowledgeError(
                told(
                    "no-entry-of", "There is no '{name}' in {section}.", name=name, section=SECTION_OF[kind]
                ),
                hint=did_you_mean(name, section),
            )
        return section[name]


def default_locales() -> Path:
    """Where the languages lie: ADAMAS_LOCALES, else beside the installed package, else the checkout."""
    named = os.environ.get("ADAMAS_LOCALES")
    if named:
        return Path(named)
    here = Path(__file__).parent.parent
    shipped = here / "_data" / "locales"
    return shipped if shipped.is_dir() else here.parent.parent / "locales"


def languages(root: Path | None = None) -> tuple[str, ...]:
    """The languages there are: each folder is one."""
    root = root or default_locales()
    return tuple(sorted(path.name for path in root.iterdir() if path.is_dir()))


@lru_cache(maxsize=8)
def _bundle(lang: str, root: Path) -> Any:
    files = [str(path) for path in sorted((root / lang).glob("*.ftl"))]
    return rustfluent.Bundle(lang, files, strict=True)
