"""How many days lie between visits: the longest rest that anything asks for, and what asks for it."""

from adamas.dose.candidates import Candidate, largest, smallest
from adamas.dose.step import Step
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Zone
from adamas.knowledge.reason import Because, because, because_of_statement, number
from adamas.message import Title
from adamas.planning.policy import limits
from adamas.planning.treatment import Treatment
from adamas.screening.verdict import Verdict

LATE = 99
"""A treatment so late that every step up has been taken."""


def base_interval(treatment: Treatment, verdict: Verdict) -> Candidate:
    """Fewest days between any two visits, with the reason; more than is usual when something asks for it."""
    library = treatment.library
    found = [_usual(treatment, verdict), *_of_repair(treatment, verdict)]
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
        found += _of_step(treatment.step(zone, verdict, nth=LATE), treatment.library)
    return largest(found)


def slowest(treatment: Treatment, verdict: Verdict) -> Step | None:
    """Of the strongest steps planned, the one whose zone needs longest to repair; None when there is none.

    Zones with a rest of their own do not hold up the others.
    """
    steps = [
        step
        for zone in treatment.zones
        if zone.interval_days_at_least is None
        and isinstance(step := treatment.step(zone, verdict, nth=LATE), Step)
    ]
    return max(steps, key=lambda step: (step.effect.ready_days, -step.order), default=None)


def _of_repair(treatment: Treatment, verdict: Verdict) -> list[Candidate]:
    return _of_step(slowest(treatment, verdict), treatment.library)


def _of_step(step: Step | Because | None, library: Library) -> list[Candidate]:
    if not isinstance(step, Step):
        return []
    return [Candidate(float(step.effect.ready_days), why_repair("plan-interval-repair", step, library))]


def why_repair(name: str, step: Step, library: Library) -> Because:
    """What the curve of repair says of the slowest zone."""
    ready = step.effect.ready
    return because(
        library,
        name,
        ("protocols", "course-interval"),
        ("protocols", "course-dose-model"),
        zone=Title("zone", step.zone),
        days=step.effect.ready_days,
        soonest=round(ready.low) if ready else 0,
        middle=round(ready.middle) if ready else 0,
        latest=round(ready.high) if ready else step.effect.ready_days,
    )


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
    removed_at_most = number(library, "course-interval", "sooner-removed-at-most")
    for zone in treatment.zones:
        step = treatment.step(zone, verdict, nth=LATE)
        if isinstance(step, Step) and step.removed_at_most - step.margin >= removed_at_most:
            return False
    return True
