"""Comedones (experimental): dark round plugs of 0.5 to 1.6 mm, larger than a pore and darker than a freckle.

No published method was followed and no real photograph was checked: a count to look at, never a reason to say
that skin changed. Freckles and moles of that size are counted too.
"""

import numpy as np
from numpy.typing import NDArray

from adamas.imaging import blobs
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="comedones",
    version=1,
    quantities=(Quantity("count-per-cm2", "1/cm2", 0.0, 20.0),),
    needs_px_per_mm=7.0,
    conditions=("measure-same-light", "measure-in-focus", "measure-no-make-up"),
    caveats=("measure-experimental",),
    experimental=True,
)
SIZE = blobs.Size(smallest_mm=0.45, largest_mm=1.8, k=4.0, least=0.06)
DARKENING = 0.12
"""Optical density of green light lost in the mean of the plug."""
COLOUR = (90, 0, 160)


def find(skin: Skin) -> blobs.Patches:
    """Small patches that take much light of all colours, red among them."""
    found = blobs.patches(skin.rising(0), skin.excess, skin.mask, skin.px_per_mm, SIZE)
    dark: NDArray[np.bool_] = found.density[:, 1] > DARKENING
    return found.where(dark & (found.density[:, 0] > skin.red_share * found.density[:, 1]))


def measure(skin: Skin) -> Measured:
    """Count dark plugs of 0.5 to 1.6 mm in a cm2; needs 7 px/mm. Experimental."""
    found = find(skin)
    places = skin.places_of(found.centre, skin.grid)

    def values(inside: Inside) -> Values:
        return (int(inside.holds(places).sum()) / inside.area_cm2,)

    alpha = np.where(found.labels > 0, 160, 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {COLOUR: alpha}))
