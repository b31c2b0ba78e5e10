"""The error of a measurement: what repeats tell of it, and what follows for the smallest real change."""

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.outcome.repeatability import KNOWN, Repeatability, components, error_of_change, icc


def known(*, within: float = 0.1, between: float = 0.0, df: float = KNOWN) -> Repeatability:
    return Repeatability(
        measure="pores",
        quantity="count-per-cm2",
        zone="whole",
        version=1,
        scale="ratio",
        within=within,
        within_df=df,
        between=between,
        between_df=df if between else 0.0,
    )


def test_the_smallest_real_change_is_1_96_times_root_two_times_the_error() -> None:
    assert known(within=0.1).mdc95() == pytest.approx(1.96 * 2**0.5 * 0.1, rel=1e-4)


def test_the_error_is_that_of_the_level_it_was_learnt_at_and_larger_below() -> None:
    learnt = replace(known(between=0.05), level=10.0, noise=20.0)
    assert learnt.at(10.0, floor=0.01) == learnt
    fewer = learnt.at(5.0, floor=0.01)
    assert fewer.within / learnt.within == pytest.approx((4.25**0.5 * 2) / 5**0.5, rel=1e-3)
    assert fewer.between / learnt.between == pytest.approx(fewer.within / learnt.within)
    assert learnt.at(1000.0, floor=0.01).within < learnt.within / 2


def test_an_error_of_differences_is_the_same_everywhere_and_so_is_one_without_a_level() -> None:
    degrees = replace(known(), scale="difference", level=10.0, noise=20.0)
    assert degrees.at(1.0, floor=0.01) == degrees
    assert known().at(1.0, floor=0.01) == known()


def test_three_shots_shrink_the_random_part_by_root_three_and_the_sitting_not_at_all() -> None:
    assert known(within=0.3).sem(3) == pytest.approx(0.3 / 3**0.5)
    assert known(within=0.0, between=0.2).sem(3) == pytest.approx(0.2)
    assert known(within=0.3, between=0.2).sem(3) ** 2 == pytest.approx(0.03 + 0.04)


def test_an_error_known_from_few_shots_asks_for_a_larger_change() -> None:
    few, many = known(df=6), known()
    assert few.mdc95() / many.mdc95() == pytest.approx(2.4469 / 1.96, rel=1e-3)


def test_degrees_of_freedom_lie_between_those_of_the_parts() -> None:
    mixed = known(within=0.1, between=0.1, df=10)
    error = error_of_change(mixed, before=1, after=1)
    assert error.df == pytest.approx(20)
    assert error.se == pytest.approx((2 * 0.01 + 2 * 0.01) ** 0.5)


def test_half_of_all_errors_lie_above_none() -> None:
    error = error_of_change(known(), before=1, after=1)
    assert error.p_above(0.0) == pytest.approx(0.5)
    assert error.p_above(1.6449 * error.se) == pytest.approx(0.05, abs=1e-4)


def test_the_components_of_the_variance_are_found_again() -> None:
    rng = np.random.default_rng(1)
    people = [
        [[float(v) for v in person + sitting + rng.normal(0, 0.1, 3)] for sitting in rng.normal(0, 0.2, 3)]
        for person in rng.normal(0, 1.0, 400)
    ]
    found = components(people)
    assert found.within**0.5 == pytest.approx(0.1, rel=0.03)
    assert found.between**0.5 == pytest.approx(0.2, rel=0.05)
    assert found.people**0.5 == pytest.approx(1.0, rel=0.1)
    assert found.within_df <= 2400
    assert 30 < found.between_df <= 800


def test_people_who_can_be_measured_unequally_well_give_heavier_tails() -> None:
    rng = np.random.default_rng(4)

    def shots(spread: float) -> list[list[list[float]]]:
        sds = 0.1 * np.exp(rng.normal(0, spread, 60))
        return [[rng.normal(0, sd, 6).tolist()] for sd in sds]

    assert components(shots(0.8)).within_df < 8
    assert components(shots(0.0)).within_df > 30


def test_sittings_that_agree_better_than_their_shots_add_nothing() -> None:
    found = components([[[0.0, 1.0], [1.0, 0.0]]])
    assert found.between == 0.0


def test_no_repeated_shot_tells_no_error() -> None:
    with pytest.raises(ValueError, match="two shots"):
        components([[[1.0]], [[2.0]]])


# Shrout & Fleiss 1979, table 2: six targets, four judges.
TABLE = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float
)


def test_the_correlations_of_shrout_and_fleiss_are_reproduced() -> None:
    assert icc(TABLE, "2,1") == pytest.approx(0.29, abs=0.005)
    assert icc(TABLE, "3,1") == pytest.approx(0.71, abs=0.005)


@pytest.mark.parametrize("shape", [(1, 3), (3, 1)])
def test_one_person_or_one_rating_correlates_with_nothing(shape: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="too few"):
        icc(np.zeros(shape), "2,1")
