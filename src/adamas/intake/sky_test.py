"""The sky model against figures that others published."""

from datetime import date, timedelta
from math import degrees

import pytest

from adamas.intake.sky import clear_sky_uv_index, declination, published_uv_index

EQUINOX, MIDSUMMER, MIDWINTER = date(2026, 3, 21), date(2026, 6, 21), date(2026, 12, 21)
MOSCOW, SOCHI, MELBOURNE = 55.75, 43.6, -37.8


@pytest.mark.parametrize(("day", "height"), [(MIDSUMMER, 23.44), (MIDWINTER, -23.44)])
def test_the_sun_turns_at_the_tropics(day: date, height: float) -> None:
    assert degrees(declination(day)) == pytest.approx(height, abs=0.05)


def test_the_sun_stands_over_the_equator_in_the_days_of_equinox() -> None:
    days = [date(2026, 3, 19) + timedelta(days=n) for n in range(4)]
    assert min(abs(degrees(declination(day))) for day in days) < 0.2


def test_the_equator_at_equinox_has_the_index_the_formula_is_named_by() -> None:
    assert clear_sky_uv_index(0.0, EQUINOX) == pytest.approx(12.5, abs=0.01)


def test_half_the_ozone_raises_the_index_by_the_published_power() -> None:
    thin, usual = (clear_sky_uv_index(0.0, EQUINOX, ozone_du=du) for du in (150.0, 300.0))
    assert thin / usual == pytest.approx(2**1.23)


def test_moscow_in_june_lies_between_the_forecasts_of_a_clear_month() -> None:
    # Forecasts of the Russian weather service for clear June days in Moscow: 6 to 9.
    assert 6 <= clear_sky_uv_index(MOSCOW, MIDSUMMER, ozone_du=350.0) < 7.5
    assert 7.5 <= clear_sky_uv_index(MOSCOW, MIDSUMMER) < 9


def test_the_black_sea_coast_in_june_reaches_the_forecast_ten_to_eleven() -> None:
    assert published_uv_index(SOCHI, MIDSUMMER) in (10.0, 11.0)


def test_moscow_in_december_stays_below_one() -> None:
    assert clear_sky_uv_index(MOSCOW, MIDWINTER) < 1


def test_the_south_has_its_summer_in_december() -> None:
    assert clear_sky_uv_index(MELBOURNE, MIDWINTER) > 10 > clear_sky_uv_index(MELBOURNE, MIDSUMMER)


def test_a_sun_that_does_not_rise_gives_nothing() -> None:
    assert clear_sky_uv_index(72.0, MIDWINTER) == 0.0


def test_the_index_is_printed_whole_as_forecasts_print_it() -> None:
    every_week = [published_uv_index(MOSCOW, date(2026, 1, 1) + timedelta(weeks=n)) for n in range(52)]
    assert all(value == int(value) for value in every_week)
    assert set(every_week) == set(range(9))
