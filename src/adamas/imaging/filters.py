"""Traces of software in a photograph: beauty filters, denoising, sharpening, strong compression.

Each takes away or adds what we would measure: a beauty filter hides half of the pores, sharpening adds half
again. Whether a photograph was processed is told from the grain that every camera leaves on bare skin. The
weights, ``filters.json``, are fitted to phantoms by ``python -m tools.fit_filters``, tried on others by
``make validation``; a phone that itself smooths or sharpens strongly is reported as what it does.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import log

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.finding import Finding, Limits, judge, worst
from adamas.imaging.photo import Capture
from adamas.imaging.texture import Texture

SMOOTHED = Limits(doubtful=0.0, bad=3.0, basis="phantoms: 0.3 % of untouched photographs are above")
SHARPENED = Limits(doubtful=0.0, bad=4.0, basis="phantoms: 2 % of untouched photographs are above")
BLURRED = Limits(doubtful=0.0, bad=3.0, basis="phantoms: 4 % of photographs in focus are above")
BLOCKS = Limits(
    doubtful=2.2, bad=2.8, basis="phantoms: untouched 1.0-2.2 at quality 88-96, from 2.4 at quality 60"
)
QUALITY = Limits(doubtful=75.0, bad=50.0, basis="spot area grows by half at quality 30, by a tenth at 60")
NAMED = Limits(doubtful=0.5, bad=1.5, basis="said by the file itself")

FARTHEST = 2.0
"""Spreads from the middle beyond which a value counts as there: products must not run away."""
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


class Index(Struct, frozen=True, kw_only=True):
    """Log odds by logistic regression on `shape`, its squares and products.

    middle, spread: of each value on the phantoms. single: a weight for each; products: for each two of them,
    a value with itself included, by rows of the upper triangle. constant: what makes 0 the limit.
    """

    middle: tuple[float, ...]
    spread: tuple[float, ...]
    single: tuple[float, ...]
    products: tuple[float, ...]
    constant: float


def index(name: str, texture: Texture) -> float:
    """Above 0 when the picture is ``smoothed``, ``sharpened`` or ``blurred``; in units of log odds."""
    one = _indices()[name]
    weights = np.array([*one.single, *one.products])
    return float(terms(np.array([shape(texture)]), one.middle, one.spread)[0] @ weights) + one.constant


def terms(
    shapes: NDArray[np.float64], middle: Sequence[float], spread: Sequence[float]
) -> NDArray[np.float64]:
    """What an index weighs, (n, terms): the values from their middle in spreads, then their products."""
    values = ((shapes - np.array(middle)) / np.array(spread)).clip(-FARTHEST, FARTHEST)
    first, second = np.triu_indices(values.shape[1])
    return np.column_stack([values, values[:, first] * values[:, second]])


@cache
def _indices() -> dict[str, Index]:
    raw = (files("adamas.imaging") / "filters.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, Index])


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
