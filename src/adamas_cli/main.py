"""The command line `adamas`: runs one command, turns errors into messages and exit codes."""

import codecs
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from adamas.errors import AdamasError, InputError, NotCleared
from adamas.report.words import Catalogue
from adamas_cli.exits import BLOCKED, BROKEN, INTERRUPTED, WRONG_INPUT
from adamas_cli.parser import command_of, language_of, make_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; see `adamas_cli.exits` for what the result means."""
    if argv is not None:
        return run(argv)
    # A command builds its library once and ends: looking for garbage costs a fifth of it and finds nothing,
    # neither on the way nor, which is what freezing spares, once more at the end.
    gc.set_threshold(100_000)
    try:
        return run(sys.argv[1:])
    finally:
        gc.freeze()


def run(typed: Sequence[str]) -> int:
    """Run what was typed, and turn every error into a message and an exit code."""
    catalogue = None
    _let_streams_show_everything()
    try:
        catalogue = Catalogue(language_of(typed))
        named = command_of(typed)
        args = make_parser(catalogue, named).parse_args(typed)
        module = import_module(f"adamas_cli.commands.{args.command}")
        args.lang = catalogue.lang
        return int(module.run(args))
    except AdamasError as problem:
        print(catalogue.error(problem) if catalogue else problem, file=sys.stderr)
        return _code_of(problem)
    except BrokenPipeError:
        # Whoever read our output has gone; say nothing more, not even when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _let_streams_show_everything() -> None:
    """A terminal that claims to know only ASCII mostly knows more; what another cannot show becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else stream.encoding, errors="replace")


def _code_of(problem: AdamasError) -> int:
    match problem:
        case InputError():
            return WRONG_INPUT
        case NotCleared():
            return BLOCKED
        case _:
            return BROKEN
