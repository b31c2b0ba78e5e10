"""Derived facts: worked out from others, silent when those are unknown, exact about the days they turn on."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adamas.intake.derived import DERIVED, sun_trip_end, sun_trip_start, uv_index
from adamas.intake.facts import Diary, Fact, Facts, Period
from adamas.knowledge.truth import NEVER, NOT_A_NUMBER, Row, Value

TODAY = date(2026, 11, 21)
HOME = Diary()
SEASIDE = Diary(sun=(Period(first=date(2026, 12, 1), last=date(2026, 12, 10)),))


def facts(**values: Value | None) -> Facts:
    return Facts({name.replace("_", "-"): Fact(value=value) for name, value in values.items()})


def test_the_uv_index_follows_from_the_latitude_and_the_day() -> None:
    row: Row = {"latitude": 44.0}
    assert uv_index(row, HOME, date(2026, 6, 21)) == 11.0
    assert uv_index(row, HOME, date(2026, 12, 21)) == 1.0


def test_without_a_latitude_the_uv_index_stays_unknown() -> None:
    assert uv_index({}, HOME, TODAY) is None
    assert uv_index({"latitude": NOT_A_NUMBER}, HOME, TODAY) is None
    assert "uv-index" not in facts().row(TODAY)


def test_a_forecast_that_was_heard_wins_over_the_sky_that_was_worked_out() -> None:
    assert facts(latitude=44.0, uv_index=3.0).row(date(2026, 6, 21))["uv-index"] == 3.0


def test_a_forecast_nobody_knows_leaves_the_word_to_the_latitude() -> None:
    assert facts(latitude=44.0, uv_index=None).row(date(2026, 6, 21))["uv-index"] == 11.0


def test_in_moscow_the_strong_sun_begins_in_april_and_ends_in_august() -> None:
    days = facts(latitude=55.75).days_of("uv-index", limit=6.0, after=date(2026, 1, 1))
    at_least_six = [day for day in days if is_strong(55.75, day) != is_strong(55.75, day - timedelta(days=1))]
    assert [day.month for day in at_least_six] == [4, 8]


def test_a_forecast_does_not_turn_by_waiting() -> None:
    assert facts(latitude=44.0, uv_index=8.0).days_of("uv-index", limit=6.0, after=TODAY) == ()


def test_a_forecast_speaks_of_its_own_day_and_leaves_the_others_to_the_latitude() -> None:
    today = date(2026, 6, 21)
    forecast = Fact(value=3.0, only_on=today)
    heard = facts(latitude=44.0).with_fact("uv-index", forecast)
    assert heard.row(today)["uv-index"] == 3.0
    assert heard.row(date(2026, 6, 22))["uv-index"] == 11.0
    days = heard.days_of("uv-index", limit=6.0, after=today)
    assert days[0] == date(2026, 6, 22)
    assert {day.month for day in days[1:]} == {3, 9}


def test_a_forecast_without_a_latitude_leaves_the_days_after_it_unknown() -> None:
    heard = facts().with_fact("uv-index", Fact(value=8.0, only_on=TODAY))
    assert "uv-index" not in heard.row(date(2026, 11, 22))
    assert heard.days_of("uv-index", limit=6.0, after=TODAY) == (date(2026, 11, 22),)


def test_an_index_that_nothing_compares_has_no_days() -> None:
    assert facts(latitude=44.0).days_of("uv-index", after=TODAY) == ()
    assert facts().days_of("uv-index", limit=6.0, after=TODAY) == ()


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert facts(latitude=44.0).days_of("uv-index", limit=6.0, after=date(9999, 12, 20)) == ()


@given(
    latitude=st.floats(min_value=-66, max_value=72),
    limit=st.integers(min_value=1, max_value=13).map(float),
    after=st.dates(min_value=date(1950, 1, 1), max_value=date(2190, 1, 1)),
)
def test_the_index_passes_a_limit_only_on_the_days_found(latitude: float, limit: float, after: date) -> None:
    found = set(facts(latitude=latitude).days_of("uv-index", limit=limit, after=after))
    for step in range(0, 365, 5):
        day = after + timedelta(days=step + 1)
        before, now = (index_at(latitude, day - timedelta(days=n)) for n in (1, 0))
        turned = (before >= limit, before > limit) != (now >= limit, now > limit)
        assert turned == (day in found)


def index_at(latitude: float, day: date) -> float:
    index = uv_index({"latitude": latitude}, HOME, day)
    assert isinstance(index, float)
    return index


def is_strong(latitude: float, day: date) -> bool:
    return index_at(latitude, day) >= 6


def test_a_planned_trip_is_seen_until_the_day_it_begins() -> None:
    assert sun_trip_start({}, SEASIDE, date(2026, 11, 30)) == date(2026, 12, 1)
    assert sun_trip_start({}, SEASIDE, date(2026, 12, 1)) == NEVER


def test_during_a_trip_the_last_day_of_sun_is_today_and_afterwards_its_last() -> None:
    assert sun_trip_end({}, SEASIDE, date(2026, 11, 30)) == NEVER
    assert sun_trip_end({}, SEASIDE, date(2026, 12, 5)) == date(2026, 12, 5)
    assert sun_trip_end({}, SEASIDE, date(2026, 12, 24)) == date(2026, 12, 10)


def test_an_answer_does_not_hide_a_stay_of_the_diary() -> None:
    beside = Facts(
        {
            "sun-trip-start": Fact(value=NEVER),
            "sun-trip-end": Fact(value=date(2026, 8, 30)),
        },
        diary=SEASIDE,
    )
    assert beside.row(TODAY)["sun-trip-start"] == date(2026, 12, 1)
    assert beside.row(TODAY)["sun-trip-end"] == date(2026, 8, 30)
    assert beside.row(date(2026, 12, 24))["sun-trip-end"] == date(2026, 12, 10)
    assert set(beside.days_of("sun-trip-start", after=TODAY)) >= {date(2026, 12, 1), date(2026, 12, 10)}


def test_a_diary_does_not_hide_a_stay_that_was_told() -> None:
    assert sun_trip_start({"sun-trip-start": date(2026, 11, 25)}, SEASIDE, TODAY) == date(2026, 11, 25)
    away_now = date(2026, 11, 30)
    assert sun_trip_end({"sun-trip-end": away_now}, SEASIDE, TODAY) == TODAY
    not_yet: Row = {"sun-trip-start": date(2026, 11, 25), "sun-trip-end": away_now}
    assert sun_trip_end(not_yet, SEASIDE, TODAY) == NEVER


def test_an_empty_diary_says_nothing_of_trips() -> None:
    assert sun_trip_start({}, HOME, TODAY) is None
    assert sun_trip_end({}, HOME, TODAY) is None


def test_age_counts_completed_years_and_turns_on_the_birthday() -> None:
    child = facts(birth_date=date(2012, 11, 22))
    assert child.row(TODAY)["age"] == 13.0
    assert child.row(date(2026, 11, 22))["age"] == 14.0
    assert date(2026, 11, 22) in child.days_of("age", limit=14.0, after=TODAY)


def test_whoever_is_born_on_a_leap_day_turns_older_on_the_first_of_march() -> None:
    child = facts(birth_date=date(2012, 2, 29))
    assert child.row(date(2026, 2, 28))["age"] == 13.0
    assert child.row(date(2026, 3, 1))["age"] == 14.0
    assert date(2026, 3, 1) in child.days_of("age", limit=14.0, after=TODAY)


def test_every_derivation_is_silent_about_a_client_of_whom_nothing_is_known() -> None:
    assert {name: derived.value({}, HOME, TODAY) for name, derived in DERIVED.items()} == dict.fromkeys(
        DERIVED
    )
