"""No file, however odd, ends in anything but a message and exit code 2; odd but right ones are read."""

import os
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.strict import DEEPEST, MOST_CHARACTERS
from adamas_cli.exits import BLOCKED, DONE, OPEN, WRONG_INPUT
from adamas_cli.main import main
from tests.house.tree import ROOT

CLIENT = "zones: [cheek]\nanswers:\n  pregnancy: absent\n"
GOOD = {DONE, OPEN, BLOCKED}
REAL = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "scenarios").glob("*/client.yaml"))[:6]]
BROKEN = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/broken").glob("*.yaml"))]
PIECES = [
    "\t",
    "  ",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!x ",
    "'",
    '"',
    "\n",
    "#",
    "|",
    ">",
    "?",
    "\x07",
    "é",
]


def screen(path: Path | str, *, lang: str = "en") -> int:
    return main(["screen", str(path), "--on", "2026-11-21", "--lang", lang])


def refused(path: Path, capsys: pytest.CaptureFixture[str], *, lang: str = "en") -> str:
    assert screen(path, lang=lang) == WRONG_INPUT
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Traceback" not in shown.err
    assert "\n  " in shown.err, "what to do stands on a line of its own"
    return shown.err


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "Nothing is written here"),
        (b"\xef\xbb\xbf", "Nothing is written here"),
        (b"client: \x00", "control characters"),
        (b"client: A\x1b[31m", "control characters"),
        (bytes(range(256)), "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "not UTF-8"),
        ("client: Jérôme".encode("latin-1"), "not UTF-8"),
        ("client: Anna".encode("utf-16"), "not UTF-8"),
        (b"answers:\n\tpregnancy: absent\n", "No text can begin with this character"),
        (b"[" * 200, "nested deeper"),
        (b"[" * 3_000_000, "nested deeper"),
        (b"- " * 2_000_000, "nested deeper"),
        (b"{a: " * 500_000, "nested deeper"),
        (b"? " * 500_000, "nested deeper"),
        (b'{"a":' * 500_000, "nested deeper"),
        (b"".join(b" " * n + b"a:\n" for n in range(2000)), "nested deeper"),
        (b"a" * (MOST_CHARACTERS + 1), "too long"),
        (b"client: " + b"a" * 1_000_000 + b"\nzonse: []", "Unknown key 'zonse'"),
        (b'{"client": "\\ud83d"}', "not well-formed YAML"),
        (b'{"client": "\\ud83d\\ude42", "client": "b"}', "not well-formed YAML"),
        (b'{"client": "\\ud83d\\ude42", "country": "\\u001b[31m"}', "not well-formed YAML"),
        (b'{"client": "\\ud83d\\ude42", "country": NaN}', "not well-formed YAML"),
        (b'{"client": "\\ud83d\\ude42", "zonse": []}', "Unknown key 'zonse'"),
        (b"z" * 900 + b": 1", "Unknown key 'zzz"),
        (b'"a\\e[31mb": 1', "control characters"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_hostile_file_is_refused(
    content: bytes, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "client.yaml"
    path.write_bytes(content)
    said = refused(path, capsys)
    assert what in said
    assert "\x1b" not in said
    assert len(said) < 2000
    assert re.search("[а-я]", refused(path, capsys, lang="ru"))


@pytest.mark.parametrize(
    "content",
    [
        CLIENT.encode(),
        b"\xef\xbb\xbf" + CLIENT.encode(),
        CLIENT.replace("\n", "\r\n").encode(),
        CLIENT.replace("\n", "\r").encode(),
        b'{"zones": ["cheek"], "answers": {"pregnancy": "absent"}}',
        b'{"zones": ["cheek"],\n\t"answers": {\n\t\t"pregnancy": "absent"\n\t}\n}\n',
        b'{"client": "\\ud83d\\ude42", "answers": {"age": 30, "pregnancy": false, "asthma": null}}',
        b"%YAML 1.1\n---\n" + CLIENT.encode() + b"...\n",
        "client: Ж 🙂\n".encode(),
        b"{}",
    ],
    ids=str,
)
def test_an_odd_but_right_file_is_read(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "client.yaml"
    path.write_bytes(content)
    assert screen(path) in GOOD


@pytest.mark.parametrize(
    "line",
    [
        '{"client": "\\ud83d"}',
        '{"client": "a", "client": "b"}',
        '{"answers": {"age": NaN}}',
        "[" * 100_000,
        "[]",
        "null",
        '{"zonse": []}',
        '{"zones": null}',
    ],
    ids=lambda line: line[:30],
)
def test_a_hostile_line_of_a_population_is_refused_with_its_number(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, target = tmp_path / "all.jsonl", tmp_path / "verdicts.jsonl"
    path.write_text(f'{{"zones": ["cheek"]}}\n{line}\n', encoding="utf-8")
    assert main(["screen", "--all", str(path), "-o", str(target), "--on", "2026-11-21"]) == WRONG_INPUT
    assert capsys.readouterr().err.startswith(f"{path}:2")
    assert not target.exists()


def test_depth_is_read_up_to_its_limit_and_not_beyond(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "client.yaml"
    for levels, what in ((DEEPEST, "Here stands"), (DEEPEST + 1, "nested deeper")):
        path.write_text("[" * levels + "]" * levels, encoding="utf-8")
        assert what in refused(path, capsys)


def test_a_path_that_is_no_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("{}", encoding="utf-8")
    assert "it is a folder" in refused(tmp_path, capsys)
    assert "no such file" in refused(tmp_path / "missing.yaml", capsys)
    assert "a part of the path is a file" in refused(tmp_path / "file" / "client.yaml", capsys)
    assert "name is too long" in refused(tmp_path / ("x" * 300), capsys)
    assert "cannot have this name" in refused(Path("a\0b"), capsys)


def test_a_file_that_never_ends_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "too long" in refused(Path("/dev/zero"), capsys)


def test_a_file_without_permission_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "client.yaml"
    path.write_text("{}", encoding="utf-8")

    really_open = Path.open

    def forbidden(at: Path, mode: str) -> object:
        if at != path:
            return really_open(at, mode)
        raise PermissionError(13, os.strerror(13))

    # Whoever runs this may be root, whom no permission stops.
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", forbidden)
        said = refused(path, capsys)
    assert "you have no permission" in said


@given(text=st.text())
def test_no_text_ends_in_an_exception(text: str) -> None:
    _never_an_exception(text)


@given(
    text=st.sampled_from(REAL + BROKEN),
    random=st.randoms(use_true_random=False),
    changes=st.integers(1, 6),
)
def test_no_mutated_file_ends_in_an_exception(text: str, random: random.Random, changes: int) -> None:
    for _ in range(changes):
        at, size = random.randrange(len(text) + 1), random.choice((0, 0, 1, 5, 40))
        piece = random.choice([*PIECES, text[at : at + 30]])
        text = text[:at] + piece + text[at + size :]
    _never_an_exception(text)


def _never_an_exception(text: str) -> None:
    path = _scratch() / "client.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert screen(path) in {*GOOD, WRONG_INPUT}


def _scratch() -> Path:
    folder = Path(os.environ["XDG_CACHE_HOME"]) / f"hostile-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    return folder
