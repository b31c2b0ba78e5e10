"""Follows courses in photographs: one person with everything shown, many in one table."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct

from adamas.errors import InputError, PhotoUnusable, told
from adamas.imaging.gate import Inspected
from adamas.outcome.calibration import Calibration
from adamas.outcome.follow import follow
from adamas.report.document import Block, Document, Heading, Item, Items, Table
from adamas.report.reading import measure_title
from adamas.report.text import render
from adamas.report.trend import compose_trend
from adamas.report.words import Catalogue
from adamas_cli.comparing import calibration_of, check_colour, unlike
from adamas_cli.dates import day_of, read_dates
from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.files import as_json, ending_of, show, wants_colour, width, write_whole
from adamas_cli.photos import Asked, find, in_a_line, read_usable, refuse_copy, watched, work
from adamas_cli.present import write_document
from adamas_cli.trends import Told, plain, table_of, written

ENDINGS = (".html", ".pdf", ".json", ".parquet")


class Person(Struct, frozen=True, kw_only=True):
    """One person's photographs, and what is known about them."""

    name: str
    asked: tuple[Asked, ...]
    dates: Mapping[Path, date]
    calibration: Calibration
    untreated: str
    anyway: bool
    lang: str


def follow_all(args: argparse.Namespace) -> int:
    """Follow everybody who was named; exit code 2 when somebody could not be."""
    if args.output is not None and ending_of(args.output) not in ENDINGS:
        raise _ending(args.output)
    check_colour(args)
    words = Catalogue(args.lang)
    people = people_of(args)
    if len(people) == 1:
        with watched(words, 2 * len(people[0].asked)) as advance:
            followed = [follow_person(people[0], advance)]
        if followed[0].problem is not None:
            raise followed[0].problem
    else:
        followed = list(work(partial(follow_person, advance=_nothing), people, words))
    document = _document(followed, words)
    if args.output is not None:
        _write(args.output, document, followed)
    if args.json:
        show(as_json([plain(one, words) for one in followed]))
    else:
        shown = document if len(followed) == 1 else _overview(followed, words)
        show(render(shown, width=width(), colour=wants_colour()))
        if args.output is not None:
            show("\n" + words.ui("trend-written", people=len(followed), path=str(args.output)) + "\n")
    return WRONG_INPUT if any(one.problem for one in followed) else DONE


def people_of(args: argparse.Namespace) -> tuple[Person, ...]:
    """Each folder is one person; photographs that are named by themselves are together one person."""
    folders = [path for path in args.photos if path.is_dir()]
    alone = tuple(path for path in args.photos if not path.is_dir())
    named = [(path.name or str(path), find(path)) for path in folders]
    if alone:
        named.append((alone[0].parent.name or alone[0].name, alone))
    dates = read_dates(args.dates, [path for _, paths in named for path in paths])
    calibration = calibration_of(args.calibration, args.view)
    return tuple(
        Person(
            name=name,
            asked=tuple(Asked(path, args.view, args.px_per_mm, args.colour) for path in paths),
            dates={path: dates[path] for path in paths if path in dates},
            calibration=calibration,
            untreated=args.untreated or "",
            anyway=args.anyway,
            lang=args.lang,
        )
        for name, paths in named
    )


def follow_person(person: Person, advance: Callable[[], None]) -> Told:
    """One person's course; photographs that cannot be used are named in it."""
    words = Catalogue(person.lang)
    usable: list[tuple[str, date, Inspected]] = []
    refused: list[PhotoUnusable] = []
    firsts: dict[str, str] = {}
    for asked in person.asked:
        try:
            seen = read_usable(asked, anyway=person.anyway)
            on = day_of(asked.path, seen.photo.capture, person.dates)
            refuse_copy(seen.photo, firsts, where=str(asked.path))
            usable.append((str(asked.path), on, seen))
        except PhotoUnusable as problem:
            refused.append(problem)
        advance()
    try:
        followed = follow(
            [(on, seen) for _, on, seen in usable],
            person.calibration,
            untreated=person.untreated,
            advance=advance,
        )
    except PhotoUnusable as problem:
        return Told(name=person.name, problem=_with_refused(problem, person.name, refused))
    names = tuple(usable[place][0] for place in followed.kept)
    others = (unlike(usable[place][0], pair, words) for place, pair in followed.unlike.items())
    unused = (
        *(in_a_line(one, words) for one in refused),
        *others,
    )
    document = compose_trend(followed, words, names=names, unused=unused)
    return Told(name=person.name, document=document, found=written(followed, person.name, names, unused))


def _with_refused(problem: PhotoUnusable, name: str, refused: list[PhotoUnusable]) -> PhotoUnusable:
    """The first photograph that was refused is the best hint at why too few are left."""
    if not refused:
        return PhotoUnusable(problem.what, where=name, hint=problem.hint)
    first = refused[0]
    hint = told(
        "follow-refused",
        "{count} were refused, the first of them {photo}: {what} {hint}",
        count=len(refused),
        photo=Path(first.where).name,
        what=first.what,
        hint=first.hint,
    )
    return PhotoUnusable(problem.what, where=name, hint=hint)


def _nothing() -> None:
    """For those whose progress is that of whole people."""


def _document(followed: list[Told], words: Catalogue) -> Document:
    """The document of one person, or those of all under their names."""
    if len(followed) == 1 and followed[0].document is not None:
        return followed[0].document
    blocks: list[Block] = []
    footer: tuple[str, ...] = ()
    for one in followed:
        if one.document is not None:
            blocks += [Heading(one.name), *one.document.blocks]
            footer = one.document.footer
    blocks += _refused(followed, words)
    return Document(
        title=words.ui("trend-title"), lang=words.lang, blocks=tuple(blocks), footer=footer, has_contents=True
    )


def _overview(followed: list[Told], words: Catalogue) -> Document:
    """Everybody in one table: the word of each measure."""
    done = [one for one in followed if one.document is not None]
    blocks: list[Block] = []
    if done:
        measures = [line["measure"] for line in done[0].found["lines"]]
        columns = (words.ui("trend-col-person"), *(measure_title(name, words) for name in measures))
        rows = tuple(
            (one.name, *(words.ui(f"outcome-{line['word']}") for line in one.found["lines"])) for one in done
        )
        blocks.append(Table(columns, rows))
    return Document(
        title=words.ui("trend-title"), lang=words.lang, blocks=(*blocks, *_refused(followed, words))
    )


def _refused(followed: list[Told], words: Catalogue) -> list[Block]:
    items = tuple(
        Item(text=in_a_line(one.problem, words), tone="refuse") for one in followed if one.problem is not None
    )
    return [Heading(words.ui("measuring-failed"), 2), Items(items)] if items else []


def _write(path: Path, document: Document, followed: list[Told]) -> None:
    words = Catalogue(document.lang)
    if ending_of(path) == ".json":
        write_whole(path, as_json([plain(one, words) for one in followed]))
    elif ending_of(path) == ".parquet":
        write_whole(path, table_of(followed, words))
    else:
        write_document(path, document)


def _ending(path: Path) -> InputError:
    return InputError(
        told(
            "trend-ending",
            "A trend is written to .html, .pdf, .json or .parquet, not to '{name}'.",
            name=path.name,
        ),
        where=str(path),
        hint=told("verdicts-ending-hint", "Give the output one of these endings."),
    )
