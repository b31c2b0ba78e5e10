"""The second dose: what the vacuum does to small vessels, apart from what the grain takes off.

Vacuum × time under the tip × fragility, as a share of the load at which vessels may give way. Both that load
and the fragility are proposals: no source gives the point at which suction bruises a face.
"""

import numpy as np

from adamas.dose.abrasion import dwell_s
from adamas.dose.model import Model, Worlds
from adamas.dose.subject import Exposure, Skin


def strain(model: Model, exposure: Exposure, skin: Skin) -> Worlds:
    """Load on the vessels over all passes as a share of the one at which they may give way; 0 and up."""
    load = exposure.vacuum_kpa * dwell_s(model, exposure) * exposure.passes
    firm: Worlds = load / model["petechiae-threshold"]
    return firm if skin.has_fragile_vessels is False else firm * model["vessel-fragility"]


def chance_of_marks(worlds: Worlds) -> float:
    """Share of the possible worlds in which vessels may give way."""
    return float(np.mean(worlds >= 1))
