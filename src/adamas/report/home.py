"""Polishing and peeling at home: devices side by side, the plan of one, and the choice of a cream."""

from itertools import groupby

from adamas.knowledge.statement import Decision
from adamas.planning.cream import CreamPlan
from adamas.planning.cream_choice import Considered
from adamas.planning.home import HomePlan
from adamas.planning.home_choice import Comparison
from adamas.report.document import (
    Banner,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Stop,
    Table,
    Timeline,
)
from adamas.report.parts import Reader, Teller
from adamas.report.verdict import decision_word
from adamas.report.words import Words


def compose_comparison(comparison: Comparison, words: Words, *, reader: Reader = "client") -> Document:
    """Home devices side by side, each criterion with what is known of it."""
    criteria = comparison.criteria
    columns = (words.ui("home-device-column"), *(words.ui(f"home-criterion-{name}") for name in criteria))
    rows = tuple(
        (words.title("device", one.device), *(words.say(cell.says) for cell in one.cells))
        for one in comparison.devices
    )
    # One column a device reads better than one row a device: there are more criteria than devices.
    turned = tuple(tuple(row[i] for row in rows) for i in range(len(columns)))
    items = tuple(
        Item(text=words.title("device", one.device), details=_said("device", one.device, words, reader))
        for one in comparison.devices
    )
    return Document(
        title=words.ui("home-choice-title"),
        lang=words.lang,
        blocks=(
            Paragraph(words.say(comparison.order)),
            Table(
                (words.ui("home-criterion"), *turned[0]),
                tuple((columns[i], *turned[i]) for i in range(1, len(columns))),
            ),
            Items(items),
        ),
        footer=(words.ui("home-no-trial"),),
    )


def compose_home(plan: HomePlan, words: Words, *, client: str = "", reader: Reader = "client") -> Document:
    """How to use one device at home: where, how often, on which days, when to stop."""
    teller = Teller(words, reader)
    decision = Decision(plan.decision)
    zones = words.listed([words.title("zone", zone) for zone in plan.zones])
    head = Banner(
        decision_word(decision, words),
        decision.word,
        words.ui("home-summary", days=round(plan.interval_days.value), zones=zones),
    )
    stops = tuple(
        Stop(
            day=words.day(use.on),
            title=words.ui(f"home-strength-{use.strength}"),
            lines=(words.listed([words.title("zone", zone) for zone in use.zones]), *first_why),
        )
        for _, uses in groupby(plan.uses, key=lambda use: use.strength)
        for i, use in enumerate(uses)
        for first_why in [(teller.why(use.because),) if i == 0 else ()]
    )
    blocks: list[Block] = [
        head,
        *_provisional(plan.is_provisional, words),
        *teller.asked(plan.ask_first),
        *teller.section("home-how", tuple(_protocol(name, teller) for name in plan.how)),
        Heading(words.ui("plan-dates"), 2),
        Paragraph(teller.why(plan.starts), "quiet"),
        Timeline(stops),
        Items(
            (
                Item(text=words.ui("home-interval-title"), details=(teller.why(plan.interval_days.because),)),
                Item(
                    text=words.ui("home-passes-title", passes=round(plan.passes.value)),
                    details=(teller.why(plan.passes.because),),
                ),
            )
        ),
        *teller.section("home-avoid", tuple(Item(text=words.say(said)) for said in plan.avoid)),
        *teller.section("aftercare-heading-normal", tuple(_effect(name, teller) for name in plan.expect)),
        *teller.section("home-stop", tuple(_effect(name, teller) for name in plan.stop)),
        *teller.declined("plan-zones-declined", "zone", plan.zones_declined),
        *teller.sources(plan.grounds),
    ]
    title = words.ui("home-title", device=words.title("device", plan.device))
    return _document(
        title, blocks, words, client=client, is_reviewed=all(g.is_reviewed for g in plan.grounds)
    )


def compose_cream(plan: CreamPlan, words: Words, *, client: str = "", reader: Reader = "client") -> Document:
    """Which class of cream, how often, on which days, and why the others were not taken."""
    teller = Teller(words, reader)
    decision = Decision(plan.decision)
    said = (
        words.ui("cream-summary", product=words.title("product", plan.exfoliates))
        if plan.exfoliates
        else words.ui("cream-none")
    )
    care = Item(text=words.title("product", plan.care), details=_said("product", plan.care, words, reader))
    blocks: list[Block] = [
        Banner(decision_word(decision, words), decision.word, said),
        *_provisional(plan.is_provisional, words),
        Paragraph(teller.why(plan.because)),
        *teller.asked(plan.ask_first),
    ]
    if plan.days and plan.every_days is not None:
        blocks += [
            Heading(words.ui("plan-dates"), 2),
            Paragraph(teller.why(plan.every_days.because), "quiet"),
            Timeline(
                tuple(
                    Stop(day=words.day(day), title=words.title("product", plan.exfoliates))
                    for day in plan.days
                )
            ),
        ]
    sun = words.ui("plan-sun", factor=round(plan.sun_protection.value))
    blocks += [
        *teller.section("cream-care", (care,)),
        *teller.section("cream-considered", tuple(_considered(one, teller) for one in plan.considered)),
        Items((Item(text=sun, details=(teller.why(plan.sun_protection.because),)),)),
        *teller.sources(plan.grounds),
    ]
    title = words.ui("cream-title")
    return _document(
        title, blocks, words, client=client, is_reviewed=all(g.is_reviewed for g in plan.grounds)
    )


def _document(title: str, blocks: list[Block], words: Words, *, client: str, is_reviewed: bool) -> Document:
    return Document(
        title=f"{title}: {client}" if client else title,
        lang=words.lang,
        blocks=tuple(blocks),
        footer=(*(() if is_reviewed else (words.ui("plan-not-reviewed"),)), words.ui("plan-no-promise")),
    )


def _provisional(is_provisional: bool, words: Words) -> list[Block]:
    return [Paragraph(words.ui("home-provisional"), "ask")] if is_provisional else []


def _said(kind: str, name: str, words: Words, reader: Reader) -> tuple[str, ...]:
    fields = ("say",) if reader == "client" else ("say", "tell")
    return tuple(said for field in fields if (said := words.text(kind, name, field)))


def _protocol(name: str, teller: Teller) -> Item:
    return Item(
        text=teller.words.title("protocol", name),
        details=_said("protocol", name, teller.words, teller.reader),
    )


def _effect(name: str, teller: Teller) -> Item:
    return Item(
        text=teller.words.title("effect", name), details=_said("effect", name, teller.words, teller.reader)
    )


def _considered(one: Considered, teller: Teller) -> Item:
    words = teller.words
    tone = {"present": "clear", "absent": "refuse", "unknown": "ask"}[one.may_use.value]
    asked = words.listed([words.title("question", name) for name in one.ask_first])
    return Item(
        label=words.ui(f"cream-may-{one.may_use.value}"),
        tone=tone,  # type: ignore[arg-type]  # three tones
        text=words.title("product", one.product),
        details=(teller.why(one.because), *((words.ui("cream-ask", questions=asked),) if asked else ())),
    )
