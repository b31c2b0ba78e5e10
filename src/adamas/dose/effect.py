"""What settings do to a zone, in bands: share taken, load on vessels, days until the barrier is back."""

from functools import lru_cache
from math import floor, log

from msgspec import Struct

from adamas.dose.abrasion import is_stationary, removed, work
from adamas.dose.model import DRAWS, Band, band, model_of
from adamas.dose.recovery import earliest_next_visit
from adamas.dose.subject import Exposure, Site, Skin
from adamas.dose.vascular import chance_of_marks, strain
from adamas.knowledge.library import Library
from adamas.knowledge.reason import number


class Effect(Struct, frozen=True, kw_only=True):
    """What a model expects of settings; not a measurement (see the protocol `course-dose-model`).

    removed: fraction of the horny layer; None for a tip that may rest over one place, where the model has no
    say. strain: load on vessels as a share of what they may bear, None when it has no end. chance_of_marks:
    share of possible worlds in which they may give way. ready: days until the barrier is back; ready_days:
    the same at its cautious edge, no more than the days after which everything is back.
    """

    removed: Band | None
    strain: Band | None
    chance_of_marks: float
    ready: Band | None
    ready_days: int
    is_stationary: bool


@lru_cache(maxsize=4096)
def effect(library: Library, exposure: Exposure, site: Site, skin: Skin, *, draws: int = DRAWS) -> Effect:
    """The effect of settings; the same question is answered once."""
    model = model_of(library, draws=draws)
    surely = int(number(library, "course-interval", "recovered-surely-days"))
    load = strain(model, exposure, skin)
    if is_stationary(model, exposure):
        return Effect(
            removed=None,
            strain=band(load, "share") if exposure.pace_cm_s else None,
            chance_of_marks=chance_of_marks(load),
            ready=None,
            ready_days=surely,
            is_stationary=True,
        )
    taken = removed(model, exposure, site, skin)
    share = number(library, "course-interval", "recovered-at-least")
    days, ready = earliest_next_visit(model, site, skin, share=share, removed=taken)
    return Effect(
        removed=band(taken, "share"),
        strain=band(load, "share"),
        chance_of_marks=chance_of_marks(load),
        ready=ready,
        ready_days=min(days, surely),
        is_stationary=False,
    )


@lru_cache(maxsize=4096)
def work_of_a_pass(library: Library, exposure: Exposure, site: Site, skin: Skin) -> Band:
    """The work one pass does, in e-folds of what is left."""
    one = Exposure(grit_um=exposure.grit_um, vacuum_kpa=exposure.vacuum_kpa, pace_cm_s=exposure.pace_cm_s)
    return band(work(model_of(library), one, site, skin), "e-folds")


def passes_within(share: float, work_of_pass: float) -> int:
    """Whole passes of this work that take no more than a share (below 1) of the horny layer."""
    return floor(-log(1 - min(share, 0.999)) / work_of_pass + 1e-9)
