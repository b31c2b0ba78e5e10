"""Many clients from one file, in batches: JSON lines as client files, Parquet as typed columns."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Never

import polars as pl
from msgspec import Struct

from adamas.errors import InputError, told
from adamas.intake.facts import Facts
from adamas.intake.read import client_of, facts_of
from adamas.knowledge.library import Library
from adamas.misread import did_you_mean, os_reason
from adamas.screening.columns import columns_of
from adamas.screening.rules import ids_on
from adamas.screening.table import ABOUT, ROW, check_columns, read_table
from adamas_cli.files import ending_of, today

LINES, ROWS = 10_000, 100_000
LINE_ENDINGS = (".jsonl", ".ndjson")
SCOPES = ("salon", "home-device", "peel-cream")


class Group(Struct, frozen=True, kw_only=True):
    """Clients of one batch for whom the same statements are in force; `row` tells their place in the file."""

    scope: str
    on: pl.Series
    row: list[int]
    client: list[str]
    frame: pl.DataFrame


class Asked(Struct, frozen=True):
    """The day and the scope of the command line; None leaves them to the file."""

    on: date | None
    scope: str | None


def groups_in(path: Path, library: Library, asked: Asked) -> Iterator[list[Group]]:
    """Batch by batch the clients of a file.

    Raises InputError with file and line, or row, of the first mistake.
    """
    if ending_of(path) in LINE_ENDINGS:
        return _from_lines(path, library, asked)
    if ending_of(path) == ".parquet":
        return _from_table(path, library, asked)
    raise InputError(
        told(
            "clients-ending", "Clients are read from .jsonl or .parquet, not from '{name}'.", name=path.name
        ),
        where=str(path),
        hint=told(
            "clients-ending-hint",
            "Write one client a line as JSON (.jsonl), or one column a question (.parquet).",
        ),
    )


class _Heard(Struct, frozen=True):
    """One client as read from a line."""

    row: int
    client: str
    on: date
    facts: Facts


def _from_lines(path: Path, library: Library, asked: Asked) -> Iterator[list[Group]]:
    kept: dict[tuple[str, ...], list[_Heard]] = {}
    count, in_force = 0, _InForce(library)
    for number, line in _lines(path):
        where = f"{path}:{number}"
        client = client_of(_words(line, where), library, where=where)
        day = asked.on or client.on or today()
        facts = facts_of(client, library, on=day, where=where)
        key = in_force.key(day, asked.scope or client.scope)
        kept.setdefault(key, []).append(_Heard(number, client.client, day, facts))
        count += 1
        if count == LINES:
            yield [_joined(scope, clients, library) for (scope, *_), clients in kept.items()]
            kept, count = {}, 0
    if kept:
        yield [_joined(scope, clients, library) for (scope, *_), clients in kept.items()]


def _joined(scope: str, clients: list[_Heard], library: Library) -> Group:
    on = pl.Series("on", [client.on for client in clients], dtype=pl.Date)
    return Group(
        scope=scope,
        on=on,
        row=[client.row for client in clients],
        client=[client.client for client in clients],
        frame=columns_of([client.facts for client in clients], library, on=on),
    )


class _InForce:
    """What is in force on a day, looked up once a day: clients who share it are screened together."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.known: dict[tuple[date, str], tuple[str, ...]] = {}

    def key(self, day: date, scope: str) -> tuple[str, ...]:
        """The scope, then the ids of the statements in force."""
        if (day, scope) not in self.known:
            self.known[day, scope] = (scope, *ids_on(self.library, day, scope=scope))
        return self.known[day, scope]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                try:
                    line = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
                except UnicodeDecodeError:
                    raise InputError(
                        told("line-no-utf-8", "This line is not UTF-8 text."),
                        where=f"{path}:{number}",
                        hint=told("no-utf-8-hint", "Save it again as UTF-8."),
                    ) from None
                if line:
                    yield number, line
    except OSError as problem:
        _cannot_read(path, problem)


