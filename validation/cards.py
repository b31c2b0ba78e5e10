"""What do a chart, a grey card and untreated skin do for the readings of a whole face?"""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.admit import admit
from adamas.imaging.balanced import balanced, by_untreated
from adamas.imaging.colour import Means
from adamas.imaging.examine import examine, lay, readings_of
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.card import Kind
from adamas.imaging.phantom.face import face
from adamas.imaging.phantom.people import sit_down, somebody, take
from adamas.imaging.zones import Zones
from validation.study import Bar, Part, Step, Study, Table, work

TONES = (55.0, 35.0, 15.0, -10.0, -40.0)
PEOPLE, SITTINGS = 2, 5
PX_PER_MM = 6.0
KELVIN = 150.0
"""One standard deviation of the lamp from sitting to sitting: tubes, daylight, a new bulb."""
UNTREATED = "chin"
SHOWN = (("tone", "ita"), ("redness", "excess"), ("evenness", "a-spread"), ("spots", "volume"))
Values = dict[tuple[str, str], float]


class Case(Struct, frozen=True):
    """One person who always shows the same card, or none."""

    seed: int
    ita: float
    card: Kind


def _photographs(case: Case) -> list[Inspected]:
    one = face(somebody(case.seed, ita_deg=case.ita, px_per_mm=PX_PER_MM))
    rng = np.random.default_rng([case.seed, 3])
    seen = []
    for _ in range(SITTINGS):
        setting = sit_down(rng)
        # A chart has a white patch that must not burn out, so a dark face stays darker than it could be.
        stops = setting.exposure_ev - 0.2 + max(0.0, 0.2 - case.ita / 80)
        lamp = 6504 + float(rng.normal(0, KELVIN))
        shot = take(one, replace(setting, exposure_ev=stops, kelvin=lamp), rng, card=case.card).shot
        if shot.jpeg is None:
            raise RuntimeError("the phone of the phantom writes JPEG")
        seen.append(inspect(admit(shot.jpeg)))
    return seen


def _values(seen: Inspected, zones: Zones | None = None) -> Values:
    return {
        (one.measure, one.quantity): one.value
        for one in readings_of(examine(seen, zones=zones))
        if one.zone == "whole" and one.value is not None
    }


def look(case: Case) -> dict[Means, list[Values]]:
    """The readings of every sitting, without and with a correction."""
    seen = _photographs(case)
    laid = by_untreated(lay(seen), UNTREATED)
    return {
        "none": [_values(one) for one in seen],
        case.card: [_values(balanced(one, case.card)) for one in seen],
        "reference-zone": [_values(one, zones) for one, zones in zip(laid.photos, laid.zones, strict=True)],
    }


def run() -> Iterator[Step | Part]:
    """One row a measure and means."""
    cases = [
        Case(9000 + 10 * nth + person, ita, card)
        for nth, ita in enumerate(TONES)
        for person in range(PEOPLE)
        for card in ("chart", "grey-card")
    ]
    spreads: dict[tuple[tuple[str, str], Means], list[float]] = {}
    for done, (_, found) in enumerate(zip(cases, work(look, cases), strict=True)):
        for means, sittings in found.items():
            for key in SHOWN:
                spreads.setdefault((key, means), []).append(_variance(key, [one[key] for one in sittings]))
        yield Step(done + 1, len(cases))
    smallest = {key: 1.96 * 2**0.5 * float(np.mean(found)) ** 0.5 for key, found in spreads.items()}
    yield Table(
        title="Smallest real change of a face by how its colours are corrected",
        columns=("measure", "number", "none", "chart", "grey card", "untreated chin"),
        rows=tuple(
            (
                *key,
                *(
                    _shown(key, smallest[key, means])
                    for means in ("none", "chart", "grey-card", "reference-zone")
                ),
            )
            for key in SHOWN
        ),
        note=(
            "Ten people of five tones, five sittings of one photograph with each card; lamp ±150 K, the rest "
            "as in the table of repeatability. ITA in degrees, the others in percent. Untreated skin never "
            "changes here."
        ),
    )
    ita = ("tone", "ita")
    yield Bar(
        claim="tone of skin with a card",
        bar="smallest real change of ITA with a chart below 4.8°, and at most half of that without",
        measured=f"{smallest[ita, 'chart']:.1f}° with, {smallest[ita, 'none']:.1f}° without",
        is_met=smallest[ita, "chart"] < min(4.8, smallest[ita, "none"] / 2),
    )


def _variance(key: tuple[str, str], values: list[float]) -> float:
    spread = values if key[1] == "ita" else np.log(values)
    return float(np.var(spread, ddof=1))


def _shown(key: tuple[str, str], change: float) -> str:
    return f"{change:.2f}" if key[1] == "ita" else f"{100 * (1 - np.exp(-change)):.1f} %"


STUDY = Study(
    title="What does a card do for a face?",
    about="""
A card is held beside the face, and the lamp changes its colour from sitting to sitting. The same photographs
are measured without a correction, by the card, and by the chin as skin that nobody treated.
""",
    run=run,
    order=34,
)
