"""Does a measure grow in a line with what it measures?"""

from collections.abc import Callable, Iterator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.measures import measures
from adamas.imaging.phantom.skin import BARE, ERYTHEMA, LINES, PAPULES, PORES, SPOTS, Skin
from adamas.imaging.phantom.truth import Some, Span
from validation.skins import BLOOD, melanin, prepared, still
from validation.statistics import r_squared
from validation.study import Bar, Figure, Line, Part, Step, Study, Table, work

SEEDS = (1100, 1101, 1102)
ITAS = (45, 10, -40)
GOAL = 0.98
PLAIN = replace(BARE, size_mm=(46, 46))


class Ramp(Struct, frozen=True, kw_only=True):
    """What is turned up, in which values, and which number should follow. promised: by a bar.

    field: of `Skin` that is turned up. of: what it is for a value.
    """

    name: str
    measure: str
    quantity: str
    field: str
    of: Callable[[float], Some | float]
    values: tuple[float, ...]
    promised: bool = False

    def skin(self, value: float, *, ita: float, seed: int) -> Skin:
        """Plain skin with this one thing."""
        plain = replace(PLAIN, seed=seed, melanin=melanin(ita), blood=BLOOD)
        return replace(plain, **{self.field: self.of(value)})


def _number(some: Some, **how: Span) -> Callable[[float], Some]:
    """So many of them."""
    return lambda value: replace(some, per_cm2=0.0, count=round(value), **how)


def _strong(some: Some, *, count: int, **how: Span) -> Callable[[float], Some]:
    """As many, each as strong as the value says."""
    return lambda value: replace(some, per_cm2=0.0, count=count, strength=(value, value), **how)


def _deep_lines(value: float) -> Some:
    return replace(LINES, per_cm2=0.0, count=5, depth_mm=(value, value), width_mm=(0.5, 0.5))


def _deep_pores(value: float) -> Some:
    return Some(count=120, size_mm=(0.35, 0.35), depth_mm=(value, value))


def _wide_pores(value: float) -> Some:
    return Some(count=120, size_mm=(value, value), depth_mm=(0.12, 0.12))


RAMPS = (
    Ramp(
        name="pores: number",
        measure="pores",
        quantity="count-per-cm2",
        field="pores",
        of=_number(PORES, size_mm=(0.26, 0.5)),
        values=(40, 80, 120, 180, 240),
        promised=True,
    ),
    Ramp(
        name="pores: depth, mm",
        measure="pores",
        quantity="depth-index",
        field="pores",
        of=_deep_pores,
        values=(0.05, 0.08, 0.11, 0.14, 0.18),
    ),
    Ramp(
        name="pores: diameter, mm",
        measure="pores",
        quantity="diameter",
        field="pores",
        of=_wide_pores,
        values=(0.22, 0.28, 0.34, 0.4, 0.46),
    ),
    Ramp(
        name="lines: number",
        measure="lines",
        quantity="length-per-cm2",
        field="lines",
        of=_number(LINES, size_mm=(15, 15), depth_mm=(0.06, 0.12)),
        values=(1, 3, 5, 7, 9),
        promised=True,
    ),
    Ramp(
        name="lines: depth, mm",
        measure="lines",
        quantity="depth-index",
        field="lines",
        of=_deep_lines,
        values=(0.03, 0.05, 0.07, 0.1, 0.13),
    ),
    Ramp(
        name="spots: number",
        measure="spots",
        quantity="count-per-cm2",
        field="spots",
        of=_number(SPOTS, size_mm=(2.0, 3.5), strength=(1.8, 2.5)),
        values=(2, 4, 6, 8, 10),
        promised=True,
    ),
    Ramp(
        name="spots: strength",
        measure="spots",
        quantity="volume",
        field="spots",
        of=_strong(SPOTS, count=8, size_mm=(2.5, 4.0)),
        values=(1.4, 1.7, 2.0, 2.3, 2.6),
    ),
    Ramp(
        name="papules: number",
        measure="papules",
        quantity="count-per-cm2",
        field="papules",
        of=_number(PAPULES, size_mm=(2.0, 3.0), strength=(3, 4)),
        values=(2, 4, 6, 8, 10),
        promised=True,
    ),
    Ramp(
        name="redness: blood, times",
        measure="redness",
        quantity="excess",
        field="erythema",
        of=_strong(ERYTHEMA, count=1, size_mm=(20, 20)),
        values=(1.2, 1.4, 1.7, 2.0, 2.4),
    ),
    Ramp(
        name="relief, mm",
        measure="relief",
        quantity="contrast",
        field="relief_mm",
        of=float,
        values=(0.003, 0.005, 0.008, 0.012, 0.016),
    ),
    Ramp(
        name="shine",
        measure="shine",
        quantity="white-light",
        field="shine",
        of=float,
        values=(0.0, 0.03, 0.06, 0.09, 0.12),
    ),
)


