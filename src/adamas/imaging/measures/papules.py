"""Papules: red, inflamed patches of 1.2 to 9 mm that hold half again as much blood as the skin around them.

Blood by fixed directions in optical density (Tsumura 1999, J Opt Soc Am A 16:2169), apart from melanin and
from shadow. This counts red patches; whether one is acne, rosacea or a bite is for a doctor to say.
"""

import numpy as np

from adamas.imaging import blobs, standing
from adamas.imaging.islands import islands
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="papules",
    version=4,
    quantities=(
        Quantity("count-per-cm2", "1/cm2", 0.0, 10.0),
        Quantity("area-share", "%", 0.0, 50.0),
        Quantity("volume", "OD mm2/cm2", 0.0, 100.0),
    ),
    needs_px_per_mm=3.5,
    conditions=("measure-same-light", "measure-same-colour", "measure-no-make-up"),
    caveats=("papules-no-diagnosis",),
)
BLOOD = (
    (0.009, 0.043, 0.084, 0.158, 0.209, 0.272, 0.337, 0.49, 0.657),
    (0.185, 0.182, 0.177, 0.163, 0.151, 0.135, 0.118, 0.097, 0.069),
)
"""Melanin -> optical density that e times the blood adds, by the layered model of `adamas.imaging.optics`."""
MORE = 0.4
"""Ln of how much more blood than its surroundings a patch must hold."""
PALEST = -0.1
REDDEST = ((0.076, 0.2, 0.272, 0.49, 0.657), (0.42, 0.48, 0.55, 0.75, 1.15))
"""Least loss of red light per loss of green, less is the edge of a shadow; and melanin -> the most: between
red patches and brown spots on the phantom (seeds 300-331), both less those around them."""
SIZE = blobs.Size(smallest_mm=1.2, largest_mm=9.0, k=3.5, least=0.045)
RED = (200, 0, 40)


def find(skin: Skin) -> blobs.Patches:
    """The red patches of one photo: what takes less red light than melanin would."""
    least = MORE * float(np.interp(skin.melanin, *BLOOD))
    found = islands(skin.rising(1), skin.excess, skin.mask, skin.px_per_mm, least=least)
    red, green = found.density[:, 0], found.density[:, 1]
    most = np.interp(skin.melanin, *REDDEST)
    return found.where((green > 0) & (red <= most * green) & (red >= PALEST * green))


def measure(skin: Skin) -> Measured:
    """Count red patches of 1.2 to 9 mm and weigh them; needs 3.5 px/mm.

    count-per-cm2; area-share, % of the skin; volume: area times contrast of what stands out clearly, OD mm2
    in a cm2. Checked on the phantom at ITA -60 to 60 degrees.
    """
    found, amount = find(skin), standing.blood(skin, SIZE)
    places = skin.places_of(found.centre, skin.grid)

    def values(inside: Inside) -> Values:
        here, area = inside.holds(places), inside.area_cm2
        return (
            int(here.sum()) / area,
            float(found.area_mm2[here].sum()) / area,
            float(inside.of(amount).sum()) / area,
        )

    alpha = np.where(found.labels > 0, 120, 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {RED: alpha}))
