"""`adamas ask` keeps what a file said before, adds the answers, and writes them even when somebody leaves."""

import io
import sys
from pathlib import Path

import pytest

from adamas.strict import parse_yaml
from adamas_cli.exits import BLOCKED, INTERRUPTED, WRONG_INPUT
from adamas_cli.main import main
from tests.support.clients import CLEARED, ON, written

ASK = ["ask", "--lang", "en"]
EARLIER = """client: Anna
on: 2026-11-21
zones: [cheek]
goals: [dullness]
device: generic-kpa
country: DE
settings: {vacuum: 20 kPa, passes: 2}
diary: {weekdays: [0, 2]}
answers: {birth-date: 1990-05-05, feels-well: present, acute-infection: {is: absent, by: nurse}}
"""


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    lines = io.StringIO()
    monkeypatch.setattr(sys, "stdin", lines)
    return lines


def type_in(lines: io.StringIO, text: str) -> None:
    lines.write(text)
    lines.seek(0)


def test_whoever_leaves_finds_everything_in_the_file(tmp_path: Path, typed: io.StringIO) -> None:
    path = written(tmp_path, EARLIER)
    type_in(typed, "unknown\n")
    assert main([*ASK, path, "--on", ON]) == INTERRUPTED
    said = parse_yaml(Path(path).read_text(encoding="utf-8"), where="kept")
    before = parse_yaml(EARLIER, where="before")
    assert {key: value for key, value in said.items() if key not in ("answers", "scope", "setting")} == {
        key: value for key, value in before.items() if key != "answers"
    }
    assert before["answers"].items() <= said["answers"].items()
    assert len(said["answers"]) == len(before["answers"]) + 1


def test_an_answer_of_another_day_keeps_its_day(tmp_path: Path, typed: io.StringIO) -> None:
    path = written(tmp_path, EARLIER)
    type_in(typed, "")
    assert main([*ASK, path, "--on", "2026-12-01"]) == INTERRUPTED
    said = parse_yaml(Path(path).read_text(encoding="utf-8"), where="kept")
    assert said["on"] == "2026-12-01"
    assert said["answers"]["feels-well"] == {"on": "2026-11-21", "is": "present"}
    assert said["answers"]["acute-infection"] == {"on": "2026-11-21", "is": "absent", "by": "nurse"}


def test_a_finished_conversation_shows_the_verdict_and_writes_a_file_that_screens_alike(
    tmp_path: Path, typed: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "new" / "client.yaml"
    almost = Path(CLEARED).read_text(encoding="utf-8").replace("  pregnancy: absent\n", "")
    type_in(typed, "y\n")
    code = main([*ASK, written(tmp_path, almost), "-o", str(target), "--on", ON])
    shown = capsys.readouterr().out
    assert code == BLOCKED
    assert main(["screen", str(target), "--lang", "en"]) == code
    assert capsys.readouterr().out.splitlines()[2] == shown.splitlines()[2]


def test_a_broken_file_is_refused_before_anybody_is_asked(tmp_path: Path, typed: io.StringIO) -> None:
    text = EARLIER.replace("feels-well", "feels-wel")
    path = written(tmp_path, text)
    type_in(typed, "y\n")
    assert main([*ASK, path, "--on", ON]) == WRONG_INPUT
    assert typed.tell() == 0
    assert Path(path).read_text(encoding="utf-8") == text
