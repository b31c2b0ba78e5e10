"""Courses in photographs for machines: as JSON, and as a table of one row a sitting."""

import io
from typing import Any

from msgspec import Struct

from adamas.errors import PhotoUnusable
from adamas.outcome.follow import Followed
from adamas.outcome.weighing import Line
from adamas.report.document import Document
from adamas.report.words import Catalogue
from adamas_cli.measuring import colour_of
from adamas_cli.photos import in_a_line


class Told(Struct, frozen=True, kw_only=True):
    """What one person gave: a document and rows for machines, or the problem."""

    name: str
    document: Document | None = None
    found: dict[str, Any] = {}
    problem: PhotoUnusable | None = None


def written(followed: Followed, name: str, names: tuple[str, ...], unused: tuple[str, ...]) -> dict[str, Any]:
    """A course for machines."""
    return {
        "person": name,
        "days": followed.days,
        "made_from": followed.made_from,
        "colour": colour_of(followed.balance.means),
        "photographs": [
            {
                "path": path,
                "sha256": shot.seen.photo.digest,
                "day": shot.on,
                "comparability": None if shot.pair is None else shot.pair.score,
            }
            for path, shot in zip(names, followed.shots, strict=True)
        ],
        "refused": list(unused),
        "lines": [_line(line) for line in followed.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    """One number: `change` is on its scale, `said` what the page shows, of a ratio the share of before."""
    found = line.trend
    about = {
        "measure": line.measure,
        "quantity": line.quantity,
        "unit": line.unit,
        "version": line.version,
        "scale": line.scale,
        "word": line.word.value,
        "why": None if line.why is None else line.why.id,
        "change": None if found is None else found.change,
        "change_low": None if found is None else found.low,
        "change_high": None if found is None else found.high,
        "said": None if found is None else line.said(found.change),
        "said_low": None if found is None else line.said(found.low),
        "said_high": None if found is None else line.said(found.high),
    }
    sittings = [
        {
            "day": point.on,
            "shots": shots,
            "value": line.plain(point.value),
            "level": None if found is None else line.plain(found.level[place]),
            "low": None if found is None else line.plain(found.lows[place]),
            "high": None if found is None else line.plain(found.highs[place]),
        }
        for place, (point, shots) in enumerate(zip(line.points, line.shots, strict=True))
    ]
    return about | {"sittings": sittings}


def plain(one: Told, words: Catalogue) -> dict[str, Any]:
    """One person for machines; the problem in words."""
    if one.problem is not None:
        return {"person": one.name, "problem": in_a_line(one.problem, words)}
    return one.found | {"problem": ""}


def table_of(followed: list[Told], words: Catalogue) -> bytes:
    """One row a person, measure and sitting; somebody who could not be followed has one row that says why."""
    import polars as pl

    rows: list[dict[str, Any]] = []
    for one in followed:
        if one.problem is not None:
            rows.append({"person": one.name, "problem": in_a_line(one.problem, words)})
        for line in one.found.get("lines", ()):
            about = {"person": one.name} | {key: value for key, value in line.items() if key != "sittings"}
            rows += [about | sitting for sitting in line["sittings"]] or [about]
    texts = ("person", "measure", "quantity", "unit", "scale", "word", "why", "problem")
    changes = ("change", "change_low", "change_high", "said", "said_low", "said_high")
    numbers = ("value", "level", "low", "high", *changes)
    schema: dict[str, Any] = dict.fromkeys(texts, pl.String) | dict.fromkeys(numbers, pl.Float64)
    schema |= {"version": pl.Int32, "shots": pl.Int32, "day": pl.Date}
    file = io.BytesIO()
    pl.DataFrame(rows, schema=schema).write_parquet(file)
    return file.getvalue()
