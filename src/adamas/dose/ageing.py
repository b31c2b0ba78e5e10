"""How far between the young and the old group of the studies a person stands."""

import numpy as np

from adamas.dose.model import Model, Worlds
from adamas.dose.subject import Skin


def share_of_age(model: Model, skin: Skin) -> Worlds:
    """0 up to the young group's age, 1 from the old group's on, steady between; unknown counts as old."""
    young, old = model["age-young"], model["age-old"]
    if skin.age is None:
        return np.ones_like(old)
    return np.clip((skin.age - young) / (old - young), 0.0, 1.0)


def between(young: Worlds, old: Worlds, share: Worlds) -> Worlds:
    """What lies between two positive values, in equal ratios for equal years."""
    return young * (old / young) ** share
