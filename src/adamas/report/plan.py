"""A course plan in words, for the client or for the professional."""

from datetime import date
from typing import Literal

from adamas.knowledge.reason import Ground
from adamas.knowledge.statement import Decision
from adamas.planning.plan import Choice, NotPlanned, Plan, Visit
from adamas.report.bounds import binding
from adamas.report.document import (
    Banner,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Stop,
    Timeline,
    Tone,
)
from adamas.report.parts import Reader, Teller
from adamas.report.settings import settings
from adamas.report.verdict import decision_word, excluded, limit_text
from adamas.report.words import Words


def compose_plan(plan: Plan, words: Words, *, client: str = "", reader: Reader = "professional") -> Document:
    """The plan as a document; the reasons are those meant for the reader."""
    teller = _Teller(words, reader)
    blocks: list[Block] = [
        *teller.summary(plan),
        *teller.dates(plan),
        *teller.goals(plan),
        *teller.preparation(plan),
        *settings(teller, plan),
        *teller.steps(plan),
        *teller.method(plan),
        *teller.limits(plan),
        *teller.price(plan),
        *teller.alternatives(plan.alternatives),
        *teller.sources(plan.grounds),
    ]
    return _document(
        blocks, words, client=client, title="plan-title", knowledge=plan.knowledge, grounds=plan.grounds
    )


def compose_not_planned(
    found: NotPlanned, words: Words, *, client: str = "", reader: Reader = "professional"
) -> Document:
    """Why there is no course yet, what is possible instead, and when to come back."""
    teller = _Teller(words, reader)
    decision = Decision(found.decision)
    blocks: list[Block] = [
        Banner(decision_word(decision, words), decision.word, words.say(found.come_back_because)),
        Heading(words.ui("verdict-why"), 2),
        Items(
            tuple(Item(text=teller.why(because), details=teller.said(because)) for because in found.because)
        ),
        *teller.asked(found.ask_first),
        *teller.declined("plan-goals-declined", "goal", found.goals_declined),
        *teller.declined("plan-zones-declined", "zone", found.zones_declined),
        *teller.alternatives(found.instead),
        *teller.sources(found.grounds),
    ]
    return _document(
        blocks,
        words,
        client=client,
        title="plan-none-title",
        knowledge=found.knowledge,
        grounds=found.grounds,
    )


def _document(
    blocks: list[Block], words: Words, *, client: str, title: str, knowledge: str, grounds: tuple[Ground, ...]
) -> Document:
    footer = [words.ui("plan-knowledge", knowledge=knowledge[:8])]
    if not all(ground.is_reviewed for ground in grounds):
        footer.append(words.ui("plan-not-reviewed"))
    footer.append(words.ui("plan-no-promise"))
    head = words.ui(title)
    return Document(
        title=f"{head}: {client}" if client else head,
        lang=words.lang,
        blocks=tuple(blocks),
        footer=tuple(footer),
    )


