"""`adamas phantom`: photographs of synthetic people, with the truth about them."""

import argparse
from pathlib import Path

from adamas.report.words import Catalogue
from adamas_cli.parser import day


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `phantom` takes."""
    ui = catalogue.ui
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help=ui("cli-arg-phantoms")
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help=ui("cli-arg-seed"))
    parser.add_argument("--sitting", type=int, default=0, metavar="N", help=ui("cli-arg-sitting"))
    parser.add_argument("--shots", type=int, default=1, metavar="N", help=ui("cli-arg-shots"))
    parser.add_argument("--tone", type=float, default=35.0, metavar="ITA", help=ui("cli-arg-tone"))
    parser.add_argument("--width", type=int, default=3024, metavar="PX", help=ui("cli-arg-width"))
    parser.add_argument("--close-up", action="store_true", help=ui("cli-arg-close-up"))
    parser.add_argument("--card", choices=("chart", "grey-card"), help=ui("cli-arg-card"))
    parser.add_argument("--on", type=day("--on"), metavar="DAY", help=ui("cli-arg-taken"))
    for name in ("pores", "spots", "redness"):
        parser.add_argument(f"--{name}", type=float, default=1.0, metavar="TIMES", help=ui(f"cli-arg-{name}"))


def run(args: argparse.Namespace) -> int:
    """Draw and write."""
    from adamas_cli.drawing import draw

    return draw(args)
