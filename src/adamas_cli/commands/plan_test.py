"""`plan`, `aftercare`, `home` and `cream` show, write and answer in both languages and for both readers."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from adamas_cli.exits import BLOCKED, DONE, OPEN
from adamas_cli.main import main
from tests.support.clients import CLEARED, HOME_DEVICE, ON, OPEN_QUESTIONS, REFUSED, written


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("reader", ["client", "professional"])
@pytest.mark.parametrize(
    ("command", "client"),
    [
        ("plan", CLEARED),
        ("plan", REFUSED),
        ("aftercare", CLEARED),
        ("home", HOME_DEVICE),
        ("home", REFUSED),
        ("cream", HOME_DEVICE),
        ("cream", OPEN_QUESTIONS),
    ],
)
def test_every_document_is_shown_written_and_told_to_machines(
    command: str, client: str, reader: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    typed = [command, client, "--on", ON, "--reader", reader, "--lang", lang, "--html", str(page)]
    code = main(typed)
    shown = capsys.readouterr().out
    assert code in (DONE, OPEN, BLOCKED)
    assert all(len(line) <= 96 for line in shown.splitlines())
    assert shown.splitlines()[0] in page.read_text(encoding="utf-8").replace("&#39;", "'")
    assert main([*typed, "--json"]) == code
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("client", "code"), [(CLEARED, DONE), (OPEN_QUESTIONS, OPEN), (REFUSED, BLOCKED)])
def test_the_exit_code_of_a_plan_says_whether_there_is_a_course(client: str, code: int) -> None:
    assert main(["plan", client, "--on", ON]) == code


def test_a_course_is_written_as_a_calendar_and_a_refusal_is_not(tmp_path: Path) -> None:
    assert main(["plan", CLEARED, "--on", ON, "--ics", str(tmp_path / "a.ics")]) == DONE
    assert Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    main(["plan", REFUSED, "--on", ON, "--ics", str(tmp_path / "b.ics")])
    assert not (tmp_path / "b.ics").exists()


def test_a_name_that_is_a_script_is_harmless_on_the_page(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    text = Path(CLEARED).read_text(encoding="utf-8").replace("client: Vera", f"client: '{evil}'")
    page = tmp_path / "page.html"
    assert main(["plan", written(tmp_path, text), "--on", ON, "--html", str(page)]) == DONE
    said = page.read_text(encoding="utf-8")
    assert "<script" not in said
    assert "&lt;script&gt;" in said


def test_an_output_without_terminal_has_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    main(["screen", REFUSED, "--on", ON])
    assert "\x1b" not in capsys.readouterr().out


def test_home_devices_are_compared_when_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["home", "--lang", "en"]) == DONE
    assert "side by side" in capsys.readouterr().out


def test_the_settings_of_the_last_visit_stay_in_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = written(tmp_path, "settings: {vacuum: 20 kPa, grit: 100 um, passes: 2}\n")
    main(["screen", client, "--on", ON, "--record", str(tmp_path / "kept")])
    (record,) = (tmp_path / "kept").glob("*.json")
    kept = json.loads(record.read_text(encoding="utf-8"))["client"]["settings"]
    assert kept == {"vacuum": "20 kPa", "grit": "100 um", "passes": 2}
    capsys.readouterr()
    assert main(["replay", str(tmp_path / "kept"), "--lang", "en"]) == DONE
