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
