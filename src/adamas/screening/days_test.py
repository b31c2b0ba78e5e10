from datetime import date, timedelta

import polars as pl

from adamas.screening.days import day_column, days_in, worked_out

ONE, OTHER = date(2026, 11, 21), date(2026, 2, 28)
FRAME = pl.DataFrame({"row": [0, 1, 2]})


def listed(column: pl.Expr) -> list[date]:
    found: list[date] = FRAME.select("row", day=column)["day"].to_list()
    return found


def test_one_day_stands_in_every_row() -> None:
    assert listed(day_column(ONE)) == [ONE] * 3
    assert days_in(ONE) == (ONE,)


def test_each_row_has_its_own_day() -> None:
    own = pl.Series([ONE, OTHER, ONE])
    assert listed(day_column(own)) == [ONE, OTHER, ONE]
    assert days_in(own) == (OTHER, ONE)


def test_what_follows_from_the_day_is_worked_out_once_a_day() -> None:
    asked: list[date] = []

    def tomorrow(day: date) -> date:
        asked.append(day)
        return day + timedelta(days=1)

    assert listed(worked_out(pl.Series([ONE, OTHER, ONE]), tomorrow)) == [
        date(2026, 11, 22),
        date(2026, 3, 1),
        date(2026, 11, 22),
    ]
    assert sorted(asked) == [OTHER, ONE]
    assert listed(worked_out(ONE, tomorrow)) == [date(2026, 11, 22)] * 3
