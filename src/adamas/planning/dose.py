"""How gently: grain, vacuum and passes for one zone at one visit, each the smallest of all that bounds it.

No study has measured what grain, vacuum and passes of a diamond tip remove together, so nothing here predicts
a depth. The grid of the zone is a ceiling, every limit and factor can only lower it, and no setting makes up
for another.
"""

from collections.abc import Sequence
from math import floor, log, prod

from msgspec import Struct

from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Goal, Zone
from adamas.knowledge.statement import Limit, Statement
from adamas.message import Message, Title, message
from adamas.planning.candidates import Candidate, smallest
from adamas.planning.device import dial_for, is_too_strong, known_tips, tip_for
from adamas.planning.plan import Because, Setting, Step
from adamas.planning.policy import because, because_of_statement, number

_CLASSES = ("fine-um", "medium-um", "coarse-um")


class Dosing(Struct, frozen=True, kw_only=True):
    """What the settings of one zone at one visit depend on.

    nth: 1 at the zone's first treatment. limits: what statements put on the zone, with the statement.
    """

    zone: Zone
    nth: int
    limits: list[tuple[Statement, Limit]]
    goals: tuple[Goal, ...]
    device: Device | None
    library: Library

    def factor(self, name: str) -> float:
        """The product of one factor over all statements that give it, never more than 1."""
        factors: list[float] = [f for _, limit in self.limits if (f := getattr(limit, name)) is not None]
        return min(1.0, prod(factors))

    @property
    def sparing(self) -> tuple[str, ...]:
        """The statements that ask for less in a visit; whoever they speak of is never stepped up."""
        return tuple(
            statement.id
            for statement, limit in self.limits
            if (limit.abrasion_factor, limit.passes_at_most, limit.removed_at_most) != (None, None, None)
        )


def step_for(dosing: Dosing) -> Step | Because:
    """The step of one zone, or the reason why it cannot be treated with what is given."""
    grit = smallest(_grits(dosing))
    passes = smallest(_passes(dosing))
    if passes.value < 1:
        return passes.because
    vacuum = smallest(_vacuums(dosing))
    zone, device = dosing.zone, dosing.device
    notes: list[Message] = []
    tip, grit_um = "", _class_at_most(grit.value, dosing.library)
    if device is not None and known_tips(device):
        chosen = tip_for(device, grit_um_at_most=grit.value, size=zone.tip)
        if chosen is None or chosen.grit_um is None:
            return because(
                dosing.library, "plan-no-tip-fine-enough", ("devices", device.id), zone=Title("zone", zone.id)
            )
        tip, grit_um = chosen.id, chosen.grit_um
    elif device is not None:
        notes.append(message("plan-tip-grit-unknown", device=Title("device", device.id)))
    # A kilopascal is finer than any dial; rounding down keeps every cap.
    vacuum_kpa = float(floor(vacuum.value + 1e-9))
    if device is not None and is_too_strong(device, vacuum_kpa):
        return because(
            dosing.library, "plan-device-too-strong", ("devices", device.id), zone=Title("zone", zone.id)
        )
    dial = dial_for(device, vacuum_kpa) if device is not None else None
    if device is not None and dial is None:
        notes.append(message("plan-dial-unknown", device=Title("device", device.id)))
    return Step(
        zone=zone.id,
        order=zone.order,
        grit_um=Setting(
            value=grit_um,
            unit="um",
            because=grit.because,
            at_most=_never_above(zone.grit_um[1], _of_limits(dosing, "grit_um_at_most", "plan-grit-limit")),
        ),
        vacuum_kpa=Setting(
            value=vacuum_kpa,
            unit="kPa",
            because=vacuum.because,
            at_most=_never_above(zone.vacuum_kpa[1], _vacuum_bounds(dosing)),
        ),
        passes=Setting(
            value=passes.value,
            unit="passes",
            because=passes.because,
            at_most=_never_above(float(zone.passes[1]), _pass_bounds(dosing)),
        ),
        minutes=zone.minutes,
        tip=tip,
        dial=dial,
        notes=tuple(notes),
    )


def _never_above(grid: float, bounds: list[Candidate]) -> float:
    """The bound that is printed beside a setting: whoever turns it up at the couch must meet every limit."""
    return min(grid, *(bound.value for bound in bounds)) if bounds else grid


def _of_limits(dosing: Dosing, field: str, name: str) -> list[Candidate]:
    return [
        Candidate(float(value), because_of_statement(dosing.library, name, statement.id), rank=0)
        for statement, limit in dosing.limits
        if (value := getattr(limit, field)) is not None
    ]


def _of_factors(dosing: Dosing, field: str, name: str) -> Because:
    """The reason that the statements with a factor give together."""
    statements = [statement.id for statement, limit in dosing.limits if getattr(limit, field) is not None]
    return _of_statements(dosing, statements, name)


def _of_statements(dosing: Dosing, statements: Sequence[str], name: str) -> Because:
    titles = tuple(Title("statement", statement) for statement in statements)
    return because(
        dosing.library, name, *(("statements", statement) for statement in statements), statements=titles
    )


