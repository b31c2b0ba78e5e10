"""Joined limits are never looser than any of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.knowledge.statement import Limit
from adamas.screening.limits import NO_LIMIT, tightest

NAMES = st.lists(st.sampled_from(["a", "b", "c"]), unique=True).map(tuple)
LIMITS = st.builds(
    Limit,
    vacuum_kpa_at_most=st.none() | st.floats(1, 60),
    passes_at_most=st.none() | st.integers(1, 6),
    abrasion_factor=st.none() | st.floats(0.1, 1),
    interval_days_at_least=st.none() | st.integers(1, 60),
    test_spot=st.booleans(),
    exclude_zones=NAMES,
    exclude_goals=NAMES,
    only_goals=NAMES,
)


def allowed(limit: Limit) -> set[str]:
    named = set(limit.only_goals) or {"a", "b", "c", "d"}
    return named - set(limit.exclude_goals)


def test_no_limits_at_all_limit_nothing() -> None:
    assert tightest(()) == NO_LIMIT
    assert tightest((NO_LIMIT, NO_LIMIT)) == NO_LIMIT


def test_a_single_limit_stays_as_it_is() -> None:
    only = Limit(vacuum_kpa_at_most=12.0)
    assert tightest((NO_LIMIT, only)) is only


def test_each_part_is_joined_towards_safety() -> None:
    joined = tightest(
        (
            Limit(
                vacuum_kpa_at_most=20.0,
                interval_days_at_least=7,
                abrasion_factor=0.5,
                exclude_zones=("neck",),
            ),
            Limit(vacuum_kpa_at_most=14.0, interval_days_at_least=14, abrasion_factor=0.8, test_spot=True),
        )
    )
    assert joined.vacuum_kpa_at_most == 14.0
    assert joined.interval_days_at_least == 14
    assert joined.abrasion_factor == pytest.approx(0.4)
    assert joined.exclude_zones == ("neck",)
    assert joined.test_spot is True


def test_two_statements_that_share_no_goal_leave_none() -> None:
    assert allowed(tightest((Limit(only_goals=("a",)), Limit(only_goals=("b",))))) == set()
    assert allowed(tightest((Limit(only_goals=("a", "b")), Limit(only_goals=("b", "c"))))) == {"b"}


@given(limits=st.lists(LIMITS, min_size=1, max_size=4))
def test_a_joined_limit_is_never_looser_than_one_of_its_parts(limits: list[Limit]) -> None:
    joined = tightest(limits)
    for limit in limits:
        assert allowed(joined) <= allowed(limit)
        assert set(limit.exclude_zones) <= set(joined.exclude_zones)
        assert joined.test_spot >= limit.test_spot
        if limit.vacuum_kpa_at_most is not None:
            assert joined.vacuum_kpa_at_most is not None
            assert joined.vacuum_kpa_at_most <= limit.vacuum_kpa_at_most
        if limit.interval_days_at_least is not None:
            assert joined.interval_days_at_least is not None
            assert joined.interval_days_at_least >= limit.interval_days_at_least
        if limit.abrasion_factor is not None:
            assert joined.abrasion_factor is not None
            assert joined.abrasion_factor <= limit.abrasion_factor
