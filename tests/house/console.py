"""Runs what the documents show: the ```console blocks of README and docs, in a copy of the example files."""

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
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_NOT_RUN = re.compile(r"^(git clone|cd|sudo|apt-get|pip install)\b")
_MAKE = re.compile(r"^make((?: [a-z]+)+)(?: +[A-Z_]+=.*)?$")


@dataclass(frozen=True)
class Command:
    """One command of a document, and the lines it is said to print (none: anything)."""

    line: int
    text: str
    shown: tuple[str, ...]


def commands(text: str) -> Iterator[Command]:
    """Every command of a document, in order; a line that ends in a backslash goes on."""
    for block in _BLOCK.finditer(text):
        first = text.count("\n", 0, block.start()) + 2
        lines = block[1].splitlines()
        starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            stop = start
            while lines[stop].endswith("\\"):
                stop += 1
            words = "\n".join(lines[start : stop + 1])[2:]
            shown = tuple(line.rstrip() for line in lines[stop + 1 : end])
            yield Command(first + start, words, _without_blank_end(shown))


def _without_blank_end(lines: tuple[str, ...]) -> tuple[str, ...]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def matches(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """True when the lines shown are those printed; a line `...` stands for any number of lines."""
    if not shown:
        return not printed
    if shown[0].strip() == "...":
        return any(matches(shown[1:], printed[start:]) for start in range(len(printed) + 1))
    return bool(printed) and shown[0] == printed[0] and matches(shown[1:], printed[1:])


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
        todo = list(commands(text))
        if todo:
            self._unpack()
        for command, following in zip_longest(todo, todo[1:]):
            fault = self._do(command, is_status_asked=following is not None and "$?" in following.text)
            if fault:
                faults.append(f"line {command.line}: {command.text}\n{fault}")
        return faults

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
