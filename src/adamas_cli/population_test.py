import argparse
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from adamas.errors import InputError
from adamas.intake.read import client_of, facts_of
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas_cli.population import Progress, screen_file
from tests.support.small_library import small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)
CLIENTS = [
    {"client": "a", "on": "2026-11-21", "answers": {"pregnancy": "yes"}},
    {"client": "b", "on": "2026-11-20", "zones": ["chin"], "answers": {"tattoo": "yes", "pregnancy": "no"}},
    {"client": "c", "on": "2026-11-21", "scope": "home-device", "answers": {"pregnancy": "no"}},
    {"client": "d", "on": "2026-11-21"},
]


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.jsonl"
    path.write_text("".join(json.dumps(client) + "\n" for client in CLIENTS), encoding="utf-8")
    return path


def ask(path: Path, output: Path | None = None, *, as_json: bool = False) -> argparse.Namespace:
    return argparse.Namespace(all=path, output=output, on=None, scope=None, json=as_json, lang="en")


def one_by_one() -> list[str]:
    words: list[str] = []
    for raw in CLIENTS:
        client = client_of(raw, LIBRARY, where="test")
        on = client.on or DAY
        verdict = screen(facts_of(client, LIBRARY, on=on), LIBRARY, on=on, scope=client.scope)
        words.append(verdict.decision.word)
    return words


def test_every_client_gets_the_verdict_of_one_screening_in_the_order_of_the_file(clients: Path) -> None:
    output = clients.with_name("verdicts.jsonl")
    assert screen_file(ask(clients, output), LIBRARY) == 0
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["client"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["decision"] for row in rows] == one_by_one()
    assert rows[1]["on"] == "2026-11-20"
    assert rows[1]["zones"] == {"cheek": None, "chin": "refuse", "neck": None, "nose": None}
    assert rows[0]["fired"] == ["pregnancy"]


def test_a_parquet_file_says_the_same_as_lines(clients: Path) -> None:
    lines, table = clients.with_name("v.jsonl"), clients.with_name("v.parquet")
    screen_file(ask(clients, lines), LIBRARY)
    screen_file(ask(clients, table), LIBRARY)
    read = pl.read_parquet(table).with_columns(pl.col("on").cast(pl.String)).to_dicts()
    assert read == [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]


def test_the_counts_are_shown_and_told_to_machines(clients: Path, capsys: pytest.CaptureFixture[str]) -> None:
    screen_file(ask(clients), LIBRARY)
    assert "4 clients were screened." in capsys.readouterr().out
    screen_file(ask(clients, as_json=True), LIBRARY)
    told = json.loads(capsys.readouterr().out)
    assert told["clients"] == 4
    assert told["days"] == ["2026-11-20", "2026-11-21"]
    decided = {word: n for word, n in told["decisions"].items() if n}
    assert decided == {word: one_by_one().count(word) for word in one_by_one()}


def test_a_bad_line_leaves_the_verdicts_as_they_were(clients: Path) -> None:
    output = clients.with_name("verdicts.jsonl")
    output.write_text("as it was", encoding="utf-8")
    clients.write_text(clients.read_text(encoding="utf-8") + "{\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        screen_file(ask(clients, output), LIBRARY)
    assert caught.value.where == f"{clients}:5"
    assert output.read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in clients.parent.iterdir()) == ["clients.jsonl", "verdicts.jsonl"]


def test_nobody_to_screen_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path, output = tmp_path / "c.jsonl", tmp_path / "v.jsonl"
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(InputError):
        screen_file(ask(path, output), LIBRARY)
    assert not output.exists()


@pytest.mark.parametrize("name", ["v.csv", "v"])
def test_an_output_of_another_kind_is_refused_before_anything_is_read(clients: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        screen_file(ask(clients, clients.with_name(name)), LIBRARY)
    assert caught.value.where == str(clients.with_name(name))


def test_an_output_that_cannot_be_written_is_refused(clients: Path) -> None:
    place = clients.with_name("folder.jsonl")
    (place / "full").mkdir(parents=True)
    with pytest.raises(InputError) as caught:
        screen_file(ask(clients, place), LIBRARY)
    assert caught.value.where == str(place)


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(Words("en", LIBRARY))
    progress.last -= 10
    progress.show(5)
    progress.end()
    assert capsys.readouterr().err == ""


def test_progress_is_told_on_a_terminal_after_two_seconds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = Progress(Words("en", LIBRARY))
    progress.show(3)
    assert capsys.readouterr().err == ""
    progress.last -= 3
    progress.show(5)
    assert Catalogue("en").ui("population-progress", clients=5) in capsys.readouterr().err
