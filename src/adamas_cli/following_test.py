"""`adamas trend`: one person in full, many in a table, and nobody is stopped by another one."""

import json
from pathlib import Path

import polars as pl
import pytest

from adamas.outcome.calibration import write_calibration
from adamas.outcome.pair_test import ERRORS
from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.main import main
from tests.support.photographs import folder

DAYS = {"2026-01-05": "before/1", "2026-02-02": "after/1", "2026-03-02": "after/1"}


@pytest.fixture
def errors(tmp_path: Path) -> tuple[str, str]:
    """Those of a careful clinic."""
    clinic = tmp_path / "clinic.json"
    clinic.write_bytes(write_calibration(ERRORS))
    return "--calibration", str(clinic)


def person(place: Path, days: dict[str, str] | None = None) -> Path:
    for day, name in (days or DAYS).items():
        (place / day).mkdir(parents=True)
        (place / day / "1.jpg").write_bytes(remarked((folder() / f"{name}.jpg").read_bytes(), day))
    return place


def remarked(jpeg: bytes, remark: str) -> bytes:
    """The same picture in a file of its own: with a remark, which nobody reads."""
    return jpeg[:2] + b"\xff\xfe" + (2 + len(remark)).to_bytes(2, "big") + remark.encode() + jpeg[2:]


@pytest.mark.parametrize(
    ("ending", "start"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("json", b"[")]
)
def test_a_course_is_written_as_asked(
    ending: str, start: bytes, errors: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / f"trend.{ending.upper()}"
    assert main(["trend", str(person(tmp_path / "anna")), *errors, "-o", str(report), "--lang", "en"]) == DONE
    assert report.read_bytes().startswith(start)
    said = capsys.readouterr().out
    assert "3 sittings from 5 January 2026 to 2 March 2026, 3 photographs." in said.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "brown spots" in said.partition("3 sittings")[0]


def test_many_people_are_one_table_and_who_cannot_be_followed_is_named(
    errors: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = person(tmp_path / "anna")
    (anna / "broken.jpg").write_bytes(b"no photograph")
    bella = person(tmp_path / "bella", {"2026-01-05": "before/1", "2026-02-02": "turned/1"})
    table = tmp_path / "trends.parquet"
    assert main(["trend", str(anna), str(bella), *errors, "-o", str(table), "--lang", "ru"]) == WRONG_INPUT
    said = capsys.readouterr().out
    assert said.index("anna") < said.index("Не подошли") < said.index("bella")
    read = pl.read_parquet(table)
    spots = read.filter(pl.col("measure") == "spots")
    assert spots["day"].cast(pl.String).to_list() == list(DAYS)
    assert (spots["low"] < spots["level"]).all()
    assert (spots["level"] < spots["high"]).all()
    assert read.filter(pl.col("person") == "bella")["problem"].is_not_null().all()


def test_machines_get_every_sitting_and_what_was_refused(
    errors: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = person(tmp_path / "anna")
    (anna / "2026-01-05" / "broken.jpg").write_bytes(b"no photograph")
    assert main(["trend", str(anna), *errors, "--json", "--lang", "en"]) == DONE
    (told,) = json.loads(capsys.readouterr().out)
    assert told["days"] == 56
    assert len(told["photographs"]) == 3
    assert "broken.jpg" in told["refused"][0]
    spots = next(line for line in told["lines"] if line["measure"] == "spots")
    assert (spots["word"], len(spots["sittings"])) == ("improved", 3)


def test_the_same_file_counts_once_and_is_named(
    errors: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    anna = person(tmp_path / "anna")
    first = anna / "2026-01-05" / "1.jpg"
    (anna / "2026-01-05" / "2.jpg").write_bytes(first.read_bytes())
    assert main(["trend", str(anna), *errors, "--json", "--lang", "en"]) == DONE
    (told,) = json.loads(capsys.readouterr().out)
    assert len(told["photographs"]) == 3
    assert "2.jpg: The same photograph twice" in told["refused"][0]
    (anna / "2026-02-02" / "1.jpg").write_bytes(first.read_bytes())
    assert main(["trend", str(anna), *errors, "--lang", "en"]) == WRONG_INPUT
    assert "The same photograph twice" in capsys.readouterr().err


def test_days_come_from_a_table_when_nothing_else_says_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("before/1", "before/2", "after/1")
    photos = [str(folder() / f"{name}.jpg") for name in names]
    assert main(["trend", *photos, "--lang", "en"]) == WRONG_INPUT
    assert "--dates" in capsys.readouterr().err
    table = tmp_path / "days.csv"
    rows = (f"{name}.jpg,2026-0{nth}-07" for nth, name in enumerate(names, start=1))
    table.write_text("\n".join(("photo,date", *rows)), encoding="utf-8")
    assert main(["trend", *photos, "--dates", str(table), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)[0]["days"] == 59


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("-o", "trend.docx"), "trend.docx"),
        (("--untreated", "chn"), "chin"),
        (("--dates", "gone.csv"), "gone.csv"),
    ],
)
def test_what_was_asked_wrongly_is_said(
    more: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["trend", str(person(tmp_path / "anna")), *more, "--lang", "en"]) == WRONG_INPUT
    assert said in capsys.readouterr().err
