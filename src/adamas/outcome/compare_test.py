"""The outcome of a pair: the five words, and when each may be said."""

import numpy as np
import pytest

from adamas.errors import InputError
from adamas.imaging.reading import Reading
from adamas.message import message
from adamas.outcome.compare import Outcome, compare
from adamas.outcome.repeatability import KNOWN
from adamas.outcome.word import Word
from tests.support.readings import HEADLINES, calibration, every_error, known, reading, sitting

ZONES = ("whole", "cheek-left", "cheek-right", "forehead", "nose", "chin")


def pair(before: float | None, after: float | None, *, days: int = 30) -> Outcome:
    return compare([(reading(before),)], [(reading(after),)], calibration(), days=days)


@pytest.mark.parametrize(
    ("after", "days", "word"),
    [
        (50, 30, Word.IMPROVED),
        (200, 30, Word.WORSE),
        (98, 30, Word.NO_CHANGE),
        (None, 30, Word.NOT_COMPARABLE),
        (50, 13, Word.TOO_EARLY),
        (50, 14, Word.IMPROVED),
        (50, 0, Word.TOO_EARLY),
    ],
)
def test_fewer_pores_are_called_what_they_are(after: float | None, days: int, word: Word) -> None:
    assert pair(100, after, days=days).of("pores").word is word


def test_the_same_day_is_immediate_and_no_result() -> None:
    assert pair(100, 50, days=0).is_immediate
    assert not pair(100, 50, days=1).is_immediate


def test_a_change_just_inside_the_smallest_real_one_is_none() -> None:
    limit = known().mdc95()
    assert pair(100, 100 * float(np.exp(-0.99 * limit))).of("pores").word is Word.NO_CHANGE
    assert pair(100, 100 * float(np.exp(-1.01 * limit))).of("pores").word is Word.IMPROVED


def test_a_number_that_is_not_judged_gets_no_word() -> None:
    shots = [(reading(5.0, quantity="area-share"), reading(9.0))]
    outcome = compare(shots, shots, calibration(), days=30)
    assert [change.word for change in outcome.changes] == [None, Word.NO_CHANGE]


def test_what_comparability_forbids_is_not_compared_and_says_why() -> None:
    blocked = {("pores", "*"): message("outcome-why-light")}
    outcome = compare([(reading(100),)], [(reading(50),)], calibration(), days=30, blocked=blocked)
    change = outcome.of("pores")
    assert change.word is Word.NOT_COMPARABLE
    assert change.why == message("outcome-why-light")


def test_a_veto_of_the_whole_pair_blocks_everything() -> None:
    rng = np.random.default_rng(1)
    before, after = sitting(rng, zones=ZONES), sitting(rng, zones=ZONES)
    blocked = {("*", "*"): message("outcome-why-veto")}
    outcome = compare(before, after, every_error(ZONES), days=30, blocked=blocked)
    assert {change.word for change in outcome.changes} == {Word.NOT_COMPARABLE}


def test_an_error_that_is_not_known_allows_no_word() -> None:
    other = calibration(known(measure="spots", quantity="volume"))
    outcome = compare([(reading(100),)], [(reading(5),)], other, days=30)
    assert outcome.of("pores").word is Word.NOT_COMPARABLE


def test_the_later_photograph_cannot_come_first() -> None:
    with pytest.raises(InputError, match="taken before the first"):
        pair(1, 1, days=-1)


def test_a_measure_nobody_asked_for_is_not_found() -> None:
    with pytest.raises(KeyError):
        pair(1, 1).of("spots")


def test_both_sides_of_a_face_share_an_error() -> None:
    left = reading(100.0, zone="cheek-left")
    gone = reading(10.0, zone="cheek-left")
    outcome = compare([(left,)], [(gone,)], calibration(known(zone="cheek")), days=30)
    assert outcome.of("pores", zone="cheek-left").word is Word.IMPROVED


@pytest.mark.parametrize(("shots", "df"), [(1, KNOWN), (3, 30.0)])
def test_unchanged_skin_is_called_improved_in_at_most_five_of_a_hundred_reports(
    shots: int, df: float
) -> None:
    rng = np.random.default_rng(11)
    errors = every_error(ZONES, df=df)
    count = 1200
    wrong = sum(
        any(
            change.word is Word.IMPROVED
            for change in compare(
                sitting(rng, shots=shots, zones=ZONES),
                sitting(rng, shots=shots, zones=ZONES),
                errors,
                days=30,
            ).changes
        )
        for _ in range(count)
    )
    assert wrong / count <= 0.05 + 2 * (0.05 * 0.95 / count) ** 0.5


@pytest.mark.parametrize("shots", [1, 3])
def test_twice_the_smallest_real_change_is_found_in_nine_of_ten(shots: int) -> None:
    rng = np.random.default_rng(12)
    errors = every_error(ZONES)
    measure, quantity = HEADLINES[0]
    size = 2 * known(measure=measure, quantity=quantity, within=0.05, between=0.03).mdc95(shots)
    count = 300
    found = sum(
        compare(
            sitting(rng, shots=shots, zones=ZONES),
            sitting(rng, shots=shots, zones=ZONES, changed={(measure, "whole"): -size}),
            errors,
            days=30,
        )
        .of(measure)
        .word
        is Word.IMPROVED
        for _ in range(count)
    )
    assert found / count >= 0.90


def test_readings_keep_the_order_in_which_they_were_taken() -> None:
    shots: list[tuple[Reading, ...]] = [(reading(1.0, zone="nose"), reading(1.0))]
    assert [c.zone for c in compare(shots, shots, calibration(), days=30).changes] == ["nose", "whole"]
