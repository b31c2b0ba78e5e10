"""Verdicts as they were given, each with the answers it rests on and the library that decided."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from adamas.errors import InputError, told
from adamas.intake.read import Client, facts_of
from adamas.knowledge.library import Library
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from adamas.strict import read_text
from adamas_cli.files import Heard, as_json, write_whole

LIBRARIES = "libraries"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One verdict as kept: what the client file said, on which day it was screened, and what came of it."""

    client: Client
    on: date
    verdict: Verdict


def keep(folder: Path, heard: Heard, verdict: Verdict, library: Library) -> Path:
    """Add a record to a folder and the library beside it; an earlier record is never overwritten."""
    record = as_json(Record(client=heard.client, on=heard.on, verdict=verdict))
    name = hashlib.sha256(record.encode()).hexdigest()[:8]
    shelf = folder / LIBRARIES / f"{library.digest}.msgpack"
    if not shelf.exists():
        write_whole(shelf, library.pack())
    path = folder / f"{heard.on.isoformat()}-{name}.json"
    write_whole(path, record)
    return path


def records(folder: Path) -> Iterator[tuple[Path, Record]]:
    """The records of a folder, oldest day first. Raises InputError for one that cannot be read."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(
            told("records-none", "There are no records here."),
            where=str(folder),
            hint=told("records-none-hint", "Make one with adamas screen --record."),
        )
    for path in paths:
        try:
            yield path, msgspec.json.decode(read_text(path), type=Record)
        except msgspec.MsgspecError as problem:
            raise InputError(
                told("record-broken", "This is not a record: {problem}.", problem=str(problem)),
                where=str(path),
                hint=told("record-broken-hint", "Restore the file."),
            ) from None


def library_of(folder: Path, record: Record) -> Library:
    """The library that gave this verdict. Raises InputError when it was lost or cannot be read any more."""
    path = folder / LIBRARIES / f"{record.verdict.knowledge}.msgpack"
    try:
        library = Library.unpack(path.read_bytes())
        if library.statements and library.digest == record.verdict.knowledge:
            return library
    except OSError:
        raise InputError(
            told("record-no-library", "The library of this verdict is not there."),
            where=str(path),
            hint=told("restore-hint", "Restore it from your backup."),
        ) from None
    except msgspec.MsgspecError as problem:
        raise InputError(
            told(
                "record-other-version",
                "This version of Adamas cannot read that library: {problem}.",
                problem=str(problem),
            ),
            where=str(path),
            hint=told("record-other-version-hint", "Replay with the version that made the record."),
        ) from None
    raise InputError(
        told("record-wrong-library", "This library is not the one its name says."),
        where=str(path),
        hint=told("restore-hint", "Restore it from your backup."),
    )


def again(record: Record, library: Library) -> Verdict:
    """The same client on the same day under a library."""
    facts = facts_of(record.client, library, on=record.on, where="record")
    return screen(facts, library, on=record.on, scope=record.verdict.scope)


def same(one: Verdict, other: Verdict) -> bool:
    """True when two verdicts agree in everything they say."""
    return bool(_plain(one) == _plain(other))


def _plain(verdict: Verdict) -> Any:
    return msgspec.to_builtins(verdict)
