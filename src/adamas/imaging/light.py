"""How a photograph is lit, judged on the skin itself: exposure, clipping, glare, colour, side light."""

import numpy as np
from numpy.typing import NDArray

from adamas.imaging.finding import Finding, Limits, judge
from adamas.imaging.grid import counts, median
from adamas.imaging.photo import Photo
from adamas.imaging.profile import srgb_to_linear
from adamas.imaging.zones import Zones

SAMPLE = 200_000
"""Pixels of skin that are looked at; every n-th of all."""

DARK = Limits(
    doubtful=18.0, bad=12.0, unit="L*", basis="well exposed phantoms of the darkest skin (ITA -60°) keep 20"
)
BRIGHT = Limits(
    doubtful=85.0, bad=92.0, unit="L*", basis="well exposed phantoms of the lightest skin stay below 83"
)
CLIPPED = Limits(doubtful=0.01, bad=0.05, basis="share of skin with a channel at its end; its colour is lost")
CRUSHED = Limits(doubtful=0.02, bad=0.10, basis="share of skin that is black")
GLARE = Limits(doubtful=0.01, bad=0.05, basis="share of skin that mirrors the lamp; nothing is seen under it")
CAST_DEG = Limits(
    doubtful=25.0, bad=40.0, unit="°", basis="hue of skin of all tones is 57° in CIELAB, give or take 20°"
)
SIDE_EV = Limits(doubtful=0.5, bad=1.0, unit="EV", basis="one cheek brighter than the other, in stops")
SKIN_HUE_DEG = 57.0
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])
_LINEAR = srgb_to_linear(np.arange(256) / 255.0)


def light(photo: Photo, zones: Zones) -> tuple[Finding, ...]:
    """All findings about light."""
    step = max(1, int(np.sqrt(photo.pixels.shape[0] * photo.pixels.shape[1] / SAMPLE)))
    labels = zones.labels[::step, ::step]
    pixels = photo.pixels[::step, ::step][labels > 0]
    highest, lowest = np.maximum.reduce(pixels.T), np.minimum.reduce(pixels.T)
    lab = median_lab(pixels)
    findings = (
        judge("dark", lab[0], DARK),
        judge("bright", lab[0], BRIGHT),
        judge("clipped", float((highest >= 254).mean()), CLIPPED),
        judge("crushed", float((highest <= 10).mean()), CRUSHED),
        judge("glare", float(((highest >= 235) & (lowest >= 0.9 * highest)).mean()), GLARE),
        judge("cast", _cast(lab), CAST_DEG),
    )
    return findings + _side(photo.pixels[::step, ::step], zones, labels)


def median_lab(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """CIELAB of the middle of some sRGB pixels, (n, 3): the median of each channel."""
    return to_lab(_LINEAR[[_median(channel) for channel in pixels.T]])


def _median(levels: NDArray[np.uint8]) -> int:
    """Of many bytes faster by counting them than by sorting."""
    below, many = np.cumsum(counts(levels)), len(levels)
    low, high = (int(np.searchsorted(below, place, "right")) for place in ((many - 1) // 2, many // 2))
    return (low + high) // 2


def to_lab(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIELAB under D65 of linear sRGB, one colour. CIE 15:2004."""
    ratio = _TO_XYZ @ linear / _WHITE
    root = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def _cast(lab: NDArray[np.float64]) -> float:
    """How far the hue of the skin is from where skin is, in degrees."""
    hue = np.degrees(np.arctan2(lab[2], lab[1]))
    return float(abs((hue - SKIN_HUE_DEG + 180.0) % 360.0 - 180.0))


def _side(pixels: NDArray[np.uint8], zones: Zones, labels: NDArray[np.uint8]) -> tuple[Finding, ...]:
    if not {"cheek-left", "cheek-right"} <= set(zones):
        return ()
    luminance = []
    for name in ("cheek-left", "cheek-right"):
        cheek = pixels[labels == zones.names.index(name) + 1]
        if not len(cheek):
            return ()
        luminance.append(median(_LINEAR[cheek] @ _TO_XYZ[1]) + 1e-4)
    return (judge("side", abs(float(np.log2(luminance[0] / luminance[1]))), SIDE_EV),)
