"""`adamas marker`: a sheet of markers to print, for close-ups."""

import argparse
from pathlib import Path

from adamas.report.words import Catalogue


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `marker` takes."""
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=catalogue.ui("cli-arg-marker")
    )


def run(args: argparse.Namespace) -> int:
    """Set and write the sheet."""
    from adamas.errors import InputError, told
    from adamas.report.marker import render
    from adamas_cli.exits import DONE
    from adamas_cli.files import ending_of, show, write_whole

    if ending_of(args.output) != ".pdf":
        raise InputError(
            told(
                "marker-ending",
                "A sheet of markers is written to .pdf, not to '{name}'.",
                name=args.output.name,
            ),
            where=str(args.output),
            hint=told("verdicts-ending-hint", "Give the output one of these endings."),
        )
    words = Catalogue(args.lang)
    write_whole(args.output, render(words))
    show(words.ui("marker-written", path=str(args.output)) + "\n")
    return DONE
