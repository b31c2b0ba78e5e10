"""Do the same lesions read the same on skin of another tone?"""

from collections.abc import Iterator
from statistics import mean

from msgspec import Struct

from adamas.imaging.measures import measures
from adamas.imaging.phantom.skin import LINES, Skin
from adamas.imaging.phantom.truth import Some
from validation.skins import BLOOD, TONES, melanin, prepared, still
from validation.study import Bar, Figure, Line, Part, Step, Study, Table, work

SEEDS = tuple(range(1200, 1206))
MOST = 0.15
PROMISED = (
    ("pores", "count-per-cm2"),
    ("pores", "area-share"),
    ("pores", "depth-index"),
    ("lines", "length-per-cm2"),
    ("lines", "depth-index"),
    ("relief", "contrast"),
)
SHOWN = (
    *PROMISED,
    ("redness", "excess"),
    ("spots", "volume"),
    ("papules", "volume"),
    ("shine", "white-light"),
)


class Case(Struct, frozen=True):
    """One sheet to look at."""

    ita: float
    seed: int


def look(case: Case) -> dict[tuple[str, str], float]:
    """Photograph the skin of this seed in this tone and measure it."""
    lines = Some(count=6, size_mm=LINES.size_mm, depth_mm=(0.03, 0.12), width_mm=LINES.width_mm)
    skin = Skin(seed=case.seed, size_mm=(46, 46), melanin=melanin(case.ita), blood=BLOOD, lines=lines)
    seen = prepared(still(skin, seed=case.seed))
    wanted = {measure for measure, _ in SHOWN}
    return {
        (one.measure, one.quantity): one.value or 0.0
        for name in wanted
        for one in measures()[name].measure(seen).readings
        if one.zone == "whole"
    }


def run() -> Iterator[Step | Part]:
    """Each number relative to its mean over all tones."""
    cases = [Case(ita, seed) for ita in TONES for seed in SEEDS]
    got: dict[float, list[dict[tuple[str, str], float]]] = {}
    for done, (case, values) in enumerate(zip(cases, work(look, cases), strict=True)):
        got.setdefault(case.ita, []).append(values)
        yield Step(done + 1, len(cases))
    relative = {}
    for key in SHOWN:
        by_tone = [mean(values[key] for values in got[ita]) for ita in TONES]
        relative[key] = [value / mean(by_tone) for value in by_tone]
    yield Table(
        title="Same lesions, other tones: relative to the mean of all tones",
        columns=("number", *(f"ITA {ita}" for ita in TONES), "largest bias"),
        rows=tuple(
            (
                " ".join(key),
                *(round(value, 2) for value in relative[key]),
                f"{100 * _bias(relative[key]):.0f} %",
            )
            for key in SHOWN
        ),
        note=(
            "After the correction for tone, which was fitted on other skins. Spots are a factor of melanin, "
            "and blood is seen through it: these differ between people by nature. "
            "Compare a person only with herself."
        ),
    )
    yield Figure(
        name="measures-tone",
        title="Bias by tone",
        x="ITA, degrees",
        y="relative to the mean",
        lines=tuple(Line(label=" ".join(key), x=TONES, y=tuple(relative[key])) for key in PROMISED),
    )
    for name in ("pores", "lines", "relief"):
        worst = max(_bias(relative[key]) for key in PROMISED if key[0] == name)
        yield Bar(
            claim=f"{name}: bias by tone, ITA {TONES[0]} to {TONES[-1]}",
            bar=f"at most {100 * MOST:.0f} %",
            measured=f"{100 * worst:.1f} %",
            is_met=worst <= MOST,
        )


def _bias(relative: list[float]) -> float:
    return max(abs(value - 1) for value in relative)


STUDY = Study(
    title="Bias of the measures by skin tone",
    about="""
The very same lesions, drawn on skin of eight tones and photographed with the exposure each tone needs.
""",
    run=run,
    order=32,
)
