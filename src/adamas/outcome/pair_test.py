"""From photographs of a synthetic person, of whom the truth is known, to words."""

import pytest

from adamas.imaging.measures import measures
from adamas.outcome.calibration import Calibration
from adamas.outcome.pair import Compared, compare_photos
from adamas.outcome.quantity import ABOUT
from adamas.outcome.repeatability import KNOWN, Repeatability
from adamas.outcome.word import Word
from tests.support.photographs import seen

# Errors a little above those of a careful clinic, so that the words do not hang on the default table.
ERRORS = Calibration(
    made_from="own",
    people=1,
    sittings=1,
    shots=2,
    known=tuple(
        Repeatability(
            measure=measure,
            quantity=quantity,
            zone="whole",
            version=measures()[measure].METHOD.version,
            scale=known.scale,
            within=0.05,
            within_df=KNOWN,
        )
        for (measure, quantity), known in ABOUT.items()
    ),
)


@pytest.fixture(scope="module")
def faded() -> Compared:
    return compare_photos([seen("before/1"), seen("before/2")], [seen("after/1")], ERRORS, days=30)


def test_spots_that_faded_are_called_improved(faded: Compared) -> None:
    assert faded.outcome.of("spots").word is Word.IMPROVED


def test_what_is_too_fine_for_the_photograph_is_not_compared_and_says_why(faded: Compared) -> None:
    pores = faded.outcome.of("pores")
    assert pores.word is Word.NOT_COMPARABLE
    assert pores.why is not None
    assert pores.why.id == "measure-too-coarse"


def test_all_shots_of_a_sitting_are_used(faded: Compared) -> None:
    assert (len(faded.before), len(faded.after), faded.kept) == (2, 1, (0, 1, 2))
    assert faded.outcome.of("spots").shots_before == 2


def test_the_same_photograph_twice_shows_no_change() -> None:
    same = compare_photos([seen("before/1")], [seen("before/1")], ERRORS, days=30)
    words = {change.word for change in same.outcome.headlines if change.why is None}
    assert words == {Word.NO_CHANGE}
    assert same.comparability.score > 90


def test_a_turned_head_is_shown_and_nothing_is_concluded() -> None:
    turned = compare_photos([seen("before/1")], [seen("turned/1")], ERRORS, days=30)
    assert turned.is_vetoed
    assert "yaw" in turned.comparability.vetoed_by
    assert {change.word for change in turned.outcome.headlines} == {Word.NOT_COMPARABLE}


def test_a_shot_that_differs_too_much_is_left_out_of_its_sitting() -> None:
    mixed = compare_photos([seen("before/1")], [seen("turned/1"), seen("after/1")], ERRORS, days=30)
    assert mixed.kept == (0, 2)
    assert {place: "yaw" in pair.vetoed_by for place, pair in mixed.unlike.items()} == {1: True}
    assert not mixed.is_vetoed