def _grits(dosing: Dosing) -> list[Candidate]:
    zone, library = dosing.zone, dosing.library
    title = Title("zone", zone.id)
    first, most = zone.grit_um
    may_step_up = dosing.nth >= number(library, "course-step-up", "coarser-from-visit") and most > first
    grounds = (("zones", zone.id), ("protocols", "course-step-up"))
    found = [
        Candidate(
            most, because(library, "plan-grit-stepped-up", *grounds, zone=title, nth=dosing.nth), rank=2
        )
        if may_step_up
        else Candidate(first, because(library, "plan-grit-start", *grounds, zone=title), rank=2)
    ]
    if may_step_up and dosing.sparing:
        found.append(Candidate(first, _of_statements(dosing, dosing.sparing, "plan-grit-stays"), rank=1))
    for goal in dosing.goals:
        if goal.grit_um_at_most is not None:
            why = because(library, "plan-grit-goal", ("goals", goal.id), goal=Title("goal", goal.id))
            found.append(Candidate(goal.grit_um_at_most, why))
    return found + _of_limits(dosing, "grit_um_at_most", "plan-grit-limit")


def _class_at_most(grit_um: float, library: Library) -> float:
    """The coarsest usual class of grain that is no coarser; the bound itself when it is finer than all."""
    classes = [number(library, "course-grit", name) for name in _CLASSES]
    return max((size for size in classes if size <= grit_um), default=grit_um)


def _passes(dosing: Dosing) -> list[Candidate]:
    zone, library = dosing.zone, dosing.library
    title, first = Title("zone", zone.id), zone.passes[0]
    found = [
        Candidate(float(first), because(library, "plan-passes-zone", ("zones", zone.id), zone=title), rank=3)
    ]
    lowered = dosing.factor("abrasion_factor")
    if lowered < 1.0:
        why = _of_factors(dosing, "abrasion_factor", "plan-passes-factor")
        found.append(Candidate(_share_of(first, lowered), why))
    if dosing.nth == 1:
        start = number(library, "course-first-visit", "dose-factor")
        why = because(library, "plan-passes-first-visit", ("protocols", "course-first-visit"), share=start)
        found.append(Candidate(_share_of(first, lowered * start), why, rank=2))
    return found + _pass_bounds(dosing)


def _pass_bounds(dosing: Dosing) -> list[Candidate]:
    """What no number of passes may exceed, whatever the visit: the device, the statements, the removal."""
    library, device = dosing.library, dosing.device
    found: list[Candidate] = []
    if device is not None and device.passes_at_most is not None:
        why = because(
            library, "plan-passes-device", ("devices", device.id), device=Title("device", device.id)
        )
        found.append(Candidate(float(device.passes_at_most), why))
    return found + _of_limits(dosing, "passes_at_most", "plan-passes-limit") + _of_removal(dosing)


def _share_of(passes: int, factor: float) -> float:
    """Whole passes nearest to a share of them, never less than one: a pass cannot be halved."""
    return float(max(1, floor(passes * factor + 0.5)))


def _of_removal(dosing: Dosing) -> list[Candidate]:
    """Passes that stay under a share of the horny layer even when each takes the most claimed of one."""
    library = dosing.library
    per_pass = number(library, "course-removal", "removed-per-pass-to")
    ceiling = number(library, "course-removal", "removed-at-most")
    why = because(library, "plan-passes-removal", ("protocols", "course-removal"), share=ceiling)
    limited = _of_limits(dosing, "removed_at_most", "plan-passes-removal-limit")
    return [
        Candidate(_passes_under(ceiling, per_pass), why),
        *(Candidate(_passes_under(one.value, per_pass), one.because, rank=0) for one in limited),
    ]


def _passes_under(removed: float, per_pass: float) -> float:
    return float(floor(log(1 - min(removed, 0.999)) / log(1 - per_pass) + 1e-9))


def _vacuums(dosing: Dosing) -> list[Candidate]:
    zone, library = dosing.zone, dosing.library
    title = Title("zone", zone.id)
    low, high = zone.vacuum_kpa
    per_visit = number(library, "course-step-up", "vacuum-share-per-visit")
    share = min(per_visit * (dosing.nth - 1), number(library, "course-step-up", "vacuum-share-at-most"))
    if dosing.sparing:
        share = 0.0
    aim = low + share * (high - low)
    name = "plan-vacuum-stepped-up" if share else "plan-vacuum-start"
    grounds = (("zones", zone.id), ("protocols", "course-step-up"))
    found = [Candidate(aim, because(library, name, *grounds, zone=title, nth=dosing.nth), rank=2)]
    lowered = dosing.factor("vascular_factor")
    if lowered < 1.0:
        found.append(Candidate(aim * lowered, _of_factors(dosing, "vascular_factor", "plan-vacuum-factor")))
    return found + _vacuum_bounds(dosing)


def _vacuum_bounds(dosing: Dosing) -> list[Candidate]:
    """What no vacuum may exceed, whatever the visit: the house, the device, the statements."""
    library, device = dosing.library, dosing.device
    ceiling = because(library, "plan-vacuum-ceiling", ("protocols", "course-removal"))
    found = [Candidate(number(library, "course-removal", "vacuum-kpa-at-most"), ceiling)]
    if device is not None and device.vacuum_kpa_at_most is not None:
        why = because(
            library, "plan-vacuum-device", ("devices", device.id), device=Title("device", device.id)
        )
        found.append(Candidate(device.vacuum_kpa_at_most, why))
    return found + _of_limits(dosing, "vacuum_kpa_at_most", "plan-vacuum-limit")
