"""`adamas compare`: two sittings of one person, photograph against photograph."""

import argparse
from pathlib import Path

from adamas.report.words import Catalogue
from adamas_cli.commands.measure import add_untreated, add_view
from adamas_cli.parser import add_json


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `compare` takes."""
    for name in ("before", "after"):
        parser.add_argument(name, type=Path, metavar=name.upper(), help=catalogue.ui(f"cli-arg-{name}"))
    add_view(parser, catalogue)
    add_untreated(parser, catalogue)
    parser.add_argument(
        "--described", action=argparse.BooleanOptionalAction, help=catalogue.ui("cli-arg-described")
    )
    parser.add_argument("--days", type=int, metavar="N", help=catalogue.ui("cli-arg-days"))
    parser.add_argument("--calibration", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-calibration"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-comparison"))
    add_json(parser, catalogue)


def run(args: argparse.Namespace) -> int:
    """Compare, show, write what was asked for."""
    from adamas_cli.comparing import compare_sittings

    return compare_sittings(args)
