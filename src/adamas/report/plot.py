"""A curve with its band in plain characters, for a terminal."""

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil, floor, log10

from adamas.report.document import Chart

_ROWS = 9
_TICKS = 5
_BAND, _MIDDLE, _LINE, _MARK = "░", "█", "┄", "○"


def plot(chart: Chart, *, width: int) -> list[str]:
    """The lines of the plot, none wider than `width`: what is up, the curve, what is across."""
    top, bottom = span(chart)
    left = max(len(shown(top, chart)), len(shown(bottom, chart)))
    columns = max(20, min(width - left - 3, 72))
    cells = [[" "] * columns for _ in range(_ROWS)]
    if chart.line is not None:
        cells[_row(chart.line, top, bottom)] = [_LINE] * columns
    for column, x in enumerate(_places(chart, columns)):
        low, middle, high = (
            _row(at(x, chart.x, y), top, bottom) for y in (chart.low, chart.middle, chart.high)
        )
        for row in range(high, low + 1):
            cells[row][column] = _BAND
        cells[middle][column] = _MIDDLE
    for mark in chart.marks:
        cells[_row(mark.y, top, bottom)][_column(mark.x, chart, columns)] = _MARK
    labels = {0: shown(top, chart), _ROWS - 1: shown(bottom, chart)}
    drawn = [f"  {labels.get(i, ''):>{left}}┤{''.join(row).rstrip()}" for i, row in enumerate(cells)]
    first, last = shown(chart.x[0], chart), shown(chart.x[-1], chart)
    feet = f"  {'':{left}} {first}{last:>{columns - len(first)}}"
    return [f"  {chart.up}", *drawn, feet, f"  {'':{left}} {chart.across}"]


def span(chart: Chart) -> tuple[float, float]:
    """The highest and the lowest value that a chart shows."""
    seen = [*chart.low, *chart.high, *(mark.y for mark in chart.marks)]
    if chart.line is not None:
        seen.append(chart.line)
    top, bottom = max(seen), min(seen)
    if top <= bottom:
        top = bottom + 1
    step = _step(bottom, top)
    # A hair, so that 0.3 counted in tenths is three of them and not two.
    return ceil(top / step - 1e-9) * step, floor(bottom / step + 1e-9) * step


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from low to high, about five of them."""
    step = _step(low, high)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)]


def _step(low: float, high: float) -> float:
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    return next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough - 1e-12)


def at(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """The value of a curve between two of its places, along a straight line."""
    after = min(max(bisect_right(xs, x), 1), len(xs) - 1)
    share = (x - xs[after - 1]) / (xs[after] - xs[after - 1])
    return ys[after - 1] * (1 - share) + ys[after] * share


def shown(value: float, chart: Chart) -> str:
    """A number on an axis, as the reader writes it: three digits are enough."""
    return f"{value:.3g}".replace(".", chart.decimal_sign)


def _places(chart: Chart, columns: int) -> list[float]:
    first, last = chart.x[0], chart.x[-1]
    return [first + (last - first) * column / (columns - 1) for column in range(columns)]


def _column(x: float, chart: Chart, columns: int) -> int:
    share = (x - chart.x[0]) / (chart.x[-1] - chart.x[0])
    return round(min(max(share, 0.0), 1.0) * (columns - 1))


def _row(value: float, top: float, bottom: float) -> int:
    return round((top - value) / (top - bottom) * (_ROWS - 1))
