"""What every measure is: a method that declares itself, and a function from `Skin` to `Measured`."""

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np
from msgspec import Struct

from adamas.imaging.grid import Bytes, Grid
from adamas.imaging.reading import Measured, Overlay, Reading
from adamas.imaging.skin import Inside, Skin

LEAST_KNOWN = 0.5
"""Share of a zone that must not be burnt out for its colours to be measured."""
SMALLEST_CM2 = 0.5
"""Less skin than this is no zone: a cheek has about 25 cm2."""
Colour = tuple[int, int, int]


class Quantity(Struct, frozen=True):
    """One number of a measure: id, unit, and the range of values skin can have."""

    id: str
    unit: str
    low: float
    high: float


class Method(Struct, frozen=True, kw_only=True):
    """How a measure works and where to trust it.

    needs_px_per_mm: with fewer it answers None. tones: degrees ITA it was checked at on the phantom.
    conditions, caveats: message ids. experimental: shown, never used to say that skin changed.
    """

    name: str
    version: int
    quantities: tuple[Quantity, ...]
    needs_px_per_mm: float
    conditions: tuple[str, ...]
    caveats: tuple[str, ...] = ()
    tones: tuple[float, float] = (-60.0, 60.0)
    experimental: bool = False


class Measure(Protocol):
    """A module of this folder."""

    METHOD: Method

    def measure(self, skin: Skin) -> Measured:
        """Measure one photo, the whole and each zone."""


Values = tuple[float | None, ...]


def by_zone(
    method: Method, skin: Skin, values: Callable[[Inside], Values], *, colours: bool = False
) -> tuple[Reading, ...]:
    """Readings of the whole and of each zone; `values` gives one number a quantity for the skin inside.

    colours: burnt-out skin does not count, and a zone that is mostly burnt out is not measured.
    Where there are too few pixels or too little skin the value is None and `why_not` says so.
    """
    all_of_it = skin.everywhere
    counted = skin.unburnt_everywhere if colours else all_of_it
    return tuple(
        reading
        for known, inside in zip(counted, all_of_it, strict=True)
        for reading in _readings(method, skin, known, values, of_cm2=inside.area_cm2)
    )


def _readings(
    method: Method, skin: Skin, known: Inside, values: Callable[[Inside], Values], *, of_cm2: float
) -> tuple[Reading, ...]:
    """of_cm2: area of the zone with what is burnt out."""
    is_lost = known.area_cm2 < LEAST_KNOWN * of_cm2
    why_not = "measure-burnt-out" if is_lost else why_not_here(method, skin, known.area_cm2)
    got: Values = (None,) * len(method.quantities) if why_not else values(known)
    return tuple(
        Reading(
            measure=method.name,
            quantity=quantity.id,
            zone=known.zone,
            value=None if value is None else float(value),
            unit=quantity.unit,
            version=method.version,
            area_cm2=known.area_cm2,
            px_per_mm=skin.scale,
            why_not=why_not or ("" if value is not None else "measure-nothing-to-average"),
        )
        for quantity, value in zip(method.quantities, got, strict=True)
    )


def why_not_here(method: Method, skin: Skin, area_cm2: float) -> str:
    """Message id of the reason why a zone cannot be measured; empty when it can."""
    if area_cm2 == 0.0:
        return "measure-no-skin"
    if area_cm2 < SMALLEST_CM2:
        return "measure-too-little-skin"
    return "measure-too-coarse" if skin.scale < method.needs_px_per_mm else ""


def tinted(skin: Skin, grid: Grid, strength: Mapping[Colour, Bytes]) -> Overlay:
    """An overlay of colours, each with its opacity 0-255 on `grid`; later ones lie on top."""
    shape = next(iter(strength.values())).shape
    rgba = np.zeros(shape, "V4")
    for colour, alpha in strength.items():
        levels = np.array([(*colour, opacity) for opacity in range(256)], np.uint8).view("V4").ravel()
        np.copyto(rgba, levels[alpha], where=alpha > 0)
    return Overlay(rgba=rgba.view(np.uint8).reshape(*shape, 4), grid=grid, size=skin.size)
