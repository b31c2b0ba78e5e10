from datetime import date, timedelta
from random import Random
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from adamas.errors import AnswerInvalid, InputError
from adamas.intake.facts import Diary
from adamas.intake.read import read
from adamas.screening.columns import columns_of
from adamas.screening.table import ROW, check_columns, read_table
from tests.support.random_clients import Crowd
from tests.support.small_library import small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)


def table(**columns: Any) -> pl.DataFrame:
    return pl.DataFrame({name.replace("_", "-"): values for name, values in columns.items()}).with_row_index(
        ROW, offset=1
    )


def as_table(
    people: list[dict[str, Any]], wished: list[tuple[str, ...]], diaries: list[Diary]
) -> pl.DataFrame:
    """The same answers as columns of words."""
    long = [
        {name: a if isinstance(a, dict) else {"is": a} for name, a in answers.items()} for answers in people
    ]
    columns: dict[str, pl.Series] = {}
    for name, question in LIBRARY.questions.items():
        columns[name] = pl.Series([one.get(name, {}).get("is") for one in long], dtype=pl.String)
        columns[f"{name}.on"] = pl.Series([one.get(name, {}).get("on") for one in long], dtype=pl.String)
        if question.zoned:
            named = [one.get(name, {}).get("zones") for one in long]
            columns[f"{name}.zones"] = pl.Series(named, dtype=pl.List(pl.String))
    stays = [[{"from": s.first, "to": s.last} for s in diary.sun] for diary in diaries]
    columns["sun"] = pl.Series(stays, dtype=pl.List(pl.Struct({"from": pl.Date, "to": pl.Date})))
    columns["zones"] = pl.Series([list(zones) for zones in wished], dtype=pl.List(pl.String))
    return pl.DataFrame(columns).with_row_index(ROW, offset=1)


