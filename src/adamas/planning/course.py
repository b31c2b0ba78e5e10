"""The days of a course: each visit on the earliest day that keeps every interval and every closed day.

Taking the earliest open day each time gives the earliest end and the most visits before any given day,
because a visit never opens a day that was closed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from adamas.dose.candidates import Candidate
from adamas.dose.step import Step
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, because, number
from adamas.message import message
from adamas.planning.days import Days
from adamas.planning.rest import base_interval, course_interval, zone_interval
from adamas.planning.treatment import Treatment
from adamas.screening.verdict import Verdict


class Placed(Struct, frozen=True, kw_only=True):
    """A visit found: its day, why that day, and the steps of the zones that are due."""

    on: date
    because: Because
    steps: tuple[Step, ...]


class History(Struct):
    """When each zone was last treated and how often, while a course is being laid out."""

    last: dict[str, date]
    count: dict[str, int]
    visits: list[date]

    @classmethod
    def empty(cls) -> "History":
        """Nobody has been treated yet."""
        return cls(last={}, count={}, visits=[])

    def add(self, placed: Placed, library: Library) -> None:
        """Note a visit."""
        self.visits.append(placed.on)
        for step in placed.steps:
            self.count[step.zone] = self.nth(step.zone, library, on=placed.on)
            self.last[step.zone] = placed.on

    def nth(self, zone: str, library: Library, *, on: date) -> int:
        """Which treatment of a zone this one counts as; after a long pause it counts as an early one."""
        nth = self.count.get(zone, 0) + 1
        last = self.last.get(zone)
        if last is not None and (on - last).days >= number(library, "course-step-up", "pause-days"):
            return min(nth, int(number(library, "course-step-up", "after-pause-as-visit")))
        return nth


def due_steps(treatment: Treatment, history: History, verdict: Verdict, *, on: date) -> tuple[Step, ...]:
    """The steps of the zones that are open and due on a day, in their order."""
    steps: list[Step] = []
    for zone in treatment.zones:
        if zone.id in verdict.zones and verdict.zones[zone.id].decision.is_blocking:
            continue
        last = history.last.get(zone.id)
        if last is not None and (on - last).days < zone_interval(treatment, zone, verdict).value:
            continue
        nth = history.nth(zone.id, treatment.library, on=on)
        step = treatment.step(zone, verdict, nth=nth)
        if isinstance(step, Step):
            steps.append(step)
    return tuple(sorted(steps, key=lambda step: (step.order, step.zone)))


def next_visit(
    treatment: Treatment,
    days: Days,
    history: History,
    *,
    earliest: date,
    because_earliest: Because,
    is_trial: bool = False,
) -> Placed | None:
    """The first day from `earliest` on which a visit may lie and a zone is due; None past the horizon.

    is_trial: only a small place is tried, which needs no distance of a first visit from an event.
    """
    moved: Because | None = None
    day = earliest
    while day <= days.outlook.until:
        why_not = days.why_not(day, is_first=not history.visits and not is_trial)
        if why_not is None:
            verdict = days.outlook.verdict(day)
            rest = base_interval(treatment, verdict)
            if history.visits and (day - history.visits[-1]).days < rest.value:
                why_not = rest.because
            elif steps := due_steps(treatment, history, verdict, on=day):
                why = _moved(moved) if moved is not None else because_earliest
                return Placed(on=day, because=why, steps=steps)
            else:
                why_not = course_interval(treatment, verdict).because
        moved = why_not
        day += timedelta(days=1)
    return None


def _moved(why_not: Because) -> Because:
    """The reason of a day that was taken because the days before it were closed."""
    return Because(
        client=message("plan-day-moved", why=why_not.client),
        professional=message("plan-day-moved-pro", why=why_not.professional),
        rests_on=why_not.rests_on,
    )


def lay_out(
    treatment: Treatment, days: Days, history: History, *, first: date, visits: int, why: Because
) -> Iterator[Placed]:
    """The visits of a course from the first possible day on: as many as wanted, or as fit."""
    earliest = first
    for _ in range(visits):
        placed = next_visit(treatment, days, history, earliest=earliest, because_earliest=why)
        if placed is None:
            return
        history.add(placed, treatment.library)
        yield placed
        rest = course_interval(treatment, days.outlook.verdict(placed.on))
        earliest, why = placed.on + timedelta(days=int(rest.value)), _after_rest(treatment, rest)


def _after_rest(treatment: Treatment, rest: Candidate) -> Because:
    return because(
        treatment.library, "plan-day-after-rest", ("protocols", "course-interval"), days=int(rest.value)
    )
