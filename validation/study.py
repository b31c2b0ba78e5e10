"""What a study yields, and how it uses both cores."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

import cv2
from msgspec import Struct

Cell = str | int | float
Item = TypeVar("Item")
Answer = TypeVar("Answer")
WORKERS = 2


class Step(Struct, frozen=True):
    """So much of the work is done; for the progress bar."""

    done: int
    of: int


class Table(Struct, frozen=True, kw_only=True, tag=True):
    """Figures. note: what the reader must know about them, in Markdown."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


class Bar(Struct, frozen=True, kw_only=True, tag=True):
    """A promise, what was measured, and whether it is kept; a miss is printed as a miss."""

    claim: str
    bar: str
    measured: str
    is_met: bool


class Line(Struct, frozen=True, kw_only=True):
    """One line or cloud of a figure."""

    label: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    dots: bool = False


class Figure(Struct, frozen=True, kw_only=True, tag=True):
    """Lines over an axis. name: of the file in docs/images/imaging, without ending. log: of the x axis."""

    name: str
    title: str
    x: str
    y: str
    lines: tuple[Line, ...]
    log: bool = False


class Picture(Struct, frozen=True, kw_only=True, tag=True):
    """An image the study has written itself to docs/images/imaging; file: its name there."""

    file: str
    title: str


Part = Table | Bar | Figure | Picture


class Study(Struct, frozen=True, kw_only=True):
    """One study. about: what is measured and how, in Markdown. order: place on the page."""

    title: str
    about: str
    run: Callable[[], Iterator[Step | Part]]
    order: int = 50


class Result(Struct, frozen=True, kw_only=True):
    """What a study found, as it is kept in `results/`."""

    name: str
    title: str
    about: str
    order: int
    seconds: float
    parts: tuple[Part, ...]


def work(function: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer]:
    """The answers in the order of the items, computed in `WORKERS` processes.

    `function` must stand at the top of its module; each process uses one thread.
    """
    context: Any = get_context("spawn")
    with ProcessPoolExecutor(
        WORKERS, mp_context=context, initializer=cv2.setNumThreads, initargs=(1,)
    ) as pool:
        yield from pool.map(function, items)
