"""From a verdict to a proposed course: the one entry of planning."""

from datetime import date, timedelta

from msgspec.structs import replace

from adamas.errors import AnswerInvalid, KnowledgeError, NotCleared, told
from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Setting
from adamas.knowledge.reason import Because, because, because_of_statement
from adamas.knowledge.statement import Decision
from adamas.message import Title, message
from adamas.misread import did_you_mean
from adamas.planning.compose import compose
from adamas.planning.days import Days
from adamas.planning.outlook import Outlook
from adamas.planning.plan import Declined, NotPlanned, Plan
from adamas.planning.policy import statements_that_block
from adamas.planning.refusal import last_to_end, not_cleared, not_planned
from adamas.planning.treatment import Treatment, why_untreated
from adamas.planning.wishes import Wishes, choose_modality, choose_zones, weigh
from adamas.screening.verdict import Verdict

HORIZON_DAYS = 730
"""How far ahead visits are looked for: two years hold the longest course with its maintenance."""

START_WITHIN_DAYS = 200
"""The furthest first visit: six months are the longest usual wait; later the answers of today say little."""


def propose(  # noqa: PLR0913 - what one client wishes for, each by its name
    verdict: Verdict,
    facts: Facts,
    library: Library,
    *,
    on: date,
    goals: tuple[str, ...] = (),
    zones: tuple[str, ...] = (),
    device: str = "",
    country: str = "",
    setting: Setting = "salon",
    every: int | None = None,
) -> Plan | NotPlanned:
    """Propose a course, or say why there is none yet.

    verdict: from `screen(facts, library, on=on)`. goals, zones, device: ids of the library. country: ISO 3166
    code, for the price. setting: who treats. every: wished interval in days, never shorter than is allowed.
    A deferral with a day is planned from that day; a verdict with open questions gives a provisional plan
    whose visits may not be booked.
    Raises NotCleared when the verdict is of another day, KnowledgeError when it is of another library,
    AnswerInvalid for an unknown goal, zone or device.
    """
    _check(verdict, library, on=on)
    _check_known(library, goals=goals, zones=zones, devices=(device,) if device else ())
    wished = weigh(verdict, library, goals=goals, zones=(), setting=setting)
    named, assumed = choose_zones(
        library, goals=(goal.id for goal in wished.goals), zones=zones, setting=setting
    )
    until = on + timedelta(days=HORIZON_DAYS)
    outlook = Outlook(facts.with_zones(named), library, on=on, until=until, scope=verdict.scope)
    today = outlook.verdict(on)
    if today.decision > Decision.DEFER or today.clear_from is None:
        return not_cleared(today, library, on=on)
    if (today.clear_from - on).days > START_WITHIN_DAYS:
        return not_cleared(today, library, on=on)
    start = today.clear_from
    opening = outlook.verdict(start)
    wishes = weigh(opening, library, goals=goals, zones=named, setting=setting)
    modality, others = choose_modality(opening, library, goals=wishes.goals)
    refusal = _refuse_wishes(wishes, opening, library, on=on)
    if refusal is not None:
        return refusal
    if modality is None:
        why = tuple(choice.because for choice in others)
        return not_planned(
            opening, library, on=on, reasons=why, come_back_because=message("plan-come-back-other-method")
        )
    treatment = Treatment(
        zones=wishes.zones,
        goals=wishes.goals,
        device=_professional(device, library),
        library=library,
        age=_age(facts, on=start),
        is_dry=_is_dry(facts, on=start),
        every=every,
    )
    treatment, wishes = _without_shut_zones(treatment, wishes, opening)
    if not treatment.zones:
        return _no_zone(wishes, opening, library, on=on)
    plan = compose(
        treatment,
        wishes,
        Days(outlook, library),
        methods=(modality, others),
        assumed=(*assumed, *wishes.assumed),
        start=start,
        why_start=_why_start(today, library, on=on, start=start),
        country=country,
    )
    return plan or _no_day(wishes, opening, library, on=on)


