"""Work on several photographs at once: the libraries beneath let go of the interpreter while they compute."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

WORKERS = 2
"""A photograph in work holds up to 150 MB; more at once would not stay small."""
Item = TypeVar("Item")
Answer = TypeVar("Answer")
Other = TypeVar("Other")


def together(function: Callable[[Item], Answer], items: Iterable[Item]) -> tuple[Answer, ...]:
    """The answers in the order of the items; the first error is raised.

    The threads stay, because each loads the networks of the face model once.
    """
    return tuple(_pool().map(function, items))


def both(first: Callable[[], Answer], second: Callable[[], Other]) -> tuple[Answer, Other]:
    """Two answers that do not need each other; the second is worked on beside the first.

    The second may not call this or `together`: it would wait for itself.
    """
    later = _beside().submit(second)
    return first(), later.result()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="photo")


@cache
def _beside() -> ThreadPoolExecutor:
    # Not the other pool: its workers call `both`, and would wait for each other.
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="beside")
