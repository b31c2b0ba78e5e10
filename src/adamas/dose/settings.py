"""How gently: grain, vacuum and passes for one zone at one visit, each the smallest of all that bounds it.

The grid of the zone is a ceiling, every limit and factor can only lower it, and no setting makes up for
another. The dose model can only lower them too: no study has measured what a diamond tip removes, so its band
may forbid a pass but never permits one more.
"""

from math import floor

from msgspec import Struct
from msgspec.structs import replace

from adamas.dose.bounds import pass_bounds, vacuum_bounds
from adamas.dose.candidates import Candidate, smallest
from adamas.dose.device import dial_for, is_too_strong, known_tips, tip_for
from adamas.dose.dosing import Dosing, of_factors, of_limits, of_statements
from adamas.dose.effect import effect
from adamas.dose.modelled import Modelled, modelled
from adamas.dose.step import Dial, Setting, Step
from adamas.dose.subject import Exposure
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, because, number
from adamas.message import Message, Title, message

_CLASSES = ("fine-um", "medium-um", "coarse-um")


def step_for(dosing: Dosing) -> Step | Because:
    """The step of one zone, or the reason why it cannot be treated with what is given.

    Where a step up would cost a pass by the dose model, grain and vacuum stay where they were: strength never
    falls from one visit to the next.
    """
    by_model = modelled(dosing)
    passes = smallest([*_passes(dosing), by_model.passes])
    if passes.value < 1:
        return passes.because
    held = replace(dosing, nth=by_model.nth)
    grit = smallest([*_grits(held), *_gentle(by_model, "grit_um")])
    # A kilopascal is finer than any dial; rounding down keeps every cap.
    vacuum = smallest([*_vacuums(held), *_gentle(by_model, "vacuum_kpa")])
    vacuum_kpa = float(floor(vacuum.value + 1e-9))
    if vacuum_kpa < 1:
        return vacuum.because
    found = _with_device(dosing, grit.value, vacuum_kpa)
    if isinstance(found, Because):
        return found
    zone, grit_um = dosing.zone, found.grit_um
    notes = (message("plan-held-by-model"),) if by_model.nth < dosing.nth or by_model.gentle else ()
    exposure = Exposure(grit_um=grit_um, vacuum_kpa=vacuum_kpa, passes=passes.value)
    return Step(
        zone=zone.id,
        order=zone.order,
        grit_um=Setting(
            value=grit_um,
            unit="um",
            because=grit.because,
            at_most=_never_above(zone.grit_um[1], of_limits(dosing, "grit_um_at_most", "plan-grit-limit")),
        ),
        vacuum_kpa=Setting(
            value=vacuum_kpa,
            unit="kPa",
            because=vacuum.because,
            at_most=_never_above(zone.vacuum_kpa[1], vacuum_bounds(dosing)),
        ),
        passes=Setting(
            value=passes.value,
            unit="passes",
            because=passes.because,
            at_most=_never_above(float(zone.passes[1]), [*pass_bounds(dosing), by_model.passes]),
        ),
        effect=effect(dosing.library, exposure, dosing.site, dosing.skin),
        removed_at_most=number(dosing.library, "course-removal", "removed-at-most"),
        minutes=zone.minutes,
        tip=found.tip,
        dial=found.dial,
        notes=(*found.notes, *notes),
    )


class _OnDevice(Struct, frozen=True, kw_only=True):
    """What of a device is taken, and what nobody knows of it."""

    grit_um: float
    tip: str = ""
    dial: Dial | None = None
    notes: tuple[Message, ...] = ()


