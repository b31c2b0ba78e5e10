"""`adamas measure`: what one photograph, or a folder of them, measures."""

import argparse
from pathlib import Path

from adamas.errors import InputError, told
from adamas.report.words import Catalogue
from adamas_cli.parser import add_json

VIEWS = ("face", "left-three-quarter", "right-three-quarter", "cheek", "forehead", "nose", "hand", "back")
COLOURS = ("none", "auto", "chart", "grey-card")
PX_PER_MM = (1, 500)
"""Fewer show no skin, and more no lens of a camera."""


def add_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What `measure` takes."""
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO", help=catalogue.ui("cli-arg-photos"))
    add_view(parser, catalogue)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=catalogue.ui("cli-arg-readings"))
    add_json(parser, catalogue)


def add_view(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """What the photographs show, and how large it is."""
    parser.add_argument("--view", choices=VIEWS, default="face", help=catalogue.ui("cli-arg-view"))
    parser.add_argument("--px-per-mm", type=scale, metavar="N", help=catalogue.ui("cli-arg-scale"))
    parser.add_argument("--colour", choices=COLOURS, default="none", help=catalogue.ui("cli-arg-colour"))
    parser.add_argument("--anyway", action="store_true", help=catalogue.ui("cli-arg-anyway"))


def scale(typed: str) -> float:
    """Pixels per millimetre. Raises InputError for what no photograph of skin can have."""
    try:
        given = float(typed)
    except ValueError:
        given = 0.0
    low, high = PX_PER_MM
    if not low <= given <= high:
        raise InputError(
            told(
                "scale-outside",
                "'{given}' is not a number between {low} and {high}.",
                given=typed,
                low=low,
                high=high,
            ),
            where="--px-per-mm",
            hint=told(
                "scale-outside-hint", "Count the pixels of 10 mm on a ruler in the photograph, divide by ten."
            ),
        )
    return given


def add_untreated(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Skin instead of a card; there must be a first photograph it is compared with."""
    parser.add_argument("--untreated", metavar="ZONE", help=catalogue.ui("cli-arg-untreated"))


def run(args: argparse.Namespace) -> int:
    """Measure and show; every photograph is tried."""
    from adamas_cli.measuring import measure_all

    return measure_all(args)
