"""The day of a photograph: a table before the camera, the camera before a name, and no guess."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adamas.errors import InputError, PhotoUnusable
from adamas.imaging.photo import Capture
from adamas_cli.dates import day_in, day_of, read_dates

CLOCK = Capture(taken_at=datetime(2026, 5, 4, 10, tzinfo=UTC))
PHOTOS = (Path("anna/1.jpg"), Path("anna/2.jpg"), Path("bella/1.jpg"))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2026-03-07", date(2026, 3, 7)),
        ("2026-03-07 left", date(2026, 3, 7)),
        ("IMG_20260307_101500", date(2026, 3, 7)),
        ("visit 2026.03.07", date(2026, 3, 7)),
        ("2026-02-30", None),
        ("DSC_0042", None),
        ("120260307", None),
        ("20260307123", None),
        ("", None),
    ],
)
def test_a_name_holds_a_day_or_none(name: str, day: date | None) -> None:
    assert day_in(name) == day


def test_the_table_counts_before_the_camera_and_the_camera_before_the_name() -> None:
    path = Path("2026-03-07/1.jpg")
    assert day_of(path, CLOCK, {path: date(2026, 1, 1)}) == date(2026, 1, 1)
    assert day_of(path, CLOCK, {}) == date(2026, 5, 4)
    assert day_of(path, Capture(), {}) == date(2026, 3, 7)
    assert day_of(Path("2026-03-07/2026-04-01.jpg"), Capture(), {}) == date(2026, 4, 1)


def test_a_camera_whose_clock_was_never_set_is_not_believed() -> None:
    reset = Capture(taken_at=datetime(1980, 1, 1, tzinfo=UTC))
    assert day_of(Path("2026-03-07/1.jpg"), reset, {}) in (date(2026, 3, 7), date(1980, 1, 1))


def test_a_photograph_without_a_day_is_refused_with_what_to_do() -> None:
    with pytest.raises(PhotoUnusable, match="which day") as caught:
        day_of(Path("anna/1.jpg"), Capture(), {})
    assert "--dates" in caught.value.hint


def test_a_table_names_photographs_as_far_back_as_is_needed(tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    table.write_text("photo,date\nanna/1.jpg,2026-01-05\n2.jpg,2026-02-05\n", encoding="utf-8")
    assert read_dates(table, PHOTOS) == {PHOTOS[0]: date(2026, 1, 5), PHOTOS[1]: date(2026, 2, 5)}
    assert read_dates(None, PHOTOS) == {}


def test_a_table_of_a_spreadsheet_may_have_semicolons(tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    table.write_text("photo;date;remark\nanna/1.jpg;2026-01-05;tired, late\n", encoding="utf-8-sig")
    assert read_dates(table, PHOTOS) == {PHOTOS[0]: date(2026, 1, 5)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("photo\tdate\n1.jpg\t2026-03-07\n", "photo;date"),
        ("file,day\na,b\n", "photo and date"),
        ("", "photo and date"),
        ("photo,date\n1.jpg,07.03.2026x\n", ":2: '07.03.2026x' is not a day"),
        ("photo,date\n2.jpg\n", ":2: '' is not a day"),
        ("photo,date\n2.jpeg,2026-03-07\n", "Did you mean '2.jpg'"),
        ("photo,date\n1.jpg,2026-03-07\nbella/1.jpg,2026-03-08\n", ":3: The photograph"),
    ],
)
def test_a_table_that_cannot_be_understood_says_the_line(text: str, said: str, tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_dates(table, PHOTOS)
    assert said in str(caught.value)
