"""The first dose: which fraction of the horny layer goes.

Each pass takes the same share of what is left, so after n passes 1 - (1 - r)^n is gone; n·ln(1/(1 - r)) is
the work done, and grain, contact, pace and thickness multiply it. The vacuum presses a diamond tip onto the
skin by an unknown power; that power is a parameter with its whole doubt, never zero.
Crystal, pad and tape-strip data carried over to diamond: a model, not a measurement.
"""

import numpy as np

from adamas.dose.ageing import between, share_of_age
from adamas.dose.model import Model, Worlds
from adamas.dose.subject import Exposure, Site, Skin


def removed(model: Model, exposure: Exposure, site: Site, skin: Skin) -> Worlds:
    """Fraction of the horny layer's barrier gone after all passes, 0 to 1."""
    gone: Worlds = -np.expm1(-work(model, exposure, site, skin))
    return gone


def work(model: Model, exposure: Exposure, site: Site, skin: Skin) -> Worlds:
    """Work done by all passes, in e-folds of what is left; 0 and up."""
    per_pass = -np.log1p(-model["removed-per-pass"])
    coarseness = (exposure.grit_um / model["grit-reference"]) ** model["grit-exponent"]
    done: Worlds = per_pass * coarseness * contact(model, exposure) * _slowness(model, exposure)
    return exposure.passes * done * delicacy(model, skin) / thickness(model, site)


def contact(model: Model, exposure: Exposure) -> Worlds:
    """Force of the tip on the skin against that of the usual pass: the hand's share times the vacuum's."""
    drawn: Worlds = (exposure.vacuum_kpa / model["vacuum-reference"]) ** model["vacuum-exponent"]
    return model["hand-pressure"] * drawn


def thickness(model: Model, site: Site) -> Worlds:
    """Horny layer of the site against that of the usual pass; the same µm are more of a thin one."""
    return thickness_um(model, site) / model["horny-layer-reference"]


def thickness_um(model: Model, site: Site) -> Worlds:
    """Thickness of the horny layer in µm: as measured, with its spread, or all that layers may be."""
    if site.horny_layer_um is None:
        return model["horny-layer-unmeasured"]
    return site.horny_layer_um * model["horny-layer-spread"]


def delicacy(model: Model, skin: Skin) -> Worlds:
    """Barrier lost to the same work, against young skin that is not dry; 1 and up."""
    old: Worlds = 1 / model["strips-ratio-old"]
    aged = between(np.ones_like(old), old, share_of_age(model, skin))
    return aged if skin.is_dry is False else aged * model["dry-susceptibility"]


def is_stationary(model: Model, exposure: Exposure) -> bool:
    """True when the tip may rest over one place as long as the alarm allows, in any possible world."""
    if exposure.pace_cm_s is None:
        return False
    return bool(np.any(dwell_s(model, exposure) >= model["dwell-alarm"]))


def dwell_s(model: Model, exposure: Exposure) -> Worlds:
    """Seconds that one place lies under the tip in one pass; infinite when the tip is held still."""
    width, pace = model["tip-width"], exposure.pace_cm_s
    if pace is None:
        return width / model["pace-reference"]
    return width / pace if pace > 0 else np.full_like(width, np.inf)


def _slowness(model: Model, exposure: Exposure) -> Worlds:
    """What the pace adds to a pass; held still, the work has no end."""
    reference, pace = model["pace-reference"], exposure.pace_cm_s
    if pace is None:
        return np.ones_like(reference)
    return (reference / pace) ** model["pace-exponent"] if pace > 0 else np.full_like(reference, np.inf)
