"""Work on several photographs at once: the libraries beneath let go of the interpreter while they compute."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

WORKERS = 2
"""A photograph in work holds up to 150 MB; more at once would not stay small."""
Item = TypeVar("Item")
Answer = TypeVar("Answer")


def together(function: Callable[[Item], Answer], items: Iterable[Item]) -> tuple[Answer, ...]:
    """The answers in the order of the items; the first error is raised.

    The threads stay, because each loads the networks of the face model once.
    """
    return tuple(_pool().map(function, items))


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(WORKERS, thread_name_prefix="photo")
