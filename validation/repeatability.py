"""How well each number is measured again, and the table of errors that Adamas brings with it."""

from collections.abc import Iterator
from pathlib import Path

from adamas.outcome.calibration import Calibration, Sitting, calibrate, write_calibration
from adamas.outcome.change import share
from adamas.outcome.compare import WHOLE
from adamas.outcome.quantity import ABOUT
from adamas.outcome.repeatability import Repeatability
from validation.people import TONES, Visits, sittings_of
from validation.portraits import Portrait, portraits
from validation.study import Bar, Figure, Line, Part, Step, Study, Table, work

TABLE = Path(__file__).parents[1] / "src" / "adamas" / "outcome" / "default.json"
COLUMNS = ("measure", "quantity", "MDC95, 1 shot", "MDC95, 3 shots", "within, SD", "sitting, SD", "ICC")
NOTHING = Calibration(made_from="phantom", people=0, sittings=0, shots=0, known=())
SITTINGS, SHOTS = 3, 3
PEOPLE = tuple(
    Visits(seed=7000 + i, tone=tone, sittings=SITTINGS, shots=SHOTS) for i, tone in enumerate(TONES * 10)
)
PORTRAITS = tuple(one for first in range(8000, 8080, 20) for one in portraits(first))
WITH_CARD = tuple(
    Visits(seed=130 + i, tone=tone, sittings=SITTINGS, shots=SHOTS, card="grey-card")
    for i, tone in enumerate(TONES)
)
COLOURS = (("tone", "ita"), ("redness", "excess"), ("evenness", "a-spread"), ("spots", "volume"))
PROTOTYPE = {
    ("pores", "count-per-cm2"): 0.10,
    ("spots", "volume"): 0.12,
    ("redness", "excess"): 0.18,
    ("evenness", "a-spread"): 0.11,
    ("relief", "contrast"): 0.22,
    ("lines", "length-per-cm2"): 0.38,
    ("tone", "ita"): 4.8,
}
"""Smallest real change of one photo a side in the prototype: shares, for the tone degrees."""


def run() -> Iterator[Step | Part]:
    """Photograph everybody, learn the errors, keep them, print them beside the prototype's."""
    learners: tuple[Visits | Portrait, ...] = (*PEOPLE, *PORTRAITS)
    everybody: tuple[Visits | Portrait, ...] = (*learners, *WITH_CARD)
    sat: list[list[Sitting]] = []
    for sittings in work(sittings_of, everybody):
        sat.append(sittings)
        yield Step(len(sat), len(everybody))
    # The same code that a clinic's own calibration runs, with nothing to borrow from.
    learnt, with_card = (
        calibrate([sitting for sittings in some for sitting in sittings], fallback=NOTHING)
        for some in (sat[: len(learners)], sat[len(learners) :])
    )
    kept = Calibration(
        made_from="phantom",
        people=learnt.people,
        sittings=learnt.sittings,
        shots=learnt.shots,
        known=learnt.known,
    )
    TABLE.write_bytes(write_calibration(kept))
    whole = [one for one in kept.known if one.zone == WHOLE]
    yield Table(
        title="Whole face",
        columns=COLUMNS,
        rows=tuple(row(one) for one in whole),
        note=(
            f"{len(PEOPLE)} people of ITA {TONES[-1]:.0f} to {TONES[0]:.0f}, {SITTINGS} sittings of {SHOTS} "
            "shots: "
            "lamp ±4°, its height ±2°, gradient, ±0.06 EV and ±60 K a sitting; pose ±1.2°, distance ±1.2 %, "
            "focus, ±0.04 EV, ±40 K and JPEG 88-96 a shot (one standard deviation each). "
            f"With them {len(PORTRAITS)} portraits: two real faces in phantom skin of three tones, turned "
            "within 3°, 3 sittings of 2 shots. Ratios in percent: the smallest real fall."
        ),
    )
    for key, limit in PROTOTYPE.items():
        found = next((one for one in whole if (one.measure, one.quantity) == key), None)
        if found is not None:
            yield _bar(found, limit)
    yield from _with_card(with_card)
    judged = [one for one in whole if ABOUT[one.measure, one.quantity].is_headline]
    shots = tuple(float(n) for n in range(1, 7))
    yield Figure(
        name="mdc",
        title="Smallest real change by the number of shots a sitting",
        x="shots",
        y="MDC95, %",
        lines=tuple(
            Line(label=one.measure, x=shots, y=tuple(100 * _fall(one, int(n)) for n in shots))
            for one in judged
        ),
    )


def _with_card(learnt: Calibration) -> Iterator[Part]:
    found = {(one.measure, one.quantity): one for one in learnt.known if one.zone == WHOLE}
    yield Table(
        title="Whole face, with a grey card in the frame",
        columns=COLUMNS,
        rows=tuple(row(found[key]) for key in COLOURS if key in found),
        note=f"{len(WITH_CARD)} others of these tones, colours corrected by it (`--colour grey-card`).",
    )
    yield _bar(found["tone", "ita"], PROTOTYPE["tone", "ita"], how=", with a grey card")


def _fall(one: Repeatability, shots: int) -> float:
    return -share(-one.mdc95(shots)) if one.scale == "ratio" else one.mdc95(shots)


def row(one: Repeatability) -> tuple[str | float, ...]:
    """The row of a number in a table of errors."""
    shown = [_fall(one, shots) for shots in (1, 3)]
    if one.scale == "ratio":
        cells = [f"{100 * value:.1f} %" for value in shown]
    else:
        cells = [f"{value:.3g}" for value in shown]
    spread = (round(one.within, 4), round(one.between, 4))
    return (one.measure, one.quantity, *cells, *spread, "-" if one.icc is None else round(one.icc, 3))


def _bar(one: Repeatability, limit: float, *, how: str = "") -> Bar:
    single, three = _fall(one, 1), _fall(one, 3)

    def unit(value: float) -> str:
        return f"{100 * value:.1f} %" if one.scale == "ratio" else f"{value:.1f} degrees"

    return Bar(
        claim=f"smallest real change, one photo a side, everything jittered{how}: {one.measure}",
        bar=f"below {unit(limit)}",
        measured=f"{unit(single)}; three shots {unit(three)}",
        is_met=single < limit,
    )


STUDY = Study(
    title="Repeatability: the smallest real change of each number",
    about="""
Synthetic people of all tones are photographed again and again without treatment, as an ordinary clinic would:
three sittings of three shots. Each number is learnt on its scale by the same code as `adamas calibrate`; the
result is the table Adamas uses for those who have not calibrated themselves (`outcome/default.json`).
""",
    run=run,
    order=60,
)
