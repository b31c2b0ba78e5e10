"""Measures photographs one by one and shows or writes what they gave; a bad one does not stop the others."""

import argparse
import io
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from adamas.errors import InputError, PhotoUnusable, told
from adamas.imaging.colour import EXPECTED, Means
from adamas.imaging.finding import worst
from adamas.imaging.gate import Inspected
from adamas.imaging.reading import Measured
from adamas.message import message
from adamas.report.colours import told_colours
from adamas.report.document import Document, Heading, Item, Items, Picture, Table, Tone
from adamas.report.reading import WHOLE, compose_reading, measure_title, with_unit
from adamas.report.text import render
from adamas.report.words import Catalogue
from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.files import as_json, ending_of, show, wants_colour, width, write_whole
from adamas_cli.photos import Asked, Taken, find, read, short_names, work
from adamas_cli.present import write_document

TABLES, PAGES = (".parquet", ".json"), (".html", ".pdf")


def measure_all(args: argparse.Namespace) -> int:
    """Measure every photograph that was named; exit code 2 when one of them cannot be used."""
    if args.output is not None and ending_of(args.output) not in TABLES + PAGES:
        raise _ending(args.output)
    words = Catalogue(args.lang)
    asked = [
        Asked(path, args.view, args.px_per_mm, args.colour) for named in args.photos for path in find(named)
    ]
    if args.output is not None and ending_of(args.output) in PAGES:
        return _page(asked, args, words)
    taken = tuple(work(partial(measure_one, anyway=args.anyway), asked, words))
    if len(taken) == 1 and taken[0].problem is not None:
        raise taken[0].problem
    if args.output is not None:
        write_whole(args.output, table_of(taken, ending_of(args.output), words))
    if args.json:
        show(as_json([plain(one, words) for one in taken]))
    else:
        show(render(compose(taken, words), width=width(), colour=wants_colour()))
        if args.output is not None:
            show("\n" + _last_line(taken, args.output, words) + "\n")
    return WRONG_INPUT if any(one.is_bad for one in taken) else DONE


def measure_one(asked: Asked, *, anyway: bool) -> Taken:
    """What one photograph gives; one the gate advises against is measured only `anyway`."""
    try:
        seen = read(asked)
        return _taken(asked, seen, _measured(seen, anyway=anyway))
    except PhotoUnusable as problem:
        return Taken(path=str(asked.path), view=asked.view, problem=problem)


def _measured(seen: Inspected, *, anyway: bool) -> tuple[Measured, ...]:
    from adamas.imaging.examine import examine

    return examine(seen) if anyway or worst(seen.findings) != "bad" else ()


def _taken(asked: Asked, seen: Inspected, measured: tuple[Measured, ...]) -> Taken:
    return Taken(
        path=str(asked.path),
        view=asked.view,
        capture=seen.photo.capture,
        digest=seen.photo.digest,
        findings=seen.findings,
        colour=seen.balance.means,
        readings=tuple(reading for one in measured for reading in one.readings),
    )


def _page(asked: list[Asked], args: argparse.Namespace, words: Catalogue) -> int:
    """One photograph as a page, with what was found drawn over it."""
    from adamas.report.drawn import all_drawn

    if len(asked) > 1:
        raise InputError(
            told("readings-page", "A page holds one photograph; here are {count}.", count=len(asked)),
            where=str(args.output),
            hint=told("readings-page-hint", "Name one photograph, or write several to .parquet or .json."),
        )
    seen = read(asked[0])
    measured = _measured(seen, anyway=args.anyway)
    taken = _taken(asked[0], seen, measured)
    write_document(args.output, _one(taken, words, all_drawn(seen, measured, words)))
    if args.json:
        show(as_json([plain(taken, words)]))
    else:
        show(render(_one(taken, words), width=width(), colour=wants_colour()))
        show("\n" + words.ui("measuring-page", path=str(args.output)) + "\n")
    return WRONG_INPUT if taken.is_bad else DONE


def _one(taken: Taken, words: Catalogue, drawings: tuple[Picture, ...] = ()) -> Document:
    about = f"{taken.path}, {words.ui(f'photo-view-{taken.view}')}"
    return compose_reading(
        taken.findings, taken.readings, words, about=about, means=taken.colour, drawings=drawings
    )


def _last_line(taken: tuple[Taken, ...], path: Path, words: Catalogue) -> str:
    measured = sum(bool(one.readings) for one in taken)
    if measured == len(taken):
        return words.ui("measuring-written", photos=measured, path=str(path))
    return words.ui(
        "measuring-written-some", measured=measured, refused=len(taken) - measured, path=str(path)
    )


