"""`adamas screen`: one client's verdict, or those of a whole population."""

import argparse
from pathlib import Path

from adamas.knowledge.library import read_library
from adamas.knowledge.statement import Decision
from adamas.report.verdict import compose_verdict
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from adamas_cli.exits import BLOCKED, DONE, OPEN
from adamas_cli.files import hear
from adamas_cli.parser import add_json, add_on, add_reader
from adamas_cli.present import present


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `screen` takes."""
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("client", nargs="?", metavar="FILE", help=catalogue.ui("cli-arg-client"))
    given.add_argument("--all", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-all"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-verdicts"))
    parser.add_argument(
        "--scope", choices=("salon", "home-device", "peel-cream"), help=catalogue.ui("cli-arg-scope")
    )
    parser.add_argument("--record", type=Path, metavar="FOLDER", help=catalogue.ui("cli-arg-record"))
    add_reader(parser, catalogue, default="professional")
    parser.add_argument("--trace", action="store_true", help=catalogue.ui("cli-arg-trace"))
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Screen and show."""
    library = read_library(args.knowledge)
    if args.all is not None:
        from adamas_cli.population import screen_file

        return screen_file(args, library)
    heard = hear(args.client, library, on=args.on)
    verdict = screen(heard.facts, library, on=heard.on, scope=args.scope or heard.client.scope)
    if args.record is not None:
        from adamas_cli.records import keep

        keep(args.record, heard, verdict, library)
    words = Words(args.lang, library)
    document = compose_verdict(
        verdict, words, client=heard.client.client, reader=args.reader, whole_trace=args.trace
    )
    present(verdict, document, args)
    return exit_of(verdict)


def exit_of(verdict: Verdict) -> int:
    """The exit code that tells a script how far this client may go."""
    if verdict.decision.is_blocking:
        return BLOCKED
    return OPEN if verdict.decision is Decision.ASK else DONE
