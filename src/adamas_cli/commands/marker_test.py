"""`adamas marker`: a sheet to print, or a reason why not."""

from pathlib import Path

import pytest

from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.main import main


def test_a_sheet_is_written_where_it_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "MARKERS.PDF"
    assert main(["marker", "-o", str(sheet), "--lang", "en"]) == DONE
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert "100 %" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_sheet_is_set_on_paper_only(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["marker", "-o", "markers.png", "--lang", lang]) == WRONG_INPUT
    assert "markers.png" in capsys.readouterr().err