def _words(line: str, where: str) -> Any:
    """JSON with every number and constant left a word, so that it is read as a client file is."""
    try:
        said = json.loads(
            line,
            object_pairs_hook=_once,
            parse_int=str,
            parse_float=str,
            parse_constant=str,
        )
        if "\\u" in line:
            json.dumps(said, ensure_ascii=False).encode()  # half an emoji is no text
        return said
    except _Twice as twice:
        raise InputError(
            told("key-twice", "The key '{key}' stands twice.", key=twice.args[0]),
            where=where,
            hint=told("key-twice-hint", "Remove one of them."),
        ) from None
    except (ValueError, RecursionError):
        raise InputError(
            told("line-no-json", "This line is not JSON."),
            where=where,
            hint=told("line-no-json-hint", "Write one client a line, as one JSON object."),
        ) from None


class _Twice(ValueError):
    """A key that stands twice."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = "unknown" if value is None else value
    return found


def _from_table(path: Path, library: Library, asked: Asked) -> Iterator[list[Group]]:
    try:
        table = pl.scan_parquet(path)
        schema = table.collect_schema()
        check_columns(schema, library, where=str(path))
        count = table.select(pl.len()).collect().item()
    except OSError as problem:
        _cannot_read(path, problem)
    except pl.exceptions.PolarsError:
        raise InputError(
            told("no-parquet", "This is not a Parquet file."),
            where=str(path),
            hint=told("no-parquet-hint", "Write it anew, or use .jsonl."),
        ) from None
    in_force = _InForce(library)
    for start in range(0, count, ROWS):
        batch = table.slice(start, ROWS).collect().with_row_index(ROW, offset=start + 1)
        yield [_group(part, library, path) for part in _parts(batch, asked, in_force, path)]


def _parts(batch: pl.DataFrame, asked: Asked, in_force: _InForce, path: Path) -> list[pl.DataFrame]:
    """The rows apart by scope and by what is in force."""
    try:
        known = batch.with_columns(_about(name, batch) for name in ABOUT if name != "zones")
    except pl.exceptions.PolarsError:
        raise InputError(
            told("column-about", "A column about the client cannot be read."),
            where=str(path),
            hint=told("column-about-hint", "'client' and 'scope' are words, 'on' is a day."),
        ) from None
    day = pl.lit(asked.on) if asked.on else pl.col("on").fill_null(today())
    scope = pl.lit(asked.scope) if asked.scope else pl.col("scope").fill_null("salon")
    split = known.with_columns(day.alias("@day"), scope.alias("@scope"))
    _refuse_scopes(split, path)
    pairs = split.select("@day", "@scope").unique()
    keys = [" ".join(in_force.key(*pair)) for pair in pairs.iter_rows()]
    keyed = split.join(pairs.with_columns(pl.Series("@key", keys, dtype=pl.String)), on=["@day", "@scope"])
    return keyed.sort(ROW).partition_by("@key", maintain_order=True, include_key=False)


def _refuse_scopes(split: pl.DataFrame, path: Path) -> None:
    strange = split.filter(~pl.col("@scope").is_in(SCOPES)).select("@scope", ROW)
    for scope, row in strange.head(1).iter_rows():
        raise InputError(
            told("no-scope", "There is no scope '{scope}'.", scope=scope),
            where=f"{path}:{row} (scope)",
            hint=did_you_mean(scope, SCOPES),
        )


def _about(name: str, batch: pl.DataFrame) -> pl.Expr:
    """A column about the client in its type; null when the table has none. A number is no day."""
    given, kind = batch.schema.get(name, pl.Null()), ABOUT[name]
    column = pl.col(name) if name in batch.columns else pl.lit(None)
    if kind == pl.Date and given == pl.String:
        return column.str.to_date("%Y-%m-%d", strict=True)
    if kind == pl.Date and given.is_numeric():
        raise pl.exceptions.InvalidOperationError
    return column.cast(kind).alias(name)


def _group(part: pl.DataFrame, library: Library, path: Path) -> Group:
    return Group(
        scope=part["@scope"][0],
        on=part["@day"].alias("on"),
        row=part[ROW].to_list(),
        client=part["client"].fill_null("").to_list(),
        frame=read_table(part.drop("@day", "@scope"), library, on=part["@day"], where=str(path)),
    )


def _cannot_read(path: Path, problem: OSError) -> Never:
    raise InputError(
        told("cannot-read", "Cannot read this file: {reason}.", reason=os_reason(problem)),
        where=str(path),
        hint=told("cannot-read-hint", "Check the path and its permissions."),
    ) from None
