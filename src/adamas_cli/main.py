"""The command line `adamas`: runs one command, turns errors into messages and exit codes."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from adamas.errors import AdamasError, InputError, NotCleared
from adamas.report.words import Catalogue
from adamas_cli.exits import BLOCKED, BROKEN, INTERRUPTED, WRONG_INPUT
from adamas_cli.parser import command_of, language_of, make_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; see `adamas_cli.exits` for what the result means."""
    typed = list(sys.argv[1:] if argv is None else argv)
    catalogue = None
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


def _code_of(problem: AdamasError) -> int:
    match problem:
        case InputError():
            return WRONG_INPUT
        case NotCleared():
            return BLOCKED
        case _:
            return BROKEN
