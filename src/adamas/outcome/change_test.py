"""One number before and after: what is a change, how sure it is, and when there is none to speak of."""

import math

import pytest
from msgspec.structs import replace

from adamas.outcome.change import believed, change_of, share
from adamas.outcome.repeatability import KNOWN
from tests.support.readings import known, reading


def test_a_ratio_is_told_with_an_interval_as_wide_as_the_smallest_real_change() -> None:
    found = change_of([reading(100)], [reading(80)], known(within=0.05))
    assert [found.before, found.after] == pytest.approx([100, 80])
    assert found.change == pytest.approx(math.log(0.8), rel=1e-3)
    assert found.low is not None
    assert found.high is not None
    assert found.high - found.low == pytest.approx(2 * 1.96 * 2**0.5 * 0.05, rel=1e-3)


def test_what_is_said_is_what_before_and_after_show_also_near_the_floor() -> None:
    found = change_of([reading(0.07)], [reading(0.026)], known(within=0.05))
    assert found.said is not None
    assert found.said.change == pytest.approx(0.026 / 0.07 - 1)
    assert found.change is not None
    assert share(found.change) > found.said.change + 0.001
    assert found.said.low is not None
    assert found.said.high is not None
    assert found.said.low < found.said.change < found.said.high
    assert found.said.smallest is not None
    assert 0 < found.said.smallest < 1


def test_what_came_where_nothing_was_has_no_share() -> None:
    assert change_of([reading(0.0)], [reading(3.0)], known()).said is None


def test_no_difference_is_as_probable_up_as_down() -> None:
    found = change_of([reading(50)], [reading(50)], known())
    assert [found.p_less, found.p_more] == pytest.approx([0.5, 0.5])


def test_a_fall_is_improbable_as_an_accident_downwards_only() -> None:
    found = change_of([reading(100)], [reading(70)], known(within=0.05))
    assert found.p_less < 1e-5
    assert found.p_more > 1 - 1e-5


def test_the_same_fall_is_told_from_error_where_there_is_much_sooner_than_where_there_is_little() -> None:
    error = replace(known(within=0.03), level=10.0, noise=20.0)
    much = change_of([reading(40)], [reading(32)], error)
    little = change_of([reading(4)], [reading(3.2)], error)
    assert much.change == pytest.approx(little.change, rel=0.01)
    assert much.mdc95 is not None
    assert little.mdc95 is not None
    assert little.mdc95 > 3 * much.mdc95


def test_where_most_is_gone_the_interval_knows_that_little_is_measured_worse() -> None:
    error = replace(known(within=0.03), level=10.0, noise=20.0)
    gone = change_of([reading(40)], [reading(4)], error)
    alike = change_of([reading(12.65)], [reading(12.65)], error)
    assert gone.high is not None
    assert gone.low is not None
    assert gone.mdc95 == pytest.approx(alike.mdc95, rel=0.01)
    assert gone.mdc95 is not None
    assert gone.high - gone.low > 2 * 1.5 * gone.mdc95


def test_more_shots_narrow_the_interval() -> None:
    one = change_of([reading(100)], [reading(90)], known())
    three = change_of([reading(100)] * 3, [reading(90)] * 3, known())
    assert one.mdc95 is not None
    assert three.mdc95 is not None
    assert three.mdc95 < one.mdc95 / 1.7


def test_too_few_lesions_are_not_compared() -> None:
    few = change_of([reading(0.04)], [reading(0.0)], known())
    assert few.why is not None
    assert few.why.id == "outcome-why-few"
    assert change_of([reading(0.05)], [reading(0.0)], known()).why is None


def test_the_last_lesion_that_goes_is_no_infinite_ratio() -> None:
    gone = change_of([reading(0.01)], [reading(0.0)], known())
    halved = change_of([reading(10.0)], [reading(5.0)], known())
    assert gone.change is not None
    assert gone.change == pytest.approx(-math.asinh(0.5), abs=1e-9), "one lesion on 100 cm2 is 0.01"
    assert halved.change == pytest.approx(-math.log(2), rel=1e-4)


def test_shots_that_scatter_as_calibrated_make_the_error_better_known() -> None:
    found = believed(known(within=0.1, df=10), [_scatter(0.1), _scatter(0.1)])
    assert found.within_df == 14
    assert found.within == pytest.approx(0.1, rel=0.05)


def test_shots_that_scatter_far_more_are_believed_alone() -> None:
    found = believed(known(within=0.01, df=60), [_scatter(0.2), _scatter(0.2)])
    assert found.within == pytest.approx(0.2, rel=0.05)
    assert found.within_df == 4


def test_two_single_shots_say_nothing_of_the_error_themselves() -> None:
    assert believed(known(), [_scatter(0.2)[:1], _scatter(0.2)[:1]]).within_df == KNOWN


def test_what_cannot_be_measured_on_one_side_says_why() -> None:
    found = change_of([reading(3)], [reading(None, why_not="measure-too-coarse")], known())
    assert found.change is None
    assert found.why is not None
    assert found.why.id == "measure-too-coarse"


def test_a_zone_that_one_side_does_not_show_says_so() -> None:
    found = change_of([reading(3)], [], known())
    assert found.why is not None
    assert found.why.id == "outcome-why-unmeasured"


def test_two_versions_of_a_method_are_never_compared() -> None:
    found = change_of([reading(3)], [reading(2, version=2)], known())
    assert found.change is None
    assert found.why is not None
    assert found.why.id == "outcome-why-versions"


def test_without_a_known_error_there_is_no_interval() -> None:
    found = change_of([reading(3)], [reading(2)], None)
    assert not found.is_weighed
    assert found.why is not None
    assert found.why.id == "outcome-why-error-unknown"


def test_a_log_ratio_is_told_as_a_share() -> None:
    assert share(math.log(0.5)) == pytest.approx(-0.5)


def _scatter(sd: float) -> list[float]:
    """Three values around nought with exactly this standard deviation."""
    return [-sd, 0.0, sd]
