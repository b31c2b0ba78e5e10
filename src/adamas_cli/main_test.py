"""Whatever is typed ends in an exit code and, when it is wrong, in a message in the reader's language."""

import io
import re
import sys
from pathlib import Path

import pytest

from adamas.errors import InputError, KnowledgeError, NotCleared
from adamas_cli.exits import BLOCKED, BROKEN, DONE, INTERRUPTED, OPEN, WRONG_INPUT
from adamas_cli.main import main
from adamas_cli.parser import COMMANDS
from tests.support.clients import CLEARED, ON, OPEN_QUESTIONS, REFUSED

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@pytest.mark.parametrize(("client", "code"), [(CLEARED, DONE), (OPEN_QUESTIONS, OPEN), (REFUSED, BLOCKED)])
def test_the_exit_code_says_how_far_the_client_may_go(client: str, code: int) -> None:
    assert main(["screen", client, "--on", ON]) == code


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["scren", "x"], "Did you mean 'screen'?"),
        (["screen"], "One of the arguments FILE --all is required"),
        (["screen", "a", "b"], "Unrecognized arguments: b"),
        (["screen", "a", "--frob"], "Unrecognized arguments: --frob"),
        (["screen", "--on"], "expected one argument"),
        (["screen", "a", "--json=1"], "ignored explicit argument '1'"),
        (["screen", "a", "--all", "b"], "not allowed with argument"),
        (["screen", "a", "--scope", "x"], "invalid choice: 'x'"),
        (["screen", "a", "--on", "2026-02-31"], "--on: '2026-02-31' is not a day"),
        (["screen", "a", "--on", "9999-12-30"], "--on: '9999-12-30' is not a day"),
        (["screen", "a", "--on", "20260307"], "--on: '20260307' is not a day"),
        (["screen", "a", "--on", "03/12/2026"], "Day or month first?"),
        (["aftercare", "a", "--last-visit", "x"], "--last-visit: 'x' is not a day"),
        (["aftercare", CLEARED, "--last-visit", "2020-01-01"], "--last-visit: The course ends on 2020-01-01"),
        (["plan", "a", "--reader", "x"], "invalid choice: 'x'"),
        (["diff", "a", "b"], "the following arguments are required: FILE"),
        (["home", "--device", "x"], "There is no 'x' in devices"),
        (["screen", "missing.yaml"], "there is no such file"),
        (["screen", "a", "--knowledge", "nowhere"], "The knowledge base is not there"),
        (["replay", "nowhere"], "There are no records here"),
        (["screen", "--all", "x.csv"], "Clients are read from"),
    ],
)
def test_what_was_typed_wrong_is_said_in_both_languages(
    typed: list[str], what: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {}
    for lang in ("en", "ru"):
        monkeypatch.setenv("ADAMAS_LANG", lang)
        assert main(typed) in (WRONG_INPUT, BROKEN)
        shown = capsys.readouterr()
        assert shown.out == ""
        said[lang] = shown.err
    assert what.lower() in said["en"].lower()
    assert not CYRILLIC.search(said["en"])
    assert all(CYRILLIC.search(line) for line in said["ru"].splitlines()), said["ru"]


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_speaks_the_language_of_the_reader(
    command: list[str], lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*command, "--help", "--lang", lang])
    assert left.value.code == DONE
    shown = capsys.readouterr().out
    assert bool(CYRILLIC.search(shown)) is (lang == "ru")
    assert ("usage:" in shown) is (lang == "en")


def test_a_language_nobody_speaks_is_refused_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", CLEARED, "--lang", "xx"]) == WRONG_INPUT
    assert capsys.readouterr().err == "--lang: There is no language 'xx'.\n  Known here: en, ru.\n"


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (InputError("x"), WRONG_INPUT),
        (NotCleared("x"), BLOCKED),
        (KnowledgeError("x"), BROKEN),
        (KeyboardInterrupt(), INTERRUPTED),
    ],
    ids=str,
)
def test_every_error_has_its_exit_code(
    raised: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_: object) -> int:
        raise raised

    monkeypatch.setattr("adamas_cli.commands.book.run", run)
    assert main(["book"]) == code


@pytest.mark.parametrize(
    ("encoding", "said"), [("ascii", "не сейчас"), ("cp1251", "не сейчас"), ("latin-1", "?? ??????")]
)
def test_a_narrow_terminal_is_no_reason_to_fall_over(
    encoding: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding))
    assert main(["screen", REFUSED, "--on", ON, "--lang", "ru"]) == BLOCKED
    sys.stdout.flush()
    shown = buffer.getvalue().decode("utf-8" if encoding == "ascii" else encoding)
    assert said in shown.lower()


def test_a_bug_is_not_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("adamas_cli.commands.book.run", run)
    with pytest.raises(ZeroDivisionError):
        main(["book"])


def test_nothing_is_written_when_the_page_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["plan", CLEARED, "--on", ON, "--html", str(tmp_path / "file" / "a.html")]) == WRONG_INPUT
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
