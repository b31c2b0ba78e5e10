"""Polishing at home: whether, where, how gently, and on which days beside the salon course."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from adamas.dose.step import Setting
from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Protocol
from adamas.knowledge.reason import Because, Ground, because, because_of_statement, ground, number
from adamas.knowledge.statement import Decision, DecisionWord
from adamas.message import Message, Title, message
from adamas.planning.budget import Rest, Taken, is_delicate, place
from adamas.planning.grounds import grounds_in
from adamas.planning.home_use import (
    PROTOCOL,
    Use,
    has_choice,
    interval_of,
    open_zones,
    passes_of,
    rest_of,
    uses_on,
)
from adamas.planning.outlook import Outlook
from adamas.planning.plan import Declined, NotPlanned
from adamas.planning.policy import limits, statements_that_block
from adamas.planning.refusal import blocking, not_cleared, not_planned, require_verdict
from adamas.screening.verdict import Verdict

HORIZON_DAYS = 365
"""How far ahead days are looked for: past the longest course with its rest."""


class HomePlan(Struct, frozen=True, kw_only=True, tag="home-plan"):
    """How to use one device at home. All but the days are upper bounds: rarer and gentler is always allowed.

    is_provisional: something must be asked first (ask_first), and nothing may begin. starts: why the first
    day is that day. how: protocols whose words belong to the plan. avoid: what not to do. expect: normal
    effects. stop: effects that mean stop and show somebody.
    """

    device: str
    decision: DecisionWord
    is_provisional: bool
    ask_first: tuple[str, ...]
    on: date
    knowledge: str
    zones: tuple[str, ...]
    zones_declined: tuple[Declined, ...]
    passes: Setting
    interval_days: Setting
    uses: tuple[Use, ...]
    starts: Because
    how: tuple[str, ...]
    avoid: tuple[Message, ...]
    expect: tuple[str, ...]
    stop: tuple[str, ...]
    grounds: tuple[Ground, ...]

    def days_until(self, last: date) -> tuple[date, ...]:
        """The days shown and those it may go on to until a day; a cream keeps its distance from all."""
        every = int(self.interval_days.value)
        shown = [use.on for use in self.uses]
        going_on = range((last - shown[-1]).days // every)
        return (*shown, *(shown[-1] + timedelta(days=every * (n + 1)) for n in going_on))

    @property
    def days(self) -> tuple[date, ...]:
        """The days of use shown."""
        return tuple(use.on for use in self.uses)


def propose_home(
    verdict: Verdict,
    facts: Facts,
    library: Library,
    *,
    on: date,
    device: str,
    salon_visits: tuple[date, ...] = (),
    cream_days: tuple[date, ...] = (),
) -> HomePlan | NotPlanned:
    """Propose how to use a device (its id) at home, or say why not.

    verdict: from `screen(facts, library, on=on, scope="home-device")`. salon_visits: past and planned days of
    the salon course. cream_days: those of an exfoliating cream. Zones are those of `facts`, or all fit ones.
    Raises NotCleared for a verdict of another scope or day.
    """
    require_verdict(verdict, scope="home-device", on=on)
    profile: Device = library.section("devices")[device]
    if profile.use != "home":
        why = because(
            library, "home-device-for-trained-hands", ("devices", device), device=Title("device", device)
        )
        return not_planned(
            verdict, library, on=on, reasons=(why,), come_back_because=message("home-come-back-device")
        )
    start = verdict.clear_from
    if verdict.decision > Decision.DEFER or start is None:
        return not_cleared(verdict, library, on=on)
    outlook = Outlook(facts, library, on=on, until=start + timedelta(days=HORIZON_DAYS), scope=verdict.scope)
    opening = outlook.verdict(start)
    zones, declined = _zones(opening, facts, library)
    if not zones:
        return not_planned(
            opening,
            library,
            on=on,
            reasons=tuple(d.because for d in declined),
            come_back_because=message("plan-come-back-other-zone"),
            zones_declined=declined,
        )
    interval = interval_of(opening, facts, library, device=profile, on=start)
    rest = rest_of(library, every_days=int(interval.value))
    taken = Taken(visits=salon_visits, at_home=cream_days, sun=facts.diary.sun)
    days = place(
        rest,
        taken,
        first=start,
        uses=int(number(library, PROTOCOL, "uses-shown")),
        within_days=HORIZON_DAYS,
        is_open=lambda day: bool(open_zones(outlook.verdict(day), zones)),
    )
    if not days:
        return not_planned(
            opening,
            library,
            on=on,
            reasons=(because(library, "home-no-day", ("protocols", PROTOCOL)),),
            come_back_because=message("plan-come-back-other-days"),
        )
    plan = HomePlan(
        device=device,
        decision=verdict.decision.word,
        is_provisional=opening.decision is Decision.ASK,
        ask_first=opening.to_ask,
        on=on,
        knowledge=verdict.knowledge,
        zones=zones,
        zones_declined=declined,
        passes=passes_of(library, device=profile),
        interval_days=interval,
        uses=uses_on(
            {day: open_zones(outlook.verdict(day), zones) for day in days},
            library,
            may_step_up=has_choice(profile) and not is_delicate(facts.row(start)),
        ),
        starts=_starts(verdict, library, rest, taken, first=days[0], start=start),
        how=(PROTOCOL, "home-tip-care"),
        avoid=tuple(message(name) for name in _AVOID),
        expect=_effects(library, kind="normal"),
        stop=_effects(library, kind="abnormal"),
        grounds=(),
    )
    return replace(plan, grounds=grounds_in(plan, _grounds(plan, library)))


_AVOID = (
    "home-avoid-pressing",
    "home-avoid-second-pass",
    "home-avoid-eyes-and-lips",
    "home-avoid-broken-skin",
    "home-avoid-other-exfoliation",
    "home-avoid-sun",
    "home-avoid-lending",
)


def _zones(verdict: Verdict, facts: Facts, library: Library) -> tuple[tuple[str, ...], tuple[Declined, ...]]:
    """The zones to polish at home, in the order of a visit, and those that are left out with the reason."""
    protocol: Protocol = library.section("protocols")[PROTOCOL]
    known = library.section("zones")
    wanted = facts.zones or tuple(zone for zone in protocol.zones if zone in known and known[zone].usual)
    declined = [d for zone in wanted if (d := _declined(zone, protocol, verdict, library)) is not None]
    left_out = {d.what for d in declined}
    kept = [zone for zone in wanted if zone not in left_out]
    return tuple(sorted(kept, key=lambda zone: (known[zone].order, zone))), tuple(declined)


def _declined(zone: str, protocol: Protocol, verdict: Verdict, library: Library) -> Declined | None:
    title = Title("zone", zone)
    if zone not in protocol.zones:
        return Declined(
            what=zone, because=because(library, "home-zone-salon-only", ("protocols", PROTOCOL), zone=title)
        )
    here = verdict.zones.get(zone)
    if here is not None and here.decision.is_blocking:
        statement = statements_that_block(verdict, zone=zone)[0]
        why = because_of_statement(library, "home-zone-blocked", statement, zone=title)
        return Declined(what=zone, because=why, until=here.clear_from)
    for statement_of, limit in limits(verdict, library, zone=zone):
        if zone in limit.exclude_zones:
            return Declined(
                what=zone,
                because=because_of_statement(library, "home-zone-blocked", statement_of.id, zone=title),
            )
    return None


def _starts(
    verdict: Verdict, library: Library, rest: Rest, taken: Taken, *, first: date, start: date
) -> Because:
    if first == verdict.on:
        return because(library, "home-starts-today", ("protocols", PROTOCOL))
    if first == start:
        return because_of_statement(library, "home-starts-after-wait", blocking(verdict)[0], day=first)
    name = "home-starts-beside-visits" if taken.visits else "home-starts-when-free"
    return because(
        library, name, ("protocols", PROTOCOL), day=first, before=rest.before_visit, after=rest.after_visit
    )


def _effects(library: Library, *, kind: Literal["normal", "abnormal"]) -> tuple[str, ...]:
    effects = library.section("effects").values()
    return tuple(
        sorted(e.id for e in effects if e.kind == kind and {"home-device", "any"} & set(e.applies_to))
    )


def _grounds(plan: HomePlan, library: Library) -> tuple[Ground, ...]:
    return (
        ground(library, "devices", plan.device),
        *(ground(library, "protocols", name) for name in plan.how),
        *(ground(library, "effects", name) for name in (*plan.expect, *plan.stop)),
    )
