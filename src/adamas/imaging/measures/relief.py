"""Surface relief: contrast of light and shadow between 0.1 and 0.4 mm.

A band-pass of the logarithm of luminance, its typical strength. It follows the height of the relief nearly in
a line (phantom), but also the direction of light: compare only photos lit alike.
"""

import numpy as np

from adamas.imaging.grid import blur, median
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="relief",
    version=2,
    quantities=(Quantity("contrast", "%", 0.0, 30.0),),
    needs_px_per_mm=7.0,
    conditions=("measure-same-light", "measure-in-focus", "measure-no-make-up"),
    caveats=("relief-light",),
    tones=(-49.0, 57.0),
)
FINE_MM, WIDE_MM = 0.0875, 0.375
TO_SIGMA = 1.4826
BY_TONE = (
    (0.008, 0.035, 0.076, 0.146, 0.195, 0.273, 0.492, 0.600),
    (0.871, 0.941, 1.0, 1.104, 1.173, 1.370, 1.563, 1.732),
)
"""Melanin -> how much more contrast the same relief has than at ITA 30: light mirrored by the surface weighs
more the darker the skin. From the phantom, seeds 61-63; checked on others by `validation/tone_bias.py`."""
COLOUR = (0, 170, 170)


def measure(skin: Skin) -> Measured:
    """Measure the contrast of fine relief, % of the local light; needs 7 px/mm. Smoother skin reads lower.

    Corrected for the tone of the skin. The typical strength (from the median, so that pores, lines and
    spots hardly count) of what lies between 0.1 and 0.4 mm. Checked on the phantom at ITA -49 to 57
    degrees.
    """
    scale = skin.fine_px_per_mm
    band = blur(skin.relief, FINE_MM * scale) - blur(skin.relief, WIDE_MM * scale)
    for_tone = 100 * TO_SIGMA / float(np.interp(skin.melanin, *BY_TONE))
    coarse = np.abs(skin.seen_from_coarse(band))

    def values(inside: Inside) -> Values:
        return (for_tone * median(inside.of(coarse)),)

    alpha = np.where(skin.mask, np.clip(coarse * 2500, 0, 160), 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {COLOUR: alpha}))
