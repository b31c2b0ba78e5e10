"""Marks and scars (experimental): patches both redder and browner, and hollows wider than pores.

What an inflamed spot leaves is part blood and part melanin; a scar is a hollow of 1 to 3 mm that shows by its
shadow alone. No published method was followed and no real photograph was checked: to look at, never a
reason to say that skin changed.
"""

import numpy as np

from adamas.imaging import blobs
from adamas.imaging.grid import blur, median, shrink
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="marks",
    version=2,
    quantities=(
        Quantity("count-per-cm2", "1/cm2", 0.0, 10.0),
        Quantity("area-share", "%", 0.0, 60.0),
        Quantity("contrast", "%", 0.0, 30.0),
    ),
    needs_px_per_mm=7.0,
    conditions=("measure-same-light", "measure-same-colour", "measure-no-make-up"),
    caveats=("measure-experimental",),
    experimental=True,
)
SIZE = blobs.Size(smallest_mm=1.5, largest_mm=9.0, k=3.0, least=0.02)
BOTH = 0.015
NARROW_MM, WIDE_MM = 0.6, 2.0
TO_SIGMA = 1.4826
COLOUR = (170, 80, 60)


def find(skin: Skin) -> blobs.Patches:
    """Patches in which melanin and blood both rise."""
    total = skin.rising(0) + skin.rising(1)
    found = blobs.patches(total, skin.excess, skin.mask, skin.px_per_mm, SIZE)
    melanin, blood = (found.density @ skin.weights[index] for index in (0, 1))
    return found.where((melanin > BOTH) & (blood > BOTH))


def measure(skin: Skin) -> Measured:
    """Count marks and measure wide hollows; needs 7 px/mm. Experimental.

    count-per-cm2, area-share in %: red-brown patches of 1.5 to 9 mm; contrast: typical, of light and shadow
    between 1 and 4 mm, %, which scars raise and light from the side raises as well.
    """
    found = find(skin)
    relief, scale = shrink(skin.relief, skin.grid.step / skin.fine_grid.step), skin.px_per_mm
    hollows = np.abs(blur(relief, NARROW_MM * scale) - blur(relief, WIDE_MM * scale))
    places = skin.places_of(found.centre, skin.grid)

    def values(inside: Inside) -> Values:
        here, area = inside.holds(places), inside.area_cm2
        return (
            int(here.sum()) / area,
            float(found.area_mm2[here].sum()) / area,
            100 * TO_SIGMA * median(inside.of(hollows)),
        )

    alpha = np.where(found.labels > 0, 120, 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {COLOUR: alpha}))
