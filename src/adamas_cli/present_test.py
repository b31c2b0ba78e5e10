"""What was found is shown as text or as data; a page is written before anything is shown."""

import argparse
import json
from pathlib import Path

import pytest

from adamas.errors import InputError
from adamas.report.document import Document, Paragraph
from adamas_cli.present import present

DOCUMENT = Document(title="T", lang="en", blocks=(Paragraph("P"),))


def asked(*, json: bool = False, html: Path | None = None) -> argparse.Namespace:
    return argparse.Namespace(json=json, html=html)


def test_text_is_for_people_and_json_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    present({"a": 1}, DOCUMENT, asked())
    assert capsys.readouterr().out == "T\n\nP\n"
    present({"a": 1}, DOCUMENT, asked(json=True))
    assert json.loads(capsys.readouterr().out) == {"a": 1}


def test_a_page_is_written_beside_what_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    present({}, DOCUMENT, asked(html=tmp_path / "a.html"))
    assert "<h1>T</h1>" in (tmp_path / "a.html").read_text(encoding="utf-8")
    assert capsys.readouterr().out


def test_a_page_that_cannot_be_written_is_said_before_anything_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InputError):
        present({}, DOCUMENT, asked(html=tmp_path))
    assert capsys.readouterr().out == ""
