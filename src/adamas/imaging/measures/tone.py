"""Skin tone: the individual typology angle, as measured under the light of the photo.

ITA = atan((L* - 50) / b*): Chardon 1991 [R], classes after Del Bino & Bernerd 2013 [R]. Exposure and white
balance go straight into it: between photos it changes by 5 degrees on its own unless a colour card is in the
frame. [R] marks what was not looked up.
"""

from adamas.imaging.grid import median
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone
from adamas.imaging.optics import ita_deg
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="tone",
    version=1,
    quantities=(Quantity("ita", "deg", -90.0, 90.0),),
    needs_px_per_mm=2.0,
    conditions=("measure-same-colour", "measure-no-make-up"),
    caveats=("tone-needs-card",),
)


def measure(skin: Skin) -> Measured:
    """Measure the typology angle of the median L* and b*, degrees; needs 2 px/mm. Light skin reads high."""

    def values(inside: Inside) -> Values:
        lightness, _, yellow = (median(channel) for channel in inside.of(skin.lab).T)
        return (ita_deg(lightness, yellow),)

    return Measured(readings=by_zone(METHOD, skin, values))
