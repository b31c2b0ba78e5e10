"""On which day a photograph was taken: a table says it, else the camera's clock, else a name."""

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from adamas.errors import InputError, PhotoUnusable, told
from adamas.imaging.photo import Capture
from adamas.misread import did_you_mean, is_plausible, read_day
from adamas.strict import read_text

_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


def day_of(path: Path, capture: Capture, table: Mapping[Path, date]) -> date:
    """The day of a photograph. Raises PhotoUnusable when nothing says it."""
    if path in table:
        return table[path]
    if capture.taken_at is not None and is_plausible(capture.taken_at.date()):
        return capture.taken_at.date()
    named = day_in(path.stem) or day_in(path.parent.name)
    if named is None:
        raise PhotoUnusable(
            told("photo-no-day", "Nobody says on which day this photograph was taken."),
            where=str(path),
            hint=told(
                "photo-no-day-hint",
                "Name the file or its folder by the day, as 2026-03-07, or give a table: --dates FILE.csv.",
            ),
        )
    return named


def day_in(name: str) -> date | None:
    """The day a name holds, as in ``2026-03-07 left`` or ``IMG_20260307_101500``; None when it holds none."""
    found = _IN_NAME.search(name)
    day = None if found is None else read_day("-".join(found.groups()))
    return day if day is not None and is_plausible(day) else None


def read_dates(path: Path | None, photos: Sequence[Path]) -> dict[Path, date]:
    """The table of days, one row a photograph: columns photo and date, between them a comma or a semicolon.

    A photograph is named by its path, as far back as is needed to tell it from others. Raises InputError with
    the line of what cannot be understood.
    """
    if path is None:
        return {}
    lines = read_text(path).splitlines()
    # Where the comma is the decimal sign, spreadsheets write semicolons.
    rows = csv.DictReader(lines, delimiter=";" if lines and ";" in lines[0] else ",")
    if not {"photo", "date"} <= set(rows.fieldnames or ()):
        raise InputError(
            told("dates-columns", "This table has no columns photo and date."),
            where=str(path),
            hint=told("dates-columns-hint", "Its first line is: photo,date (or photo;date)."),
        )
    found: dict[Path, date] = {}
    for row in rows:
        where = f"{path}:{rows.line_num}"
        day = _day(row["date"] or "", where)
        for photo in _named(row["photo"] or "", photos, where):
            if found.setdefault(photo, day) != day:
                raise InputError(
                    told("dates-twice", "The photograph '{name}' has two days.", name=str(photo)),
                    where=where,
                    hint=told("dates-twice-hint", "Leave one of them."),
                )
    return found


def _day(typed: str, where: str) -> date:
    day = read_day(typed.strip())
    if day is None or not is_plausible(day):
        raise InputError(
            told("day-none", "'{word}' is not a day.", word=typed),
            where=where,
            hint=told("dates-day-hint", "Write it as 2026-03-07."),
        )
    return day


def _named(name: str, photos: Sequence[Path], where: str) -> list[Path]:
    wanted = Path(name.strip()).parts
    found = [photo for photo in photos if wanted and photo.parts[-len(wanted) :] == wanted]
    if not found:
        raise InputError(
            told("dates-nobody", "There is no photograph '{name}'.", name=name),
            where=where,
            hint=did_you_mean(name, [photo.name for photo in photos]),
        )
    return found
