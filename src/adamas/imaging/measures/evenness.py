"""Evenness of tone: how much smoothed CIELAB a* and melanin vary over the skin.

Not the spread of L*: on the phantom that repeats hardly at all between two shots (ICC 0.06), because it is
mostly light falling from one side; that of a* repeats well (0.99).
"""

import numpy as np

from adamas.imaging.grid import blur
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.photo import Mask
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Skin

METHOD = Method(
    name="evenness",
    version=1,
    quantities=(Quantity("a-spread", "a*", 0.0, 15.0), Quantity("melanin-spread", "OD", 0.0, 1.0)),
    needs_px_per_mm=2.0,
    conditions=("measure-same-colour", "measure-no-make-up"),
)
SMOOTH_MM = 1.0
FAR = 2.0
REDDER, PALER = (230, 60, 120), (40, 160, 90)


def measure(skin: Skin) -> Measured:
    """Measure how unevenly coloured the skin is; needs 2 px/mm. Less is more even.

    a-spread: standard deviation of a* smoothed over 1 mm, a* units; melanin-spread: the same of melanin,
    optical density. Checked on the phantom at ITA -60 to 60 degrees.
    """
    red = blur(np.ascontiguousarray(skin.lab[:, :, 1]), SMOOTH_MM * skin.px_per_mm)
    melanin = blur(skin.chromophores.melanin, SMOOTH_MM * skin.px_per_mm)

    def values(_zone: str, mask: Mask) -> Values:
        return float(red[mask].std()), float(melanin[mask].std())

    off = red - (np.median(red[skin.mask]) if skin.mask.any() else 0)
    alpha = np.where(skin.mask, np.clip((np.abs(off) - FAR) * 30, 0, 140), 0).astype(np.uint8)
    colours = {
        REDDER: np.where(off > 0, alpha, 0).astype(np.uint8),
        PALER: np.where(off < 0, alpha, 0).astype(np.uint8),
    }
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, colours))
