"""`adamas replay FOLDER`: recompute recorded verdicts under the library that gave them."""

import argparse
from pathlib import Path

from adamas.knowledge.library import compile_library
from adamas.report.document import Document, Item, Items, Paragraph
from adamas.report.text import render
from adamas.report.words import Catalogue, Words
from adamas_cli.changes import change, differs
from adamas_cli.exits import BROKEN, DONE
from adamas_cli.files import as_json, show, wants_colour, width
from adamas_cli.parser import add_json
from adamas_cli.records import again, library_of, records, same


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `replay` takes."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=catalogue.ui("cli-arg-records"))
    parser.add_argument("--under", type=Path, metavar="KNOWLEDGE", help=catalogue.ui("cli-arg-under"))
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Recompute and compare; exit code 1 when a verdict does not come out as it was recorded."""
    other = compile_library(args.under) if args.under else None
    items: list[Item] = []
    count = 0
    for path, record in records(args.folder):
        count += 1
        library = other or library_of(args.folder, record)
        words = Words(args.lang, library)
        verdict = again(record, library)
        if differs(record.verdict, verdict) or (other is None and not same(record.verdict, verdict)):
            old_words = Words(args.lang, library_of(args.folder, record)) if other else words
            items.append(change(path.name, record.verdict, verdict, old_words, words))
    catalogue = Catalogue(args.lang)
    if args.json:
        show(as_json({"records": count, "different": [item.label for item in items]}))
    else:
        said = catalogue.ui("replay-count", different=len(items), all=count)
        blocks = (Paragraph(said), *((Items(tuple(items)),) if items else ()))
        document = Document(title=catalogue.ui("replay-title"), lang=args.lang, blocks=blocks)
        show(render(document, width=width(), colour=wants_colour()))
    return BROKEN if items else DONE
