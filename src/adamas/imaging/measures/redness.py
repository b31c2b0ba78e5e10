"""Redness: how far the reddest skin exceeds the person's own median, on the map of blood.

Blood by fixed directions in optical density (Tsumura 1999, J Opt Soc Am A 16:2169; shading after Tsumura 2003,
ACM Trans Graph 22:770). Absolute redness is not given: a white balance off by 3 % moves it by a fifth, and the
excess over the own median by a twentieth. The erythema index (Diffey 1984 [R]) mistakes melanin for blood on
dark skin. [R] marks what was not looked up.
"""

import numpy as np

from adamas.imaging.grid import blur
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.photo import Mask
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Skin

METHOD = Method(
    name="redness",
    version=1,
    quantities=(
        Quantity("excess", "OD", -0.5, 1.0),
        Quantity("area-share", "%", 0.0, 100.0),
        Quantity("shift", "OD", -0.5, 0.5),
    ),
    needs_px_per_mm=2.0,
    conditions=("measure-same-colour", "measure-no-make-up"),
    caveats=("redness-relative",),
)
SMOOTH_MM = 0.5
REDDEST = 95.0
RED_OD = 0.05
"""Blood density above the median from which skin counts as red: about 1.3 times the blood."""
COLOUR = (220, 0, 60)


def measure(skin: Skin) -> Measured:
    """Measure redness against the median of all skin on the photo; needs 2 px/mm.

    excess: 95th percentile of blood above that median, optical density; area-share: skin more than 0.05 above
    it, %; shift: median of the zone above it. Checked on the phantom at ITA -49 to 57 degrees.
    """
    blood = blur(skin.chromophores.blood, SMOOTH_MM * skin.px_per_mm)
    above = blood - (np.median(blood[skin.mask]) if skin.mask.any() else 0)

    def values(zone: str, mask: Mask) -> Values:
        here = above[mask]
        middle, high = np.percentile(here, (50.0, REDDEST))
        return float(high), float(100 * np.mean(here > RED_OD)), float(middle)

    alpha = np.where(skin.mask, np.clip((above - RED_OD) * 1200, 0, 150), 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {COLOUR: alpha}))
