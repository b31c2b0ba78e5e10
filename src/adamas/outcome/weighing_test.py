"""Simulated courses with exactly the errors they are weighed with: seldom a word where nothing changed."""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.measures import measures
from adamas.imaging.reading import Reading
from adamas.outcome.calibration import Calibration
from adamas.outcome.quantity import ABOUT
from adamas.outcome.repeatability import KNOWN, Repeatability
from adamas.outcome.weighing import Line, weigh
from adamas.outcome.word import Word

FIRST = date(2026, 1, 5)
WITHIN, BETWEEN = 0.06, 0.05
JUDGED = [key for key, known in ABOUT.items() if known.is_headline]
LEVELS = {
    "evenness": 1.0,
    "lines": 60.0,
    "papules": 5.0,
    "pores": 20.0,
    "redness": 0.06,
    "relief": 1.2,
    "spots": 2.0,
}
KNOWN_ERRORS = Calibration(
    made_from="own",
    people=10,
    sittings=30,
    shots=90,
    known=tuple(
        Repeatability(
            measure=measure,
            quantity=quantity,
            zone="whole",
            version=measures()[measure].METHOD.version,
            scale=ABOUT[measure, quantity].scale,
            within=WITHIN,
            within_df=KNOWN,
            between=BETWEEN,
            between_df=KNOWN,
        )
        for measure, quantity in JUDGED
    ),
)


def course(
    rng: np.random.Generator,
    *,
    sittings: int = 5,
    shots: int = 2,
    apart: int = 28,
    change: Mapping[str, float] | None = None,
) -> list[tuple[date, tuple[Reading, ...]]]:
    """Readings of photographs. change: ln by which the last sitting truly differs, reached steadily."""
    out = []
    for nth in range(sittings):
        of_day = {measure: rng.normal(0, BETWEEN) for measure, _ in JUDGED}
        for _ in range(shots):
            readings = tuple(
                Reading(
                    measure=measure,
                    quantity=quantity,
                    zone="whole",
                    value=LEVELS[measure]
                    * float(
                        np.exp(
                            of_day[measure]
                            + rng.normal(0, WITHIN)
                            + (change or {}).get(measure, 0.0) * nth / (sittings - 1)
                        )
                    ),
                    unit="1",
                    version=measures()[measure].METHOD.version,
                    area_cm2=100.0,
                    px_per_mm=14.0,
                )
                for measure, quantity in JUDGED
            )
            out.append((FIRST + timedelta(days=apart * nth), readings))
    return out


def words(lines: tuple[Line, ...]) -> dict[str, Word]:
    return {line.measure: line.word for line in lines}


@pytest.mark.parametrize("sittings", [3, 5, 9])
def test_of_courses_without_change_at_most_five_in_a_hundred_say_improved_of_anything(sittings: int) -> None:
    rng = np.random.default_rng(sittings)
    courses = [words(weigh(course(rng, sittings=sittings), KNOWN_ERRORS)) for _ in range(120)]
    for word in (Word.IMPROVED, Word.WORSE):
        assert sum(word in said.values() for said in courses) <= 6 + 5


@pytest.mark.parametrize(("sittings", "seen"), [(3, 0.65), (6, 0.8)])
def test_a_steady_change_of_twice_the_smallest_real_one_of_a_pair_is_mostly_seen(
    sittings: int, seen: float
) -> None:
    rng = np.random.default_rng(40 + sittings)
    twice = -2 * KNOWN_ERRORS.known[0].mdc95(2)
    courses = [
        words(weigh(course(rng, sittings=sittings, change={"spots": twice}), KNOWN_ERRORS)) for _ in range(60)
    ]
    assert sum(said["spots"] is Word.IMPROVED for said in courses) >= seen * len(courses)
    assert sum(said["spots"] is Word.WORSE for said in courses) == 0


def test_of_photographs_that_were_lit_otherwise_relief_does_not_count() -> None:
    readings = course(np.random.default_rng(3), sittings=4, shots=1)
    lines = {
        line.measure: line for line in weigh(readings, KNOWN_ERRORS, spoilt={1: {"relief"}, 2: {"relief"}})
    }
    assert lines["relief"].why is not None
    assert lines["relief"].why.id == "outcome-why-light"
    assert len(lines["spots"].points) == 4


def test_what_was_last_seen_well_after_a_week_is_too_early_whatever_the_course() -> None:
    readings = course(np.random.default_rng(8), sittings=6, shots=1, apart=4, change={"relief": -1.5})
    spoilt = {place: {"relief"} for place in (3, 4, 5)}
    found = words(weigh(readings, KNOWN_ERRORS, spoilt=spoilt))
    assert found["relief"] is Word.TOO_EARLY
    assert found["spots"] is not Word.TOO_EARLY


def test_photographs_in_doubt_make_a_change_less_sure() -> None:
    readings = course(np.random.default_rng(9), shots=1, change={"spots": -0.5})
    sure, unsure = (
        next(line for line in weigh(readings, KNOWN_ERRORS, doubtful=places) if line.measure == "spots")
        for places in ((), (4,))
    )
    assert sure.trend is not None
    assert unsure.trend is not None
    assert unsure.trend.error > 1.1 * sure.trend.error
    assert [point.sem for point in unsure.points[:4]] == [point.sem for point in sure.points[:4]]


def test_readings_of_two_versions_have_no_trend() -> None:
    readings = course(np.random.default_rng(4), sittings=3, shots=1)
    on, last = readings[-1]
    newer = tuple(replace(one, version=99) for one in last)
    lines = weigh([*readings[:-1], (on, newer)], KNOWN_ERRORS)
    assert {line.why.id if line.why else "" for line in lines} == {"outcome-why-versions"}


def test_too_few_spots_are_not_followed() -> None:
    readings = course(np.random.default_rng(5), shots=1, change={"spots": -0.1})
    few = [(on, (*(one for one in found if one.measure != "spots"), _rare(found))) for on, found in readings]
    spots = next(line for line in weigh(few, KNOWN_ERRORS) if line.measure == "spots")
    assert spots.why is not None
    assert spots.why.id == "outcome-why-few"


def _rare(found: tuple[Reading, ...]) -> Reading:
    one = next(one for one in found if one.measure == "spots")
    return replace(one, value=0.01)
