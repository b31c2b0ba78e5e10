"""`adamas calibrate`: a folder of re-takes becomes the errors of a clinic."""

from pathlib import Path

import pytest

from adamas.outcome.calibration import read_calibration
from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.main import main
from tests.support.photographs import folder


def people(place: Path, count: int) -> Path:
    for nth in range(count):
        for shot in (1, 2):
            photo = place / f"client-{nth}" / "monday" / f"{shot}.jpg"
            photo.parent.mkdir(parents=True, exist_ok=True)
            photo.write_bytes((folder() / f"before/{shot}.jpg").read_bytes())
    return place


def test_retakes_become_a_calibration_that_is_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    retakes, clinic = people(tmp_path / "retakes", 6), tmp_path / "clinic.json"
    (retakes / "client-0" / "monday" / "3.jpg").write_bytes(b"no photograph")
    assert main(["calibrate", str(retakes), "-o", str(clinic), "--lang", "en"]) == DONE
    said = capsys.readouterr().out
    assert "6 people, 6 sittings, 12 photographs" in said
    assert "3.jpg" in said
    learnt = read_calibration(clinic.read_bytes(), where="clinic.json")
    assert learnt.made_from == "own"
    assert {one.measure for one in learnt.known} >= {"evenness", "redness"}
    pair = [str(folder() / name) for name in ("before/1.jpg", "after/1.jpg")]
    assert main(["compare", *pair, "--days", "30", "--calibration", str(clinic), "--lang", "en"]) == DONE
    assert "your own calibration" in capsys.readouterr().out


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_people_calibrate_nothing(
    count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic = tmp_path / "clinic.json"
    retakes = people(tmp_path / "retakes", count)
    assert main(["calibrate", str(retakes), "-o", str(clinic), "--lang", "en"]) == WRONG_INPUT
    assert not clinic.exists()
    assert "folder" in capsys.readouterr().err or count == 1


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_copies_repeat_nothing_and_are_named_with_the_reason(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monday = people(tmp_path / "retakes", 1) / "client-0" / "monday"
    for nth in range(3, 10):
        (monday / f"{nth}.jpg").write_bytes((monday / "1.jpg").read_bytes())
    clinic = tmp_path / "clinic.json"
    typed = ["calibrate", str(tmp_path / "retakes"), "-o", str(clinic), "--lang", lang]
    assert main(typed) == WRONG_INPUT
    assert not clinic.exists()
    said = capsys.readouterr().err.splitlines()
    named = [line for line in said if {"en": "same photograph twice", "ru": "снимок дважды"}[lang] in line]
    assert len(named) == 7
    assert "3.jpg" in named[0]
    assert len(said) == 10


def test_photographs_that_never_differ_calibrate_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = (folder() / "before/1.jpg").read_bytes()
    monday = tmp_path / "retakes" / "anna" / "monday"
    monday.mkdir(parents=True)
    for nth in range(8):
        # A remark in the file makes it another file with the same picture.
        (monday / f"{nth}.jpg").write_bytes(raw[:2] + b"\xff\xfe\0\3%d" % nth + raw[2:])
    clinic = tmp_path / "clinic.json"
    assert main(["calibrate", str(tmp_path / "retakes"), "-o", str(clinic), "--lang", "en"]) == WRONG_INPUT
    assert "No error could be learnt" in capsys.readouterr().err
    assert not clinic.exists()
