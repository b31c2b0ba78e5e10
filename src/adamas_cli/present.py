"""Shows what a command found: as text or JSON on standard output, and as a page when one was asked for."""

import argparse
from pathlib import Path
from typing import Any

from adamas.report import text
from adamas.report.document import Document
from adamas_cli.files import as_json, ending_of, show, wants_colour, width, write_whole


def present(found: Any, document: Document, args: argparse.Namespace) -> None:
    """Write the page first, so that a file that cannot be written is said before anything is shown."""
    page = getattr(args, "html", None)
    if page:
        write_document(page, document)
    if args.json:
        show(as_json(found))
    else:
        show(text.render(document, width=width(), colour=wants_colour()))


def write_document(path: Path, document: Document) -> None:
    """Write a document as the ending of the file says: ``.pdf``, else a page."""
    if ending_of(path) == ".pdf":
        from adamas.report import pdf

        write_whole(path, pdf.render(document))
    else:
        from adamas.report import html

        write_whole(path, html.render(document))
