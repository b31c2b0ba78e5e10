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

SMOOTHED = Limits(doubtful=0.0, bad=3.0, basis="phantoms: 1 % of untouched photographs are above")
SHARPENED = Limits(doubtful=0.0, bad=4.0, basis="phantoms: 3 % of untouched photographs are above")
BLURRED = Limits(doubtful=0.0, bad=3.0, basis="phantoms: 3 % of photographs in focus are above")
BLOCKS = Limits(
    doubtful=2.1, bad=2.6, basis="phantoms: untouched 1.0-2.1 at quality 88-96, from 2.4 at quality 60"
)
QUALITY = Limits(doubtful=75.0, bad=50.0, basis="spot area grows by half at quality 30, by a tenth at 60")
NAMED = Limits(doubtful=0.5, bad=1.5, basis="said by the file itself")

# One weight for each of `shape`, then the constant.
WEIGHTS = {
    "smoothed": (
        -1.176, -0.685, -0.614, -0.659, -2.730, 4.370, 0.674, -0.532, -3.933, -1.246, -1.488,
        -2.545, -3.349, -2.862, 3.798, -1.126, 0.416, 16.912, -11.113, -2.402, -2.049, -3.082,
        -8.750,
    ),
    "sharpened": (
        1.043, 0.664, -18.766, -15.238, -10.315, -7.762, -0.519, 1.727, 6.175, 1.930, 1.317, 2.138,
        4.561, -1.535, 0.248, -12.969, -5.832, -3.537, 42.935, 1.924, 3.656, 0.257, 12.742,
    ),
    "blurred": (
        -0.012, -0.186, -12.370, -17.218, 35.085, 11.778, 5.660, 0.172, -10.328, -0.274, 1.703,
        -3.159, -5.456, -6.917, -2.307, 16.594, -8.786, -2.567, 85.639, -0.083, -3.634, -1.544,
        -31.405,
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
