"""Runs what the documents show, in order, in a copy of the files they work on.

A ```console block is typed line by line, and what it prints is compared. A block that begins with a comment
`# path/to/file` is written to that file. ```python blocks are one conversation (`>>>`) with one interpreter.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tests.house.tree import ROOT

# What a reader's commands work on; they may write beside it, so they get a copy.
WORKED_ON = ("knowledge", "locales", "scenarios", "safety", "docs")
_BLOCK = re.compile(r"^```(console|python|yaml|fluent)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w./-]+/[\w.-]+\.(?:yaml|ftl))\n")
_NOT_RUN = re.compile(r"^(git clone|cd|sudo|apt-get|pip install)\b")
_MAKE = re.compile(r"^make((?: [a-z]+)+)(?: +[A-Z_]+=.*)?$")


@dataclass(frozen=True)
class Command:
    """One command of a document, and the lines it is said to print (none: anything)."""

    line: int
    text: str
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A file that a document shows in full, named by its first line."""

    path: str
    text: str


def steps(text: str) -> Iterator[Command | Written]:
    """What a reader of a document types and writes, in order."""
    for block in _BLOCK.finditer(text):
        if block[1] == "console":
            yield from _typed(block[2], first=text.count("\n", 0, block.start()) + 2)
        elif block[1] != "python" and (named := _FILE.match(block[2])):
            yield Written(named[1], block[2][named.end() :])


def commands(text: str) -> list[Command]:
    """Every command of a document, in order."""
    return [step for step in steps(text) if isinstance(step, Command)]


def _typed(block: str, *, first: int) -> Iterator[Command]:
    """The commands of one block; a line that ends in a backslash goes on."""
    lines = block.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        stop = start
        while lines[stop].endswith("\\"):
            stop += 1
        words = "\n".join(lines[start : stop + 1])[2:]
        shown = tuple(line.rstrip() for line in lines[stop + 1 : end])
        yield Command(first + start, words, _without_blank_end(shown))


def conversation(text: str) -> str:
    """The ```python blocks of a document, each at its own line, with nothing around them."""
    kept, last = "", 0
    for block in _BLOCK.finditer(text):
        if block[1] == "python":
            kept += "\n" * text.count("\n", last, block.start(2)) + block[2]
            last = block.end(2)
    return kept


def _without_blank_end(lines: tuple[str, ...]) -> tuple[str, ...]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def matches(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """True when the lines shown are those printed.

    A line `...` stands for any number of lines, `...` within a line for any number of words.
    """
    if not shown:
        return not printed
    if shown[0].strip() == "...":
        return any(matches(shown[1:], printed[start:]) for start in range(len(printed) + 1))
    return bool(printed) and _is_line(shown[0], printed[0]) and matches(shown[1:], printed[1:])


def _is_line(shown: str, printed: str) -> bool:
    parts = (re.escape(part) for part in _plain(shown).split("..."))
    return re.fullmatch(".*".join(parts), _plain(printed)) is not None


def _plain(line: str) -> str:
    """Spaces that keep a day in one piece look like any other; nobody types them into a document."""
    return line.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def make_targets() -> set[str]:
    """The targets of the Makefile."""
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def run_arguments() -> str:
    """What `make run` passes to adamas."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(r"^RUN_ARGS \?= (.*)$", text, re.MULTILINE)
    return found[1] if found else ""


class Reader:
    """Somebody who types the commands of one document, one after the other, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0

    def follow(self, text: str) -> list[str]:
        """Do what a document says; returns what did not come out as it says."""
        faults = []
        todo = list(steps(text))
        said = conversation(text)
        if todo or said:
            self._unpack()
        for step, following in zip_longest(todo, todo[1:]):
            if isinstance(step, Written):
                self._write(step)
                continue
            is_asked = isinstance(following, Command) and "$?" in following.text
            if fault := self._do(step, is_status_asked=is_asked):
                faults.append(f"line {step.line}: {step.text}\n{fault}")
        return faults + ([fault] if said and (fault := self._talk(said)) else [])

    def _write(self, file: Written) -> None:
        path = self.folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")

    def _talk(self, said: str) -> str:
        if not said.strip().startswith(">>> "):
            return "a python block does not begin with >>>"
        (self.folder / "conversation.txt").write_text(said, encoding="utf-8")
        printed = self._run("python -m doctest -o ELLIPSIS -o NORMALIZE_WHITESPACE conversation.txt")
        return printed if self.status else ""

    def _unpack(self) -> None:
        for name in WORKED_ON:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self.folder / name)
        (self.folder / "out").mkdir(exist_ok=True)

    def _do(self, command: Command, *, is_status_asked: bool) -> str:
        words = command.text
        if _NOT_RUN.match(words):
            return ""
        if words.startswith("make"):
            made = _MAKE.match(words)
            unknown = set(made[1].split()) - make_targets() if made else {words}
            if unknown:
                return f"the Makefile has no {', '.join(sorted(unknown))}"
            if words != "make run" or not command.shown:
                return ""
            words = f"adamas {run_arguments()}"
        printed = self._run(words)
        if self.status and not is_status_asked:
            return f"ended with {self.status}:\n{printed}"
        lines = _without_blank_end(tuple(line.rstrip() for line in printed.splitlines()))
        if command.shown and not matches(command.shown, lines):
            return f"prints otherwise:\n{printed}"
        return ""

    def _run(self, words: str) -> str:
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "PYTHONWARNINGS": "error",
            "PYTHONUTF8": "1",
            "ADAMAS_KNOWLEDGE": str(self.folder / "knowledge"),
            "ADAMAS_LOCALES": str(self.folder / "locales"),
        }
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.status}); {words}"],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.status = done.returncode
        return done.stdout
