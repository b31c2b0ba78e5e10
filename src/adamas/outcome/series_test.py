"""A course of sittings: the trend follows what is real and ignores what is error."""

from datetime import date, timedelta

import numpy as np
import pytest

from adamas.outcome.series import Point, trend

FIRST = date(2026, 1, 5)


def points(values: list[float], *, sem: float = 0.1, apart: int = 14) -> list[Point]:
    return [Point(FIRST + timedelta(days=apart * i), value, sem) for i, value in enumerate(values)]


def test_a_course_without_change_is_called_real_in_at_most_five_of_a_hundred() -> None:
    rng = np.random.default_rng(5)
    real = sum(trend(points(rng.normal(0, 0.1, 6).tolist()), scale="ratio").is_real for _ in range(300))
    assert real <= 15 + 8


def test_a_steady_fall_is_real_and_about_as_large_as_it_is() -> None:
    rng = np.random.default_rng(6)
    falls = [
        trend(points((rng.normal(0, 0.05, 8) - 0.15 * np.arange(8)).tolist(), sem=0.05), scale="ratio")
        for _ in range(60)
    ]
    assert sum(found.is_real and found.change < 0 for found in falls) >= 57
    assert np.mean([found.change for found in falls]) == pytest.approx(-1.05, abs=0.1)


def test_the_band_is_narrower_than_the_error_of_one_sitting_when_nothing_moves() -> None:
    found = trend(points([1.0, 1.02, 0.98, 1.01, 0.99]), scale="difference")
    assert max(high - low for low, high in zip(found.lows, found.highs, strict=True)) < 2 * 1.96 * 0.1


def test_the_band_covers_a_level_that_wanders_in_about_95_of_100() -> None:
    rng = np.random.default_rng(7)
    inside = []
    for _ in range(150):
        truth = np.cumsum(rng.normal(0, 0.1, 8))
        found = trend(points((truth + rng.normal(0, 0.1, 8)).tolist()), scale="difference")
        inside.append((np.array(found.lows) <= truth) & (truth <= np.array(found.highs)))
    assert 0.85 <= np.mean(inside) <= 1.0


def test_days_are_put_in_order_and_gaps_count() -> None:
    late = trend(list(reversed(points([0.0, 0.5, 1.0]))), scale="difference")
    assert late.days == tuple(sorted(late.days))
    assert late.change > 0


@pytest.mark.parametrize(
    "bad",
    [points([1.0, 2.0]), points([1, 2, 3], apart=0), points([1, 2, 3], sem=0.0)],
    ids=["two sittings", "one day", "no error"],
)
def test_what_is_no_series_is_refused(bad: list[Point]) -> None:
    with pytest.raises(ValueError, match="three days"):
        trend(bad, scale="ratio")
