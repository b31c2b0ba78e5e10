"""Traces of software in a photograph: beauty filters, denoising, sharpening, strong compression.

Each takes away or adds what we would measure: a beauty filter hides half of the pores, sharpening adds half
again. Whether a photograph was processed is told from the grain that every camera leaves on bare skin. The
limits and weights are fitted to phantoms by ``python -m tools.fit_filters``, which prints how often they
are right; a phone that itself smooths or sharpens strongly is reported as what it does.
"""

from math import log

import numpy as np

from adamas.imaging.finding import Finding, Limits, judge
from adamas.imaging.photo import Capture
from adamas.imaging.texture import Texture

GRAIN = Limits(
    doubtful=0.57,
    bad=0.40,
    unit="levels",
    basis="phantoms: 2 % of untouched photographs have less, 97 % of smoothed",
)
"""Strength of the finest band; below it skin is smoother than any camera sees it."""
SHARPENED = Limits(doubtful=0.0, bad=4.0, basis="phantoms: 3 % of untouched photographs are above")
BLURRED = Limits(doubtful=0.0, bad=2.0, basis="phantoms: 5 % of photographs in focus are above")
BLOCKS = Limits(
    doubtful=1.95, bad=2.6, basis="phantoms: untouched 1.0-1.87 at quality 88-96, from 2.4 at quality 60"
)
QUALITY = Limits(doubtful=75.0, bad=50.0, basis="spot area grows by half at quality 30, by a tenth at 60")
NAMED = Limits(doubtful=0.5, bad=1.5, basis="said by the file itself")

_SHARP = (4.119, -30.662, 3.379, -31.997, 0.354, 28.701, 16.921, 4.251, 13.1)
_BLUR = (-2.969, -33.534, -2.679, 23.017, -25.608, 79.740, -30.997, -11.063, 55.112)
# Names apps write into a file; from their own files, not a complete list.
RETOUCHERS = (
    "meitu", "beautyplus", "facetune", "faceapp", "b612", "snow", "ulike", "youcam", "picsart", "snapseed",
    "vsco", "lightroom", "photoshop", "airbrush", "retouch", "remini", "peachy", "instagram",
)  # fmt: skip


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
    return (
        judge("smoothed", texture.rms[0], GRAIN),
        judge("sharpened", sharpness_index(texture), SHARPENED),
        judge("compressed", texture.blocks, BLOCKS),
        *said,
        *quality,
    )


def sharpness_index(texture: Texture) -> float:
    """Above 0 when the picture was sharpened: its grain overshoots at 2-3 px."""
    return float(np.dot(_SHARP, (*shape(texture), 1.0)))


def blur_index(texture: Texture) -> float:
    """Above 0 when the picture is out of focus: grain without fine structure under it."""
    return float(np.dot(_BLUR, (*shape(texture), 1.0)))


def shape(texture: Texture) -> tuple[float, ...]:
    """What the two indices look at: numbers that follow the form of the grain more than its strength."""
    rms, mad = texture.rms, texture.mad
    return (
        log(texture.variance + 0.05),
        mad[0] / max(rms[0], 1e-6),
        log(mad[0] / max(mad[2], 1e-6) + 0.05),
        texture.near[2],
        texture.near[0],
        texture.nearer[2],
        texture.near[1],
        log(mad[1] / max(mad[2], 1e-6) + 0.05),
    )


def _profile(name: str) -> float:
    """0: sRGB. 1: another that was converted; compare only with its like. 2: one that nobody can read."""
    if name == "unreadable":
        return 2.0
    return 0.0 if "srgb" in name.lower() else 1.0


def _is_retouched(software: str | None) -> bool:
    return software is not None and any(name in software.lower() for name in RETOUCHERS)
