"""Aftercare in words: what to do and leave out, until which day, what is normal, when to call whom."""

from adamas.aftercare.advice import Advice, Item
from adamas.report.document import Block, Document, Heading, Paragraph, Stop, Timeline
from adamas.report.document import Item as Line
from adamas.report.parts import Reader, Teller
from adamas.report.words import Words


def compose_advice(advice: Advice, words: Words, *, client: str = "", reader: Reader = "client") -> Document:
    """The advice of one visit as a sheet to take home."""
    teller = Teller(words, reader)
    head = words.ui("aftercare-heading", on=advice.visit_on)
    footer = [words.ui("plan-knowledge", knowledge=advice.knowledge[:8])]
    if not advice.is_reviewed:
        footer.append(words.ui("aftercare-unreviewed"))
    return Document(
        title=f"{client}: {head}" if client else head,
        lang=words.lang,
        blocks=tuple(advice_blocks(advice, teller)) + tuple(teller.sources(advice.grounds)),
        footer=tuple(footer),
    )


def advice_blocks(advice: Advice, teller: Teller) -> list[Block]:
    """The advice as part of a larger document."""
    words = teller.words
    blocks: list[Block] = []
    for kind in ("do", "avoid", "ask"):
        items = tuple(_rule(item, teller) for item in advice.items if item.kind == kind)
        blocks += teller.section(f"aftercare-heading-{kind}", items, level=2)
    blocks += teller.section(
        "aftercare-heading-normal",
        tuple(
            Line(text=words.say(effect.text), details=(words.text("effect", effect.effect, _field(teller)),))
            for effect in advice.expected
        ),
    )
    blocks += teller.section(
        "aftercare-heading-flags",
        tuple(
            Line(
                text=words.say(flag.text),
                tone="refuse" if flag.who in ("emergency", "doctor") else "caution",
                details=(
                    words.text("effect", flag.effect, _field(teller)),
                    words.ui(f"aftercare-course-{flag.course}", days=flag.pause_days),
                ),
            )
            for flag in advice.red_flags
        ),
    )
    stops = tuple(
        Stop(day=words.day(check.on), title=words.ui("advice-check-day", day=check.day))
        for check in advice.check_ins
    )
    return [
        *blocks,
        Heading(words.ui("aftercare-heading-check-ins"), 2),
        Paragraph(words.ui("advice-check-how"), "quiet"),
        Timeline(stops),
    ]


def _rule(item: Item, teller: Teller) -> Line:
    words = teller.words
    details = [words.text("aftercare", item.rule, _field(teller))]
    if item.because.client.id != "aftercare-why-usual":
        details.append(teller.why(item.because))
    if item.sun_protection_factor is not None:
        details.insert(0, words.ui("aftercare-factor", factor=item.sun_protection_factor))
    return Line(text=words.say(item.text), details=tuple(details))


def _field(teller: Teller) -> str:
    return "say" if teller.reader == "client" else "tell"