@given(random=st.randoms(use_true_random=False), on=st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_a_table_says_what_the_same_answers_say_one_by_one(random: Random, on: date) -> None:
    crowd = Crowd(LIBRARY, on=on, random=random)
    people = [crowd.answers() for _ in range(6)]
    wished, diaries = [crowd.wished() for _ in people], [crowd.diary() for _ in people]
    facts = [
        read(answers, LIBRARY, on=on, zones=zones, diary=diary)
        for answers, zones, diary in zip(people, wished, diaries, strict=True)
    ]
    asked = as_table(people, wished, diaries)
    check_columns(asked.drop(ROW).schema, LIBRARY, where="t")
    together = read_table(asked, LIBRARY, on=on, where="t")
    assert_frame_equal(together, columns_of(facts, LIBRARY, on=on))
    for facts_of_one, row in zip(facts, together.iter_rows(named=True), strict=True):
        known = {name: str(row[name]) for name in LIBRARY.questions if row[name] is not None}
        assert known == {name: str(value) for name, value in facts_of_one.row(on).items()}


def test_each_row_is_read_as_of_its_own_day() -> None:
    days = pl.Series("on", [date(2026, 11, 21), date(2026, 11, 22), date(2027, 5, 21)])
    heard = [date(2026, 11, 21)] * 3
    read_on = read_table(
        table(pregnancy=[True] * 3, guardian_consent=[True] * 3, age=[15.0] * 3, on=heard),
        LIBRARY,
        on=days,
        where="t",
    )
    assert read_on["pregnancy"].to_list() == [True, None, None]
    assert read_on["guardian-consent"].to_list() == [True, True, None]


def test_typed_columns_are_read_like_words() -> None:
    words = table(pregnancy=["yes", "unknown"], phototype=["iii", None], age=["30 years", "4,5"])
    types = table(pregnancy=[True, None], phototype=["iii", None], age=[30.0, 4.5])
    one, other = (read_table(t, LIBRARY, on=DAY, where="t") for t in (words, types))
    assert one.equals(other)


def test_a_day_that_is_never_was_never() -> None:
    frame = read_table(table(sunburn_last=[date.min]), LIBRARY, on=DAY, where="t")
    assert frame["sunburn-last"].to_list() == [date.min]


@pytest.mark.parametrize(("days", "kept"), [(0, True), (1, None)])
def test_an_answer_for_one_visit_is_forgotten_the_next_day(days: int, kept: bool | None) -> None:
    heard = DAY - timedelta(days=days)
    frame = read_table(table(pregnancy=[True], on=[heard]), LIBRARY, on=DAY, where="t")
    assert frame["pregnancy"].to_list() == [kept]


@pytest.mark.parametrize(
    ("columns", "place", "what"),
    [
        ({"pregnancy": ["yes", "maybe"]}, "t:2 (pregnancy)", "'maybe': This is not an answer"),
        ({"phototype": ["iii", "ix"]}, "t:2 (phototype)", "'ix': This is not an answer"),
        ({"phototype": [None, 3]}, "t:2 (phototype)", "A choice is a word"),
        ({"age": ["old"]}, "t:1 (age)", "'old': This is not an answer"),
        ({"age": ["3 months"]}, "t:1 (age)", "'3 months': This is not an answer"),
        ({"age": [3, 121]}, "t:2 (age)", "Too large"),
        ({"age": [-1]}, "t:1 (age)", "Too small"),
        ({"age": [float("nan")]}, "t:1 (age)", "no number"),
        ({"sunburn_last": ["2026-02-30"]}, "t:1 (sunburn-last)", "'2026-02-30': This is not an answer"),
        ({"sunburn_last": [date(2026, 11, 22)]}, "t:1 (sunburn-last)", "after the day of the answer"),
        ({"sunburn_last": [date(1620, 1, 1)]}, "t:1 (sunburn-last)", "Hardly a day"),
        ({"birth_date": ["1990-01-01", "never"]}, "t:2 (birth-date)", "Hardly a day"),
        (
            {"birth_date": [date(1990, 1, 1), date(2011, 1, 1)], "age": [36, 30]},
            "t:2 (age)",
            "the age is another",
        ),
        ({"tattoo": [True], "tattoo.zones": [["chek"]]}, "t:1 (tattoo.zones)", "no 'chek' in zones"),
        ({"zones": [["nose"], ["knee"]]}, "t:2 (zones)", "no 'knee' in zones"),
        ({"pregnancy": [True], "on": [date(2026, 12, 1)]}, "t:1 (pregnancy.on)", "lies ahead"),
        ({"age": ["12 years old"]}, "t:1 (age)", "'12 years old': This is not an answer"),
        ({"sunburn_last": ["2026-3-7"]}, "t:1 (sunburn-last)", "'2026-3-7': This is not an answer"),
        ({"pregnancy": [date(2026, 1, 1)]}, "t (pregnancy)", "cannot be read"),
        ({"pregnancy": [1]}, "t (pregnancy)", "cannot be read"),
        ({"age": [True]}, "t (age)", "cannot be read"),
        ({"sunburn_last": [20000]}, "t (sunburn-last)", "cannot be read"),
        ({"pregnancy": [True], "on": ["yesterday"]}, "t (on)", "cannot be read"),
    ],
)
def test_a_wrong_cell_is_named_with_row_and_column(columns: dict[str, Any], place: str, what: str) -> None:
    with pytest.raises(AnswerInvalid) as caught:
        read_table(table(**columns), LIBRARY, on=DAY, where="t")
    assert caught.value.where == place
    assert what in caught.value.what
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pregnency", "Did you mean 'pregnancy'?"),
        ("tattoo.zones", "Add the column 'tattoo'"),
        ("age.zones", "Did you mean 'age.on'?"),
    ],
)
def test_a_column_nobody_knows_is_refused(name: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        check_columns(pl.Schema({name: pl.String}), LIBRARY, where="t")
    assert hint in caught.value.hint
