"""Draws synthetic people and writes their photographs with the truth beside them."""

import argparse
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

import numpy as np
from msgspec.structs import replace

from adamas.errors import InputError, told
from adamas.imaging.phantom.face import face
from adamas.imaging.phantom.generate import Phantom, write
from adamas.imaging.phantom.head import SIZE_MM
from adamas.imaging.phantom.people import (
    CLOSE_MM,
    Setting,
    sit_down,
    somebody,
    take,
    take_close,
    treated,
)
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Capture
from adamas.report.words import Catalogue
from adamas_cli.exits import DONE
from adamas_cli.files import cannot_write, show

TEN = time(10)
SHOTS, WIDTHS = (1, 100), (400, 6000)


def draw(args: argparse.Namespace) -> int:
    """Photograph one person in one sitting; the same numbers give the same files."""
    words = Catalogue(args.lang)
    for option, given, (low, high) in (
        ("--shots", args.shots, SHOTS),
        ("--width", args.width, WIDTHS),
        ("--pores", args.pores, (0, 5)),
        ("--spots", args.spots, (0, 3)),
        ("--redness", args.redness, (0, 3)),
        ("--seed", args.seed, (0, 2**32)),
        ("--sitting", args.sitting, (0, 2**32)),
    ):
        if not low <= given <= high:
            raise _outside(option, given, low, high)
    if args.close_up and args.card:
        raise InputError(
            told("card-close-up", "A close-up shows a marker and no card."),
            where="--card",
            hint=told("card-close-up-hint", "Leave out --card, or draw a face."),
        )
    photographed = _sitter(args)
    rng = np.random.default_rng((args.seed, args.sitting, 3))
    setting = sit_down(rng)
    try:
        args.output.mkdir(parents=True, exist_ok=True)
        for nth in range(args.shots):
            place = args.output / f"person-{args.seed}-sitting-{args.sitting}-shot-{nth + 1}"
            picture, _ = write(photographed(setting, rng), place, capture=_capture(args.on))
            show(words.ui("phantom-written", path=str(picture)) + "\n")
    except OSError as problem:
        raise cannot_write(args.output, problem) from None
    return DONE


def _sitter(args: argparse.Namespace) -> Callable[[Setting, np.random.Generator], Phantom]:
    """Whoever is photographed, drawn once: a face, or a patch of skin from near."""
    skin = treated(_person(args), pores=args.pores, spots=args.spots, redness=args.redness)
    if args.close_up:
        return partial(take_close, sheet(replace(skin, size_mm=CLOSE_MM)))
    return partial(take, face(skin), card=args.card)


def _capture(on: date | None) -> Capture | None:
    """What the file says of itself: with a day, that it was taken at ten in the morning."""
    return None if on is None else Capture(taken_at=datetime.combine(on, TEN))


def _person(args: argparse.Namespace) -> Skin:
    width_mm = (CLOSE_MM if args.close_up else SIZE_MM)[0]
    try:
        return somebody(args.seed, ita_deg=args.tone, px_per_mm=args.width / width_mm)
    except ValueError:
        raise InputError(
            told("no-such-tone", "No skin has the tone {tone}.", tone=args.tone),
            where="--tone",
            hint=told("no-such-tone-hint", "Give degrees ITA between -60 (very dark) and 60 (very light)."),
        ) from None


def _outside(option: str, given: float, low: int, high: int) -> InputError:
    # Whole numbers as text: 3 is not told as 3.0, and the largest is too large for a text to count with.
    return InputError(
        told(
            "option-outside",
            "{given} is not between {low} and {high}.",
            given=str(int(given)) if float(given).is_integer() else given,
            low=str(low),
            high=str(high),
        ),
        where=option,
        hint=told("see-help", "See {command} --help.", command="adamas phantom"),
    )
