"""A kept verdict comes out the same under its own library, and what another library changes is said."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adamas_cli.exits import BROKEN, DONE, WRONG_INPUT
from adamas_cli.main import main
from tests.house.tree import ROOT
from tests.support.clients import CLEARED, ON, REFUSED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two kept verdicts."""
    for client in (CLEARED, REFUSED):
        main(["screen", client, "--on", ON, "--record", str(tmp_path / "kept")])
    return tmp_path / "kept"


@pytest.fixture
def milder(tmp_path: Path) -> Path:
    """The knowledge base in which pregnancy is only a reason to wait."""
    root = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", root)
    path = root / "statements" / "pregnancy" / "statement.yaml"
    text = path.read_text(encoding="utf-8")
    assert "then: refuse" in text
    path.write_text(text.replace("then: refuse", "then: defer"), encoding="utf-8")
    return root


def test_every_kept_verdict_comes_out_as_it_was(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["replay", str(folder), "--lang", "en"]) == DONE
    assert "Every verdict comes out as it was recorded: 2." in capsys.readouterr().out


def test_a_record_keeps_the_client_and_the_day_and_is_never_overwritten(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.glob("*.json")}
    assert len(before) == 2
    main(["screen", REFUSED, "--on", ON, "--record", str(folder)])
    main(["screen", REFUSED, "--on", "2026-11-23", "--record", str(folder)])
    after = {path: path.read_bytes() for path in folder.glob("*.json")}
    assert before.items() <= after.items()
    assert len(after) == 3
    assert len(list((folder / "libraries").iterdir())) == 1
    kept = [json.loads(content) for content in before.values()]
    assert {one["on"] for one in kept} == {ON}
    assert {one["client"]["answers"]["pregnancy"] for one in kept} == {"present", "absent"}


def test_another_knowledge_base_is_compared_with_the_record(
    folder: Path, milder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["replay", str(folder), "--under", str(milder), "--lang", "en"]) == BROKEN
    said = capsys.readouterr().out
    assert "1 of 2 verdicts comes out differently" in said
    assert main(["replay", str(folder), "--under", str(milder), "--json"]) == BROKEN
    assert len(json.loads(capsys.readouterr().out)["different"]) == 1


def _without_library(folder: Path) -> None:
    shutil.rmtree(folder / "libraries")


def _with_other_library(folder: Path) -> None:
    for path in (folder / "libraries").iterdir():
        path.write_bytes(path.read_bytes().replace(b"refuse", b"caution", 1))


def _with_cut_library(folder: Path) -> None:
    for path in (folder / "libraries").iterdir():
        path.write_bytes(path.read_bytes()[:100])


def _with_cut_record(folder: Path) -> None:
    path = min(folder.glob("*.json"))
    path.write_bytes(path.read_bytes()[:100])


def _with_odd_record(folder: Path) -> None:
    min(folder.glob("*.json")).write_text("{}", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (_without_library, "The library of this verdict is not there"),
        (_with_cut_library, "cannot read that library"),
        (_with_cut_record, "This is not a record"),
        (_with_odd_record, "This is not a record"),
    ],
)
def test_damage_is_named_and_nothing_is_guessed(
    damage: Callable[[Path], None], what: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(folder)
    capsys.readouterr()
    assert main(["replay", str(folder), "--lang", "en"]) == WRONG_INPUT
    shown = capsys.readouterr()
    assert what in shown.err
    assert str(folder) in shown.err
    assert shown.out == ""


def test_diff_says_who_would_be_treated_differently_and_how(
    milder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = str(ROOT / "knowledge")
    assert main(["diff", old, str(milder), CLEARED, REFUSED, "--on", ON, "--lang", "en"]) == BROKEN
    said = capsys.readouterr().out
    assert "1 of 2 clients would be treated differently" in said
    assert "→" in said
    assert main(["diff", old, str(milder), CLEARED, REFUSED, "--on", ON, "--json"]) == BROKEN
    found = json.loads(capsys.readouterr().out)
    assert found["clients"] == 2
    assert [one["old"]["decision"] for one in found["different"]] == ["refuse"]
    assert [one["new"]["decision"] for one in found["different"]] == ["defer"]


def test_diff_of_a_library_with_itself_finds_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    root = str(ROOT / "knowledge")
    assert main(["diff", root, root, CLEARED, REFUSED, "--on", ON, "--lang", "ru"]) == DONE
    assert "Ни для одного из клиентов (2)" in capsys.readouterr().out
