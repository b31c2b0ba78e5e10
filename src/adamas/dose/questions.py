"""What may be asked of the model: each quantity of a validation row by its name."""

from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np

from adamas.dose import abrasion, recovery
from adamas.dose.model import Model, Worlds
from adamas.dose.subject import Exposure, Site, Skin
from adamas.errors import StatementInvalid, told
from adamas.knowledge.practice import Zone
from adamas.knowledge.quantity import ValidationRow
from adamas.misread import did_you_mean

Input = Mapping[str, float | str]
Question = Callable[[Model, Input, Mapping[str, Zone]], Worlds]


def answer(row: ValidationRow, model: Model, zones: Mapping[str, Zone]) -> Worlds:
    """What the model says to a row, in every world. Raises StatementInvalid for an unknown quantity."""
    if row.quantity not in QUESTIONS:
        raise StatementInvalid(
            told("quantity-unknown", "The model knows no quantity '{name}'.", name=row.quantity),
            where=f"knowledge/validation/{row.id}.yaml (quantity)",
            hint=did_you_mean(row.quantity, QUESTIONS),
        )
    return QUESTIONS[row.quantity](model, row.input, zones)


def usual(model: Model, **changed: float) -> Exposure:
    """The pass that the calibration speaks of, with some settings changed."""
    told = {
        "grit_um": float(model["grit-reference"][0]),
        "vacuum_kpa": float(np.median(model["vacuum-reference"])),
        **changed,
    }
    return Exposure(**told)


def _site(given: Input, zones: Mapping[str, Zone], *, name: str = "site") -> Site:
    where = str(given.get(name, "cheek"))
    return Site.of(zones[where]) if where in zones else Site(zone=where, region=where)


def _skin(given: Input) -> Skin:
    """Calm skin that is not dry; young unless an age is given."""
    return Skin(age=float(given.get("age", 25)), is_dry=False, has_fragile_vessels=False)


def _taken(model: Model, given: Input) -> Worlds:
    """The share removed, as given, else that of the stripping studies."""
    told = given.get("removed")
    return (
        model["removed-stripping"] if told is None else np.full_like(model["removed-stripping"], float(told))
    )


def _removed(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    exposure = usual(model, passes=float(given["passes"]))
    return abrasion.removed(model, exposure, _site(given, zones), _skin(given))


def _removed_um(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    return _removed(model, given, zones) * abrasion.thickness_um(model, _site(given, zones))


def _passes_until(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    one = abrasion.work(model, usual(model), _site(given, zones), _skin(given))
    return -np.log1p(-_taken(model, given)) / one


def _water_loss(model: Model, given: Input, _: Mapping[str, Zone]) -> Worlds:
    taken = _taken(model, given)
    return recovery.water_loss(taken, np.zeros_like(taken))


def _recovered(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    where, skin = _site(given, zones), _skin(given)
    return recovery.recovered(model, where, skin, hours=float(given["hours"]), removed=_taken(model, given))


def _fold_after(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    return recovery.water_loss(_taken(model, given), _recovered(model, given, zones))


def _regrown_days(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    return recovery.layer_days(model, _site(given, zones), _skin(given), removed=_taken(model, given))


def _thin_against_thick(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    thin, thick = (_site(given, zones, name=name) for name in ("thin", "thick"))
    return abrasion.thickness(model, thick) / abrasion.thickness(model, thin)


def _lab_order(model: Model, given: Input, _: Mapping[str, Zone]) -> Worlds:
    """Work of the stronger and longer exposure against the other; time counts as passes of equal pace."""
    force = [
        abrasion.contact(model, usual(model, vacuum_kpa=float(given[name])))
        for name in ("vacuum", "vacuum-more")
    ]
    return float(given["seconds-more"]) / float(given["seconds"]) * force[1] / force[0]


def _living_reached(model: Model, given: Input, zones: Mapping[str, Zone]) -> Worlds:
    is_reached = _removed(model, given, zones) >= model["living-layer-reached"]
    return np.array([np.mean(is_reached)])


def _vacuum_doubt(model: Model, given: Input, _: Mapping[str, Zone]) -> Worlds:
    """How many times more work the upper edge of the vacuum's effect means than the lower."""
    exponent = model["vacuum-exponent"]
    ratio = float(given["vacuum"]) / float(np.median(model["vacuum-reference"]))
    return np.array([ratio ** (np.max(exponent) - np.min(exponent))])


def _monotone(model: Model, _: Input, zones: Mapping[str, Zone]) -> Worlds:
    """1 when grain, vacuum, passes and rest never take less, world by world; else 0."""
    ladders = (
        [usual(model, grit_um=grit) for grit in (40.0, 80.0, 100.0, 125.0, 200.0)],
        [usual(model, vacuum_kpa=vacuum) for vacuum in (1.0, 10.0, 20.0, 40.0, 80.0)],
        [usual(model, passes=passes) for passes in (0.0, 1.0, 2.0, 4.0, 20.0)],
        [usual(model, pace_cm_s=pace) for pace in (12.0, 6.0, 3.0, 1.0, 0.3)],
    )
    where, skin = _site({}, zones), _skin({})
    steps = (pairwise(abrasion.removed(model, one, where, skin) for one in ladder) for ladder in ladders)
    return np.array([float(all(np.all(less <= more) for step in steps for less, more in step))])


def _stationary_flag(model: Model, _: Input, __: Mapping[str, Zone]) -> Worlds:
    still, moving = usual(model, pace_cm_s=0.0), usual(model, pace_cm_s=6.0)
    flags = abrasion.is_stationary(model, still) and not abrasion.is_stationary(model, moving)
    return np.array([float(flags)])


QUESTIONS: dict[str, Question] = {
    "removed": _removed,
    "removed-um": _removed_um,
    "passes-until": _passes_until,
    "tewl-fold": _water_loss,
    "recovered": _recovered,
    "fold-after": _fold_after,
    "regrown-days": _regrown_days,
    "repair-shape": lambda model, _, __: model["repair-shape"],
    "strips-ratio": lambda model, _, __: model["strips-ratio-old"],
    "thin-against-thick": _thin_against_thick,
    "lab-order": _lab_order,
    "living-reached": _living_reached,
    "vacuum-doubt": _vacuum_doubt,
    "monotone": _monotone,
    "stationary-flag": _stationary_flag,
}
