"""One tiny broken file per mistake keeps the reader's message honest: where, what, what to do."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from msgspec import Struct

from adamas.errors import InputError, StatementInvalid
from adamas.misread import did_you_mean, field_names
from adamas.strict import convert, line_of, load, parse_yaml, read_raw, read_text


class Part(Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    since: date
    passes: int = 0


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    grade: Literal["A", "B"] = "A"
    factor: float = 1.0
    parts: tuple[Part, ...] = ()


def read(text: str) -> Entry:
    return convert(parse_yaml(text, where="entry.yaml"), Entry, where="entry.yaml", text=text)


@pytest.mark.parametrize("word", ["no", "yes", "on", "null", "~", "12", "0x1F", "2026-11-21", "1_000", "1e3"])
def test_a_word_stays_the_word_that_was_written(word: str) -> None:
    assert parse_yaml(f"id: {word}", where="entry.yaml") == {"id": word}


def test_words_become_what_the_entry_expects() -> None:
    read_entry = read("{id: x, factor: 0.5, parts: [{from: 2026-11-21, passes: 2}]}")
    assert read_entry == Entry(id="x", factor=0.5, parts=(Part(date(2026, 11, 21), 2),))


def test_json_is_read_as_well() -> None:
    assert read('{"id": "x", "factor": 0.5}') == Entry(id="x", factor=0.5)


@pytest.mark.parametrize(
    ("text", "where", "what", "hint"),
    [
        ("id: x\ngrad: A", "entry.yaml:2 (grad)", "Unknown key 'grad'", "Did you mean 'grade'?"),
        ("grade: A", "entry.yaml", "The key 'id' is missing", "nothing is filled in silently"),
        ("id: x\ngrade: C", "entry.yaml:2 (grade)", "'C' cannot stand here", "Known here: A, B."),
        ("id: x\nfactor: much", "entry.yaml:2 (factor)", "where a number should stand", "Write it that way"),
        ("id: x\nfactor:", "entry.yaml:2 (factor)", "Here stands nothing", ""),
        ("id: x\nid: y", "entry.yaml:2:1", "The key 'id' stands twice", "Remove one"),
        ("? [a]\n: b", "entry.yaml:1:3", "A key must be a word", "before a colon"),
        ("id: [x", "entry.yaml:2:1", "closing bracket", "indentation"),
        ("id: x: y", "entry.yaml:1:6", "A colon stands where none", "needs quotes"),
        ("id: x\nfactor: nan", "entry.yaml:2:9", "'nan' is no number", ""),
        ("id: x\nfactor: .inf", "entry.yaml:2:9", "'.inf' is no number", ""),
        ("id: x\nfactor: -Infinity", "entry.yaml:2:9", "'-Infinity' is no number", ""),
        ("id: x\nfactor: !!float 1", "entry.yaml:2:9", "has no meaning here", ""),
        ("id: !!python/object:os.system x", "entry.yaml:1:5", "has no meaning here", ""),
        ("id: &x {a: *x}", "entry.yaml:1:12", "refers to another place", ""),
        ("id: \x00", "entry.yaml", "control characters", "UTF-8"),
        ("- id: x", "entry.yaml", "Here stands a list", ""),
        ("", "entry.yaml", "Nothing is written here", ""),
        ("id: x\nparts:\n- from: 2026-11-21\n- passes: 1", "entry.yaml:4 (parts[1])", "The key 'from'", ""),
        ("id: x\nparts:\n- from: 2026-11-31", "entry.yaml:3 (parts[0].from)", "is not a day", "no such day"),
        ("id: x\nparts:\n- from: 2026-11-21\n  pases: 1", "entry.yaml:4 (parts[0].pases)", "Unknown key", ""),
        ("[" * 5000, "entry.yaml:1:65", "nested deeper than 64 levels", ""),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_do(
    text: str, where: str, what: str, hint: str
) -> None:
    with pytest.raises((StatementInvalid, InputError)) as refused:
        read(text)
    assert refused.value.where.startswith(where)
    assert what in refused.value.what
    assert hint in refused.value.hint


def test_a_nested_unknown_key_is_placed_in_its_line() -> None:
    assert line_of("a:\n  b:\n  - c: 1\n  - d: 2\n", "a.b[1].d") == 4
    assert line_of("a: 1", "b") is None
    assert line_of("a:\n- 1", "a[7]") == 1


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "entry.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: x\n")
    assert load(path, Entry) == Entry(id="x")


@pytest.mark.parametrize(
    ("name", "what"), [("missing.yaml", "no such file"), (".", "is a folder"), ("latin.yaml", "not UTF-8")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "latin.yaml").write_bytes("id: Jérôme".encode("latin-1"))
    with pytest.raises(InputError, match=what) as refused:
        read_text(tmp_path / name)
    assert refused.value.where == str(tmp_path / name)
    assert refused.value.hint


def test_the_nearest_word_is_offered_or_else_those_there_are() -> None:
    assert did_you_mean("presnt", ["present", "absent"]) == "Did you mean 'present'?"
    assert did_you_mean("qqq", ["present", "absent"]) == "Known here: absent, present."
    assert did_you_mean("qqq", []) == ""
    assert did_you_mean("qqq", [f"word-{n:02}" for n in range(20)]).endswith("word-11 ...")


def test_field_names_are_those_written_in_files() -> None:
    assert field_names(Part) == ("from", "passes")
    assert field_names(tuple[Part, ...]) == ("from", "passes")
    assert field_names(dict[str, Part]) == ("from", "passes")
    assert field_names(str) == ()


def test_bytes_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\x00")
    assert read_raw(tmp_path / "a") == b"\xff\x00"
    with pytest.raises(InputError, match="folder"):
        read_raw(tmp_path)
