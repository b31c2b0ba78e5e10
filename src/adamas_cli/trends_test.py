"""Courses as rows: one a sitting, and one for somebody who has none."""

import io

import polars as pl

from adamas.errors import PhotoUnusable, told
from adamas.report.trend_test import NAMES, followed
from adamas.report.words import Catalogue
from adamas_cli.trends import Told, plain, table_of, written

WORDS = Catalogue("en")
REFUSED = Told(
    name="bella",
    problem=PhotoUnusable(told("photo-empty", "The file is empty."), where="b.jpg", hint="Take another."),
)


def anna() -> Told:
    return Told(name="anna", found=written(followed(), "anna", NAMES, ("d.jpg: out",)))


def test_each_sitting_of_each_measure_is_a_row_between_the_ends_of_its_band() -> None:
    table = pl.read_parquet(io.BytesIO(table_of([anna(), REFUSED], WORDS)))
    spots = table.filter(pl.col("measure") == "spots")
    assert spots["day"].n_unique() == spots.height == 3
    assert ((spots["low"] < spots["level"]) & (spots["level"] < spots["high"])).all()
    assert spots["change_high"].max() == spots["change_high"].min()
    (problem,) = table.filter(pl.col("person") == "bella")["problem"]
    assert problem == "b.jpg: The file is empty. Take another."


def test_machines_are_told_what_was_used_and_what_was_not() -> None:
    told_to_machines = plain(anna(), WORDS)
    assert [one["path"] for one in told_to_machines["photographs"]] == list(NAMES)
    assert told_to_machines["refused"] == ["d.jpg: out"]
    assert told_to_machines["colour"]["means"] == "none"
    assert plain(REFUSED, WORDS)["problem"].startswith("b.jpg")
