"""`adamas measure`: each photograph measured or refused with a reason, real ones too."""

import json
from pathlib import Path

import matplotlib
import polars as pl
import pytest
import skimage

from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.main import main
from tests.support.photographs import folder

REAL = (
    Path(matplotlib.__file__).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg",
    Path(skimage.__file__).parent / "data" / "astronaut.png",
)
"""People on photographs that installed packages ship: in the public domain, and too small to measure."""


def test_a_photograph_is_measured_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", str(folder() / "before/1.jpg"), "--lang", "en"]) == DONE
    said = capsys.readouterr().out
    assert "USABLE" in said
    assert "Brown spots" in said
    assert "left cheek" in said


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_real_photograph_is_refused_for_what_it_lacks(
    path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["measure", str(path), "--lang", lang]) == WRONG_INPUT
    said = capsys.readouterr().out
    assert {"en": "Come closer", "ru": "мегапикс"}[lang] in said
    assert {"en": "Readings", "ru": "Показатели"}[lang] not in said


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_photograph_can_be_measured_anyway_and_says_what_is_too_coarse(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["measure", str(path), "--anyway", "--json"]) == WRONG_INPUT
    (told,) = json.loads(capsys.readouterr().out)
    whole = [reading for reading in told["readings"] if reading["zone"] == "whole"]
    assert whole
    assert all(reading["why_not"] == "measure-too-coarse" for reading in whole)


def test_a_bad_photograph_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jpg").write_bytes((folder() / "before/1.jpg").read_bytes())
    (tmp_path / "b.jpg").write_bytes(b"no photograph at all")
    (tmp_path / "c.jpg").write_bytes(REAL[0].read_bytes())
    table = tmp_path / "out" / "readings.parquet"
    assert main(["measure", str(tmp_path), "-o", str(table), "--lang", "en"]) == WRONG_INPUT
    said = capsys.readouterr().out
    assert said.index("a.jpg") < said.index("Refused") < said.index("b.jpg") < said.index("c.jpg")
    read = pl.read_parquet(table)
    assert read["photo"].unique(maintain_order=True).str.tail(5).to_list() == ["a.jpg", "b.jpg", "c.jpg"]
    good, bad = (read.filter(pl.col("photo").str.ends_with(name)) for name in ("a.jpg", "b.jpg"))
    assert good.filter(pl.col("measure") == "spots", pl.col("zone") == "whole")["value"].null_count() == 0
    assert bad.height == 1
    assert bad["problem"].item()
    assert "Measured: 1, refused: 2. Written to" in said
    assert read["view"].unique().to_list() == ["face"]
    assert good["doubts"].to_list()[0] == ["resolution"]
    assert bad["doubts"].to_list() == [[]]


def test_doubts_about_a_photograph_stand_beside_its_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shots = [str(folder() / f"before/{shot}.jpg") for shot in (1, 2)]
    table = tmp_path / "READINGS.JSON"
    assert main(["measure", *shots, "-o", str(table), "--lang", "en"]) == DONE
    said = capsys.readouterr().out
    assert "Doubts" in said
    assert "Detail" in said
    assert "2 photographs written to" in said
    for one in json.loads(table.read_bytes()):
        assert (one["view"], one["doubts"]) == ("face", ["resolution"])


@pytest.mark.parametrize("typed", ["nan", "inf", "1e9", "-3", "0", "0.9", "wide"])
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_scale_no_photograph_has_is_refused_in_words(
    typed: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["measure", "a.jpg"], ["compare", "a.jpg", "b.jpg"], ["trend", "a.jpg"]):
        assert main([*command, "--view", "cheek", "--px-per-mm", typed, "--lang", lang]) == WRONG_INPUT
        said = capsys.readouterr().err
        assert said.startswith("--px-per-mm: ")
        assert typed in said
        assert "500" in said


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_one_photograph_is_written_as_a_page_with_what_was_found(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    photo = str(folder() / "before/1.jpg")
    assert main(["measure", photo, "-o", str(page), "--lang", lang]) == DONE
    assert str(page) in capsys.readouterr().out
    written = page.read_text(encoding="utf-8")
    assert written.count("<img") >= 8
    assert {"en": "What was found", "ru": "Что найдено"}[lang] in written


def test_a_page_holds_one_photograph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["measure", str(folder()), "-o", str(page), "--lang", "en"]) == WRONG_INPUT
    assert "A page holds one photograph" in capsys.readouterr().err
    assert not page.exists()


def test_readings_are_not_written_to_a_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "a.jpg", "-o", "readings.xlsx"]) == WRONG_INPUT
    assert "readings.xlsx" in capsys.readouterr().err


def test_a_single_file_that_is_no_photograph_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    assert main(["measure", str(tmp_path / "a.jpg"), "--lang", "en"]) == WRONG_INPUT
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "a.jpg" in shown.err
