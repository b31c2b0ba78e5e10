"""Turns placed treatments into visits a client can prepare for: test spot, course and maintenance."""

from datetime import date, timedelta

from adamas.dose.step import Setting
from adamas.intake.facts import Event
from adamas.knowledge.reason import Because, because, number
from adamas.knowledge.statement import Decision
from adamas.planning.course import History, Placed, lay_out, next_visit
from adamas.planning.days import Days, event_distance
from adamas.planning.plan import EventPlan, Visit
from adamas.planning.preparation import prepare
from adamas.planning.treatment import Treatment, visit_minutes


def trial(treatment: Treatment, days: Days, *, first: date, why: Because) -> Visit | None:
    """The trial of the first settings on a small place, on the first open day; None when there is none."""
    placed = next_visit(treatment, days, History.empty(), earliest=first, because_earliest=why, is_trial=True)
    if placed is None:
        return None
    spot = Placed(on=placed.on, because=placed.because, steps=placed.steps[:1])
    return as_visit(spot, treatment, days, number_of=0, kind="test-spot")


def course(
    treatment: Treatment, days: Days, history: History, *, first: date, visits: int, why: Because
) -> tuple[Visit, ...]:
    """The treatments of the course in order; fewer than wanted when the horizon ends."""
    placed = lay_out(treatment, days, history, first=first, visits=visits, why=why)
    return tuple(
        as_visit(one, treatment, days, number_of=index, kind="treatment")
        for index, one in enumerate(placed, start=1)
    )


def maintenance(treatment: Treatment, days: Days, history: History) -> tuple[tuple[Visit, ...], Because]:
    """The visits that keep the result after the course, and why that far apart."""
    library = treatment.library
    earliest, latest = (int(number(library, "course-maintenance", name)) for name in ("from-days", "to-days"))
    wanted = int(number(library, "course-maintenance", "visits"))
    why = because(
        library,
        "plan-keep-result",
        ("protocols", "course-maintenance"),
        earliest=earliest,
        latest=latest,
        visits=wanted,
        most=int(number(library, "course-maintenance", "visits-to")),
    )
    found: list[Visit] = []
    for _ in range(wanted):
        start = history.visits[-1] + timedelta(days=earliest)
        placed = next_visit(treatment, days, history, earliest=start, because_earliest=why)
        if placed is None:
            break
        history.add(placed, library)
        found.append(as_visit(placed, treatment, days, number_of=len(history.visits), kind="maintenance"))
    return tuple(found), why


def as_visit(placed: Placed, treatment: Treatment, days: Days, *, number_of: int, kind: str) -> Visit:
    """A placed treatment with its preparation, and whether it may be booked as things are known today."""
    verdict = days.outlook.verdict(placed.on)
    decisions = [
        verdict.decision,
        *(verdict.zones[s.zone].decision for s in placed.steps if s.zone in verdict.zones),
    ]
    may_be_booked = max(decisions) < Decision.ASK
    return Visit(
        number=number_of,
        kind=kind,  # type: ignore[arg-type]  # one of the three kinds, by the callers above
        on=placed.on,
        because=placed.because,
        steps=placed.steps,
        preparation=prepare(treatment.library, visit=placed.on, on=days.outlook.on),
        minutes=visit_minutes(placed.steps, treatment.library),
        may_be_booked=may_be_booked,
        ask_first=() if may_be_booked else verdict.to_ask,
    )


def plan_events(
    visits: tuple[Visit, ...], treatment: Treatment, days: Days, *, wanted: int
) -> tuple[EventPlan, ...]:
    """For each event ahead: the last day for a visit before it and how much of the course fits."""
    distance = event_distance(days.outlook.facts, treatment.library)
    return tuple(
        _plan_event(event, visits, treatment, distance=distance, wanted=wanted)
        for event in sorted(days.diary.events, key=lambda event: (event.on, event.what))
        if event.on >= days.outlook.on
    )


def _plan_event(
    event: Event, visits: tuple[Visit, ...], treatment: Treatment, *, distance: int, wanted: int
) -> EventPlan:
    last_day = event.on - timedelta(days=distance)
    before = sum(1 for visit in visits if visit.on <= last_day)
    is_finished = before >= wanted
    name = "plan-event-fits" if is_finished else "plan-event-partly" if before else "plan-event-too-soon"
    why = because(
        treatment.library,
        name,
        ("protocols", "course-events"),
        event=event.what,
        day=event.on,
        last=last_day,
        visits=before,
        wanted=wanted,
        days=distance,
    )
    return EventPlan(
        what=event.what,
        on=event.on,
        last_day=last_day,
        visits_before=before,
        is_course_finished=is_finished,
        because=why,
    )


def reviews(treatment: Treatment, *, wanted: int) -> tuple[Setting, ...]:
    """The visits after which to look back before going on: an early one, and the last."""
    library, ground = treatment.library, ("protocols", "course-review")
    early = int(number(library, "course-review", "after-visit"))
    found = []
    if early < wanted:
        why = because(library, "plan-review-early", ground, visit=early)
        found.append(Setting(value=float(early), unit="visits", because=why))
    why = because(library, "plan-review-last", ground, visit=wanted)
    return (*found, Setting(value=float(wanted), unit="visits", because=why))
