"""One file a measure; the folder is the list. Each says what it counts, its unit, and where to trust it."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import cast

from adamas.imaging.grid import Floats
from adamas.imaging.measures.base import Measure
from adamas.imaging.photo import Photo
from adamas.imaging.prepare import prepare
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Correction, Zones


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of the alphabet."""
    found = (name for _, name, _ in iter_modules(__path__) if name != "base" and not name.endswith("_test"))
    return MappingProxyType(
        {name: cast(Measure, import_module(f"{__name__}.{name}")) for name in sorted(found)}
    )


def measure(
    photo: Photo,
    zones: Zones,
    scale: float,
    *,
    only: tuple[str, ...] | None = None,
    correction: Correction | None = None,
    typical: Floats | None = None,
    blur_um: float = 0.0,
) -> tuple[Measured, ...]:
    """Measure one photo, whole and by zone.

    zones: name -> mask of the size of the photo; their union is the whole. scale: pixels per millimetre.
    only: names of measures, all when None. correction: of colours, by `adamas.imaging.colour`. typical: the
    colour by which the skin is sorted, blur_um: by which it is blurred first, as in
    `adamas.imaging.prepare.prepare`.
    Raises PhotoUnusable when an array or the scale is not what it should be; a zone that cannot be measured
    is not an error but a reading without value.
    """
    skin = prepare(photo.pixels, zones, scale, correction=correction, typical=typical, blur_um=blur_um)
    chosen = measures()
    return tuple(chosen[name].measure(skin) for name in (chosen if only is None else only))
