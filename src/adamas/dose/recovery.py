"""How the barrier and the horny layer come back after a visit, hour by hour.

The barrier recovers along a stretched exponential, and at the latest when the layer has been replaced; water
loss follows from what is still missing: TEWL / TEWL at rest = 1 / (1 - missing). Thickness grows back in a
straight line. A course is a sequence of insults, each repairing by its own clock; what they leave of the
barrier multiplies.
"""

from collections.abc import Sequence
from math import ceil

import numpy as np

from adamas.dose.ageing import between, share_of_age
from adamas.dose.expected import Band
from adamas.dose.model import Model, Worlds, band
from adamas.dose.subject import Site, Skin

HOURS = 24.0
"""In a day."""


def recovered(model: Model, site: Site, skin: Skin, *, hours: float, removed: Worlds) -> Worlds:
    """Share of the insult that is repaired after some hours, 0 to 1. removed: fraction that was taken."""
    strength = (
        _daily(model, skin) * (hours / HOURS / _slowness(model, site, skin, removed)) ** model["repair-shape"]
    )
    replaced = hours / HOURS / _renewal_days(model, site, skin)
    mended: Worlds = np.maximum(-np.expm1(-strength), np.minimum(replaced, 1.0))
    return mended


def water_loss(removed: Worlds, repaired: Worlds) -> Worlds:
    """Water loss through the skin against its value at rest, 1 and up; it has no end when all is gone."""
    with np.errstate(divide="ignore"):
        return 1 / (1 - removed * (1 - repaired))


def layer_left(model: Model, site: Site, skin: Skin, *, hours: float, removed: Worlds) -> Worlds:
    """Thickness of the horny layer against its own before the visit, 0 to 1."""
    grown = hours / HOURS / (_renewal_days(model, site, skin) / model["renewal-boost"])
    return 1 - np.maximum(removed - grown, 0.0)


def layer_days(model: Model, site: Site, skin: Skin, *, removed: Worlds) -> Worlds:
    """Days until the layer is as thick as before."""
    return removed * _renewal_days(model, site, skin) / model["renewal-boost"]


def days_until(model: Model, site: Site, skin: Skin, *, share: float, removed: Worlds) -> Worlds:
    """Days until a share of the insult is repaired. share: 0 to 1, 1 excluded."""
    slowness = _slowness(model, site, skin, removed)
    mended = slowness * (-np.log1p(-share) / _daily(model, skin)) ** (1 / model["repair-shape"])
    waited: Worlds = np.minimum(mended, share * _renewal_days(model, site, skin))
    return waited


def earliest_next_visit(
    model: Model, site: Site, skin: Skin, *, share: float, removed: Worlds
) -> tuple[int, Band]:
    """Whole days to the next visit, at the cautious edge of the band, and the band itself."""
    days = band(days_until(model, site, skin, share=share, removed=removed), "days")
    return ceil(days.high - 1e-9), days


def barrier(
    model: Model, site: Site, skin: Skin, *, hours: float, insults: Sequence[tuple[float, Worlds]]
) -> Worlds:
    """What is left of the barrier at an hour of a course, 0 to 1. insults: (hour, removed) of each visit."""
    left = np.ones_like(model["repair-shape"])
    for at, removed in insults:
        if at <= hours:
            repaired = recovered(model, site, skin, hours=hours - at, removed=removed)
            left = left * (1 - removed * (1 - repaired))
    return left


def _daily(model: Model, skin: Skin) -> Worlds:
    """Strength of repair in the first day on the arm."""
    young, old = (-np.log1p(-model[name]) for name in ("repaired-day-young", "repaired-day-old"))
    return between(young, old, share_of_age(model, skin))


def _slowness(model: Model, site: Site, skin: Skin, removed: Worlds) -> Worlds:
    """Time that repair takes here and now, against the stripped arm."""
    depth = (removed / model["removed-stripping"]) ** model["repair-depth-exponent"]
    slow: Worlds = _of_site(model, site, skin) * np.maximum(depth, np.finfo(float).tiny)
    return slow


def _of_site(model: Model, site: Site, skin: Skin) -> Worlds:
    own = f"repair-site-{site.zone}"
    factor = model[own if own in model else f"repair-site-{site.region}"]
    return factor if skin.is_dry is False else factor * model["repair-dry"]


def _renewal_days(model: Model, site: Site, skin: Skin) -> Worlds:
    renewal = between(model["renewal-young"], model["renewal-old"], share_of_age(model, skin))
    return renewal * _of_site(model, site, skin)
