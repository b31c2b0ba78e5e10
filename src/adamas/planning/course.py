"""The days of a course: each visit on the earliest day that keeps every interval and every closed day.

Taking the earliest open day each time gives the earliest end and the most visits before any given day,
because a visit never opens a day that was closed.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Goal, Zone
from adamas.message import Title, message
from adamas.planning.candidates import Candidate, largest, smallest
from adamas.planning.days import Days
from adamas.planning.dose import Dosing, step_for
from adamas.planning.plan import Because, Setting, Step
from adamas.planning.policy import because, because_of_statement, limits, number
from adamas.screening.verdict import Verdict


class Treatment(Struct, frozen=True, kw_only=True):
    """What is to be planned: zones in order, goals and the device.

    age: in years, None when it is unknown. every: wished interval in days, None for the usual one.
    """

    zones: tuple[Zone, ...]
    goals: tuple[Goal, ...]
    device: Device | None
    library: Library
    age: float | None = None
    every: int | None = None


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


def base_interval(treatment: Treatment, verdict: Verdict) -> Candidate:
    """Fewest days between any two visits, with the reason; more than is usual when something asks for it."""
    library = treatment.library
    found = [_usual(treatment, verdict)]
    device = treatment.device
    if device is not None and device.interval_days_at_least is not None:
        why = because(
            library, "plan-interval-device", ("devices", device.id), device=Title("device", device.id)
        )
        found.append(Candidate(float(device.interval_days_at_least), why))
    return largest(found + _asked_for(verdict, library, zone=None))


def zone_interval(treatment: Treatment, zone: Zone, verdict: Verdict) -> Candidate:
    """Fewest days between two treatments of one zone, with the reason."""
    found = [base_interval(treatment, verdict), *_asked_for(verdict, treatment.library, zone=zone.id)]
    if zone.interval_days_at_least is not None:
        why = because(
            treatment.library, "plan-interval-zone", ("zones", zone.id), zone=Title("zone", zone.id)
        )
        found.append(Candidate(float(zone.interval_days_at_least), why))
    return largest(found)


def course_interval(treatment: Treatment, verdict: Verdict) -> Candidate:
    """The interval of the course: that of the zone that is due soonest."""
    return smallest(zone_interval(treatment, zone, verdict) for zone in treatment.zones)


def _asked_for(verdict: Verdict, library: Library, *, zone: str | None) -> list[Candidate]:
    return [
        Candidate(float(days), because_of_statement(library, "plan-interval-limit", statement.id), rank=0)
        for statement, limit in limits(verdict, library, zone=zone)
        if (days := limit.interval_days_at_least) is not None
    ]


def _usual(treatment: Treatment, verdict: Verdict) -> Candidate:
    library, ground = treatment.library, ("protocols", "course-interval")
    usual = number(library, "course-interval", "interval-days")
    least = number(library, "course-interval", "interval-days-at-least")
    wished = treatment.every
    if wished is None or wished == usual:
        return Candidate(usual, because(library, "plan-interval-usual", ground, days=int(usual)), rank=2)
    if wished > usual:
        return Candidate(float(wished), because(library, "plan-interval-wished", ground, days=wished), rank=2)
    if not _may_come_sooner(treatment, verdict):
        return Candidate(usual, because(library, "plan-interval-not-sooner", ground, days=int(usual)), rank=2)
    shorter = max(float(wished), least)
    return Candidate(shorter, because(library, "plan-interval-sooner", ground, days=int(shorter)), rank=2)


def _may_come_sooner(treatment: Treatment, verdict: Verdict) -> bool:
    """True when every zone is treated lightly and the client surely young enough for a shorter rest."""
    library = treatment.library
    if treatment.age is None or treatment.age >= number(library, "course-interval", "sooner-age-under"):
        return False
    per_pass = number(library, "course-removal", "removed-per-pass-to")
    removed_at_most = number(library, "course-interval", "sooner-removed-at-most")
    for zone in treatment.zones:
        step = step_for(_dosing(treatment, zone, nth=99, verdict=verdict))
        if isinstance(step, Step) and 1 - (1 - per_pass) ** step.passes.value >= removed_at_most:
            return False
    return True


def _dosing(treatment: Treatment, zone: Zone, *, nth: int, verdict: Verdict) -> Dosing:
    return Dosing(
        zone=zone,
        nth=nth,
        limits=limits(verdict, treatment.library, zone=zone.id),
        goals=treatment.goals,
        device=treatment.device,
        library=treatment.library,
    )


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
        step = step_for(_dosing(treatment, zone, nth=nth, verdict=verdict))
        if isinstance(step, Step):
            steps.append(step)
    return tuple(sorted(steps, key=lambda step: (step.order, step.zone)))


def why_untreated(treatment: Treatment, verdict: Verdict) -> Mapping[str, Because]:
    """The zones that cannot be treated with what is given on the day of a verdict, and why."""
    steps = {zone.id: step_for(_dosing(treatment, zone, nth=1, verdict=verdict)) for zone in treatment.zones}
    return {zone: step for zone, step in steps.items() if not isinstance(step, Step)}


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


def visit_minutes(steps: tuple[Step, ...], library: Library) -> int:
    """Minutes of a whole visit: the zones and what is done around them."""
    around: int = sum(p.minutes for p in library.section("protocols").values() if p.kind == "visit")
    return around + sum(step.minutes for step in steps)


def visits_wanted(treatment: Treatment) -> tuple[Setting, tuple[int, int]]:
    """How many visits a course has before its review, with the reason, and the range the goals allow."""
    library, ground = treatment.library, ("protocols", "course-visits")
    usual = int(number(library, "course-visits", "visits"))
    wants = [Candidate(float(usual), because(library, "plan-visits-usual", ground, visits=usual), rank=2)]
    with_range = [goal for goal in treatment.goals if goal.visits is not None]
    if with_range:
        wants = [_of_goal(goal, usual, library) for goal in with_range]
    chosen = largest(wants)
    ranges = [goal.visits for goal in with_range if goal.visits is not None]
    if not ranges:
        ranges = [
            (
                int(number(library, "course-visits", "visits-from")),
                int(number(library, "course-visits", "visits-to")),
            )
        ]
    low, high = max(low for low, _ in ranges), max(high for _, high in ranges)
    return Setting(value=chosen.value, unit="visits", because=chosen.because, at_most=float(high)), (
        low,
        high,
    )


def _of_goal(goal: Goal, usual: int, library: Library) -> Candidate:
    low, high = goal.visits or (usual, usual)
    visits = min(max(usual, low), high)
    why = because(
        library,
        "plan-visits-goal",
        ("goals", goal.id),
        ("protocols", "course-visits"),
        goal=Title("goal", goal.id),
        low=low,
        high=high,
        visits=visits,
    )
    return Candidate(float(visits), why)
