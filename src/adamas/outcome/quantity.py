"""What is known of each number of a measure: how its error grows, which way is better, if it is judged."""

from typing import Literal

import numpy as np
from msgspec import Struct

from adamas.imaging.reading import Reading

Scale = Literal["ratio", "difference"]
"""Errors of counts and areas grow with them: their changes are ratios. Errors of colours do not."""
Better = Literal["less", "more", "neither"]
"""Which way skin is called better; *neither* is shown and never judged."""


class About(Struct, frozen=True):
    """One number of a measure.

    floor: in its unit, about the least that can be told from nothing; below it ratios become differences.
    is_count: one lesion on the area looked at is a floor too. is_headline: the one of its measure that is
    judged; the others are shown with their error and get no word, each would be one more chance to err.
    """

    scale: Scale
    better: Better
    floor: float = 0.0
    is_count: bool = False
    is_headline: bool = False


def _count(*, is_headline: bool = False) -> About:
    return About("ratio", "less", is_count=True, is_headline=is_headline)


def _amount(floor: float, *, is_headline: bool = False) -> About:
    return About("ratio", "less", floor, is_headline=is_headline)


UNJUDGED = About("difference", "neither")
"""For a number nobody has said anything about."""
ABOUT: dict[tuple[str, str], About] = {
    ("comedones", "count-per-cm2"): _count(),
    ("evenness", "a-spread"): _amount(0.1, is_headline=True),
    ("evenness", "melanin-spread"): _amount(0.002),
    ("lines", "count-per-cm2"): _count(),
    ("lines", "depth-index"): About("difference", "less"),
    ("lines", "length-per-cm2"): _amount(0.1, is_headline=True),
    ("marks", "area-share"): _amount(0.05),
    ("marks", "contrast"): About("difference", "less"),
    ("marks", "count-per-cm2"): _count(),
    ("papules", "area-share"): _amount(0.05),
    ("papules", "count-per-cm2"): _count(),
    ("papules", "volume"): _amount(0.02, is_headline=True),
    ("pores", "area-share"): _amount(0.02),
    ("pores", "count-per-cm2"): _count(is_headline=True),
    ("pores", "depth-index"): About("difference", "less"),
    ("pores", "diameter"): About("difference", "less"),
    ("redness", "area-share"): _amount(0.5),
    ("redness", "excess"): _amount(0.005, is_headline=True),
    ("redness", "shift"): About("difference", "less"),
    ("relief", "contrast"): _amount(0.05, is_headline=True),
    ("shine", "area-share"): About("difference", "neither"),
    ("shine", "white-light"): About("difference", "neither"),
    ("spots", "area-share"): _amount(0.05),
    ("spots", "contrast"): About("difference", "less"),
    ("spots", "count-per-cm2"): _count(),
    ("spots", "volume"): _amount(0.02, is_headline=True),
    ("tone", "ita"): About("difference", "neither"),
}


def about(reading: Reading) -> About:
    """What is known of the number a reading holds."""
    return ABOUT.get((reading.measure, reading.quantity), UNJUDGED)


def floor_of(readings: tuple[Reading, ...]) -> float:
    """The floor of these readings of one number: its own, or one lesion on the area, in its unit."""
    known = about(readings[0])
    areas = [reading.area_cm2 for reading in readings if reading.area_cm2]
    lesion = 1.0 / float(np.mean(areas)) if known.is_count and areas else 0.0
    return max(known.floor, lesion, 1e-9)


def on_scale(value: float, scale: Scale, *, floor: float) -> float:
    """A value where its error is even: itself, or its generalised logarithm (Rocke & Durbin 2001).

    Far above the floor this is ln(value), at zero ln(floor): the last lesion that goes is no infinite ratio.
    """
    if scale == "difference":
        return value
    return float(np.log((value + np.sqrt(value * value + 4 * floor * floor)) / 2))


def off_scale(value: float, scale: Scale, *, floor: float) -> float:
    """The inverse of `on_scale`."""
    if scale == "difference":
        return value
    raised = float(np.exp(value))
    return raised - floor * floor / raised
