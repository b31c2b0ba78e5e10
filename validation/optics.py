"""Does the skin of the phantom have the colours skin has?"""

from collections.abc import Iterator

import cv2
import numpy as np
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE
from adamas.imaging.phantom.generate import photograph
from adamas.imaging.phantom.optics import ita_deg, lab, linear_rgb, melanin_for, reflectance
from adamas.imaging.phantom.skin import MARKS, SCARS, Skin
from validation.page import IMAGES
from validation.study import Bar, Figure, Line, Part, Picture, Step, Study, Table

BLOOD = (0.005, 0.015, 0.04)
QUALITY = [cv2.IMWRITE_JPEG_QUALITY, 85]
TONES = (60, 45, 30, 10, -20, -45)


def run() -> Iterator[Step | Part]:
    """Typology angle, redness and spectra; then six pictures."""
    melanin = np.geomspace(0.004, 0.8, 60)
    angles = {blood: ita_deg(linear_rgb(melanin, blood)) for blood in BLOOD}
    monotone = all((np.diff(line) < 0).all() for line in angles.values())
    reach = angles[0.015]
    yield Bar(
        claim="phantom: every skin tone",
        bar="ITA 60 to -60, falling with melanin",
        measured=f"{reach.max():.0f} to {reach.min():.0f}",
        is_met=bool(monotone and reach.max() >= 60 and reach.min() <= -60),
    )
    yield Figure(
        name="optics-ita",
        title="Typology angle of the phantom",
        x="melanin, volume fraction",
        y="ITA, degrees",
        log=True,
        lines=tuple(
            Line(label=f"blood {100 * blood:g} %", x=tuple(melanin), y=tuple(line))
            for blood, line in angles.items()
        ),
    )
    yield from _redness()
    yield from _spectra()
    yield Step(1, 2)
    _pictures()
    yield Picture(
        file="phantom-tones.jpg",
        title="The same skin in six tones: ITA 60, 45, 30, 10, -20, -45",
    )


def _redness() -> Iterator[Part]:
    blood = np.geomspace(0.003, 0.1, 40)
    lines, rows = [], []
    for ita in TONES:
        melanin = melanin_for(ita, blood=0.015)
        redness = lab(linear_rgb(melanin, blood))[:, 1]
        lines.append(Line(label=f"ITA {ita}", x=tuple(blood), y=tuple(redness)))
        lightness, a, b = lab(linear_rgb(melanin, 0.015))
        doubled = lab(linear_rgb(melanin, 0.03))[1] - a
        rows.append((ita, float(melanin), float(lightness), float(a), float(b), float(doubled)))
    yield Table(
        title="Colour of the skin between the lesions",
        columns=("ITA, degrees", "melanin", "L*", "a*", "b*", "a* gained when blood doubles"),
        rows=tuple(rows),
        note="Blood 1.5 %. In dark skin the same blood changes a* less: never compare redness across people.",
    )
    yield Figure(
        name="optics-redness",
        title="Blood makes red",
        x="blood, volume fraction",
        y="a*",
        log=True,
        lines=tuple(lines),
    )


def _spectra() -> Iterator[Part]:
    nm = tuple(range(400, 701, 10))
    lines = tuple(
        Line(label=f"melanin {100 * m:g} %, blood {100 * b:g} %", x=nm, y=tuple(reflectance(m, b)))
        for m, b in ((0.02, 0.015), (0.02, 0.06), (0.15, 0.015), (0.4, 0.015))
    )
    yield Figure(name="optics-spectra", title="Reflectance", x="wavelength, nm", y="reflectance", lines=lines)


def _pictures() -> None:
    """One person with six melanin contents, side by side."""
    skin = Skin(
        seed=11, size_mm=(24, 24), marks=replace(MARKS, count=1), scars=replace(SCARS, count=1), hairs=2
    )
    shots = [
        photograph(replace(skin, melanin=melanin_for(ita, blood=0.015)), camera=PHONE).shot.pixels
        for ita in TONES
    ]
    sheet = np.vstack([np.hstack(shots[:3]), np.hstack(shots[3:])])
    IMAGES.mkdir(parents=True, exist_ok=True)
    done, raw = cv2.imencode(".jpg", cv2.cvtColor(sheet, cv2.COLOR_RGB2BGR), QUALITY)
    if done:
        (IMAGES / "phantom-tones.jpg").write_bytes(raw.tobytes())


STUDY = Study(
    title="The phantom: colours of skin",
    about="""
An absorbing epidermis on a Kubelka-Munk dermis, from published absorption and scattering. Melanin and blood
are volume fractions; colours are under D65.
""",
    run=run,
    order=10,
)
