"""README and docs are followed to the letter, and whoever follows them notices what is wrong."""

import re
from pathlib import Path

import pytest

from tests.house.console import Reader, commands, matches
from tests.house.tree import ROOT, inside, texts

DOCUMENTS = [
    path
    for path in texts()
    if path.suffix == ".md" and (path.parent == ROOT or path.is_relative_to(ROOT / "docs"))
]
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")


def block(*lines: str) -> str:
    return "\n".join(["words", "```console", *lines, "```", "words", ""])


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.parametrize("path", DOCUMENTS, ids=inside)
def test_a_document_keeps_its_word_when_it_is_followed(path: Path, reader: Reader) -> None:
    assert reader.follow(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=inside)
def test_a_document_links_to_what_is_there(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["$ echo a", "b"], "prints otherwise"),
        (["$ echo a; echo b", "a"], "prints otherwise"),
        (["$ false"], "ended with 1"),
        (["$ no-such-program"], "ended with 127"),
        (["$ make nothing"], "the Makefile has no nothing"),
        (["$ make run nothing"], "the Makefile has no nothing"),
        (["$ false", "$ echo $?", "0"], "prints otherwise"),
    ],
)
def test_a_command_that_does_otherwise_is_named(lines: list[str], fault: str, reader: Reader) -> None:
    (found,) = reader.follow(block(*lines))
    assert fault in found


@pytest.mark.parametrize(
    "lines",
    [
        ["$ echo a", "a"],
        ["$ echo a   ", "a", "", "$ echo b", "b"],
        ["$ printf 'a\\nb\\nc\\n'", "a", "...", "c"],
        ["$ false", "$ echo $?", "1"],
        ["$ echo a \\", "    b", "a b"],
        ["$ git clone somewhere", "$ make run", "$ make format check"],
        ["$ echo kept > out/x", "$ cat out/x", "kept"],
    ],
)
def test_a_command_that_does_as_shown_passes(lines: list[str], reader: Reader) -> None:
    assert reader.follow(block(*lines)) == []


def test_three_dots_stand_for_any_lines_and_for_none() -> None:
    assert matches(("a", "...", "b"), ("a", "b"))
    assert matches(("...", "b"), ("a", "b"))
    assert not matches(("a", "..."), ("b", "a"))
    assert not matches(("a",), ("a", "b"))


def test_three_dots_within_a_line_stand_for_any_words() -> None:
    assert matches(("knowledge ...",), ("knowledge 8a3128c9",))
    assert matches(("a ... c",), ("a b c",))
    assert not matches(("a ... c",), ("a b d",))


def test_a_space_that_does_not_break_is_a_space_in_a_document() -> None:
    assert matches(("7 March, 18 000",), ("7\N{NO-BREAK SPACE}March, 18\N{NARROW NO-BREAK SPACE}000",))


def python(*lines: str) -> str:
    return "\n".join(["words", "```python", *lines, "```", "words", ""])


def test_python_blocks_are_one_conversation(reader: Reader) -> None:
    assert reader.follow(python(">>> a = 2") + python(">>> a + 1", "3")) == []


@pytest.mark.parametrize(("lines", "fault"), [([">>> 1 + 1", "3"], "line 3"), (["a = 1"], "begin with >>>")])
def test_a_conversation_that_goes_otherwise_is_named(lines: list[str], fault: str, reader: Reader) -> None:
    (found,) = reader.follow(python(*lines))
    assert fault in found


def test_a_file_that_is_shown_is_written_before_what_follows(reader: Reader) -> None:
    shown = "```yaml\n# knowledge/zones/elbow.yaml\nid: elbow\n```\n"
    assert reader.follow(shown + block("$ cat knowledge/zones/elbow.yaml", "id: elbow")) == []
    assert (ROOT / "knowledge" / "zones" / "elbow.yaml").exists() is False


def test_a_reader_works_on_a_copy_of_the_knowledge(reader: Reader) -> None:
    asked = 'import os; print(os.environ["ADAMAS_KNOWLEDGE"])'
    assert reader.follow(block(f"$ python -c '{asked}'", str(reader.folder / "knowledge"))) == []


def test_only_console_blocks_are_commands() -> None:
    assert list(commands("```sh\n$ rm x\n```\n$ rm y\n")) == []
    assert [command.line for command in commands(block("$ a", "x", "$ b"))] == [3, 5]
