"""A clinic learns its own error from repeats, and says where it had to borrow."""

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.errors import InputError
from adamas.imaging.colour import Means
from adamas.imaging.photo import View
from adamas.imaging.reading import Reading
from adamas.outcome.calibration import (
    LEAST_DF,
    Calibration,
    Sitting,
    calibrate,
    default_calibration,
    one_sided,
    read_calibration,
    write_calibration,
)
from adamas.outcome.quantity import ABOUT
from tests.support.readings import calibration, known, reading, sitting

NOBODY = Calibration(made_from="phantom", people=0, sittings=0, shots=0, known=())


def sat(people: int, sittings: int, shots: int, **errors: float) -> list[Sitting]:
    rng = np.random.default_rng(5)
    return [
        Sitting(f"p{person}", sitting(rng, shots=shots, **errors))  # type: ignore[arg-type]  # floats only
        for person in range(people)
        for _ in range(sittings)
    ]


def test_the_error_of_a_shot_and_of_a_sitting_are_learnt_apart() -> None:
    found = calibrate(sat(60, 3, 3, within=0.08, between=0.05), fallback=NOBODY).of(reading(1.0))
    assert found is not None
    assert found.within == pytest.approx(0.08, rel=0.1)
    assert found.between == pytest.approx(0.05, rel=0.25)
    assert found.within_df <= 360
    assert found.between_df <= 120


def test_what_a_sitting_adds_is_borrowed_where_nobody_sat_twice() -> None:
    found = calibrate(sat(6, 1, 3), fallback=calibration(known(between=0.4, df=50))).of(reading(1.0))
    assert found is not None
    assert (found.between, found.between_df, found.is_borrowed) == (0.4, 50, True)


def test_people_who_differ_do_not_make_many_sittings_few() -> None:
    rng = np.random.default_rng(3)
    people = [
        Sitting(f"p{person}", sitting(rng, shots=3, within=0.05, between=0.2 if person % 6 == 0 else 0.01))
        for person in range(60)
        for _ in range(3)
    ]
    found = calibrate(people, fallback=calibration(known(between=0.9, df=50))).of(reading(1.0))
    assert found is not None
    assert found.between_df < LEAST_DF
    assert not found.is_borrowed
    assert found.between < 0.2


def test_faces_and_close_ups_are_not_calibrated_together() -> None:
    sittings = sat(6, 1, 3)
    with pytest.raises(InputError, match="some a patch"):
        calibrate([*sittings[1:], replace(sittings[0], is_close_up=True)], fallback=NOBODY)


def test_who_has_little_of_something_is_measured_worse_and_the_error_says_so() -> None:
    rng = np.random.default_rng(11)
    counts = np.exp(rng.uniform(np.log(4), np.log(80), 120))
    noise = ABOUT["pores", "count-per-cm2"].noise

    def shot(count: float) -> tuple[Reading, ...]:
        return (reading(count + 0.02 * float(np.hypot(count, noise)) * rng.normal()),)

    people = [
        Sitting(f"p{person}", (shot(count), shot(count), shot(count))) for person, count in enumerate(counts)
    ]
    found = calibrate(people, fallback=NOBODY).of(reading(1.0))
    assert found is not None
    assert found.level == pytest.approx(np.median(counts), rel=0.02)
    for count in (5.0, 20.0, 70.0):
        truth = 0.02 * float(np.hypot(count, noise)) / count
        assert found.at(count, floor=0.01).within == pytest.approx(truth, rel=0.1)


def test_readings_of_another_version_have_an_unknown_error() -> None:
    made = calibrate(sat(6, 1, 3), fallback=NOBODY)
    assert made.of(reading(1.0)) is not None
    assert made.of(reading(1.0, version=2)) is None


def test_too_few_repeats_calibrate_nothing() -> None:
    with pytest.raises(InputError, match="5 repeated shots"):
        calibrate(sat(5, 1, 2), fallback=NOBODY)
    assert calibrate(sat(LEAST_DF, 1, 2), fallback=NOBODY).shots == 2 * LEAST_DF


