"""Learns a clinic's errors from a folder: one folder a person, in it one a sitting, in it the photographs."""

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from adamas.errors import InputError, PhotoUnusable, Told, told
from adamas.imaging.colour import How
from adamas.imaging.examine import examine_laid, readings_of
from adamas.imaging.gate import Inspected
from adamas.imaging.photo import FACES, View
from adamas.imaging.reading import Reading
from adamas.message import Message
from adamas.outcome.calibration import Calibration, Sitting, calibrate, write_calibration
from adamas.outcome.change import share
from adamas.outcome.pair import against_first, forbids, lay_out
from adamas.outcome.quantity import ABOUT
from adamas.outcome.repeatability import Repeatability
from adamas.report.document import Block, Document, Heading, Item, Items, Paragraph, Table
from adamas.report.reading import WHOLE, measure_title, with_unit
from adamas.report.text import render
from adamas.report.words import Catalogue
from adamas_cli.comparing import check_colour, titles_of
from adamas_cli.exits import DONE
from adamas_cli.files import show, wants_colour, width, write_whole
from adamas_cli.photos import Asked, find, in_a_line, read_usable, refuse_copy, work

MOST_NAMED = 10
"""Photographs named in an error; a folder of hundreds would scroll away what is to be done."""


class Person(Struct, frozen=True, kw_only=True):
    """The photographs of one person by sitting."""

    name: str
    sittings: tuple[tuple[Path, ...], ...]
    view: View
    px_per_mm: float | None
    colour: How = "none"
    untreated: str = ""


class Learnt(Struct, frozen=True):
    """What one person gave: sittings, and why photographs are not used."""

    sittings: tuple[Sitting, ...]
    refused: tuple[PhotoUnusable, ...]
    unlike: tuple[tuple[str, tuple[Message, ...]], ...]


def calibrate_folder(args: argparse.Namespace) -> int:
    """Measure everybody, learn the errors, write and show them."""
    check_colour(args)
    words = Catalogue(args.lang)
    people = people_in(args.folder, args)
    learnt = tuple(work(partial(learn_person, anyway=args.anyway), people, words))
    calibration = learn(learnt, words, where=str(args.folder))
    write_whole(args.output, write_calibration(calibration))
    show(render(compose(calibration, learnt, words), width=width(), colour=wants_colour()))
    counts = {name: getattr(calibration, name) for name in ("people", "sittings", "shots")}
    show("\n" + words.ui("calibrate-done", path=str(args.output), **counts) + "\n")
    return DONE


def learn(learnt: Sequence[Learnt], words: Catalogue, *, where: str) -> Calibration:
    """The errors of everybody together.

    Raises InputError, with what was not used and why, when photographs are too few or nothing is learnt.
    """
    try:
        calibration = calibrate(sitting for one in learnt for sitting in one.sittings)
        if not any(_is_headline(one) for one in calibration.known):
            raise _nothing_learnt()
    except InputError as problem:
        unused = [said for one in learnt for said in _unused(one, words)]
        # Photographs that were not used are why too few are left.
        raise InputError(problem.what, where=where, hint=_with_unused(problem.hint, unused)) from None
    return calibration


def _unused(one: Learnt, words: Catalogue) -> Iterator[Told]:
    for problem in one.refused:
        yield told(
            "calibrate-unused",
            "{photo}: {what} {hint}",
            photo=problem.where,
            what=problem.what,
            hint=problem.hint,
        )
    for photo, what in one.unlike:
        yield told(
            "calibrate-unlike",
            "{photo}: taken too differently from the first photograph: {what}.",
            photo=photo,
            what=words.listed([words.say(title) for title in what]),
        )


def _with_unused(hint: str, unused: Sequence[Told]) -> str:
    """The hint, and below it what was not used, one a line; of many only the first."""
    if not unused:
        return hint
    said: Told | None = None
    if len(unused) > MOST_NAMED:
        said = told("calibrate-unused-more", "and {count} more", count=len(unused) - MOST_NAMED)
    for one in reversed(unused[:MOST_NAMED]):
        said = one if said is None else told("calibrate-unused-then", "{one}\n  {then}", one=one, then=said)
    return told("calibrate-unused-all", "{hint}\n  Not used:\n  {all}", hint=hint, all=said or "")


