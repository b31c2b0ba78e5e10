from datetime import date, timedelta
from math import nan

import polars as pl
import pytest

from adamas.intake.facts import Diary, Period
from adamas.intake.read import read
from adamas.knowledge.truth import NEVER
from adamas.screening.columns import bits_of, columns_of, complete, schema_of
from tests.support.small_library import ZONES, small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)


def known(*, on: date = DAY, **columns: object) -> pl.DataFrame:
    """One row, completed; `_` stands for `-`."""
    schema = schema_of(LIBRARY)
    given = {name.replace("_", "-"): value for name, value in columns.items()}
    data = {name: [given.get(name)] for name in schema}
    return complete(pl.DataFrame(data, schema=pl.Schema(schema)), LIBRARY, on=on)


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(2000, 2, 29), date(2026, 2, 28), 25.0),
        (date(2000, 2, 29), date(2026, 3, 1), 26.0),
        (date(2000, 11, 21), date(2026, 11, 20), 25.0),
        (date(2000, 11, 21), DAY, 26.0),
        (NEVER, DAY, None),
        (None, DAY, None),
    ],
)
def test_age_is_completed_years(birth: date | None, on: date, age: float | None) -> None:
    assert known(birth_date=birth, on=on)["age"].to_list() == [age]


def test_an_age_that_was_told_is_not_worked_out() -> None:
    assert known(birth_date=date(2000, 1, 1), age=40.0)["age"].to_list() == [40.0]


def test_what_is_not_due_does_not_apply() -> None:
    row = known(age=30.0, guardian_consent=True, isotretinoin="never", isotretinoin_last=DAY, tattoo=False)
    assert row["guardian-consent"].to_list() == [False]
    assert row["isotretinoin-last"].to_list() == [NEVER]


def test_a_number_that_is_not_due_is_not_a_number() -> None:
    row = known(tattoo=False, pregnancy=False, mole_size=7.0)
    assert row["mole-size"].is_nan().to_list() == [True]


def test_what_is_not_due_silences_what_depends_on_it_in_turn() -> None:
    row = known(isotretinoin="never", isotretinoin_last=DAY, isotretinoin_blood_test=True)
    assert row["isotretinoin-blood-test"].to_list() == [False]


def test_an_answer_waits_while_it_is_unknown_whether_it_is_due() -> None:
    assert known(isotretinoin_last=DAY)["isotretinoin-last"].to_list() == [DAY]


@pytest.mark.parametrize("latitude", [-90.0, -33.9, 0.0, 43.6, 55.75, nan, None])
def test_the_ultraviolet_index_is_that_of_one_client(latitude: float | None) -> None:
    answers = {} if latitude is None or latitude != latitude else {"latitude": latitude}
    facts = read(answers, LIBRARY, on=DAY)
    assert known(latitude=latitude)["uv-index"].to_list() == [facts.row(DAY).get("uv-index")]


@pytest.mark.parametrize("days", range(-3, 4))
def test_days_under_strong_sun_are_those_of_one_client(days: int) -> None:
    first = DAY + timedelta(days=days)
    diary = Diary(
        sun=(
            Period(first=first, last=first + timedelta(days=1)),
            Period(first=DAY + timedelta(days=30), last=DAY + timedelta(days=40)),
        )
    )
    facts = read({}, LIBRARY, on=DAY, diary=diary)
    row = columns_of([facts], LIBRARY, on=DAY)
    for name in ("sun-trip-start", "sun-trip-end"):
        assert row[name].to_list() == [facts.row(DAY)[name]]


def test_an_unknown_answer_names_no_zones() -> None:
    facts = read({"tattoo": {"is": "unknown", "zones": ["chin"]}}, LIBRARY, on=DAY)
    assert columns_of([facts], LIBRARY, on=DAY)["tattoo@zones"].to_list() == [0]


def test_every_zone_has_a_bit_of_its_own() -> None:
    bits = bits_of(LIBRARY)
    assert set(bits) == set(ZONES)
    assert sum(bits.values()) == 2 ** len(ZONES) - 1