def test_a_zone_seen_too_seldom_stays_unknown() -> None:
    shots = sat(6, 1, 2)
    rare = Sitting("p0", ((reading(1.0, zone="neck"),), (reading(1.1, zone="neck"),)))
    assert calibrate([*shots, rare], fallback=NOBODY).of(reading(1.0, zone="neck")) is None


def test_left_and_right_are_learnt_together() -> None:
    both = [
        Sitting(f"p{i}", tuple((reading(10.0 + j, zone=f"cheek-{side}"),) for j in range(3)))
        for i in range(2)
        for side in ("left", "right")
    ]
    found = calibrate(both, fallback=NOBODY).of(reading(1.0, zone="cheek-left"))
    assert found is not None
    assert found.within_df == 8


def test_a_value_that_could_not_be_measured_teaches_nothing() -> None:
    empty = [Sitting("p", tuple((reading(None),) for _ in range(9)))]
    assert calibrate(empty, fallback=NOBODY).known == ()


def test_a_number_that_was_always_nought_has_no_known_error() -> None:
    never = [Sitting(f"p{i}", tuple((reading(0.0),) for _ in range(3))) for i in range(6)]
    assert calibrate(never, fallback=NOBODY).known == ()


def test_what_is_written_is_read_again() -> None:
    made = calibrate(sat(6, 2, 2), fallback=NOBODY)
    assert read_calibration(write_calibration(made), where="clinic.json") == made


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff", b"[1]"])
def test_another_file_is_refused_by_name(raw: bytes) -> None:
    with pytest.raises(InputError, match="no calibration") as caught:
        read_calibration(raw, where="holiday.jpg")
    assert caught.value.where == "holiday.jpg"


def test_a_calibration_of_another_format_or_with_an_impossible_error_is_refused() -> None:
    good = write_calibration(calibration())
    for bad in (good.replace(b'"format": 1', b'"format": 2'), good.replace(b"0.05", b"-0.05")):
        assert bad != good
        with pytest.raises(InputError):
            read_calibration(bad, where="clinic.json")


def test_the_table_adamas_brings_says_that_it_comes_from_phantoms() -> None:
    brought = default_calibration()
    assert brought.made_from == "phantom"
    assert all(one.within > 0 and one.within_df >= 4 for one in brought.known)


def test_a_zone_without_sides_stays_as_it_is() -> None:
    assert [one_sided(z) for z in ("cheek-left", "cheek-right", "nose")] == ["cheek", "cheek", "nose"]


@pytest.mark.parametrize(("learnt", "used"), [("none", "none"), ("none", "chart"), ("chart", "chart")])
def test_errors_hold_for_photographs_whose_colours_are_corrected_at_least_as_well(
    learnt: Means, used: Means
) -> None:
    known_errors = replace(default_calibration(), colour=learnt)
    known_errors.require(used, "face")
    assert known_errors.colour == learnt


def test_errors_of_a_colour_chart_are_not_those_of_photographs_without_one() -> None:
    with pytest.raises(InputError, match="chart"):
        replace(default_calibration(), colour="chart").require("none", "face")


@pytest.mark.parametrize(
    ("view", "other"), [("face", "hand"), ("left-three-quarter", "cheek"), ("nose", "face")]
)
def test_errors_of_faces_are_not_those_of_close_ups(view: View, other: View) -> None:
    default_calibration(view).require("none", view)
    with pytest.raises(InputError, match="close-ups"):
        default_calibration(view).require("none", other)


def test_a_close_up_has_one_zone_and_the_errors_of_the_whole_hold_for_it() -> None:
    close = replace(calibration(known()), is_close_up=True)
    assert close.of(reading(20.0, zone="hands")) == close.of(reading(20.0)) == known()


def test_a_calibration_remembers_the_card_of_all_its_sittings_and_only_of_all() -> None:
    carded = [replace(one, colour="chart") for one in sat(4, 1, 4)]
    assert calibrate(carded).colour == "chart"
    assert calibrate([*carded[1:], *sat(1, 1, 4)]).colour == "none"
