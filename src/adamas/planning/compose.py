"""Puts a course together: visits, maintenance, events, price, and everything the whole rests on."""

from datetime import date, timedelta

from msgspec.structs import replace

from adamas.dose.candidates import Candidate, largest
from adamas.dose.step import Setting
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, Ground, because, because_of_statement, ground, number
from adamas.message import Message, Title, message
from adamas.planning import visits as make
from adamas.planning.course import History
from adamas.planning.days import Days
from adamas.planning.grounds import grounds_in
from adamas.planning.plan import Choice, Estimate, Expected, Plan, Visit
from adamas.planning.policy import bounds, limits
from adamas.planning.price import NoPrice, estimate
from adamas.planning.rest import course_interval, slowest, why_repair
from adamas.planning.treatment import Treatment, visits_wanted
from adamas.planning.wishes import Wishes
from adamas.screening.verdict import Verdict


def compose(
    treatment: Treatment,
    wishes: Wishes,
    days: Days,
    *,
    methods: tuple[Choice, tuple[Choice, ...]],
    assumed: tuple[Message, ...],
    start: date,
    why_start: Because,
    country: str,
) -> Plan | None:
    """The plan from its first possible day on; None when no visit at all finds a day.

    methods: the one chosen and those that were not.
    """
    library, today = treatment.library, days.outlook.verdict(days.outlook.on)
    zones = tuple(zone.id for zone in treatment.zones)
    spot = None
    if needs_test_spot(days.outlook.verdict(start), library, zones):
        spot = make.trial(treatment, days, first=start, why=why_start)
        if spot is None:
            return None
        wait = int(number(library, "course-test-spot", "days-before"))
        start = spot.on + timedelta(days=wait)
        why_start = because(library, "plan-day-after-test-spot", ("protocols", "course-test-spot"), days=wait)
    wanted, visits_range = visits_wanted(treatment)
    history = History.empty()
    visits = make.course(treatment, days, history, first=start, visits=int(wanted.value), why=why_start)
    if not visits:
        return None
    opening = days.outlook.verdict(visits[0].on)
    is_whole = len(visits) == wanted.value
    later, why_later = make.maintenance(treatment, days, history) if is_whole else ((), None)
    interval = course_interval(treatment, opening)
    slow = slowest(treatment, opening)
    first = spot or visits[0]
    price = estimate(country, visits=len(visits), library=library) if country else None
    plan = Plan(
        decision=today.decision.word,
        is_provisional=not first.may_be_booked,
        on=days.outlook.on,
        knowledge=library.digest,
        ask_first=first.ask_first,
        assumed=assumed,
        modality=methods[0],
        not_chosen=methods[1],
        goals=_expected(wishes, visits, library),
        goals_declined=wishes.goals_declined,
        zones=zones,
        zones_declined=wishes.zones_declined,
        number_of_visits=wanted,
        visits_range=visits_range,
        interval_days=Setting(value=interval.value, unit="days", because=interval.because),
        repair=why_repair("plan-repair-curve", slow, library) if slow is not None else None,
        reviews=make.reviews(treatment, wanted=int(wanted.value)),
        visits=visits,
        maintenance=later,
        maintenance_because=why_later,
        visit_steps=_visit_steps(library),
        events=make.plan_events(visits, treatment, days, wanted=int(wanted.value)),
        avoided=days.avoided(until=visits[-1].on),
        sun_protection=_sun_protection(opening, library, zones),
        limits=bounds(opening, library, zones),
        exclude_products=_excluded_products(opening, library, zones),
        price=price if isinstance(price, Estimate) else None,
        no_price=price.because if isinstance(price, NoPrice) else None,
        alternatives=_alternatives(treatment, wishes),
        grounds=(),
        device=treatment.device.id if treatment.device is not None else "",
        country=country,
        notes=_notes(visits, wanted),
        test_spot=spot,
    )
    return replace(plan, grounds=grounds_in(plan, _further_grounds(plan, (today, opening), library)))


def _further_grounds(plan: Plan, verdicts: tuple[Verdict, ...], library: Library) -> tuple[Ground, ...]:
    """The zones, the device, the steps of a visit, and the statements that spoke without a number."""
    spoke = {finding.statement for verdict in verdicts for finding in verdict.findings if finding.has_fired}
    steps = tuple(ground(library, "protocols", step) for step in plan.visit_steps)
    zones = tuple(ground(library, "zones", zone) for zone in plan.zones)
    device = (ground(library, "devices", plan.device),) if plan.device else ()
    return (*steps, *zones, *device, *(ground(library, "statements", name) for name in sorted(spoke)))


def needs_test_spot(verdict: Verdict, library: Library, zones: tuple[str, ...]) -> bool:
    """True when a statement asks to try the settings on a small place first."""
    return any(limit.test_spot for zone in zones for _, limit in limits(verdict, library, zone=zone))


def _expected(wishes: Wishes, visits: tuple[Visit, ...], library: Library) -> tuple[Expected, ...]:
    found = []
    for goal in wishes.goals:
        nth = goal.seen_from_visit
        found.append(
            Expected(
                goal=goal.id,
                effect=goal.effect,
                evidence=goal.evidence,
                because=because(
                    library, f"plan-expect-{goal.effect}", ("goals", goal.id), goal=Title("goal", goal.id)
                ),
                is_assumed=wishes.is_goal_assumed,
                needs_physician=goal.partner == "physician",
                seen_from=visits[nth - 1].on if nth is not None and nth <= len(visits) else None,
            )
        )
    return tuple(found)


def _sun_protection(verdict: Verdict, library: Library, zones: tuple[str, ...]) -> Setting:
    usual = number(library, "course-sun", "sun-protection-factor")
    found = [
        Candidate(
            usual, because(library, "plan-sun-usual", ("protocols", "course-sun"), factor=int(usual)), 2
        )
    ]
    for zone in zones:
        for statement, limit in limits(verdict, library, zone=zone):
            factor = limit.sun_protection_factor_at_least
            if factor is not None:
                why = because_of_statement(library, "plan-sun-limit", statement.id, factor=factor)
                found.append(Candidate(float(factor), why, rank=0))
    chosen = largest(found)
    return Setting(value=chosen.value, unit="SPF", because=chosen.because)


def _excluded_products(verdict: Verdict, library: Library, zones: tuple[str, ...]) -> tuple[str, ...]:
    found = {
        p
        for zone in zones
        for _, limit in limits(verdict, library, zone=zone)
        for p in limit.exclude_products
    }
    return tuple(sorted(found))


def _visit_steps(library: Library) -> tuple[str, ...]:
    steps = [p for p in library.section("protocols").values() if p.kind == "visit"]
    return tuple(step.id for step in sorted(steps, key=lambda step: (step.order, step.id)))


def _alternatives(treatment: Treatment, wishes: Wishes) -> tuple[str, ...]:
    offers = [offer for goal in treatment.goals for offer in goal.instead]
    offers += [offer for declined in wishes.goals_declined for offer in declined.instead]
    return tuple(dict.fromkeys(offers))


def _notes(visits: tuple[Visit, ...], wanted: Setting) -> tuple[Message, ...]:
    notes = [message("plan-asked-again"), message("plan-adapts")]
    if len(visits) < wanted.value:
        notes.append(message("plan-fewer-days", visits=len(visits), wanted=int(wanted.value)))
    return tuple(notes)
