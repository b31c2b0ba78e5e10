"""`adamas trend`: every sitting of a course in one trend, of one person or of many."""

import argparse
from pathlib import Path

from adamas.report.words import Catalogue
from adamas_cli.commands.measure import add_untreated, add_view
from adamas_cli.parser import add_json


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `trend` takes."""
    ui = catalogue.ui
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO", help=ui("cli-arg-course"))
    add_view(parser, catalogue)
    add_untreated(parser, catalogue)
    parser.add_argument("--dates", type=Path, metavar="FILE", help=ui("cli-arg-dates"))
    parser.add_argument("--calibration", type=Path, metavar="FILE", help=ui("cli-arg-calibration"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=ui("cli-arg-trend"))
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Follow, show, write what was asked for."""
    from adamas_cli.following import follow_all

    return follow_all(args)
