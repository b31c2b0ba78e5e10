"""What settings do to a zone, in bands: share taken, load on vessels, days until the barrier is back."""

from functools import lru_cache
from math import floor, log

from adamas.dose.abrasion import is_stationary, removed, work
from adamas.dose.expected import Band, Effect
from adamas.dose.model import DRAWS, band, model_of
from adamas.dose.recovery import earliest_next_visit
from adamas.dose.subject import Exposure, Site, Skin
from adamas.dose.vascular import chance_of_marks, strain
from adamas.knowledge.library import Library
from adamas.knowledge.reason import number


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
