"""HEIC files are decoded by a process of their own: a hostile one breaks that process and nothing else.

The process starts with the first HEIC file, serves the files after it and ends with its parent. What comes
back is data without code, so a process taken over by a file cannot take over its parent.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import Any

import msgspec
from msgspec import Struct

from adamas.errors import PhotoUnusable, told
from adamas.imaging.formats import UNREADABLE

LONGEST_S = 20.0
"""Seconds for one file, with the start of the process; 48 MP take about 4."""
_LONGEST_HEAD = 100_000_000
_MOST_CHANNELS = 4


class Heic(Struct, frozen=True, kw_only=True):
    """What stands beside the pixels; primaries and transfer by the numbers of ITU-T H.273."""

    width: int
    height: int
    mode: str
    exif: bytes
    icc: bytes | None
    primaries: int | None
    transfer: int | None


def read(raw: bytes, *, most: int, where: str) -> tuple[Heic, bytes]:
    """The head and the pixels, row by row; no pixels when there are more than `most`.

    Raises ValueError when the file is damaged, PhotoUnusable when the decoder broke on it, took more than
    LONGEST_S or could not be started.
    """
    try:
        head, pixels = _reader(os.getpid()).ask(raw, most, where=where)
    except TimeoutError:
        what = told(
            "photo-heic-slow", "This HEIC file was not read within {seconds} s.", seconds=round(LONGEST_S)
        )
        raise PhotoUnusable(what, where=where, hint=_as_jpeg()) from None
    except (EOFError, OSError):
        what = told("photo-heic-broke", "This HEIC file is so damaged that its decoder broke down.")
        raise PhotoUnusable(what, where=where, hint=_as_jpeg()) from None
    # A damaged file is answered by an empty head; decoding that raises a ValueError too.
    return msgspec.msgpack.decode(head, type=Heic), pixels


class _Reader:
    """One process and the line to it, for one file after another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: tuple[SpawnProcess, Connection] | None = None

    def ask(self, raw: bytes, most: int, *, where: str) -> tuple[bytes, bytes]:
        """Raises TimeoutError when the process is too slow, EOFError or OSError when it died."""
        with self._lock:
            try:
                return self._exchange(raw, most, where)
            except TimeoutError:
                raise
            except (EOFError, OSError):
                # The file before may have broken it, and this one must not pay for that.
                return self._exchange(raw, most, where)

    def _exchange(self, raw: bytes, most: int, where: str) -> tuple[bytes, bytes]:
        process, line = self._held = self._held or _start(where)
        is_answered = False
        try:
            line.send((raw, most))
            if not line.poll(LONGEST_S):
                raise TimeoutError
            answer = line.recv_bytes(_LONGEST_HEAD), line.recv_bytes(most * _MOST_CHANNELS)
            is_answered = True
        finally:
            # Also after Ctrl-C: a late answer must never be taken for that of the next file.
            if not is_answered:
                self._held = None
                process.kill()
                process.join()
                line.close()
        return answer


@cache
def _reader(_process_id: int) -> _Reader:
    """The reader of this process: after a fork, two on one line would get each other's photographs."""
    return _Reader()


def _start(where: str) -> tuple[SpawnProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), name="heic", daemon=True)
    try:
        with _nameless_main():
            process.start()
    except (OSError, AssertionError, RuntimeError):
        ours.close()
        what = told("photo-heic-start", "The decoder of HEIC files could not be started.")
        raise PhotoUnusable(what, where=where, hint=_as_jpeg()) from None
    finally:
        theirs.close()
    return process, ours


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Keep the new process from running the script that called us, which may not be made for it."""
    main = vars(sys.modules["__main__"])
    kept: dict[str, Any] = {name: main[name] for name in ("__spec__", "__file__") if name in main}
    main.update(dict.fromkeys(kept))
    try:
        yield
    finally:
        main.update(kept)


def _serve(line: Connection) -> None:
    # Ctrl-C is for the parent, whose end closes the line.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            head, pixels = _decoded(*line.recv())
            line.send_bytes(head)
            line.send_bytes(pixels)
    except (EOFError, OSError):
        return


def _decoded(raw: bytes, most: int) -> tuple[bytes, bytes]:
    import pi_heif

    try:
        picture = pi_heif.open_heif(raw, convert_hdr_to_8bit=True)
        pixels = bytes(picture.data) if picture.size[0] * picture.size[1] <= most else b""
        colours = picture.info.get("nclx_profile") or {}
        head = Heic(
            width=picture.size[0],
            height=picture.size[1],
            mode=picture.mode,
            exif=picture.info.get("exif") or b"",
            icc=picture.info.get("icc_profile"),
            primaries=colours.get("color_primaries"),
            transfer=colours.get("transfer_characteristics"),
        )
        return msgspec.msgpack.encode(head), pixels
    except UNREADABLE:
        return b"", b""


def _as_jpeg() -> str:
    return told(
        "photo-heic-hint", "Save the photograph as JPEG and send that, or take it again and set JPEG before."
    )
