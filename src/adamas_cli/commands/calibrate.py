"""`adamas calibrate`: a clinic learns its own errors from photographs of untreated skin."""

import argparse
from pathlib import Path

from adamas.report.words import Catalogue
from adamas_cli.commands.measure import add_untreated, add_view


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `calibrate` takes."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=catalogue.ui("cli-arg-retakes"))
    add_view(parser, catalogue)
    add_untreated(parser, catalogue)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=catalogue.ui("cli-arg-clinic")
    )


def run(args: argparse.Namespace) -> int:
    """Learn, write, show."""
    from adamas_cli.calibrating import calibrate_folder

    return calibrate_folder(args)
