"""Traces of software in a photograph: beauty filters, denoising, sharpening, strong compression.

Each takes away or adds what we would measure: a beauty filter hides half of the pores, sharpening adds half
again. Whether a photograph was processed is told from the grain that every camera leaves on bare skin. The
limits and weights are fitted to phantoms by ``python -m tools.fit_filters``, which prints how often they
are right; a phone that itself smooths or sharpens strongly is reported as what it does.
"""

from math import log

import numpy as np

from adamas.imaging.finding import Finding, Limits, judge, worst
from adamas.imaging.photo import Capture
from adamas.imaging.texture import Texture

SMOOTHED = Limits(doubtful=0.0, bad=3.0, basis="phantoms: 0.8 % of untouched photographs are above")
SHARPENED = Limits(doubtful=0.0, bad=4.0, basis="phantoms: 3 % of untouched photographs are above")
BLURRED = Limits(doubtful=0.0, bad=3.0, basis="phantoms: 3 % of photographs in focus are above")
BLOCKS = Limits(
    doubtful=2.2, bad=2.8, basis="phantoms: untouched 1.0-2.2 at quality 88-96, from 2.4 at quality 60"
)
QUALITY = Limits(doubtful=75.0, bad=50.0, basis="spot area grows by half at quality 30, by a tenth at 60")
NAMED = Limits(doubtful=0.5, bad=1.5, basis="said by the file itself")

# One weight for each of `shape`, then the constant.
WEIGHTS = {
    "smoothed": (
        -1.100, -0.718, -0.950, -0.781, -1.959, 6.494, 0.483, -0.646, -5.202, 0.304, -0.744, -0.595,
        -4.548, -4.066, 2.565, -0.145, 0.839, 17.268, -5.738, -2.051, -2.372, -3.701, -9.389,
    ),
    "sharpened": (
        1.057, 0.707, -16.148, -11.630, -5.442, -12.896, -2.146, 1.526, 9.300, 0.637, 0.548, 0.507,
        5.303, -0.565, -0.211, -19.757, -3.971, 2.487, 35.545, 1.328, 3.943, 0.066, 9.354,
    ),
    "blurred": (
        0.220, -0.026, -14.432, -3.050, 36.582, 13.553, 3.291, 0.573, -10.032, 0.081, 1.164, -3.282,
        -8.221, -2.704, 2.787, 20.380, -6.641, -4.408, 20.628, 0.376, -2.578, -0.871, -52.662,
    ),
}  # fmt: skip # a table reads better packed

# Names apps write into a file; from their own files, not a complete list.
RETOUCHERS = (
    "meitu", "beautyplus", "facetune", "faceapp", "b612", "snow", "ulike", "youcam", "picsart", "snapseed",
    "vsco", "lightroom", "photoshop", "airbrush", "retouch", "remini", "peachy", "instagram",
)  # fmt: skip # a table reads better packed


def filters(texture: Texture | None, capture: Capture) -> tuple[Finding, ...]:
    """Everything that speaks for processing. texture: None when there was too little skin to see any."""
    said = (
        judge("profile", _profile(capture.profile), NAMED),
        judge("portrait-mode", 1.0 if capture.rendering == "portrait" else 0.0, NAMED),
        judge("retouched", 1.0 if _is_retouched(capture.software) else 0.0, NAMED),
    )
    quality = () if capture.jpeg_quality is None else (judge("quality", capture.jpeg_quality, QUALITY),)
    if texture is None:
        return (*said, *quality)
    taken_away = (
        judge("smoothed", index("smoothed", texture), SMOOTHED),
        judge("compressed", texture.blocks, BLOCKS),
    )
    if worst(taken_away) != "good":
        # What is left of the grain then says nothing about sharpening.
        return (*taken_away, *said, *quality)
    return (*taken_away, judge("sharpened", index("sharpened", texture), SHARPENED), *said, *quality)


def index(name: str, texture: Texture) -> float:
    """Above 0 when the picture is ``smoothed``, ``sharpened`` or ``blurred``; in units of log odds."""
    *weights, constant = WEIGHTS[name]
    return float(np.dot(weights, shape(texture))) + constant


def shape(texture: Texture) -> tuple[float, ...]:
    """What the indices look at: strength of the bands, alone and against each other, evenness, reach."""
    rms, mad = (tuple(max(value, 1e-3) for value in band) for band in (texture.rms, texture.mad))
    return (
        log(texture.variance + 0.05),
        log(texture.calm + 0.05),
        log((texture.calm + 0.05) / (texture.variance + 0.05)),
        *(deviation / strength for deviation, strength in zip(mad, rms, strict=True)),
        log(mad[0] / mad[2] + 0.05),
        log(mad[1] / mad[2] + 0.05),
        log(mad[2] / mad[3] + 0.05),
        log(rms[0] / rms[2]),
        log(rms[1] / rms[2]),
        log(rms[2] / rms[3]),
        *texture.near,
        *texture.nearer,
        log(rms[0]),
        log(rms[2]),
        log(mad[3]),
    )


def _profile(name: str) -> float:
    """0: sRGB. 1: another that was converted; compare only with its like. 2: one that nobody can read."""
    if name == "unreadable":
        return 2.0
    return 0.0 if "srgb" in name.lower() else 1.0


def _is_retouched(software: str | None) -> bool:
    return software is not None and any(name in software.lower() for name in RETOUCHERS)
