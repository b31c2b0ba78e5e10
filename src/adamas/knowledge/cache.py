"""Keeps the compiled library between two commands, as long as no file of it has changed.

The cache holds the state of every file it was made from (path, time of change, size) and is used only while
all of them are exactly so. Without a folder to write to, everything works, only slower.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import msgspec

FORMAT = 2
"""Raised when the packed form changes in a way that the types of the library do not show."""


class _Kept(msgspec.Struct):
    state: bytes
    library: bytes


def state_of(root: Path) -> bytes:
    """Path, time of change and size of every file the library is made from, and of the code that makes it."""
    code = str(Path(__file__).parent)
    lines = [f"{FORMAT}", *_lines(str(root), ".yaml"), *_lines(code, ".py")]
    return "\n".join(lines).encode()


def fetch(root: Path, state: bytes) -> bytes | None:
    """The packed library that was made from files in exactly this state, or None."""
    path = _path(root)
    if path is None:
        return None
    try:
        kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return None  # no cache yet, or one that another version wrote
    return kept.library if kept.state == state else None


def keep(root: Path, state: bytes, library: bytes) -> None:
    """Write the cache in one step, so that nobody reads half of it; a full or read-only disk is no error."""
    path = _path(root)
    if path is None:
        return
    import tempfile  # costs as much as a screening, and is needed only when something has changed

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(_Kept(state, library)))
        Path(made).replace(path)
    except OSError:
        return


def _path(root: Path) -> Path | None:
    """One cache file for each folder of knowledge; None when this user has no home."""
    home = os.environ.get("XDG_CACHE_HOME")
    try:
        folder = Path(home) if home else Path.home() / ".cache"
    except RuntimeError:
        return None
    return folder / "adamas" / f"library-{crc32(str(root.absolute()).encode()):08x}.msgpack"


def _lines(folder: str, ending: str) -> Iterator[str]:
    """One line for every file below a folder, in the order of their names."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=True):
                yield from _lines(entry.path, ending)
            elif entry.name.endswith(ending):
                seen = entry.stat()
                yield f"{entry.path} {seen.st_mtime_ns} {seen.st_size}"
