"""How right is the colour of skin, with a chart, a grey card, untreated skin, or nothing?"""

from collections.abc import Iterator
from math import log2

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from skimage.color import deltaE_ciede2000

from adamas.imaging import optics
from adamas.imaging.chart import PATCHES
from adamas.imaging.colour import EXPECTED, Light, Means, balance, light_of
from adamas.imaging.grid import Floats
from adamas.imaging.phantom.camera import PHONE, shoot
from adamas.imaging.phantom.optics import linear_rgb
from adamas.imaging.phantom.shade import LAMP, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Mask
from validation.skins import BLOOD, TONES, melanin
from validation.statistics import icc
from validation.study import Bar, Part, Step, Study, Table, work

SHOTS = 5
SIDE = 800
KINDS: tuple[Means, ...] = ("chart", "grey-card", "reference-zone", "none")
CURVES = (0.0, 0.3)
"""Strength of the curve the phone lays over light; a matrix cannot undo it."""


class Case(Struct, frozen=True):
    """One person photographed several times with one means."""

    ita: float
    means: Means
    curve: float


def _area(rows: slice, columns: slice) -> Mask:
    mask = np.zeros((SIDE, SIDE), bool)
    mask[rows, columns] = True
    return mask


SKIN, UNTREATED = _area(slice(380, 760), slice(120, 760)), _area(slice(380, 760), slice(20, 90))


def _scene(case: Case) -> Floats:
    skin = Skin(seed=1300, size_mm=(50, 50), melanin=melanin(case.ita), blood=BLOOD)
    light = np.array(shade(sheet(skin), LAMP))
    if case.means == "grey-card":
        light[40:220, 400:700] = 0.18
    if case.means == "chart":
        light[40:254, 240:566] = 0.012
        for row, column in np.ndindex(4, 6):
            y, x = 54 + row * 51, 254 + column * 51
            light[y : y + 44, x : x + 44] = optics.LINEAR[PATCHES[row, column]]
    return light


def _light(scene: Floats, mask: Mask) -> Light:
    red, green, blue = (float(value) for value in np.exp(np.log(scene[mask]).mean(axis=0)))
    return red, green, blue


def look(case: Case) -> list[tuple[float, float, float]]:
    """Error in CIEDE2000, measured and true ITA of each shot."""
    scene, out = _scene(case), []
    rng = np.random.default_rng([abs(round(case.ita)), KINDS.index(case.means), round(10 * case.curve)])
    true = optics.lab(np.array([[_light(scene, SKIN)]], np.float32))[0, 0]
    metered = log2(0.5 / float(linear_rgb(melanin(case.ita), BLOOD)[0]))
    # A chart has a white patch that must not burn out.
    stops = min(metered, -0.15 if case.means == "chart" else 0.8)
    for shot in range(SHOTS):
        camera = replace(
            PHONE,
            exposure_ev=stops + float(rng.uniform(-0.15, 0.15)),
            tone=case.curve,
            gains=(1 + float(rng.uniform(-0.03, 0.03)), 1 + float(rng.uniform(-0.03, 0.03))),
            kelvin=6504 + float(rng.uniform(-300, 300)),
        )
        pixels = shoot(scene, camera, seed=shot).pixels
        baseline = _light(scene, UNTREATED) if case.means == "reference-zone" else None
        found = balance(pixels, skin=SKIN, untreated=UNTREATED, baseline=baseline)
        if found.means != case.means:
            raise RuntimeError(f"{case.means} was not found at ITA {case.ita}, but {found.means}")
        light = found.matrix @ np.array([*light_of(pixels, SKIN), 1.0])
        got = optics.lab(np.array([[light]], np.float32))[0, 0]
        off = float(deltaE_ciede2000(true, got))
        seen, meant = (optics.ita_deg(float(one[0]), float(one[2])) for one in (got, true))
        out.append((off, seen, meant))
    return out


def run() -> Iterator[Step | Part]:
    """One row a means and curve."""
    cases = [Case(ita, means, curve) for curve in CURVES for means in KINDS for ita in TONES]
    got: dict[tuple[Means, float], list[list[tuple[float, float, float]]]] = {}
    for done, (case, shots) in enumerate(zip(cases, work(look, cases), strict=True)):
        got.setdefault((case.means, case.curve), []).append(shots)
        yield Step(done + 1, len(cases))
    rows: list[tuple[str | float, ...]] = []
    worst: dict[tuple[Means, float], float] = {}
    agree: dict[tuple[Means, float], float] = {}
    for (means, curve), people in got.items():
        found = np.array(people)
        ita_off = np.abs(found[..., 1] - found[..., 2])
        worst[means, curve], agree[means, curve] = float(np.percentile(found[..., 0], 95)), icc(found[..., 1])
        rows.append(
            (
                means,
                curve,
                round(float(np.median(found[..., 0])), 2),
                round(worst[means, curve], 2),
                round(float(np.percentile(ita_off, 95)), 2),
                round(agree[means, curve], 3),
                EXPECTED[means].delta_e,
                EXPECTED[means].ita_deg,
            )
        )
    yield Table(
        title="Colour of skin against the truth",
        columns=(
            "means",
            "curve",
            "ΔE00 median",
            "ΔE00 p95",
            "ITA p95, degrees",
            "ICC of ITA",
            "stated ΔE00",
            "stated ITA",
        ),
        rows=tuple(rows),
        note=(
            "Eight tones, five photos each: exposure ±0.15 EV, balance ±3 %, light ±300 K. Light falls alike "
            "on card and skin. ICC over people from ITA -60 to 60 is high by nature: they differ much."
        ),
    )
    yield Bar(
        claim="colour with a chart",
        bar="ΔE00 at most 2 in 95 of 100 photos",
        measured=f"{worst['chart', 0.0]:.2f}",
        is_met=worst["chart", 0.0] <= 2,
    )
    yield Bar(
        claim="ITA repeats",
        bar="ICC at least 0.90 with a chart, 0.80 without",
        measured=f"{agree['chart', 0.0]:.3f}, {agree['none', 0.0]:.3f}",
        is_met=agree["chart", 0.0] >= 0.9 and agree["none", 0.0] >= 0.8,
    )


STUDY = Study(
    title="Is the colour right?",
    about="""
Skin, and beside it a chart, a grey card, untreated skin known from the first photo, or nothing. Also with a
phone's tone curve, which no matrix undoes.
""",
    run=run,
    order=33,
)