def compose(taken: tuple[Taken, ...], words: Catalogue) -> Document:
    """One photograph in full, several in one table with what was refused below."""
    if len(taken) == 1:
        return _one(taken[0], words)
    named = dict(zip((one.path for one in taken), short_names([one.path for one in taken]), strict=True))
    measured = [one for one in taken if one.readings]
    refused = [one for one in taken if not one.readings]
    blocks: list[Any] = []
    if measured:
        keys = list(dict.fromkeys(key for one in measured for key in _whole(one)))
        titles = (measure_title(key, words) for key in keys)
        columns = (words.ui("photo-col-photo"), *titles, words.ui("photo-col-doubts"))
        rows = tuple(
            (named[one.path], *(_shown(one, key, words) for key in keys), _doubted(one, words))
            for one in measured
        )
        blocks.append(Table(columns, rows, tuple(range(1, len(columns) - 1))))
        blocks += [told_colours(means, words) for means in dict.fromkeys(one.colour for one in measured)]
    if refused:
        tone: Tone = "refuse"
        items = tuple(Item(text=_why(one, words), label=named[one.path], tone=tone) for one in refused)
        blocks += [Heading(words.ui("measuring-failed"), 2), Items(items)]
    notes = (words.ui("photo-note-own"), words.ui("photo-note-no-diagnosis"))
    return Document(title=words.ui("photo-title"), lang=words.lang, blocks=tuple(blocks), footer=notes)


def _whole(one: Taken) -> dict[str, str]:
    from adamas.outcome.quantity import about

    return {
        reading.measure: reading.quantity
        for reading in one.readings
        if reading.zone == WHOLE and about(reading).is_headline
    }


def _shown(one: Taken, measure: str, words: Catalogue) -> str:
    quantity = _whole(one).get(measure)
    for reading in one.readings:
        if (reading.measure, reading.quantity, reading.zone) == (measure, quantity, WHOLE):
            return with_unit(reading.value, reading.unit, words)
    return "–"


def _doubted(one: Taken, words: Catalogue) -> str:
    """What speaks against a photograph that was measured; a dash when nothing does."""
    return ", ".join(words.say(finding.title) for finding in one.doubts) or "–"


def _why(one: Taken, words: Catalogue) -> str:
    if one.problem is not None:
        return f"{words.told(one.problem.what)} {words.told(one.problem.hint)}".strip()
    bad = tuple(finding.title for finding in one.findings if finding.word == "bad")
    return words.ui("measuring-advised-against", what=bad)


def plain(one: Taken, words: Catalogue) -> dict[str, object]:
    """One photograph for machines; the problem in words."""
    return {
        "photo": one.path,
        "view": one.view,
        "sha256": one.digest,
        "capture": one.capture,
        "findings": one.findings,
        "doubts": [finding.name for finding in one.doubts],
        "colour": colour_of(one.colour),
        "readings": one.readings,
        "problem": "" if one.readings else _why(one, words),
    }


def colour_of(means: Means) -> dict[str, object]:
    """How colours were corrected, with the error to be expected, for machines."""
    expected = EXPECTED[means]
    return {"means": means, "delta_e00": expected.delta_e, "ita_deg": expected.ita_deg}


def table_of(taken: tuple[Taken, ...], ending: str, words: Catalogue) -> bytes:
    """One row a reading; a photograph without any has one row that says why.

    doubts: names of the findings of its photograph that are doubtful or bad.
    """
    if ending == ".json":
        return as_json([plain(one, words) for one in taken]).encode()
    rows = []
    for one in taken:
        about = {
            "photo": one.path,
            "view": one.view,
            "sha256": one.digest or None,
            "taken_at": None if one.capture is None else _naive(one.capture.taken_at),
            "colour": one.colour,
            "doubts": [finding.name for finding in one.doubts],
        }
        if not one.readings:
            rows.append(about | {"problem": _why(one, words)})
        rows += [about | _row(reading, words) for reading in one.readings]
    file = io.BytesIO()
    pl.DataFrame(rows, schema=SCHEMA).write_parquet(file)
    return file.getvalue()


SCHEMA: dict[str, Any] = {
    "photo": pl.String,
    "view": pl.String,
    "sha256": pl.String,
    "taken_at": pl.Datetime,
    "colour": pl.String,
    "doubts": pl.List(pl.String),
    "measure": pl.String,
    "quantity": pl.String,
    "zone": pl.String,
    "value": pl.Float64,
    "unit": pl.String,
    "version": pl.Int32,
    "area_cm2": pl.Float64,
    "px_per_mm": pl.Float64,
    "problem": pl.String,
}


def _row(reading: Any, words: Catalogue) -> dict[str, object]:
    names = ("measure", "quantity", "zone", "value", "unit", "version", "area_cm2", "px_per_mm")
    why = words.say(message(reading.why_not)) if reading.why_not else None
    return {name: getattr(reading, name) for name in names} | {"problem": why}


def _naive(moment: Any) -> Any:
    """The local time of the camera: a column cannot hold several zones."""
    return None if moment is None else moment.replace(tzinfo=None)


def _ending(path: Path) -> InputError:
    return InputError(
        told(
            "readings-ending",
            "Readings are written to .parquet, .json, .html or .pdf, not to '{name}'.",
            name=path.name,
        ),
        where=str(path),
        hint=told("verdicts-ending-hint", "Give the output one of these endings."),
    )
