"""Files are read whole and written whole: what goes wrong half-way leaves the old file as it was."""

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from adamas.errors import InputError
from adamas_cli.files import as_json, ending_of, hear, today, wants_colour, width, write_whole
from tests.support.clients import written
from tests.support.small_library import small_library

LIBRARY = small_library()


def test_a_file_and_the_folders_on_its_way_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    write_whole(path, "Ёж")
    assert path.read_bytes() == "Ёж".encode()


@pytest.mark.parametrize(("name", "ending"), [("R.HTML", ".html"), ("r.tar.Gz", ".gz"), ("README", "")])
def test_an_ending_is_the_same_in_capitals(name: str, ending: str) -> None:
    assert ending_of(Path(name)) == ending


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"\r\n\x00")
    assert (tmp_path / "a").read_bytes() == b"\r\n\x00"


def test_a_write_that_fails_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.html"
    write_whole(path, "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="the disk is full") as refused:
        write_whole(path, "new")
    assert refused.value.where == str(path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="a part of the path is a file"):
        write_whole(tmp_path / "file" / "plan.html", "x")
    with pytest.raises(InputError, match="it is a folder"):
        write_whole(tmp_path, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_keeps_pointing_where_it_does(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_whole(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_written_file_is_as_open_as_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_the_day_is_the_one_asked_for_else_that_of_the_answers_else_today(tmp_path: Path) -> None:
    dated, undated = written(tmp_path, "on: 2026-11-20\n"), written(tmp_path, "{}", name="b.yaml")
    assert hear(dated, LIBRARY, on=date(2026, 11, 25)).on == date(2026, 11, 25)
    assert hear(dated, LIBRARY, on=None).on == date(2026, 11, 20)
    assert hear(undated, LIBRARY, on=None).on == today()


def test_a_dash_is_what_comes_through_the_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffclient: Анна\n".encode())))
    assert hear("-", LIBRARY, on=None).client.client == "Анна"


def test_a_pipe_that_is_no_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00")))
    with pytest.raises(InputError, match="not UTF-8") as refused:
        hear("-", LIBRARY, on=None)
    assert refused.value.where == "-"


def test_a_client_is_called_by_name_or_else_by_file(tmp_path: Path) -> None:
    named, nameless = written(tmp_path, "client: Anna\n"), written(tmp_path, "{}", name="b.yaml")
    assert hear(named, LIBRARY, on=None).name == "Anna"
    assert hear(nameless, LIBRARY, on=None).name == nameless


def test_json_is_readable_and_keeps_letters() -> None:
    assert as_json({"имя": [date(2026, 3, 7)]}) == '{\n  "имя": [\n    "2026-03-07"\n  ]\n}\n'


@pytest.mark.parametrize(
    ("is_terminal", "no_colour", "wanted"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_colour_is_for_terminals_of_people_who_want_it(
    is_terminal: bool, no_colour: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    assert wants_colour() is wanted


@pytest.mark.parametrize(("columns", "wanted"), [(20, 60), (80, 80), (300, 110)])
def test_lines_fit_the_terminal_within_reason(
    columns: int, wanted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert width() == 96
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda: os.terminal_size((columns, 24)))
    assert width() == wanted
