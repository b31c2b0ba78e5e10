"""Readings nobody photographed: values with a known error, for what weighs them."""

from collections.abc import Iterable

import numpy as np

from adamas.imaging.reading import Reading
from adamas.outcome.calibration import Calibration
from adamas.outcome.quantity import ABOUT
from adamas.outcome.repeatability import KNOWN, Repeatability

Shot = tuple[Reading, ...]
HEADLINES = tuple(key for key, known in ABOUT.items() if known.is_headline)


def reading(
    value: float | None,
    *,
    measure: str = "pores",
    quantity: str = "count-per-cm2",
    zone: str = "whole",
    version: int = 1,
    why_not: str = "",
) -> Reading:
    return Reading(
        measure=measure,
        quantity=quantity,
        zone=zone,
        value=value,
        unit="1/cm2",
        version=version,
        area_cm2=100.0,
        px_per_mm=14.0,
        why_not=why_not,
    )


def known(
    *,
    measure: str = "pores",
    quantity: str = "count-per-cm2",
    zone: str = "whole",
    within: float = 0.05,
    between: float = 0.0,
    df: float = KNOWN,
) -> Repeatability:
    return Repeatability(
        measure=measure,
        quantity=quantity,
        zone=zone,
        version=1,
        scale=ABOUT[measure, quantity].scale,
        within=within,
        within_df=df,
        between=between,
        between_df=df if between else 0.0,
    )


def calibration(*errors: Repeatability) -> Calibration:
    return Calibration(made_from="own", people=6, sittings=12, shots=36, known=errors or (known(),))


def every_error(
    zones: Iterable[str] = ("whole",), *, within: float = 0.05, between: float = 0.03, df: float = KNOWN
) -> Calibration:
    """The same error for every judged number in every zone."""
    return calibration(
        *(
            known(measure=m, quantity=q, zone=zone, within=within, between=between, df=df)
            for m, q in HEADLINES
            for zone in zones
        )
    )


def sitting(
    rng: np.random.Generator,
    *,
    shots: int = 1,
    zones: Iterable[str] = ("whole",),
    within: float = 0.05,
    between: float = 0.03,
    changed: dict[tuple[str, str], float] | None = None,
) -> tuple[Shot, ...]:
    """Shots of a sitting of skin whose every number is 10, seen with error; `changed` adds on the scale."""
    by = changed or {}
    level = {
        (m, q, zone): by.get((m, zone), 0.0) + rng.normal(0, between) for m, q in HEADLINES for zone in zones
    }
    return tuple(
        tuple(
            reading(_shown(m, q, true + rng.normal(0, within)), measure=m, quantity=q, zone=zone)
            for (m, q, zone), true in level.items()
        )
        for _ in range(shots)
    )


def _shown(measure: str, quantity: str, by: float) -> float:
    return 10.0 * float(np.exp(by)) if ABOUT[measure, quantity].scale == "ratio" else 10.0 + by
