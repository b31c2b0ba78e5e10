"""How well the numbers repeat where the prototype was tried: flat skin, every fault at once."""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from adamas.imaging.measures import measures
from adamas.imaging.phantom.optics import ita_deg, linear_rgb
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import ERYTHEMA, Skin
from adamas.imaging.reading import Reading
from adamas.outcome.change import share
from adamas.outcome.quantity import ABOUT, FEWEST, lesion_of, on_scale
from validation.people import TONES
from validation.repeatability import PROTOTYPE
from validation.skins import BLOOD, RED_LIGHT, melanin, prepared_alike, retake
from validation.study import Bar, Part, Step, Study, Table, work

SHOTS = 6
SHEETS = 8
MDC95 = 1.96 * 2**0.5
DRAWS = 2000


class Person(Struct, frozen=True):
    """One sheet of skin, photographed again and again."""

    seed: int
    ita: float

    @property
    def skin(self) -> Skin:
        """Skin that has something of everything: where nothing is red, redness has no smallest change."""
        return Skin(
            seed=self.seed,
            size_mm=(46, 46),
            melanin=melanin(self.ita),
            blood=BLOOD,
            erythema=replace(ERYTHEMA, per_cm2=0.0, count=3),
        )


PEOPLE = tuple(Person(1300 + i, ita) for i, ita in enumerate(TONES * SHEETS))
Key = tuple[str, str]


def look(one: Person) -> dict[Key, list[Reading]]:
    """What each retake reads, of the numbers the prototype was tried with."""
    drawn = sheet(one.skin)
    read: dict[Key, list[Reading]] = {key: [] for key in PROTOTYPE}
    for seen in prepared_alike([retake(drawn, seed=100 * one.seed + shot) for shot in range(SHOTS)]):
        for name in {measure for measure, _ in PROTOTYPE}:
            for reading in measures()[name].measure(seen).readings:
                key = (reading.measure, reading.quantity)
                if key in read and reading.zone == "whole":
                    read[key].append(reading)
    return read


def run() -> Iterator[Step | Part]:
    """Everybody's scatter, and the smallest real change it makes."""
    seen = []
    for done, one in enumerate(work(look, PEOPLE)):
        seen.append(one)
        yield Step(done + 1, len(PEOPLE))
    scatter = {key: np.array([_scatter(key, one[key]) for one in seen]) for key in PROTOTYPE}
    smallest = {key: _smallest(key, each) for key, each in scatter.items()}
    yield Table(
        title="Standard deviation of a retake, by tone",
        columns=("measure", "quantity", *(f"ITA {ita:.0f}" for ita in TONES), "MDC95, 1 shot"),
        rows=tuple(
            (
                *key,
                *(_of_tone(scatter[key], nth) for nth in range(len(TONES))),
                _said(key, smallest[key]),
            )
            for key in PROTOTYPE
        ),
        note=(
            f"{SHEETS} sheets of 46 x 46 mm a tone, {SHOTS} shots each: exposure ±7 %, balance ±3 %, "
            "light ±12° with a gradient up to 15 %, focus to 1 px, JPEG 82-96, pose ±2°, scale ±1.5 %, "
            "evenly distributed. Ratios as natural logarithms, the tone in degrees. *Too few*: fewer "
            "than five lesions, which no report judges. Exposure and balance alone, by calculation and "
            f"without the lamp, move the angle by {_of_light():.1f} degrees: without a card in the frame "
            "no method can do better."
        ),
    )
    for key, limit in PROTOTYPE.items():
        yield Bar(
            claim=f"smallest real change as the prototype was tried, flat skin: {key[0]}",
            bar=f"below {_said(key, limit)}",
            measured=_said(key, smallest[key]),
            is_met=smallest[key] < limit,
        )


def _of_light() -> float:
    """The smallest real change of the angle if a photo had no fault but its exposure and its balance."""
    rng = np.random.default_rng(1300)
    gain = (1 + rng.uniform(-0.07, 0.07, (DRAWS, 1))) * (1 + rng.uniform(-0.03, 0.03, (DRAWS, 3)) * [1, 0, 1])
    plain = (linear_rgb(melanin(ita), BLOOD) for ita in TONES)
    # Metered as `retake` does: the angle of darker skin moves less when the camera makes it lighter.
    spread = [np.std(ita_deg(RED_LIGHT / colour[0] * colour * gain)) for colour in plain]
    return MDC95 * float(np.sqrt(np.mean(np.square(spread))))


def _scatter(key: Key, readings: list[Reading]) -> float:
    """Standard deviation on the scale of the number; nan where there is too little of it to be judged."""
    about = ABOUT[key]
    values = [reading.value for reading in readings if reading.value is not None]
    if len(values) < len(readings) or np.mean(values) < FEWEST * lesion_of(tuple(readings)):
        return float("nan")
    scaled = [on_scale(value, about.scale, floor=max(about.floor, 1e-9)) for value in values]
    return float(np.std(scaled, ddof=1))


def _smallest(key: Key, scatter: NDArray[np.float64]) -> float:
    error = MDC95 * float(np.sqrt(np.nanmean(scatter**2)))
    return -share(-error) if ABOUT[key].scale == "ratio" else error


def _of_tone(scatter: NDArray[np.float64], nth: int) -> float | str:
    own = scatter[nth :: len(TONES)]
    own = own[~np.isnan(own)]
    return round(float(np.sqrt(np.mean(own**2))), 3) if len(own) else "too few"


def _said(key: Key, value: float) -> str:
    return f"{100 * value:.1f} %" if ABOUT[key].scale == "ratio" else f"{value:.1f} degrees"


STUDY = Study(
    title="Retakes: the smallest real change where the prototype was tried",
    about="""
The bars for the smallest real change come from a prototype that was tried on flat sheets with every fault of
a photograph at once, and one level of error. Here Adamas is tried the same way; how it does on faces and in
sittings, which is what a clinic needs to know, is in the next section.
""",
    run=run,
    order=59,
)
