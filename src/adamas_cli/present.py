"""Shows what a command found: as text or JSON on standard output, and as a page when one was asked for."""

import argparse
from typing import Any

from adamas.report import text
from adamas.report.document import Document
from adamas_cli.files import as_json, show, wants_colour, width, write_whole


def present(found: Any, document: Document, args: argparse.Namespace) -> None:
    """Write the page first, so that a file that cannot be written is said before anything is shown."""
    page = getattr(args, "html", None)
    if page:
        from adamas.report import html

        write_whole(page, html.render(document))
    if args.json:
        show(as_json(found))
    else:
        show(text.render(document, width=width(), colour=wants_colour()))