def _with_device(dosing: Dosing, grit_um: float, vacuum_kpa: float) -> _OnDevice | Because:
    """The head and the reading for at most this grain and vacuum, or why the device cannot give them."""
    library, zone, device = dosing.library, dosing.zone, dosing.device
    if device is None:
        return _OnDevice(grit_um=_class_at_most(grit_um, library))
    title, of_device = Title("device", device.id), ("devices", device.id)
    notes: list[Message] = []
    tip, grain = "", _class_at_most(grit_um, library)
    if known_tips(device):
        chosen = tip_for(device, grit_um_at_most=grit_um, size=zone.tip)
        if chosen is None or chosen.grit_um is None:
            return because(library, "plan-no-tip-fine-enough", of_device, zone=Title("zone", zone.id))
        tip, grain = chosen.id, chosen.grit_um
    else:
        notes.append(message("plan-tip-grit-unknown", device=title))
    if is_too_strong(device, vacuum_kpa):
        return because(library, "plan-device-too-strong", of_device, zone=Title("zone", zone.id))
    dial = dial_for(device, vacuum_kpa)
    if dial is None:
        notes.append(message("plan-dial-unknown", device=title))
    return _OnDevice(grit_um=grain, tip=tip, dial=dial, notes=tuple(notes))


def _gentle(by_model: Modelled, name: str) -> list[Candidate]:
    """What the model asks for where the grid's first settings are too strong for a single pass."""
    if by_model.gentle is None:
        return []
    return [Candidate(getattr(by_model.gentle, name), by_model.passes.because, rank=0)]


def _never_above(grid: float, bounds: list[Candidate]) -> float:
    """The bound that is printed beside a setting: whoever turns it up at the couch must meet every limit."""
    return min(grid, *(bound.value for bound in bounds)) if bounds else grid


def _grits(dosing: Dosing) -> list[Candidate]:
    zone, library = dosing.zone, dosing.library
    title = Title("zone", zone.id)
    first = zone.grit_um[0]
    most = dosing.grid_pass(dosing.nth).grit_um
    may_step_up = most > first
    grounds = (("zones", zone.id), ("protocols", "course-step-up"))
    found = [
        Candidate(
            most, because(library, "plan-grit-stepped-up", *grounds, zone=title, nth=dosing.nth), rank=2
        )
        if may_step_up
        else Candidate(first, because(library, "plan-grit-start", *grounds, zone=title), rank=2)
    ]
    if may_step_up and dosing.sparing:
        found.append(Candidate(first, of_statements(dosing, dosing.sparing, "plan-grit-stays"), rank=1))
    for goal in dosing.goals:
        if goal.grit_um_at_most is not None:
            why = because(library, "plan-grit-goal", ("goals", goal.id), goal=Title("goal", goal.id))
            found.append(Candidate(goal.grit_um_at_most, why))
    return found + of_limits(dosing, "grit_um_at_most", "plan-grit-limit")


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
        why = of_factors(dosing, "abrasion_factor", "plan-passes-factor")
        found.append(Candidate(_share_of(first, lowered), why))
    if dosing.nth == 1:
        start = number(library, "course-first-visit", "dose-factor")
        why = because(library, "plan-passes-first-visit", ("protocols", "course-first-visit"), share=start)
        found.append(Candidate(_share_of(first, lowered * start), why, rank=2))
    return found + pass_bounds(dosing)


def _share_of(passes: int, factor: float) -> float:
    """Whole passes nearest to a share of them, never less than one: a pass cannot be halved."""
    return float(max(1, floor(passes * factor + 0.5)))


def _vacuums(dosing: Dosing) -> list[Candidate]:
    zone, library = dosing.zone, dosing.library
    title = Title("zone", zone.id)
    aim = dosing.grid_pass(1 if dosing.sparing else dosing.nth).vacuum_kpa
    name = "plan-vacuum-stepped-up" if aim > zone.vacuum_kpa[0] else "plan-vacuum-start"
    grounds = (("zones", zone.id), ("protocols", "course-step-up"))
    found = [Candidate(aim, because(library, name, *grounds, zone=title, nth=dosing.nth), rank=2)]
    lowered = dosing.factor("vascular_factor")
    if lowered < 1.0:
        found.append(Candidate(aim * lowered, of_factors(dosing, "vascular_factor", "plan-vacuum-factor")))
    return found + vacuum_bounds(dosing)
