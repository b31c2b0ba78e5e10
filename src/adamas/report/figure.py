"""A curve with its band as a drawing in SVG: a file of its own, or a part of a page."""

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from adamas.report.document import Chart
from adamas.report.plot import shown, span, ticks

if TYPE_CHECKING:
    from jinja2 import Template

WIDTH, HEIGHT = 640, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 44, 52


class Tick(Struct, frozen=True):
    """A place on an axis and its number."""

    place: float
    label: str


class Dot(Struct, frozen=True):
    """A mark on the drawing."""

    x: float
    y: float
    label: str


class Drawing(Struct, frozen=True, kw_only=True):
    """A chart in the places of the drawing; the template has the looks."""

    chart: Chart
    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    band: str
    middle: str
    ticks_across: tuple[Tick, ...]
    ticks_up: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    line: float | None


def render_svg(chart: Chart) -> str:
    """The chart as an SVG file."""
    return _template().render(drawing=drawn(chart)) + "\n"


def drawn(chart: Chart) -> Drawing:
    """Where everything of a chart lies."""
    top, bottom = span(chart)
    first, last = chart.x[0], chart.x[-1]
    right, floor = WIDTH - _RIGHT, HEIGHT - _BOTTOM

    def across(x: float) -> float:
        return round(_LEFT + (x - first) / (last - first) * (right - _LEFT), 1)

    def up(y: float) -> float:
        return round(floor - (y - bottom) / (top - bottom) * (floor - _TOP), 1)

    def path(ys: tuple[float, ...]) -> list[str]:
        return [f"{across(x)},{up(y)}" for x, y in zip(chart.x, ys, strict=True)]

    return Drawing(
        chart=chart,
        width=WIDTH,
        height=HEIGHT,
        left=_LEFT,
        right=right,
        top=_TOP,
        bottom=floor,
        band=" ".join([*path(chart.high), *reversed(path(chart.low))]),
        middle=" ".join(path(chart.middle)),
        ticks_across=tuple(Tick(across(x), shown(x, chart)) for x in ticks(first, last)),
        ticks_up=tuple(Tick(up(y), shown(y, chart)) for y in ticks(bottom, top)),
        dots=tuple(Dot(across(mark.x), up(mark.y), mark.label) for mark in chart.marks),
        line=None if chart.line is None else up(chart.line),
    )


@lru_cache(maxsize=1)
def _template() -> "Template":
    # Imported here because a band in the terminal must not wait for a template engine.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("adamas.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("chart.svg.j2")
