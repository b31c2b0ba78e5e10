"""The ultraviolet index a clear sky gives at noon, from the latitude and the day.

Sources: Madronich, Photochem Photobiol 2007;83:1537 (the index from the height of the sun and the ozone
above); Spencer, Search 1971;2:172 (the sun's declination from the day of the year, good to 0.04 degrees).
Clouds lower the true index, snow and mountains raise it. Ozone is taken as 300 Dobson units everywhere: over
temperate land in spring there is more, so the figure errs high there, on the careful side.
"""

from datetime import date
from functools import lru_cache
from math import cos, floor, pi, radians, sin

OZONE_DU = 300.0


def declination(on: date) -> float:
    """The latitude over which the noon sun stands, in radians, north positive."""
    turn = 2 * pi * (on.timetuple().tm_yday - 1) / 365
    return (
        0.006918
        - 0.399912 * cos(turn)
        + 0.070257 * sin(turn)
        - 0.006758 * cos(2 * turn)
        + 0.000907 * sin(2 * turn)
        - 0.002697 * cos(3 * turn)
        + 0.00148 * sin(3 * turn)
    )


def clear_sky_uv_index(latitude: float, on: date, *, ozone_du: float = OZONE_DU) -> float:
    """The index at solar noon under a clean, cloudless sky over dark ground at sea level.

    latitude: degrees, north positive, -90 to 90. ozone_du: the ozone column in Dobson units.
    Zero where the sun does not rise.
    """
    height = cos(radians(latitude) - declination(on))
    return 12.5 * height**2.42 * (ozone_du / 300.0) ** -1.23 if height > 0 else 0.0


@lru_cache(maxsize=65536)
def published_uv_index(latitude: float, on: date) -> float:
    """The clear-sky index as a forecast prints it: to the nearest whole number, halves upwards.

    So "at least 6" means the same for a forecast that was read off and for a sky that was worked out.
    """
    return float(floor(clear_sky_uv_index(latitude, on) + 0.5))
