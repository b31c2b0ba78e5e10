"""What is known of each number of a measure: how its error grows, which way is better, if it is judged."""

from math import log, sqrt
from statistics import fmean
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
    lesion: what one lesion on a square centimetre adds, in its unit; 0 where nothing is found one by one.
    Less than `FEWEST` of them are too few to compare. noise: in its unit, where the part of the error that
    does not grow with the number is as large as the one that does (Rocke & Lorenzato 1995); from 36 phantoms
    and 24 portraits, five photographs each, by likelihood. is_headline: the one of its measure that is
    judged; the others are shown with their error and get no word, each would be one more chance to err.
    """

    scale: Scale
    better: Better
    floor: float = 0.0
    lesion: float = 0.0
    noise: float = 0.0
    is_headline: bool = False


def _count(noise: float, *, is_headline: bool = False) -> About:
    return About("ratio", "less", lesion=1.0, noise=noise, is_headline=is_headline)


def _amount(floor: float, *, lesion: float = 0.0, noise: float = 0.0, is_headline: bool = False) -> About:
    return About("ratio", "less", floor, lesion, noise, is_headline)


FEWEST = 5.0
"""Lesions on the more crowded side, below which one that comes or goes would be a change."""
NOTHING = 1e-6
"""Of the floor: what rounding leaves of nought."""
UNJUDGED = About("difference", "neither")
"""For a number nobody has said anything about."""
SPOT, PAPULE = 1.5, 1.0
"""An ordinary brown spot, 4 mm wide and 0.12 of optical density above what is around it, and a papule, 3.5 mm
wide and 0.1 above: OD mm2."""
ABOUT: dict[tuple[str, str], About] = {
    ("comedones", "count-per-cm2"): _count(0.12),
    ("evenness", "a-spread"): _amount(0.1, noise=2.8, is_headline=True),
    ("evenness", "melanin-spread"): _amount(0.002),
    ("lines", "count-per-cm2"): _count(0.06),
    ("lines", "depth-index"): About("difference", "less"),
    ("lines", "length-per-cm2"): _amount(0.1, lesion=10.0, is_headline=True),
    ("marks", "area-share"): _amount(0.05),
    ("marks", "contrast"): About("difference", "less"),
    ("marks", "count-per-cm2"): _count(0.2),
    ("papules", "area-share"): _amount(0.05),
    ("papules", "count-per-cm2"): _count(0.06),
    ("papules", "volume"): _amount(0.01, lesion=PAPULE, noise=0.16, is_headline=True),
    ("pores", "area-share"): _amount(0.02),
    ("pores", "count-per-cm2"): _count(20.0, is_headline=True),
    ("pores", "depth-index"): About("difference", "less"),
    ("pores", "diameter"): About("difference", "less"),
    ("redness", "area-share"): _amount(0.5, noise=4.0),
    ("redness", "excess"): _amount(0.005, noise=0.12, is_headline=True),
    ("redness", "shift"): About("difference", "less"),
    ("relief", "contrast"): _amount(0.05, is_headline=True),
    ("shine", "area-share"): About("difference", "neither"),
    ("shine", "white-light"): About("difference", "neither"),
    ("spots", "area-share"): _amount(0.05),
    ("spots", "contrast"): About("difference", "less"),
    ("spots", "count-per-cm2"): _count(0.6),
    ("spots", "volume"): _amount(0.02, lesion=SPOT, noise=0.14, is_headline=True),
    ("tone", "ita"): About("difference", "neither"),
}


def about(reading: Reading) -> About:
    """What is known of the number a reading holds."""
    return ABOUT.get((reading.measure, reading.quantity), UNJUDGED)


def floor_of(readings: tuple[Reading, ...]) -> float:
    """The floor of these readings of one number: its own, or one lesion on the area, in its unit."""
    return max(about(readings[0]).floor, lesion_of(readings), 1e-9)


def lesion_of(readings: tuple[Reading, ...]) -> float:
    """What one lesion adds to these readings of one number, in its unit; 0 where nothing is counted."""
    areas = [reading.area_cm2 for reading in readings if reading.area_cm2]
    return about(readings[0]).lesion / fmean(areas) if areas else 0.0


def on_scale(value: float, scale: Scale, *, floor: float) -> float:
    """A value where its error is even: itself, or its generalised logarithm (Rocke & Durbin 2001).

    Far above the floor this is ln(value), at zero ln(floor): the last lesion that goes is no infinite ratio.
    """
    if scale == "difference":
        return value
    return log((value + sqrt(value * value + 4 * floor * floor)) / 2)


def off_scale(value: float, scale: Scale, *, floor: float) -> float:
    """The inverse of `on_scale`."""
    if scale == "difference":
        return value
    raised = float(np.exp(value))
    return raised - floor * floor / raised


def said(by: float, scale: Scale, *, floor: float, before: float) -> float | None:
    """A change on its scale as one says it: the share of `before` that came or went, -0.5 when half is gone.

    Of a difference the change itself. None for a share of nothing.
    """
    if scale == "difference":
        return by
    if before <= NOTHING * floor:
        return None
    after = off_scale(on_scale(before, scale, floor=floor) + by, scale, floor=floor)
    return max(0.0, after) / before - 1


def times_error(value: float, *, noise: float, floor: float) -> float:
    """The error of a value on its scale in errors of a large one; below 1 where the scale is flatter."""
    return sqrt((value * value + noise * noise) / (value * value + 4 * floor * floor))
