"""What may be typed. Only the parser of the command that was named is built, to start fast."""

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from adamas import __version__
from adamas.errors import InputError, told
from adamas.misread import day_hint, did_you_mean, is_plausible, read_day
from adamas.report.words import Catalogue
from adamas_cli.files import width

OPTIONS_WITH_VALUE = ("--lang", "--knowledge")
COMMANDS = (
    "screen",
    "plan",
    "dose",
    "aftercare",
    "home",
    "cream",
    "ask",
    "measure",
    "compare",
    "trend",
    "calibrate",
    "marker",
    "phantom",
    "lint",
    "book",
    "diff",
    "replay",
    "schema",
)


def language_of(typed: Sequence[str]) -> str:
    """The language to speak before anything is parsed: --lang, else ADAMAS_LANG, else that of the system."""
    for i, word in enumerate(typed):
        if word == "--lang" and i + 1 < len(typed):
            return typed[i + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    named = os.environ.get("ADAMAS_LANG")
    if named:
        return named
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ru" if system.startswith("ru") else "en"


def add_sheet(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What every sheet for a client takes: a page, a reader, a day, JSON."""
    parser.add_argument("--html", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-html"))
    add_reader(parser, catalogue, default="client")
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def command_of(typed: Sequence[str]) -> str | None:
    """The command that was typed, or None when only options were. Raises InputError for one that is none."""
    is_value = False
    for word in typed:
        if not is_value and not word.startswith("-"):
            if word in COMMANDS:
                return word
            raise InputError(
                told("command-unknown", "There is no command '{word}'.", word=word),
                where="adamas",
                hint=did_you_mean(word, COMMANDS),
            )
        is_value = word in OPTIONS_WITH_VALUE
    return None


class Parser(argparse.ArgumentParser):
    """Raises InputError instead of printing and leaving on its own."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        """Told the width: to find it out by itself, argparse loads every archive format there is."""
        columns = os.environ.get("COLUMNS", "")
        room = int(columns) if columns.isdigit() and int(columns) > 20 else width()
        return argparse.HelpFormatter(self.prog, width=room - 2)

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, in our own form."""
        raise InputError(
            message[:1].upper() + message[1:] + ".",
            where=self.prog,
            hint=told("see-help", "See {command} --help.", command=self.prog),
        )


def make_parser(catalogue: Catalogue, command: str | None) -> Parser:
    """The parser of `adamas`, with the arguments of one command; of all of them when none was named."""
    _speak(catalogue)
    parser = Parser(prog="adamas", description=catalogue.ui("cli-about"), epilog=catalogue.ui("cli-exits"))
    parser.add_argument("--version", action="version", version=f"adamas {__version__}")
    parsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS if command is None else (command,):
        about = catalogue.ui(f"cli-{name}")
        one = parsers.add_parser(name, help=about, description=about)
        import_module(f"adamas_cli.commands.{name}").add_arguments(one, catalogue)
        add_common(one, catalogue)
    return parser


def add_common(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What every command takes."""
    parser.add_argument("--lang", help=catalogue.ui("cli-arg-lang"))
    parser.add_argument("--knowledge", type=Path, metavar="FOLDER", help=catalogue.ui("cli-arg-knowledge"))


def add_on(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """The day that counts as today."""
    parser.add_argument("--on", type=day("--on"), metavar="DAY", help=catalogue.ui("cli-arg-on"))


def add_json(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Output for machines."""
    parser.add_argument("--json", action="store_true", help=catalogue.ui("cli-arg-json"))


def add_reader(parser: argparse.ArgumentParser, catalogue: Catalogue, *, default: str) -> None:
    """For whom the output is written."""
    parser.add_argument(
        "--reader", choices=("client", "professional"), default=default, help=catalogue.ui("cli-arg-reader")
    )


def day(option: str) -> Callable[[str], date]:
    """Reads an ISO day given to an option."""

    def read(typed: str) -> date:
        found = read_day(typed)
        if found is None or not is_plausible(found):
            hint = told("day-year", "Check the year.") if found else day_hint(typed)
            raise InputError(told("day-none", "'{word}' is not a day.", word=typed), where=option, hint=hint)
        return found

    return read


def _speak(catalogue: Catalogue) -> None:
    """Let argparse speak the reader's language; it offers no other way than its own translation function."""
    known: dict[str, str] = {}

    def translated(english: str) -> str:
        if english not in known:
            is_known = english in ARGPARSE and catalogue.lang != "en"
            known[english] = catalogue.ui(ARGPARSE[english]) if is_known else english
        return known[english]

    spoken: Any = argparse
    spoken._ = translated


ARGPARSE = {
    "usage: ": "argparse-usage",
    "positional arguments": "argparse-positional",
    "options": "argparse-options",
    "show this help message and exit": "argparse-help",
    "show program's version number and exit": "argparse-version",
    "the following arguments are required: %s": "argparse-required",
    "one of the arguments %s is required": "argparse-one-of",
    "unrecognized arguments: %s": "argparse-unrecognized",
    "invalid choice: %(value)r (choose from %(choices)s)": "argparse-choice",
    "expected one argument": "argparse-one",
    "expected at least one argument": "argparse-at-least-one",
    "argument %(argument_name)s: %(message)s": "argparse-argument",
    "ignored explicit argument %r": "argparse-ignored",
    "ambiguous option: %(option)s could match %(matches)s": "argparse-ambiguous",
    "not allowed with argument %s": "argparse-not-with",
    "invalid %(type)s value: %(value)r": "argparse-value",
}
