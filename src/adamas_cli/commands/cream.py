"""`adamas cream`: which peeling cream suits a client, how often, on which days."""

import argparse

from adamas.knowledge.library import read_library
from adamas.planning.cream import propose_cream
from adamas.planning.plan import NotPlanned
from adamas.report.home import compose_cream
from adamas.report.plan import compose_not_planned
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas_cli.course import device_days, salon_days
from adamas_cli.exits import BLOCKED, DONE, OPEN
from adamas_cli.files import hear
from adamas_cli.parser import add_sheet
from adamas_cli.present import present


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `cream` takes."""
    parser.add_argument("client", metavar="FILE", help=catalogue.ui("cli-arg-client"))
    parser.add_argument("--alone", action="store_true", help=catalogue.ui("cli-arg-alone"))
    add_sheet(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Choose a cream beside the course the client could have."""
    library = read_library(args.knowledge)
    words = Words(args.lang, library)
    heard = hear(args.client, library, on=args.on)
    verdict = screen(heard.facts, library, on=heard.on, scope="peel-cream")
    visits = () if args.alone else salon_days(heard, library)
    plan = propose_cream(
        verdict,
        heard.facts,
        library,
        on=heard.on,
        salon_visits=visits,
        device_days=() if args.alone else device_days(heard, library, salon_visits=visits),
    )
    client = heard.client.client
    if isinstance(plan, NotPlanned):
        document = compose_not_planned(plan, words, client=client, reader=args.reader)
        code = BLOCKED
    else:
        document = compose_cream(plan, words, client=client, reader=args.reader)
        code = OPEN if plan.is_provisional else DONE
    present(plan, document, args)
    return code
