"""`adamas ask`: the intake in the terminal."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec.structs import replace

from adamas.intake.read import Client, facts_of, read_client
from adamas.knowledge.library import Library, read_library
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
    parser.add_argument("--scope", choices=("salon", "home-device", "peel-cream"))
    add_on(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Ask, keep the answers, show the verdict; what was answered is kept even when the client leaves."""
    library = read_library(args.knowledge)
    words = Words(args.lang, library)
    on = args.on or today()
    given = _given(args.client, library, on=on)
    scope = args.scope or given.scope
    interview = Interview(words, on=on, scope=scope, ask=_ask, tell=lambda text: print(text, file=sys.stderr))
    print(words.ui("ask-welcome"), file=sys.stderr)
    has_left = False
    try:
        interview.begin(given)
        interview.run()
    except (KeyboardInterrupt, EOFError):
        has_left = True
    target = args.output or args.client
    if target is not None:
        write_whole(target, as_file(given, interview))
        print(words.ui("ask-kept", file=str(target)), file=sys.stderr)
    if has_left:
        return INTERRUPTED
    verdict = screen(interview.facts, library, on=on, scope=scope)
    show(render(compose_verdict(verdict, words), width=width(), colour=wants_colour()))
    if target is None:
        show("\n" + as_file(given, interview))
    return exit_of(verdict)


def _ask(prompt: str) -> str:
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _given(path: Path | None, library: Library, *, on: date) -> Client:
    """What an earlier file says, read whole before anybody is asked."""
    if path is None:
        return Client()
    text = read_text(path)
    client = read_client(text, library, where=str(path))
    facts_of(client, library, on=on, where=str(path), text=text)
    return client


def as_file(given: Client, interview: Interview) -> str:
    """The client file as it now is: what it said before, the day, and every answer."""
    client = replace(
        given,
        on=interview.on,
        scope=interview.scope,
        zones=interview.zones,
        goals=interview.goals,
        answers=interview.answers,
    )
    return yaml.safe_dump(_said(msgspec.to_builtins(client)), allow_unicode=True, sort_keys=False)


def _said(value: dict[str, Any]) -> dict[str, Any]:
    """Without what says nothing."""
    plain = {
        key: _said(part) if isinstance(part, dict) and key != "answers" else part
        for key, part in value.items()
    }
    return {key: part for key, part in plain.items() if part not in ("", (), [], {}, None)}
