"""Many comparisons: the adjusted p-values against worked examples and against chance."""

import numpy as np
import pytest

from adamas.outcome.control import benjamini_hochberg, holm


def test_holm_multiplies_the_smallest_by_their_number_and_never_falls() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))


def test_benjamini_hochberg_divides_by_the_rank() -> None:
    assert benjamini_hochberg([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.02, 0.04, 0.04, 0.02))


def test_equal_weights_are_no_weights() -> None:
    p = [0.2, 0.001, 0.03]
    assert holm(p, weights=[5, 5, 5]) == pytest.approx(holm(p))


def test_a_comparison_that_has_nearly_all_weight_is_hardly_punished() -> None:
    heavy, light = holm([0.04, 0.04], weights=[99, 1])
    assert heavy == pytest.approx(0.04 / 0.99)
    assert light == pytest.approx(heavy), "once the heavy one is rejected, all of the level is left"


@pytest.mark.parametrize("adjust", [holm, benjamini_hochberg])
def test_one_comparison_alone_stays_as_it_is_and_none_is_none(adjust: object) -> None:
    assert callable(adjust)
    assert adjust([0.03]) == pytest.approx((0.03,))
    assert adjust([]) == ()


def test_of_unchanged_skin_holm_errs_in_at_most_five_of_a_hundred_reports() -> None:
    rng = np.random.default_rng(3)
    # The same noise in half of them: measures of one photograph go together.
    shared = rng.normal(size=(4000, 1))
    noise = np.where(np.arange(12) % 2, shared, rng.normal(size=(4000, 12)))
    from scipy.special import ndtr

    p_values = ndtr(-noise)
    weights = [0.9 / 6] * 6 + [0.1 / 6] * 6
    wrong = sum(min(holm(row, weights=weights)) <= 0.05 for row in p_values)
    assert wrong / 4000 <= 0.05 + 2 * (0.05 * 0.95 / 4000) ** 0.5
