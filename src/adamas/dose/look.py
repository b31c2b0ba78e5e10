"""A whole look at settings: what they do, whether they may, how it heals, what one step would change."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.dose.abrasion import removed
from adamas.dose.dosing import Dosing
from adamas.dose.effect import effect
from adamas.dose.envelope import Envelope, Judged, Override, envelope_of, judge
from adamas.dose.expected import Effect
from adamas.dose.model import Worlds, model_of
from adamas.dose.recovery import barrier, layer_left
from adamas.dose.subject import Exposure, Skin
from adamas.knowledge.reason import number

DRAWS = 10_000
_EDGES = (0.05, 0.5, 0.95)
_PLACES = 57
_VISITS = 3
_JUST_BEFORE = 0.01


class Curve(Struct, frozen=True, kw_only=True):
    """A band over days; low, middle and high belong to the places of `days`."""

    days: tuple[float, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


class Changed(Struct, frozen=True, kw_only=True):
    """One setting changed by one step, and what that would do. what: `asked` for the settings as they are."""

    what: str
    value: float
    effect: Effect
    result: str


class Look(Struct, frozen=True, kw_only=True):
    """Everything about settings for one zone and skin.

    barrier: share of the barrier after the visit; layer: thickness of the horny layer; course: the barrier
    through visits as soon after each other as the cautious edge allows. They are None for a stationary tip.
    removed_at_most: the share that the upper edge may reach.
    """

    zone: str
    exposure: Exposure
    skin: Skin
    effect: Effect
    removed_at_most: float
    judged: Judged
    envelope: Envelope
    changes: tuple[Changed, ...]
    barrier: Curve | None
    layer: Curve | None
    course: Curve | None


def look(exposure: Exposure, dosing: Dosing, *, override: Override | None = None, draws: int = DRAWS) -> Look:
    """Look at settings from every side."""
    library = dosing.library
    found = effect(library, exposure, dosing.site, dosing.skin, draws=draws)
    curves = (None, None, None) if found.is_stationary else _curves(exposure, dosing, found, draws=draws)
    return Look(
        zone=dosing.zone.id,
        exposure=exposure,
        skin=dosing.skin,
        effect=found,
        removed_at_most=number(library, "course-removal", "removed-at-most"),
        judged=judge(exposure, dosing, override=override),
        envelope=envelope_of(dosing),
        changes=_changes(exposure, dosing, draws=draws),
        barrier=curves[0],
        layer=curves[1],
        course=curves[2],
    )


def _curves(exposure: Exposure, dosing: Dosing, found: Effect, *, draws: int) -> tuple[Curve, Curve, Curve]:
    model, site, skin = model_of(dosing.library, draws=draws), dosing.site, dosing.skin
    taken = removed(model, exposure, site, skin)
    healing = _places(max(14, found.ready_days))
    insults = [(24.0 * found.ready_days * visit, taken) for visit in range(_VISITS)]
    long = _places(
        found.ready_days * _VISITS, edges=[found.ready_days * visit for visit in range(1, _VISITS)]
    )
    return (
        _curve(healing, [barrier(model, site, skin, hours=24 * day, insults=insults[:1]) for day in healing]),
        _curve(healing, [layer_left(model, site, skin, hours=24 * day, removed=taken) for day in healing]),
        _curve(long, [barrier(model, site, skin, hours=24 * day, insults=insults) for day in long]),
    )


def _places(days: float, *, edges: Sequence[float] = ()) -> tuple[float, ...]:
    """Places from day 0 on; at an edge the curve jumps, so it has one just before and one upon it."""
    sharp = [place for edge in edges for place in (edge - _JUST_BEFORE, edge)]
    return tuple(sorted({round(float(day), 3) for day in (*np.linspace(0.0, days, _PLACES), *sharp)}))


def _curve(days: tuple[float, ...], worlds: list[Worlds]) -> Curve:
    edges = np.quantile(np.array(worlds), _EDGES, axis=1)
    low, middle, high = (tuple(round(float(value), 4) for value in edge) for edge in edges)
    return Curve(days=days, low=low, middle=middle, high=high)


def _changes(exposure: Exposure, dosing: Dosing, *, draws: int) -> tuple[Changed, ...]:
    """The settings as asked, then each changed by one step down and up."""
    found = [("asked", 0.0, exposure)]
    for name, field, values in _steps(exposure, dosing):
        found += [(name, value, replace(exposure, **{field: value})) for value in values]
    return tuple(
        Changed(
            what=name,
            value=value,
            effect=effect(dosing.library, changed, dosing.site, dosing.skin, draws=draws),
            result=judge(changed, dosing).result,
        )
        for name, value, changed in found
    )


def _steps(exposure: Exposure, dosing: Dosing) -> list[tuple[str, str, list[float]]]:
    """The neighbouring values of each setting."""
    library = dosing.library
    grains = [number(library, "course-grit", name) for name in ("fine-um", "medium-um", "coarse-um")]
    finer = [size for size in grains if size < exposure.grit_um][-1:]
    coarser = [size for size in grains if size > exposure.grit_um][:1]
    step = number(library, "course-dose-model", "vacuum-step-kpa")
    slower, faster = (number(library, "course-dose-model", name) for name in ("slower-cm-s", "faster-cm-s"))
    weaker = [exposure.vacuum_kpa - step] if exposure.vacuum_kpa > step else []
    fewer = [exposure.passes - 1] if exposure.passes > 1 else []
    return [
        ("grit", "grit_um", [*finer, *coarser]),
        ("vacuum", "vacuum_kpa", [*weaker, exposure.vacuum_kpa + step]),
        ("passes", "passes", [*fewer, exposure.passes + 1]),
        ("pace", "pace_cm_s", [pace for pace in (slower, faster) if pace != exposure.pace_cm_s]),
    ]
