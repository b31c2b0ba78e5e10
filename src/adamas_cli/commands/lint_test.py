"""`lint`, `book` and `schema` speak of the whole knowledge base."""

import json
import shutil
from html import escape
from pathlib import Path

import pytest

from adamas.knowledge.library import read_library
from adamas.report.words import Words
from adamas_cli.exits import BROKEN, DONE
from adamas_cli.main import main
from tests.house.tree import ROOT


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A knowledge base in which one statement follows a claim that nobody made."""
    for name in ("knowledge", "safety"):
        shutil.copytree(ROOT / name, tmp_path / name)
    path = tmp_path / "knowledge" / "statements" / "pregnancy" / "statement.yaml"
    text = path.read_text(encoding="utf-8")
    assert "follows: [" in text
    path.write_text(text.replace("follows: [", "follows: [nobody-said, ", 1), encoding="utf-8")
    return tmp_path / "knowledge"


def test_what_is_owed_is_listed_in_the_language_of_the_reader(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ["lint", "--knowledge", str(broken), "--on", "2026-11-21"]
    assert main([*typed, "--lang", "en"]) == BROKEN
    assert "knowledge/statements/pregnancy: There is no claim 'nobody-said'." in capsys.readouterr().out
    assert main([*typed, "--lang", "ru"]) == BROKEN
    assert "knowledge/statements/pregnancy: Утверждения «nobody-said» нет." in capsys.readouterr().out
    assert main([*typed, "--json", "--lang", "en"]) == BROKEN
    found = json.loads(capsys.readouterr().out)
    assert len(found["problems"]) == found["counts"]["problems"]
    assert {"where", "what", "hint"} == found["problems"][0].keys()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_book_names_every_statement_and_asks_nobody_outside(lang: str, tmp_path: Path) -> None:
    page = tmp_path / "book.html"
    assert main(["book", "-o", str(page), "--lang", lang]) == DONE
    said = page.read_text(encoding="utf-8")
    words = Words(lang, read_library())
    missing = [
        name for name in words.library.statements if escape(words.title("statement", name)) not in said
    ]
    assert missing == []
    assert "<script" not in said
    assert 'src="http' not in said


def test_the_schema_is_printed_as_it_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == DONE
    published = (ROOT / "docs" / "client.schema.json").read_text(encoding="utf-8")
    assert json.loads(capsys.readouterr().out) == json.loads(published)
