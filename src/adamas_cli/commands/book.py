"""`adamas book`: the knowledge base with its reasons, as one HTML page to print, read and sign."""

import argparse
from pathlib import Path

from adamas.knowledge.library import compile_library, default_root
from adamas.report.book import compose_book
from adamas.report.html import render
from adamas.report.words import Catalogue, Words
from adamas.screening.proof import read_cases
from adamas_cli.exits import DONE
from adamas_cli.files import show, write_whole


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `book` takes."""
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("knowledge.html"),
        metavar="FILE",
        help=catalogue.ui("cli-arg-page"),
    )


def run(args: argparse.Namespace) -> int:
    """Compose the book and write it whole."""
    root = args.knowledge or default_root()
    words = Words(args.lang, compile_library(root))
    page = render(compose_book(words, read_cases(root)))
    write_whole(args.output, page)
    show(words.ui("book-written", file=str(args.output), statements=len(words.library.statements)) + "\n")
    return DONE
