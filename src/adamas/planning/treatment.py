"""What is to be planned for one client, and the settings and number of visits that follow from it."""

from collections.abc import Mapping

from msgspec import Struct

from adamas.dose.candidates import Candidate, largest
from adamas.dose.dosing import Dosing
from adamas.dose.settings import step_for
from adamas.dose.step import Setting, Step
from adamas.dose.subject import Skin
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Goal, Zone
from adamas.knowledge.reason import Because, because, number
from adamas.knowledge.statement import Limit, Statement
from adamas.message import Title
from adamas.planning.policy import limits
from adamas.screening.verdict import Verdict


class Treatment(Struct, frozen=True, kw_only=True):
    """What is to be planned: zones in order, goals and the device.

    age: in years; is_dry: the skin; None when unknown. every: wished interval in days, None for the usual.
    known: the steps that were worked out already.
    """

    zones: tuple[Zone, ...]
    goals: tuple[Goal, ...]
    device: Device | None
    library: Library
    age: float | None = None
    every: int | None = None
    is_dry: bool | None = None
    known: dict[tuple[str, int, int], tuple[Verdict, Step | Because]] = {}

    def step(self, zone: Zone, verdict: Verdict, *, nth: int) -> Step | Because:
        """The step of a zone at its `nth` treatment under a verdict, or why there is none."""
        key = (zone.id, nth, id(verdict))
        if key not in self.known:
            self.known[key] = (verdict, self._step(zone, verdict, nth=nth))
        return self.known[key][1]

    def _step(self, zone: Zone, verdict: Verdict, *, nth: int) -> Step | Because:
        bounding = limits(verdict, self.library, zone=zone.id)
        dosing = Dosing(
            zone=zone,
            nth=nth,
            limits=bounding,
            skin=Skin(
                age=self.age, is_dry=self.is_dry, has_fragile_vessels=_has_fragile_vessels(verdict, bounding)
            ),
            goals=self.goals,
            device=self.device,
            library=self.library,
        )
        return step_for(dosing)


def _has_fragile_vessels(verdict: Verdict, bounding: list[tuple[Statement, Limit]]) -> bool | None:
    """True when a statement spares the vessels; unknown while something is left to ask."""
    spared = any(limit.vacuum_kpa_at_most or limit.vascular_factor for _, limit in bounding)
    return True if spared else None if verdict.to_ask else False


def why_untreated(treatment: Treatment, verdict: Verdict) -> Mapping[str, Because]:
    """The zones that cannot be treated with what is given on the day of a verdict, and why."""
    steps = {zone.id: treatment.step(zone, verdict, nth=1) for zone in treatment.zones}
    return {zone: step for zone, step in steps.items() if not isinstance(step, Step)}


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
    fewest, most = (int(number(library, "course-visits", name)) for name in ("visits-from", "visits-to"))
    ranges = [goal.visits for goal in with_range if goal.visits is not None] or [(fewest, most)]
    low, high = max(low for low, _ in ranges), max(high for _, high in ranges)
    wanted = Setting(value=chosen.value, unit="visits", because=chosen.because, at_most=float(high))
    return wanted, (low, high)


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
