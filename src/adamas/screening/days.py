"""The day of a screening in columns: one day for all clients, or each client's own."""

from collections.abc import Callable
from datetime import date

import polars as pl

Day = date | pl.Series
"""One day for all, or a series with the day of each row."""


def day_column(on: Day) -> pl.Expr:
    """The day as a column."""
    return pl.lit(on, pl.Date) if isinstance(on, date) else pl.lit(on)


def worked_out(on: Day, how: Callable[[date], date]) -> pl.Expr:
    """Another day that follows from the day, worked out once for each day there is."""
    if isinstance(on, date):
        return day_column(how(on))
    days = on.unique()
    return pl.lit(on.replace_strict(days, pl.Series([how(day) for day in days], dtype=pl.Date)))


def days_in(on: Day) -> tuple[date, ...]:
    """The different days, soonest first."""
    return (on,) if isinstance(on, date) else tuple(on.unique().sort().to_list())
