"""`adamas aftercare`: the sheet to take home after a visit."""

import argparse
from pathlib import Path

from msgspec.structs import replace

from adamas.aftercare.advise import advise
from adamas.errors import AnswerInvalid
from adamas.interchange.calendar import aftercare_calendar
from adamas.knowledge.library import read_library
from adamas.report.advice import compose_advice
from adamas.report.document import Banner
from adamas.report.verdict import decision_word
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas_cli.exits import DONE
from adamas_cli.files import hear, write_whole
from adamas_cli.parser import add_sheet, day
from adamas_cli.present import present


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `aftercare` takes."""
    parser.add_argument("client", metavar="FILE", help=catalogue.ui("cli-arg-client"))
    parser.add_argument(
        "--last-visit", type=day("--last-visit"), metavar="DAY", help=catalogue.ui("cli-arg-last-visit")
    )
    parser.add_argument("--ics", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-ics"))
    add_sheet(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Advise for a visit on the day of --on, or of the answers, or today."""
    library = read_library(args.knowledge)
    heard = hear(args.client, library, on=args.on)
    verdict = screen(heard.facts, library, on=heard.on)
    try:
        advice = advise(heard.on, heard.facts, library, verdict=verdict, course_ends_on=args.last_visit)
    except AnswerInvalid as problem:
        raise AnswerInvalid(problem.what, where="--last-visit", hint=problem.hint) from None
    words = Words(args.lang, library)
    client = heard.client.client
    document = compose_advice(advice, words, client=client, reader=args.reader)
    if not verdict.is_cleared:
        # The sheet is given all the same: whoever was treated needs it, cleared or not.
        warning = Banner(
            decision_word(verdict.decision, words), verdict.decision.word, words.ui("advice-not-cleared")
        )
        document = replace(document, blocks=(warning, *document.blocks))
    if args.ics:
        write_whole(args.ics, aftercare_calendar(advice, words, client=client))
    present(advice, document, args)
    return DONE