class Case(Struct, frozen=True):
    """One photo: which ramp, at which of its values, tone, seed."""

    ramp: int
    value: float
    ita: float
    seed: int


def look(case: Case) -> tuple[float, float]:
    """The true value, of what could be drawn, and the measured one."""
    ramp = RAMPS[case.ramp]
    taken = still(ramp.skin(case.value, ita=case.ita, seed=case.seed), seed=case.seed)
    got = measures()[ramp.measure].measure(prepared(taken))
    value = next(one.value for one in got.readings if one.quantity == ramp.quantity and one.zone == "whole")
    true = case.value
    if ramp.name.endswith("number"):
        lesions = taken.sheet.truth.lesions
        true = sum(one.length_mm for one in lesions) if ramp.measure == "lines" else float(len(lesions))
    if ramp.measure == "redness":
        true = float(np.log(case.value))
    if ramp.name == "spots: strength":
        true = float(np.log(case.value))
    return true, np.nan if value is None else value


def run() -> Iterator[Step | Part]:
    """One row a ramp and tone."""
    cases = [
        Case(index, value, ita, seed)
        for index, ramp in enumerate(RAMPS)
        for ita in ITAS
        for value in ramp.values
        for seed in SEEDS
    ]
    pairs: dict[tuple[int, float], list[tuple[float, float]]] = {}
    for done, (case, pair) in enumerate(zip(cases, work(look, cases), strict=True)):
        pairs.setdefault((case.ramp, case.ita), []).append(pair)
        yield Step(done + 1, len(cases))
    fits = {key: _fit(got) for key, got in pairs.items()}
    yield Table(
        title="R² of the straight line, by tone",
        columns=("turned up", "number", *(f"ITA {ita}" for ita in ITAS)),
        rows=tuple(
            (ramp.name, f"{ramp.measure} {ramp.quantity}", *(round(fits[index, ita], 3) for ita in ITAS))
            for index, ramp in enumerate(RAMPS)
        ),
        note="Means of three skins at each of five values. Redness and spots against the log of the factor.",
    )
    yield Figure(
        name="measures-linearity",
        title="Counts against truth, ITA 10",
        x="true",
        y="measured / largest",
        lines=tuple(
            _line(ramp.name, pairs[index, ITAS[1]]) for index, ramp in enumerate(RAMPS) if ramp.promised
        ),
    )
    for index, ramp in enumerate(RAMPS):
        if ramp.promised:
            worst = min(fits[index, ita] for ita in ITAS)
            yield Bar(
                claim=f"{ramp.name} on the phantom, worst of {len(ITAS)} tones",
                bar=f"R² at least {GOAL}",
                measured=f"{worst:.3f}",
                is_met=worst >= GOAL,
            )


def _fit(got: list[tuple[float, float]]) -> float:
    means = np.array(got).reshape(-1, len(SEEDS), 2).mean(axis=1)
    return r_squared(means[:, 0], means[:, 1])


def _line(label: str, got: list[tuple[float, float]]) -> Line:
    true, seen = np.array(got).T
    return Line(label=label, x=tuple(true.tolist()), y=tuple((seen / np.nanmax(seen)).tolist()), dots=True)


STUDY = Study(
    title="Are the measures linear?",
    about="""
One thing is turned up on otherwise plain skin, 46 x 46 mm at 16 px/mm, at three tones; does the number follow
in a straight line?
""",
    run=run,
    order=31,
)
