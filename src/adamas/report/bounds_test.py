"""A reader sees the bound that binds, once, with everybody who asks for it."""

from adamas.planning.plan import Bound
from adamas.report.bounds import binding


def bound(name: str, value: float | str, statement: str, zone: str | None = None) -> Bound:
    return Bound(name=name, value=value, statement=statement, zone=zone)


def test_of_several_intervals_the_longest_binds() -> None:
    found = binding(
        [bound("interval_days_at_least", 14, "tone"), bound("interval_days_at_least", 28, "melasma")]
    )
    assert [(b.value, statements) for b, statements in found] == [(28, ("melasma",))]


def test_of_several_vacuums_the_weakest_binds() -> None:
    found = binding(
        [bound("vacuum_kpa_at_most", 14.0, "thinner"), bound("vacuum_kpa_at_most", 20.0, "vessels")]
    )
    assert [(b.value, statements) for b, statements in found] == [(14.0, ("thinner",))]


def test_statements_that_ask_for_the_same_stand_together() -> None:
    found = binding([bound("passes_at_most", 2, "tone"), bound("passes_at_most", 2, "acne")])
    assert [statements for _, statements in found] == [("tone", "acne")]


def test_a_bound_of_one_zone_does_not_hide_that_of_another() -> None:
    found = binding([bound("passes_at_most", 1, "a", "nose"), bound("passes_at_most", 2, "a", "chin")])
    assert [(b.zone, b.value) for b, _ in found] == [("nose", 1), ("chin", 2)]


def test_every_factor_counts() -> None:
    assert len(binding([bound("abrasion_factor", 0.7, "dry"), bound("abrasion_factor", 0.8, "first")])) == 2
