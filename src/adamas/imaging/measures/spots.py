"""Brown spots: patches of more melanin than around them, apart from blood and from shadow.

Melanin by fixed directions in optical density (Tsumura 1999, J Opt Soc Am A 16:2169; shading after Tsumura
2003, ACM Trans Graph 22:770). Total area of spots on such a map agreed strongly with graders' ratings in
print. What counts is volume, area times contrast: it depends on no threshold for the strong ones.
"""

import numpy as np

from adamas.imaging import blobs, standing
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin, once

METHOD = Method(
    name="spots",
    version=2,
    quantities=(
        Quantity("count-per-cm2", "1/cm2", 0.0, 40.0),
        Quantity("area-share", "%", 0.0, 60.0),
        Quantity("contrast", "OD", 0.0, 2.0),
        Quantity("volume", "OD mm2/cm2", 0.0, 100.0),
    ),
    needs_px_per_mm=3.5,
    conditions=("measure-same-colour", "measure-no-make-up"),
    caveats=("spots-tone",),
)
SIZE = blobs.Size(smallest_mm=0.9, largest_mm=9.0, k=3.2, least=0.025)
BROWN = (150, 75, 0)


@once
def find(skin: Skin) -> blobs.Patches:
    """The brown patches of one photo: what takes more red light than blood would."""
    found = blobs.patches(skin.rising(0), skin.excess, skin.mask, skin.px_per_mm, SIZE)
    return found.where(found.density[:, 0] > skin.red_share * found.density[:, 1])


def measure(skin: Skin) -> Measured:
    """Count brown spots of 0.9 to 9 mm and weigh them; needs 3.5 px/mm.

    count-per-cm2; area-share, % of the skin; contrast: their mean melanin above around, optical density;
    volume: area times contrast of what stands out clearly, OD mm2 in a cm2. A spot is a factor of the
    melanin there is, so dark skin reads higher: compare a person only with herself.
    """
    found, amount = find(skin), standing.melanin(skin, SIZE)
    places = skin.places_of(found.centre, skin.grid)

    def values(inside: Inside) -> Values:
        here, area = inside.holds(places), inside.area_cm2
        each = found.area_mm2[here]
        covered = float(each.sum())
        contrast = float(each @ found.density[here].mean(axis=1)) / covered if covered else None
        return int(here.sum()) / area, covered / area, contrast, float(inside.of(amount).sum()) / area

    alpha = np.where(found.labels > 0, 120, 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {BROWN: alpha}))
