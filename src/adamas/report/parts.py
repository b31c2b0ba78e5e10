"""Pieces that several documents share: reasons, open questions, what is left out, alternatives, sources."""

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from adamas.knowledge.reason import Because, Ground
from adamas.planning.plan import Declined
from adamas.report.document import Block, Heading, Item, Items, Paragraph
from adamas.report.grounds import grade_id
from adamas.report.words import Words

ASKED_IN_FULL = 10
"""So many questions are shown with their whole wording; a form asks the rest."""

Reader = Literal["client", "professional"]
"""For whom a document is: the reasons differ."""


class Teller:
    """Tells one reader in one language."""

    def __init__(self, words: Words, reader: Reader) -> None:
        self.words = words
        self.reader = reader

    def why(self, because: Because) -> str:
        """The reason meant for the reader."""
        return self.words.say(because.client if self.reader == "client" else because.professional)

    def why_of(self, title: str, because: Because) -> str:
        """The same reason beneath its own title, without repeating it."""
        said = self.why(because).removeprefix(f"{title}: ")
        return said[:1].upper() + said[1:]

    def said(self, because: Because) -> tuple[str, ...]:
        """What the statements behind a reason say to this reader themselves."""
        field = "say" if self.reader == "client" else "tell"
        statements = [ground.id for ground in because.rests_on if ground.kind == "statement"]
        return tuple(self.words.text("statement", name, field) for name in dict.fromkeys(statements))

    def asked(self, names: tuple[str, ...]) -> list[Block]:
        """The questions to be answered first: the gravest in full, the others by their titles."""
        words = self.words
        items = tuple(
            Item(label=str(i), tone="ask", text=words.text("question", name, "ask"), details=self._help(name))
            for i, name in enumerate(names[:ASKED_IN_FULL], 1)
        )
        rest = words.listed([words.title("question", name) for name in names[ASKED_IN_FULL:]])
        blocks = self.section("verdict-ask-first", items)
        if rest:
            more = words.ui("verdict-ask-more", count=len(names) - ASKED_IN_FULL, questions=rest)
            blocks.append(Paragraph(more, "quiet"))
        return blocks

    def _help(self, name: str) -> tuple[str, ...]:
        said = self.words.text("question", name, "help")
        return (said,) if said else ()

    def declined(self, heading: str, kind: str, declined: tuple[Declined, ...]) -> list[Block]:
        """What is left out, why, until when, and what to do instead."""
        words = self.words
        items = []
        for one in declined:
            field = "say" if self.reader == "client" else "tell"
            said = words.text(kind, one.what, field) if kind == "goal" else ""
            details = [self.why_of(words.title(kind, one.what), one.because), *filter(None, (said,))]
            if one.until is not None:
                details.append(words.ui("plan-declined-until", day=one.until))
            if one.instead:
                instead = words.listed([words.title("alternative", name) for name in one.instead])
                details.append(words.ui("plan-instead", instead=instead))
            items.append(Item(text=words.title(kind, one.what), details=tuple(details)))
        return self.section(heading, tuple(items), level=3)

    def alternatives(self, names: Iterable[str]) -> list[Block]:
        """Safe ways beside or instead of the course."""
        items = tuple(
            Item(
                text=self.words.title("alternative", name),
                details=(self.words.text("alternative", name, "say"),),
            )
            for name in names
        )
        return self.section("plan-alternatives", items)

    def sources(self, grounds: tuple[Ground, ...]) -> list[Block]:
        """The entries a document rests on, by grade, for the professional."""
        if self.reader == "client" or not grounds:
            return []
        words = self.words
        items = []
        for grade, group in groupby(
            sorted(grounds, key=lambda g: (g.grade, g.kind, g.id)), key=lambda g: g.grade
        ):
            titles = dict.fromkeys(words.title(ground.kind, ground.id) for ground in group)
            items.append(Item(text=words.ui(f"grade-{grade_id(grade)}"), details=("; ".join(titles),)))
        return self.section("plan-grounds", tuple(items))

    def section(self, heading: str, items: tuple[Item, ...], *, level: int = 2) -> list[Block]:
        """A heading with its list, or nothing when the list is empty."""
        return [Heading(self.words.ui(heading), level), Items(items)] if items else []
