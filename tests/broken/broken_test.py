"""One tiny broken file per mistake, and what a person is told of it, beside it in every language.

After a message was changed on purpose: ``python -m tests.broken.broken_test``, then read the difference.
"""

import io
import os
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from adamas_cli.exits import WRONG_INPUT
from adamas_cli.main import main

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))
LANGUAGES = ("en", "ru")


def refusal(name: str, lang: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of screening a file of this folder."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(HERE), redirect_stdout(out), redirect_stderr(err):
        code = main(["screen", name, "--on", "2026-11-21", "--lang", lang])
    return code, out.getvalue(), err.getvalue()


def expected(path: Path, lang: str) -> Path:
    return path.with_suffix(f".{lang}.txt")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_in_these_words(path: Path, lang: str) -> None:
    code, shown, said = refusal(path.name, lang)
    assert said == expected(path, lang).read_text(encoding="utf-8")
    assert shown == ""
    assert code == WRONG_INPUT


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_refusal_says_where_what_and_what_to_do(path: Path) -> None:
    for lang in LANGUAGES:
        head, _, hint = expected(path, lang).read_text(encoding="utf-8").partition("\n")
        where, _, what = head.partition(": ")
        assert where.startswith(path.name)
        assert what.endswith((".", "?"))
        assert hint.strip()


def test_no_expectation_lies_beside_no_file() -> None:
    wanted = {expected(path, lang) for path in FILES for lang in LANGUAGES}
    assert set(HERE.glob("*.txt")) == wanted


if __name__ == "__main__":
    os.environ.pop("ADAMAS_KNOWLEDGE", None)
    for path in FILES:
        for lang in LANGUAGES:
            expected(path, lang).write_text(refusal(path.name, lang)[2], encoding="utf-8")
