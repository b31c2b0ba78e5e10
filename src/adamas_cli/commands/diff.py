"""`adamas diff OLD NEW CLIENT...`: who would be treated differently under another knowledge base."""

import argparse
from pathlib import Path

from adamas.knowledge.library import compile_library
from adamas.report.document import Document, Heading, Item, Items, Paragraph
from adamas.report.text import render
from adamas.report.words import Catalogue, Words
from adamas.screening.screen import screen
from adamas_cli.changes import change, differs
from adamas_cli.exits import BROKEN, DONE
from adamas_cli.files import as_json, hear, show, wants_colour, width
from adamas_cli.parser import add_json, add_on


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `diff` takes."""
    parser.add_argument("old", type=Path, metavar="OLD", help=catalogue.ui("cli-arg-old"))
    parser.add_argument("new", type=Path, metavar="NEW", help=catalogue.ui("cli-arg-new"))
    parser.add_argument("clients", nargs="+", metavar="FILE", help=catalogue.ui("cli-arg-clients"))
    add_on(parser, catalogue)
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Screen everybody twice and show who differs; exit code 1 when somebody does."""
    old, new = compile_library(args.old), compile_library(args.new)
    old_words, new_words = Words(args.lang, old), Words(args.lang, new)
    items: list[Item] = []
    listed: list[dict[str, object]] = []
    for path in args.clients:
        before, after = hear(path, old, on=args.on), hear(path, new, on=args.on)
        one = screen(before.facts, old, on=before.on, scope=before.client.scope)
        other = screen(after.facts, new, on=after.on, scope=after.client.scope)
        if differs(one, other):
            items.append(change(after.name, one, other, old_words, new_words))
            listed.append({"client": after.name, "old": one, "new": other})
    if args.json:
        show(
            as_json({"old": old.digest, "new": new.digest, "clients": len(args.clients), "different": listed})
        )
    else:
        count = new_words.ui("diff-count", different=len(items), all=len(args.clients))
        document = Document(
            title=new_words.ui("diff-title", old=old.digest[:8], new=new.digest[:8]),
            lang=args.lang,
            blocks=(
                Paragraph(count),
                *((Heading(new_words.ui("diff-who"), 2), Items(tuple(items))) if items else ()),
            ),
        )
        show(render(document, width=width(), colour=wants_colour()))
    return BROKEN if items else DONE
