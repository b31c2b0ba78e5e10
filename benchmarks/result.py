"""One figure, the bar it is held against, and how both are shown."""

import sys
from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter
from typing import Any, Literal

from msgspec import Struct

Unit = Literal["ms", "s", "M/s", "x", "MB", "cells"]


class Result(Struct, frozen=True, kw_only=True):
    """A measured figure; `bar` is what it must reach (at least, or at most), None when it only informs."""

    what: str
    value: float
    unit: Unit
    bar: float | None = None
    at_most: bool = False
    note: str = ""

    @property
    def is_met(self) -> bool:
        """True when there is no bar, or the figure reaches it."""
        if self.bar is None:
            return True
        return self.value <= self.bar if self.at_most else self.value >= self.bar


def table(results: Iterable[Result]) -> str:
    """The figures as a Markdown table."""
    rows = [("what", "measured", "bar", "met", "note")]
    for one in results:
        bar = (
            ""
            if one.bar is None
            else f"{'at most' if one.at_most else 'at least'} {shown(one.bar)} {one.unit}"
        )
        met = "" if one.bar is None else "yes" if one.is_met else "NO"
        rows.append((one.what, f"{shown(one.value)} {one.unit}", bar, met, one.note))
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def shown(value: float) -> str:
    """Three significant digits, thousands apart."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def median_seconds(work: Callable[[], Any], *, runs: int) -> float:
    """The median time of one run, after one that warms up."""
    work()
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def say(text: str) -> None:
    """Progress, beside the results."""
    print(text, file=sys.stderr, flush=True)
