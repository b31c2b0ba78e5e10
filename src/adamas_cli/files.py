"""Reads what a command is given and writes what it makes: whole, or not at all."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from adamas.errors import InputError, told
from adamas.intake.facts import Facts
from adamas.intake.read import Client, facts_of, read_client
from adamas.knowledge.library import Library
from adamas.misread import os_reason
from adamas.strict import decoded, read_text


class Heard(msgspec.Struct, frozen=True):
    """A client file as read: what it says, the facts it gives, and the day that counts as today."""

    client: Client
    facts: Facts
    on: date
    name: str


def hear(path: str, library: Library, *, on: date | None) -> Heard:
    """Read one client from a file, or from standard input when `path` is ``-``.

    The day is `on`, else the day of the answers, else today.
    """
    where = path
    text = decoded(sys.stdin.buffer.read(), where=where) if path == "-" else read_text(Path(path))
    client = read_client(text, library, where=where)
    day = on or client.on or today()
    return Heard(
        client, facts_of(client, library, on=day, where=where, text=text), day, client.client or where
    )


def today() -> date:
    """The day by this machine's clock, in its own time zone; the core is always told the day."""
    return datetime.now().astimezone().date()


def write_whole(path: Path, data: str | bytes) -> None:
    """Write a file in one step: it is there as a whole or not at all. Raises InputError when it cannot be."""
    import tempfile  # costs as much as a screening, and many commands write nothing

    content = data.encode() if isinstance(data, str) else data
    made = ""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(content)  # a pipe or a terminal is written to, never replaced
            return
        path = path.resolve()  # a link keeps pointing where it does
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(made).chmod(0o666 & ~_umask())
        Path(made).replace(path)
    except OSError as problem:
        if made:
            Path(made).unlink(missing_ok=True)
        raise cannot_write(path, problem) from None


def cannot_write(path: Path, problem: OSError) -> InputError:
    """Why a file was not written."""
    return InputError(
        told("cannot-write", "Cannot write this file: {reason}.", reason=os_reason(problem)),
        where=str(path),
        hint=told("cannot-write-hint", "Choose another place; nothing was written."),
    )


def ending_of(path: Path) -> str:
    """The ending of a file in small letters, as in ``.html``: some systems write it in capitals."""
    return path.suffix.lower()


def as_json(value: Any) -> str:
    """Any value of the core as readable JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def show(text: str) -> None:
    """Print what is already formatted, once."""
    sys.stdout.write(text)


def wants_colour() -> bool:
    """True when standard output is a terminal and nobody asked for plain text."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width() -> int:
    """Characters in a line: the terminal's, between 60 and 110; 96 when there is none."""
    if not sys.stdout.isatty():
        return 96
    return min(110, max(60, os.get_terminal_size().columns))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
