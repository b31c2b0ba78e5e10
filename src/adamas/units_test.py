"""Quantities keep their unit, and spans their calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.errors import UnitMismatch
from adamas.units import SPAN_UNITS, add_span, grit_um, parse_span, vacuum_kpa, years_between

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "kpa"),
    [
        ("20 kPa", 20.0),
        ("12,5 kpa", 12.5),
        ("200 mbar", 20.0),
        ("0.2 bar", 20.0),
        ("150 mmHg", 19.9983),
        ("15 cmHg", 19.9983),
        ("6 inHg", 20.318334),
        ("3 psi", 20.684271),
    ],
)
def test_a_vacuum_is_the_same_in_every_unit_of_pressure(text: str, kpa: float) -> None:
    assert vacuum_kpa(text) == pytest.approx(kpa, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "um"), [("100 um", 100.0), ("100 µm", 100.0), ("100 μm", 100.0), ("0.1 mm", 100.0)]
)
def test_a_grit_is_read_with_either_micro_sign(text: str, um: float) -> None:
    assert grit_um(text) == pytest.approx(um)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("12", "has no unit"),
        ("12 um", "is not a unit of this quantity"),
        ("strong", "is not a number with a unit"),
        ("nan kPa", "is not a number with a unit"),
        ("1e3 kPa", "is not a number with a unit"),
        ("12 kPa or so", "is not a number with a unit"),
    ],
)
def test_a_vacuum_without_a_unit_of_pressure_is_refused(text: str, what: str) -> None:
    with pytest.raises(UnitMismatch, match=what) as refused:
        vacuum_kpa(text)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "span"), [("14 days", (14, "day")), ("1 week", (1, "week")), ("6 months", (6, "month"))]
)
def test_a_span_is_a_count_and_a_unit(text: str, span: tuple[int, str]) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["6", "six months", "-6 months", "6 fortnights", "1.5 years"])
def test_a_span_in_other_words_is_refused(text: str) -> None:
    with pytest.raises(UnitMismatch, match="is not a span of time"):
        parse_span(text)


@pytest.mark.parametrize(
    ("day", "count", "unit", "end"),
    [
        (date(2026, 8, 31), 6, "month", date(2027, 2, 28)),
        (date(2027, 8, 31), 6, "month", date(2028, 2, 29)),
        (date(2028, 2, 29), 1, "year", date(2029, 2, 28)),
        (date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        (date(2026, 3, 31), -1, "month", date(2026, 2, 28)),
        (date(2026, 11, 21), 14, "day", date(2026, 12, 5)),
        (date(2026, 12, 25), 2, "week", date(2027, 1, 8)),
        (date(2026, 12, 15), 1, "month", date(2027, 1, 15)),
        (date(9999, 12, 31), 1, "day", date.max),
        (date(9999, 6, 30), 1, "year", date.max),
        (date(1, 1, 1), -1, "month", date.min),
    ],
)
def test_a_span_ends_on_the_calendar_day(day: date, count: int, unit: str, end: date) -> None:
    assert add_span(day, count, unit) == end


@given(day=DAYS, count=st.integers(0, 400), unit=st.sampled_from(SPAN_UNITS))
def test_a_longer_span_never_ends_sooner(day: date, count: int, unit: str) -> None:
    assert add_span(day, count, unit) <= add_span(day, count + 1, unit)
    assert add_span(day, count, unit) >= day


@given(day=DAYS, count=st.integers(1, 60))
def test_months_land_on_the_same_day_or_on_the_month_end(day: date, count: int) -> None:
    end = add_span(day, count, "month")
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == count
    assert end.day == day.day or (end + timedelta(days=1)).day == 1


def test_age_is_counted_in_completed_years() -> None:
    assert years_between(date(2012, 11, 21), date(2026, 11, 20)) == 13
    assert years_between(date(2012, 11, 21), date(2026, 11, 21)) == 14
    assert years_between(date(2012, 2, 29), date(2026, 2, 28)) == 13
    assert years_between(date(2012, 2, 29), date(2026, 3, 1)) == 14