def people_in(folder: Path, args: argparse.Namespace) -> tuple[Person, ...]:
    """Everybody in a folder, by name. A person's photographs without sittings are one sitting.

    Raises InputError when there is nobody.
    """
    if not folder.is_dir():
        raise _nobody(folder)
    people = []
    for one in sorted(path for path in folder.iterdir() if path.is_dir()):
        by_sitting: dict[Path, list[Path]] = {}
        for photo in find(one):
            by_sitting.setdefault(photo.parent, []).append(photo)
        sittings = tuple(tuple(photos) for photos in by_sitting.values())
        people.append(
            Person(
                name=one.name,
                sittings=sittings,
                view=args.view,
                px_per_mm=args.px_per_mm,
                colour=args.colour,
                untreated=args.untreated or "",
            )
        )
    if not people:
        raise _nobody(folder)
    return tuple(people)


def learn_person(person: Person, *, anyway: bool) -> Learnt:
    """Everything one person's photographs measure, on the skin that all of them show."""
    refused: list[PhotoUnusable] = []
    photos: list[tuple[Path, int, Inspected]] = []
    firsts: dict[str, str] = {}
    for nth, sitting in enumerate(person.sittings):
        for path in sitting:
            try:
                seen = read_usable(Asked(path, person.view, person.px_per_mm, person.colour), anyway=anyway)
                refuse_copy(seen.photo, firsts, where=str(path))
                photos.append((path, nth, seen))
            except PhotoUnusable as problem:
                refused.append(problem)
    if not photos:
        return Learnt((), tuple(refused), ())
    kept, unlike = _alike(photos, person.untreated)
    laid = lay_out([seen for _, _, seen in kept], untreated=person.untreated)
    shots: dict[int, list[tuple[Reading, ...]]] = {}
    for (_, nth, _), readings in zip(kept, examine_laid(laid, keep=readings_of), strict=True):
        shots.setdefault(nth, []).append(readings)
    colour = laid.photos[0].balance.means
    is_close = person.view not in FACES
    sittings = tuple(Sitting(person.name, tuple(taken), colour, is_close) for taken in shots.values())
    return Learnt(sittings, tuple(refused), unlike)


def _alike(
    photos: Sequence[tuple[Path, int, Inspected]], untreated: str
) -> tuple[list[tuple[Path, int, Inspected]], tuple[tuple[str, tuple[Message, ...]], ...]]:
    """Those that could be compared with the first: others would never be, and their error does not matter."""
    first, *others = photos
    laid = lay_out([seen for _, _, seen in photos], untreated=untreated)
    kept, unlike = [first], []
    for other, pair in zip(others, against_first(laid), strict=True):
        if forbids(pair):
            unlike.append((str(other[0]), titles_of(pair)))
        else:
            kept.append(other)
    return kept, tuple(unlike)


def compose(calibration: Calibration, learnt: tuple[Learnt, ...], words: Catalogue) -> Document:
    """The smallest real changes, and which photographs were not used."""
    rows = tuple(
        (measure_title(one.measure, words), *(_smallest(one, shots, words) for shots in (1, 3)))
        for one in calibration.known
        if one.zone == WHOLE and _is_headline(one)
    )
    titles = ("photo-col-measure", "calibrate-col-one", "calibrate-col-three")
    blocks: list[Block] = [
        Paragraph(words.ui("calibrate-note")),
        Table(tuple(words.ui(title) for title in titles), rows, (1, 2)),
    ]
    if any(one.is_borrowed for one in calibration.known):
        blocks.append(Paragraph(words.ui("calibrate-borrowed"), "quiet"))
    unused = [
        *(in_a_line(problem, words) for one in learnt for problem in one.refused),
        *(words.ui("compare-unused", name=name, what=what) for one in learnt for name, what in one.unlike),
    ]
    if unused:
        items = tuple(Item(text=text) for text in unused)
        blocks += [Heading(words.ui("comparison-dropped"), 2), Items(items)]
    return Document(title=words.ui("calibrate-title"), lang=words.lang, blocks=tuple(blocks))


def _is_headline(one: Repeatability) -> bool:
    known = ABOUT.get((one.measure, one.quantity))
    return known is not None and known.is_headline


def _smallest(one: Repeatability, shots: int, words: Catalogue) -> str:
    limit = one.mdc95(shots)
    return with_unit(-100 * share(-limit), "%", words) if one.scale == "ratio" else words.number(limit)


def _nothing_learnt() -> InputError:
    return InputError(
        told("calibrate-nothing", "No error could be learnt: the photographs do not repeat any number."),
        hint=told(
            "calibrate-nothing-hint",
            "Take every photograph anew, none saved twice, of people whose skin shows pores and spots.",
        ),
    )


def _nobody(folder: Path) -> InputError:
    return InputError(
        told("calibrate-nobody", "There is nobody in this folder."),
        where=str(folder),
        hint=told(
            "calibrate-nobody-hint",
            "Make one folder a person, in it one folder a sitting, in it at least two photographs.",
        ),
    )
