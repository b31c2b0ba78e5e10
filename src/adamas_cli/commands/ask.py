"""`adamas ask`: the intake in the terminal."""

import argparse
import sys
from pathlib import Path

import yaml

from adamas.intake.read import read, read_client
from adamas.knowledge.library import read_library
from adamas.report.text import render
from adamas.report.verdict import compose_verdict
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas.strict import read_text
from adamas_cli.commands.screen import exit_of
from adamas_cli.exits import INTERRUPTED
from adamas_cli.files import show, today, wants_colour, width, write_whole
from adamas_cli.interview import Interview
from adamas_cli.parser import add_on


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `ask` takes."""
    parser.add_argument("client", nargs="?", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-go-on"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-answers"))
    parser.add_argument("--scope", choices=("salon", "home-device", "peel-cream"), default="salon")
    add_on(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Ask, keep the answers, show the verdict; what was answered is kept even when the client leaves."""
    library = read_library(args.knowledge)
    words = Words(args.lang, library)
    on = args.on or today()
    given = read_client(read_text(args.client), library, where=str(args.client)) if args.client else None
    interview = Interview(
        words, on=on, scope=args.scope, ask=_ask, tell=lambda text: print(text, file=sys.stderr)
    )
    print(words.ui("ask-welcome"), file=sys.stderr)
    has_left = False
    try:
        interview.begin(
            zones=given.zones if given else (),
            goals=given.goals if given else (),
            answers=given.answers if given else {},
        )
        interview.run()
    except (KeyboardInterrupt, EOFError):
        has_left = True
    target = args.output or args.client
    if target is not None:
        write_whole(target, _as_file(interview))
        print(words.ui("ask-kept", file=str(target)), file=sys.stderr)
    if has_left:
        return INTERRUPTED
    facts = read(interview.answers, library, on=on, zones=interview.zones)
    verdict = screen(facts, library, on=on, scope=args.scope)
    show(render(compose_verdict(verdict, words), width=width(), colour=wants_colour()))
    if target is None:
        show("\n" + _as_file(interview))
    return exit_of(verdict)


def _ask(prompt: str) -> str:
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _as_file(interview: Interview) -> str:
    said = {
        "on": interview.on.isoformat(),
        "scope": interview.scope,
        "zones": list(interview.zones),
        "goals": list(interview.goals),
        "answers": interview.answers,
    }
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
