"""Redness: how far the reddest skin exceeds the person's own median, on the map of blood.

Blood by fixed directions in optical density (Tsumura 1999, J Opt Soc Am A 16:2169; shading by Tsumura 2003,
ACM Trans Graph 22:770). Absolute redness is not given: a white balance off by 3 % moves it by a fifth, and
the excess over the own median by a twentieth. The erythema index (Diffey 1984 [R]) mistakes melanin for
blood on dark skin. [R] marks what was not looked up.
"""

import cv2
import numpy as np

from adamas.imaging.grid import Bytes, Floats, blur, bytes_
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.measures.spots import find as brown
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="redness",
    version=4,
    quantities=(
        Quantity("excess", "OD", -0.5, 1.0),
        Quantity("area-share", "%", 0.0, 100.0),
        Quantity("shift", "OD", -0.5, 0.5),
    ),
    needs_px_per_mm=2.0,
    conditions=("measure-same-colour", "measure-no-make-up"),
    caveats=("redness-relative",),
)
SMOOTH_MM, BESIDE_SPOTS_MM = 2.0, 0.6
REDDEST = 0.05
RED_OD = 0.05
"""Blood density above the median from which skin counts as red: about 1.3 times the blood."""
COLOUR = (220, 0, 60)


def measure(skin: Skin) -> Measured:
    """Measure redness between brown spots against the middle half of all skin on the photo; needs 2 px/mm.

    excess: mean of the reddest 5 % above that, optical density of blood; area-share: skin more than 0.05
    above it, %; shift: middle of the zone above it. Checked on the phantom at ITA -60 to 60 degrees.
    """
    blood = blur(skin.unburnt(skin.chromophores.blood), SMOOTH_MM * skin.px_per_mm)
    browner = cv2.dilate((brown(skin).labels > 0).view(np.uint8), _disc(BESIDE_SPOTS_MM * skin.px_per_mm))
    between = skin.mask & (browner == 0) & ~skin.burnt
    above = blood - (_middle(blood[between]) if between.any() else 0)

    def values(inside: Inside) -> Values:
        here = inside.of(above)[inside.of(between)]
        if not here.size:
            return None, None, None
        return _reddest(here), float(100 * np.mean(here > RED_OD)), _middle(here)

    alpha = np.where(between, np.clip((above - RED_OD) * 1200, 0, 150), 0).astype(np.uint8)
    return Measured(
        readings=by_zone(METHOD, skin, values, colours=True), drawn=tinted(skin, skin.grid, {COLOUR: alpha})
    )


def _middle(values: Floats) -> float:
    """Mean of the middle half. JPEG keeps colour in steps, and a percentile jumps from step to step."""
    ordered, quarter = np.sort(values), len(values) // 4
    return float(ordered[quarter : len(values) - quarter].mean())


def _reddest(values: Floats) -> float:
    count = max(1, round(REDDEST * len(values)))
    return float(np.partition(values, len(values) - count)[-count:].mean())


def _disc(radius: float) -> Bytes:
    size = 2 * round(radius) + 1
    return bytes_(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
