import json
from pathlib import Path
from typing import Any

import pytest

from adamas_cli.main import main

ASKED = (
    "dose",
    "--zone",
    "cheek",
    "--grit",
    "100",
    "--vacuum",
    "20kPa",
    "--on",
    "2026-11-21",
    "--lang",
    "en",
)
CALM = (*ASKED, "--passes", "1", "--age", "30", "--skin", "normal")


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(words)
    said = capsys.readouterr()
    return code, said.out + said.err


def found(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    _, said = shown(capsys, *words, "--json")
    read: dict[str, Any] = json.loads(said)
    return read


def test_calm_settings_are_inside_and_every_figure_has_its_band(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = shown(capsys, *CALM)
    assert code == 0
    assert "INSIDE THE ENVELOPE" in said
    assert "of the horny layer is taken (middle" in said
    assert "A model, not a measurement." in said
    assert "not yet clinically reviewed" in said
    assert "carried over to diamond" in said


def test_what_lies_outside_is_stopped_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = shown(capsys, *ASKED, "--passes", "2", "--age", "45", "--skin", "dry")
    assert code == 4
    assert "STOP" in said
    assert "the ceiling is 80 %" in said


def test_the_same_settings_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = shown(capsys, *(word.replace("en", "ru") if word == "en" else word for word in CALM))
    assert code == 0
    assert "Модель, а не измерение" in said
    assert "рогового слоя снимется" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("--vacuum", "12"), "12 without a unit may be 1.6 kPa"),
        (("--zone", "chek"), "cheek"),
        (("--answer", "aspirin"), "is not an answer"),
        (("--grit", "0"), "must be above zero"),
        (("--device", "generic-level", "--vacuum", "5"), "Nobody knows what vacuum 5"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    capsys: pytest.CaptureFixture[str], change: tuple[str, ...], said: str
) -> None:
    code, told = shown(capsys, *CALM, *change)
    assert code == 2
    assert said in told


def test_a_setting_left_out_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = shown(capsys, "dose", "--zone", "cheek", "--grit", "100", "--lang", "en")
    assert (code, "--vacuum is missing" in said) == (2, True)


def test_a_bare_number_is_read_on_the_dial_of_the_device(capsys: pytest.CaptureFixture[str]) -> None:
    read = found(capsys, *CALM, "--device", "generic-inhg", "--vacuum", "5", "--tip", "fine")
    assert read["exposure"]["vacuum_kpa"] == pytest.approx(16.93, abs=0.01)


def test_a_head_of_the_device_brings_its_grain(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("dose", "--zone", "cheek", "--vacuum", "17kPa", "--device", "generic-kpa", "--tip", "fine")
    assert found(capsys, *words)["exposure"]["grit_um"] == 80


def test_answers_and_skin_bring_the_limits_of_their_statements(capsys: pytest.CaptureFixture[str]) -> None:
    for more in (("--answer", "antiplatelet=present"), ("--skin", "sensitive"), ("--skin", "thin")):
        assert found(capsys, *CALM, *more)["envelope"]["vacuum_kpa"]["value"] == 14


def test_a_client_who_may_not_be_treated_is_stopped_whatever_the_settings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said = shown(capsys, *CALM, "--answer", "pregnancy=present")
    assert code == 4
    assert "Not to be treated at all: Pregnancy" in said


def test_an_override_is_returned_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--grit", "110", "--override", "tried on the arm")
    assert found(capsys, *CALM, *asked)["judged"]["result"] == "overridden"


def test_a_tip_held_still_shows_no_share(capsys: pytest.CaptureFixture[str]) -> None:
    read = found(capsys, *CALM, "--pace", "0")
    assert read["effect"]["removed"] is None
    assert read["judged"]["result"] == "stopped"


def test_the_curve_is_written_as_a_drawing_and_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing, page = tmp_path / "curve.svg", tmp_path / "dose.html"
    assert shown(capsys, *CALM, "--svg", str(drawing), "--html", str(page))[0] == 0
    assert drawing.read_text(encoding="utf-8").startswith("<svg")
    assert page.read_text(encoding="utf-8").count("<svg") == 3


def test_the_model_is_compared_with_what_was_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = shown(capsys, "dose", "--validate", "--figures", str(tmp_path), "--lang", "en")
    assert code == 0
    assert "Held out: 8 hit, 1 partly, 3 missed." in said
    row = next(line for line in said.splitlines() if line.strip().startswith("t8-48h"))
    assert row.split()[-1] == "miss"
    assert len(list(tmp_path.glob("*.svg"))) == 9


@pytest.mark.parametrize(
    ("signs", "change", "passes"),
    [
        (("redness=3", "flaking=0", "pain=1", "petechiae=no"), 0, 2),
        (("redness=30", "flaking=0", "pain=1", "petechiae=no"), 1, 1),
        (("pain=3",), 1, 1),
        (("redness=3", "flaking=0", "pain=1", "petechiae=yes"), 2, 1),
        (("redness=100",), 3, None),
    ],
)
def test_the_next_visit_follows_the_recorded_reaction(
    capsys: pytest.CaptureFixture[str], signs: tuple[str, ...], change: int, passes: int | None
) -> None:
    words = [word for sign in signs for word in ("--reaction", sign)]
    read = found(capsys, *CALM, *words)["next"]
    assert read["change"] == change
    assert (read["exposure"] or {}).get("passes") == passes


def test_the_next_visit_is_told_with_its_rule(capsys: pytest.CaptureFixture[str]) -> None:
    _, said = shown(capsys, *CALM, "--reaction", "redness=30")
    assert "repeat the last settings" in said
    assert "Next visit: grain" in said


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("rednes=3", "redness"),
        ("pain=much", "says nothing"),
        ("petechiae=3", "says nothing"),
        ("pain=-1", "says"),
    ],
)
def test_a_reaction_that_cannot_be_meant_is_refused(
    capsys: pytest.CaptureFixture[str], sign: str, said: str
) -> None:
    code, told = shown(capsys, *CALM, "--reaction", sign)
    assert (code, said in told) == (2, True)
