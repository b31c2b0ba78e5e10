"""Compares two sittings: reads their photographs, leaves out the bad ones, shows and writes the outcome."""

import argparse
from codecs import BOM_UTF8
from pathlib import Path

import msgspec
from msgspec import Struct

from adamas.errors import InputError, told
from adamas.imaging.comparability import Comparability
from adamas.imaging.photo import View
from adamas.message import Message
from adamas.outcome.calibration import Calibration, default_calibration, read_calibration
from adamas.outcome.compare import Outcome
from adamas.outcome.pair import RELIEF_ONLY, Compared, compare_photos
from adamas.report.comparison import compose_comparison
from adamas.report.document import Document
from adamas.report.text import render
from adamas.report.words import Catalogue
from adamas.strict import read_raw
from adamas_cli.clocks import days_between, told_clocks
from adamas_cli.exits import BLOCKED, DONE
from adamas_cli.files import as_json, ending_of, show, wants_colour, width, write_whole
from adamas_cli.measuring import colour_of
from adamas_cli.photos import in_a_line
from adamas_cli.present import write_document
from adamas_cli.sides import read_sides

ENDINGS = (".html", ".pdf", ".json")


class Photograph(Struct, frozen=True, kw_only=True):
    """One photograph of a comparison, for machines."""

    path: str
    sha256: str
    side: str


class Written(Struct, frozen=True, kw_only=True):
    """A comparison for machines: what was found, from what, with whose errors."""

    outcome: Outcome
    comparability: Comparability
    colour: dict[str, object]
    left_out: dict[str, float]
    photographs: tuple[Photograph, ...]
    refused: tuple[str, ...]


def compare_sittings(args: argparse.Namespace) -> int:
    """Compare what was named; exit code 4 when the photographs cannot be compared."""
    if args.output is not None and ending_of(args.output) not in ENDINGS:
        raise _ending(args.output)
    check_colour(args)
    words = Catalogue(args.lang)
    calibration = calibration_of(args.calibration, args.view)
    before, after = read_sides(args, words)
    days, clocks = days_between(before, after, args.days)
    compared = compare_photos(
        before.photos,
        after.photos,
        calibration,
        days=days,
        untreated=args.untreated or "",
        is_described=args.described,
    )
    paths = [*before.paths, *after.paths]
    names = tuple(paths[place] for place in compared.kept)
    refused = tuple(in_a_line(problem, words) for problem in (*before.refused, *after.refused))
    unused = (unlike(paths[place], pair, words) for place, pair in compared.unlike.items())
    written = _written(compared, names, (*refused, *unused, *told_clocks(days, clocks, words)))
    document = compose_comparison(compared, words, names=names, unused=written.refused)
    if args.output is not None:
        _write(args.output, document, written)
    show(as_json(written) if args.json else render(document, width=width(), colour=wants_colour()))
    return BLOCKED if compared.is_vetoed else DONE


def check_colour(args: argparse.Namespace) -> None:
    """A card or untreated skin, not both; raises InputError."""
    if args.untreated and args.colour in ("chart", "grey-card"):
        raise InputError(
            told("colour-both", "Colours are corrected by a card or by untreated skin, not by both."),
            where="--untreated",
            hint=told("colour-both-hint", "With --colour auto, skin is used where no card is seen."),
        )


def calibration_of(path: Path | None, view: View) -> Calibration:
    """A clinic's own calibration, or the table of synthetic faces; for close-ups that of patches."""
    if path is None:
        return default_calibration(view)
    raw = read_raw(path).removeprefix(BOM_UTF8)
    try:
        msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise InputError(
            told("calibration-none", "This is not a calibration written by adamas calibrate."),
            where=str(path),
            hint=told("calibration-none-hint", "Make one with adamas calibrate, or leave --calibration out."),
        ) from None
    return read_calibration(raw, where=str(path))


def unlike(name: str, pair: Comparability, words: Catalogue) -> str:
    """Why a photograph is not used: in what it differs too much from the first."""
    return words.ui("compare-unused", name=name, what=titles_of(pair))


def titles_of(pair: Comparability) -> tuple[Message, ...]:
    """What forbids a pair."""
    return tuple(pair.check(name).title for name in pair.vetoed_by if name not in RELIEF_ONLY)


def _written(compared: Compared, names: tuple[str, ...], refused: tuple[str, ...]) -> Written:
    return Written(
        outcome=compared.outcome,
        comparability=compared.comparability,
        colour=colour_of(compared.balance.means),
        left_out={zone: round(share, 4) for zone, share in compared.laid.left_out.items()},
        photographs=tuple(
            Photograph(
                path=name, sha256=seen.photo.digest, side="before" if i < compared.shots_before else "after"
            )
            for i, (name, seen) in enumerate(zip(names, compared.laid.photos, strict=True))
        ),
        refused=refused,
    )


def _write(path: Path, document: Document, written: Written) -> None:
    if ending_of(path) == ".json":
        write_whole(path, as_json(written))
    else:
        write_document(path, document)


def _ending(path: Path) -> InputError:
    return InputError(
        told(
            "comparison-ending",
            "A comparison is written to .html, .pdf or .json, not to '{name}'.",
            name=path.name,
        ),
        where=str(path),
        hint=told("verdicts-ending-hint", "Give the output one of these endings."),
    )