def _check(verdict: Verdict, library: Library, *, on: date) -> None:
    if verdict.knowledge != library.digest:
        raise KnowledgeError(
            told("verdict-other-knowledge", "The verdict was reached with another knowledge base."),
            where=f"knowledge {library.digest[:8]}",
            hint=told("verdict-other-knowledge-hint", "Screen again with this one before planning."),
        )
    if verdict.on != on:
        raise NotCleared(
            told("verdict-other-day", "The verdict is of {day}, not of {on}.", day=verdict.on, on=on),
            hint=told("verdict-other-day-hint", "Screen again on the day of planning."),
        )


def _check_known(library: Library, **wished: tuple[str, ...]) -> None:
    for section, names in wished.items():
        known = library.section(section)
        for name in names:
            if name not in known:
                what = told("no-entry-of", "There is no '{name}' in {section}.", name=name, section=section)
                raise AnswerInvalid(what, where=section, hint=did_you_mean(name, known))


def _professional(device: str, library: Library) -> Device | None:
    """The device of the salon; one for home use has its own plan and sets nothing here."""
    found: Device | None = library.section("devices").get(device)
    return found if found is not None and found.use == "professional" else None


def _age(facts: Facts, *, on: date) -> float | None:
    age = facts.row(on).get("age")
    return age if isinstance(age, float) else None


def _is_dry(facts: Facts, *, on: date) -> bool | None:
    """Whether the skin is dry; None when nobody said."""
    told = facts.row(on).get("skin-dryness")
    return told == "dry" if isinstance(told, str) else None


def _why_start(today: Verdict, library: Library, *, on: date, start: date) -> Because:
    if start == on:
        return because(library, "plan-day-open")
    return because_of_statement(library, "plan-day-after-wait", last_to_end(today), day=start)


def _without_shut_zones(treatment: Treatment, wishes: Wishes, opening: Verdict) -> tuple[Treatment, Wishes]:
    """Leave out zones that no waiting opens or that cannot be dosed; note those that join later."""
    library = treatment.library
    declined = list(wishes.zones_declined)
    shut = dict(why_untreated(treatment, opening))
    declined += [Declined(what=zone, because=why) for zone, why in shut.items()]
    for zone in treatment.zones:
        verdict = opening.zones[zone.id]
        if zone.id in shut or not verdict.decision.is_blocking:
            continue
        statement = statements_that_block(opening, zone=zone.id)[0]
        title = Title("zone", zone.id)
        if verdict.clear_from is None or verdict.decision > Decision.DEFER:
            shut[zone.id] = because_of_statement(library, "plan-zone-blocked", statement, zone=title)
        why = shut.get(zone.id) or because_of_statement(library, "plan-zone-later", statement, zone=title)
        declined.append(Declined(what=zone.id, because=why, until=verdict.clear_from))
    kept = tuple(zone for zone in treatment.zones if zone.id not in shut)
    return replace(treatment, zones=kept), replace(wishes, zones=kept, zones_declined=tuple(declined))


def _refuse_wishes(wishes: Wishes, verdict: Verdict, library: Library, *, on: date) -> NotPlanned | None:
    if wishes.goals_declined and not wishes.goals:
        return not_planned(
            verdict,
            library,
            on=on,
            reasons=tuple(declined.because for declined in wishes.goals_declined),
            come_back_because=message("plan-come-back-other-goal"),
            goals_declined=wishes.goals_declined,
            zones_declined=wishes.zones_declined,
        )
    return None if wishes.zones else _no_zone(wishes, verdict, library, on=on)


def _no_zone(wishes: Wishes, verdict: Verdict, library: Library, *, on: date) -> NotPlanned:
    return not_planned(
        verdict,
        library,
        on=on,
        reasons=tuple(declined.because for declined in wishes.zones_declined),
        come_back_because=message("plan-come-back-other-zone"),
        goals_declined=wishes.goals_declined,
        zones_declined=wishes.zones_declined,
    )


def _no_day(wishes: Wishes, verdict: Verdict, library: Library, *, on: date) -> NotPlanned:
    return not_planned(
        verdict,
        library,
        on=on,
        reasons=(because(library, "plan-no-day"),),
        come_back_because=message("plan-come-back-other-days"),
        goals_declined=wishes.goals_declined,
        zones_declined=wishes.zones_declined,
    )
