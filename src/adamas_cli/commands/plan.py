"""`adamas plan`: the whole course of one client, in the terminal, as a page and as a calendar."""

import argparse
from pathlib import Path

from msgspec.structs import replace

from adamas.interchange.calendar import course_calendar
from adamas.knowledge.library import read_library
from adamas.planning.plan import NotPlanned
from adamas.report.advice import advice_blocks
from adamas.report.document import Document, Heading
from adamas.report.parts import Reader, Teller
from adamas.report.plan import compose_not_planned, compose_plan
from adamas.report.words import Catalogue, Words
from adamas_cli.course import Course, course_of
from adamas_cli.exits import BLOCKED, DONE, OPEN
from adamas_cli.files import hear, write_whole
from adamas_cli.parser import add_json, add_on, add_reader
from adamas_cli.present import present


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `plan` takes."""
    parser.add_argument("client", metavar="FILE", help=catalogue.ui("cli-arg-client"))
    parser.add_argument("--html", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-html"))
    parser.add_argument("--ics", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-ics"))
    add_reader(parser, catalogue, default="professional")
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Plan, show, write what was asked for."""
    library = read_library(args.knowledge)
    heard = hear(args.client, library, on=args.on)
    course = course_of(heard, library)
    words = Words(args.lang, library)
    client = heard.client.client

    if args.ics and not isinstance(course.plan, NotPlanned):
        write_whole(args.ics, course_calendar(course.plan, course.aftercare, words, client=client))
    present(course, compose(course, words, client=client, reader=args.reader), args)
    return exit_of(course)


def compose(course: Course, words: Words, *, client: str, reader: Reader) -> Document:
    """The plan with the aftercare of its first visit, or why there is no plan."""
    if isinstance(course.plan, NotPlanned):
        return compose_not_planned(course.plan, words, client=client, reader=reader)
    document = compose_plan(course.plan, words, client=client, reader=reader)
    teller = Teller(words, reader)
    first = course.aftercare[0]
    after = [Heading(words.ui("aftercare-heading", on=first.visit_on)), *advice_blocks(first, teller)]
    return replace(document, blocks=(*document.blocks, *after))


def exit_of(course: Course) -> int:
    """The exit code that tells a script whether there is a course."""
    if isinstance(course.plan, NotPlanned):
        return BLOCKED
    return OPEN if course.plan.is_provisional else DONE
