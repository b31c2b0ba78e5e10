"""Reads photographs for the commands that measure: finds files, looks at them with all cores, in order."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from adamas.errors import AdamasError, InputError, PhotoUnusable, told
from adamas.imaging.colour import How, Means
from adamas.imaging.finding import Finding, worst
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.photo import Capture, Photo, View
from adamas.imaging.reading import Reading
from adamas.misread import os_reason
from adamas.report.words import Catalogue

ENDINGS = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff")
OTHERS = (
    ".webp",
    ".gif",
    ".bmp",
    ".avif",
    ".jxl",
    ".dng",
    ".cr2",
    ".cr3",
    ".nef",
    ".arw",
    ".raf",
    ".rw2",
    ".orf",
)
"""Pictures of kinds that are not read: in a folder they are refused by name, not passed over in silence."""
MOST_WORKERS = 8
Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Asked(Struct, frozen=True):
    """One photograph as it was asked for.

    px_per_mm: its scale, where somebody knows it. colour: by what its colours are corrected.
    """

    path: Path
    view: View
    px_per_mm: float | None = None
    colour: How = "none"


class Taken(Struct, frozen=True, kw_only=True):
    """What one photograph gave. problem: why it gave nothing. is_bad: the gate advises against it."""

    path: str
    view: View
    capture: Capture | None = None
    digest: str = ""
    findings: tuple[Finding, ...] = ()
    colour: Means = "none"
    readings: tuple[Reading, ...] = ()
    problem: PhotoUnusable | None = None

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What was found that speaks against it."""
        return tuple(finding for finding in self.findings if finding.word in ("doubtful", "bad"))

    @property
    def is_bad(self) -> bool:
        """True when it was refused, or should not be measured."""
        return self.problem is not None or worst(self.findings) == "bad"


def find(path: Path) -> tuple[Path, ...]:
    """The photograph, or all photographs of a folder and the folders in it, by name.

    Raises InputError when there is none.
    """
    if not path.is_dir():
        return (path,)
    found = (one for one in sorted(path.rglob("*")) if _is_picture(one) and one.is_file())
    kept = tuple(one for one in found if not one.name.startswith("."))
    if not kept:
        raise InputError(
            told("photos-none", "There is no photograph in this folder."),
            where=str(path),
            hint=told("photos-none-hint", "Photographs end in {endings}.", endings=ENDINGS),
        )
    return kept


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS + OTHERS


def short_names(paths: Sequence[str]) -> tuple[str, ...]:
    """The name of each file, or its whole path where several have the same name."""
    counted = Counter(Path(path).name for path in paths)
    return tuple(Path(path).name if counted[Path(path).name] == 1 else path for path in paths)


def in_a_line(problem: AdamasError, words: Catalogue) -> str:
    """An error as one paragraph of a report, not as lines of a terminal."""
    return words.error(problem).replace("\n  ", " ")


def read(asked: Asked) -> Inspected:
    """Read and inspect one photograph. Raises PhotoUnusable when nothing of it can be measured."""
    from adamas.imaging.admit import MAX_BYTES, admit
    from adamas.imaging.balanced import balanced

    where = str(asked.path)
    try:
        with asked.path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as problem:
        raise PhotoUnusable(
            told("cannot-read", "Cannot read this file: {reason}.", reason=os_reason(problem)),
            where=where,
            hint=told("photo-cannot-read-hint", "Name a photograph or a folder of photographs."),
        ) from None
    photo = admit(raw, view=asked.view, where=where)
    if asked.px_per_mm is not None:
        photo = _scaled(photo, asked.px_per_mm)
    return balanced(inspect(photo, where=where), asked.colour, where=where)


def read_usable(asked: Asked, *, anyway: bool) -> Inspected:
    """Read one photograph for a comparison. Raises PhotoUnusable, also when the gate advises against it.

    anyway: the advice of the gate does not count.
    """
    seen = read(asked)
    if worst(seen.findings) == "bad" and not anyway:
        raise PhotoUnusable(
            told("photo-bad", "The photograph is not good enough to be compared."),
            where=str(asked.path),
            hint=told(
                "photo-bad-hint", "adamas measure says what to do better; --anyway uses it all the same."
            ),
        )
    return seen


def refuse_copy(photo: Photo, firsts: dict[str, str], *, where: str) -> None:
    """Raises PhotoUnusable for a copy of an earlier photograph: it would pass for one that measured the same.

    firsts: SHA-256 -> name of the photographs before; this one joins them.
    """
    first = firsts.get(photo.digest)
    if first is not None:
        raise PhotoUnusable(
            told("photo-copy", "The same photograph twice: it is also {first}.", first=first),
            where=where,
            hint=told("photo-copy-hint", "It counts once."),
        )
    firsts[photo.digest] = where


def _scaled(photo: Photo, px_per_mm: float) -> Photo:
    from msgspec.structs import replace

    return replace(photo, px_per_mm=px_per_mm)


def work(function: Callable[[Item], Answer], items: Iterable[Item], words: Catalogue) -> Iterator[Answer]:
    """The answers in the order of the items, from as many processes as there are cores.

    `function` must stand at the top of its module. A bar shows how far it is, when somebody watches.
    """
    given = tuple(items)
    with watched(words, len(given)) as advance:
        workers = min(len(given), os.cpu_count() or 1, MOST_WORKERS)
        if workers < 2 or len(given) < 3:
            for item in given:
                yield function(item)
                advance()
            return
        yield from _in_processes(function, given, workers, advance)


def _in_processes(
    function: Callable[[Item], Answer], items: tuple[Item, ...], workers: int, advance: Callable[[], None]
) -> Iterator[Answer]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forked, a process inherits locks that threads of this one may hold at the time.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_one_thread) as pool:
        for answer in pool.map(function, items):
            yield answer
            advance()


def _one_thread() -> None:
    import cv2

    cv2.setNumThreads(1)


@contextmanager
def watched(words: Catalogue, total: int) -> Iterator[Callable[[], None]]:
    """A bar of so many steps, when somebody watches; what is given moves it by one."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task: Any = progress.add_task(words.ui("measuring-progress"), total=total)
        yield lambda: progress.advance(task)
