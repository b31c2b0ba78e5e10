"""The curves of the dose model as charts, each with the published values it may be held against."""

from collections.abc import Callable, Mapping

import numpy as np

from adamas.dose import abrasion, recovery, vascular
from adamas.dose.model import Model, Worlds, model_of
from adamas.dose.questions import usual
from adamas.dose.subject import Site, Skin
from adamas.knowledge.quantity import ValidationRow
from adamas.knowledge.reason import number
from adamas.report.document import Chart, Mark
from adamas.report.words import Words

DRAWS = 4096
_EDGES = (0.05, 0.5, 0.95)
_YOUNG = Skin(age=25, is_dry=False, has_fragile_vessels=False)
_MIDDLE = Skin(age=45, is_dry=False, has_fragile_vessels=False)
_OLD = Skin(age=82, is_dry=False, has_fragile_vessels=False)

Along = Callable[[float], Worlds]


def figures(words: Words) -> dict[str, Chart]:
    """Every curve by its name."""
    library = words.library
    model = model_of(library, draws=DRAWS)
    zones = library.section("zones")
    asked = number(library, "course-interval", "recovered-at-least")
    cheek, arm = Site.of(zones["cheek"]), Site.of(zones["arms"])
    found: dict[str, tuple[tuple[float, float], Along]] = {
        "passes": ((0, 10), lambda n: abrasion.removed(model, usual(model, passes=n), cheek, _YOUNG)),
        "vacuum": ((1, 60), lambda kpa: abrasion.removed(model, usual(model, vacuum_kpa=kpa), cheek, _YOUNG)),
        "grit": ((40, 160), lambda um: abrasion.removed(model, usual(model, grit_um=um), cheek, _YOUNG)),
        "vessels": (
            (1, 60),
            lambda kpa: vascular.strain(model, usual(model, vacuum_kpa=kpa, passes=2), _YOUNG),
        ),
        "repair-young": ((0, 14), _repaired(model, arm, _YOUNG)),
        "repair-old": ((0, 28), _repaired(model, arm, _OLD)),
        "water-loss": ((0, 14), lambda day: _water_loss(model, cheek, day)),
        "layer": (
            (0, 21),
            lambda day: recovery.layer_left(model, arm, _YOUNG, hours=24 * day, removed=_gone(model, 1.0)),
        ),
        "age": ((20, 90), lambda age: _ready_days(model, cheek, age, share=asked)),
    }
    marks = _marks(library.section("validation"), words)
    return {
        name: _chart(name, span, along, words, marks.get(name, ())) for name, (span, along) in found.items()
    }


def _chart(
    name: str, span: tuple[float, float], along: Along, words: Words, marks: tuple[Mark, ...]
) -> Chart:
    x = tuple(round(float(place), 3) for place in np.linspace(*span, 57))
    edges = np.quantile(np.array([along(place) for place in x]), _EDGES, axis=1)
    low, middle, high = (tuple(round(float(value), 4) for value in edge) for edge in edges)
    return Chart(
        title=words.ui(f"dose-figure-{name}"),
        across=words.ui(f"dose-figure-{name}-across"),
        up=words.ui(f"dose-figure-{name}-up"),
        x=x,
        low=low,
        middle=middle,
        high=high,
        marks=marks,
        decimal_sign=words.ui("decimal-sign"),
    )


def _gone(model: Model, share: float) -> Worlds:
    return np.full_like(model["repair-shape"], share)


def _repaired(model: Model, site: Site, skin: Skin) -> Along:
    taken = model["removed-stripping"]
    return lambda day: recovery.recovered(model, site, skin, hours=24 * day, removed=taken)


def _water_loss(model: Model, site: Site, day: float) -> Worlds:
    taken = abrasion.removed(model, usual(model, passes=2), site, _MIDDLE)
    repaired = recovery.recovered(model, site, _MIDDLE, hours=24 * day, removed=taken)
    return recovery.water_loss(taken, repaired)


def _ready_days(model: Model, site: Site, age: float, *, share: float) -> Worlds:
    skin = Skin(age=age, is_dry=False, has_fragile_vessels=False)
    taken = abrasion.removed(model, usual(model, passes=2), site, skin)
    return recovery.days_until(model, site, skin, share=share, removed=taken)


def _marks(rows: Mapping[str, ValidationRow], words: Words) -> dict[str, tuple[Mark, ...]]:
    """The published figures that lie on a curve: shares repaired on the arm, by age."""
    found: dict[str, tuple[Mark, ...]] = {}
    for row in rows.values():
        if row.quantity == "recovered" and row.input.get("site") == "arms" and row.at_least is not None:
            name = "repair-old" if float(row.input["age"]) > 60 else "repair-young"
            label = words.title("validation", row.id)
            found[name] = (
                *found.get(name, ()),
                Mark(float(row.input["hours"]) / 24, row.at_least, f"{row.id}: {label}"),
            )
    return found