class _Teller(Teller):
    def summary(self, plan: Plan) -> list[Block]:
        words = self.words
        decision = Decision(plan.decision)
        text = words.ui(
            "plan-summary",
            visits=round(plan.number_of_visits.value),
            days=round(plan.interval_days.value),
            first=plan.visits[0].on,
            last=plan.visits[-1].on,
        )
        blocks: list[Block] = [Banner(decision_word(decision, words), decision.word, text)]
        if plan.is_provisional:
            blocks.append(Paragraph(words.ui("plan-provisional"), "ask"))
        blocks += [Paragraph(words.say(note), "quiet") for note in (*plan.assumed, *plan.notes)]
        return [*blocks, *self.asked(plan.ask_first)]

    def method(self, plan: Plan) -> list[Block]:
        others = tuple(self._choice(choice) for choice in plan.not_chosen)
        return [
            Heading(self.words.ui("plan-method"), 2),
            Items((self._choice(plan.modality, tone="clear"),)),
            *self.section("plan-not-chosen", others, level=3),
        ]

    def _choice(self, choice: Choice, *, tone: Literal["plain", "clear"] = "plain") -> Item:
        title = self.words.title("modality", choice.modality)
        return Item(text=title, tone=tone, details=(self.why_of(title, choice.because),))

    def goals(self, plan: Plan) -> list[Block]:
        words = self.words
        items = []
        for goal in plan.goals:
            field = "say" if self.reader == "client" else "tell"
            details = [words.text("goal", goal.goal, field)]
            if goal.seen_from is not None:
                details.append(words.ui("plan-seen-from", day=goal.seen_from))
            if goal.needs_physician:
                details.append(words.ui("plan-needs-physician"))
            effect = words.ui(f"effect-{goal.effect}")
            evidence = words.ui("plan-evidence", level=goal.evidence)
            level = "" if self.reader == "client" else f" ({evidence})"
            items.append(
                Item(
                    text=f"{words.title('goal', goal.goal)}: {effect}{level}",
                    details=tuple(details),
                )
            )
        return [
            Heading(words.ui("plan-goals"), 2),
            Items(tuple(items)),
            *self.declined("plan-goals-declined", "goal", plan.goals_declined),
            *self.declined("plan-zones-declined", "zone", plan.zones_declined),
        ]

    def dates(self, plan: Plan) -> list[Block]:
        words = self.words
        visits = (*((plan.test_spot,) if plan.test_spot else ()), *plan.visits, *plan.maintenance)
        stops: list[tuple[date, Stop]] = [(visit.on, self._visit(visit, plan.ask_first)) for visit in visits]
        for event in plan.events:
            line = words.ui("plan-event", visits=event.visits_before, last=event.last_day)
            lines = (line, self.why(event.because))
            stops.append(
                (event.on, Stop(day=words.day(event.on), title=event.what, tone="refer", lines=lines))
            )
        for avoided in plan.avoided:
            title = words.ui("plan-avoided", last=avoided.last)
            why = self.why(avoided.because)
            stops.append(
                (avoided.first, Stop(day=words.day(avoided.first), title=title, tone="caution", lines=(why,)))
            )
        stops.sort(key=lambda stop: stop[0])
        rest = plan.interval_days.because
        curve: tuple[str, ...] = ()
        if plan.repair is not None and rest.client.id != "plan-interval-repair":
            curve = (self.why(plan.repair),)
        interval = Item(text=words.ui("plan-interval"), details=(self.why(rest), *curve))
        number = Item(text=words.ui("plan-number"), details=(self.why(plan.number_of_visits.because),))
        reviews = [
            Item(text=words.ui("plan-review", visit=round(r.value)), details=(self.why(r.because),))
            for r in plan.reviews
        ]
        maintenance = [
            Item(text=words.ui("plan-maintenance"), details=(self.why(plan.maintenance_because),))
            for _ in plan.maintenance[:1]
            if plan.maintenance_because
        ]
        return [
            Heading(words.ui("plan-dates"), 2),
            Timeline(tuple(stop for _, stop in stops)),
            Items((number, interval, *reviews, *maintenance)),
        ]

    def _visit(self, visit: Visit, asked_for_all: tuple[str, ...]) -> Stop:
        words = self.words
        lines = [self.why(visit.because)]
        own = [words.title("question", name) for name in visit.ask_first if name not in asked_for_all]
        if own:
            lines.append(words.ui("plan-not-bookable", questions=words.listed(own)))
        elif not visit.may_be_booked:
            lines.append(words.ui("plan-not-yet"))
        title = words.ui(f"visit-{visit.kind}", number=visit.number, minutes=visit.minutes)
        tones: dict[str, Tone] = {"test-spot": "ask", "treatment": "clear", "maintenance": "defer"}
        return Stop(day=words.day(visit.on), title=title, tone=tones[visit.kind], lines=tuple(lines))

    def preparation(self, plan: Plan) -> list[Block]:
        words = self.words
        first = plan.visits[0]
        if not first.preparation:
            return []
        items = tuple(
            Item(
                label=_span(item.first, item.last, words),
                text=words.title("protocol", item.protocol),
                details=(words.text("protocol", item.protocol, "say"),),
            )
            for item in first.preparation
        )
        return [
            Heading(words.ui("plan-preparation", day=first.on), 2),
            Items(items),
            Paragraph(words.ui("plan-preparation-each"), "quiet"),
        ]

    def steps(self, plan: Plan) -> list[Block]:
        field = "say" if self.reader == "client" else "tell"
        items = []
        for i, name in enumerate(plan.visit_steps, 1):
            said = self.words.text("protocol", name, field) or self.words.text("protocol", name, "say")
            items.append(Item(label=str(i), text=self.words.title("protocol", name), details=(said,)))
        return self.section("plan-visit-steps", tuple(items))

    def limits(self, plan: Plan) -> list[Block]:
        words = self.words
        sun = words.ui("plan-sun", factor=round(plan.sun_protection.value))
        items = [Item(text=sun, details=(self.why(plan.sun_protection.because),))]
        for bound, statements in binding(plan.limits):
            names_something = bound.name.startswith(("exclude_", "only_"))
            value = (bound.value,) if names_something else bound.value
            zone = f" ({words.title('zone', bound.zone)})" if bound.zone else ""
            because = words.listed([words.title("statement", name) for name in statements])
            items.append(Item(text=limit_text(bound.name, value, words) + zone, details=(because,)))
        bounded = {bound.value for bound in plan.limits}
        if others := [name for name in plan.exclude_products if name not in bounded]:
            named = words.listed([excluded(name, words) for name in others])
            items.append(Item(text=words.ui("limit-exclude-products", value=named)))
        return [Heading(words.ui("verdict-limits"), 2), Items(tuple(items))]

    def price(self, plan: Plan) -> list[Block]:
        words = self.words
        estimate = plan.price
        if estimate is None:
            said = [Paragraph(words.say(plan.no_price), "quiet")] if plan.no_price else []
            return [Heading(words.ui("plan-price"), 2), *said] if said else []
        year = str(estimate.year) if estimate.year else words.ui("plan-price-no-year")
        text = words.ui(
            "plan-price-range",
            low=estimate.low,
            high=estimate.high,
            currency=estimate.currency,
            visits=estimate.visits,
            year=year,
        )
        return [
            Heading(words.ui("plan-price"), 2),
            Paragraph(text),
            Paragraph(self.why(estimate.because), "quiet"),
        ]


def _span(first: date, last: date, words: Words) -> str:
    one, other = words.day(first), words.day(last)
    return one if one == other else words.ui("from-to", first=one, last=other)
