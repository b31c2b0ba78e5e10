from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from adamas.report import html, text
from adamas.report.document import Chart, Document, Mark
from adamas.report.figure import drawn, render_svg
from adamas.report.plot import at, plot, span, ticks

CHART = Chart(
    title="Repair & rest",
    across="days",
    up="share",
    x=(0.0, 1.0, 4.0),
    low=(0.0, 0.4, 0.8),
    middle=(0.0, 0.5, 0.9),
    high=(0.0, 0.6, 1.0),
    line=0.95,
    marks=(Mark(1.0, 0.5, "published"),),
)


def test_the_file_is_well_formed_and_names_what_it_shows() -> None:
    root = Xml.fromstring(render_svg(CHART))  # noqa: S314 - our own drawing, a moment old
    assert root.tag.endswith("svg")
    assert root.get("aria-label") == "Repair & rest"


def test_the_band_runs_there_along_the_high_edge_and_back_along_the_low() -> None:
    drawing = drawn(CHART)
    across = [float(place.split(",")[0]) for place in drawing.band.split()]
    assert across[:3] == sorted(across[:3])
    assert across[3:] == across[:3][::-1]


def test_more_lies_higher() -> None:
    heights = [float(place.split(",")[1]) for place in drawn(CHART).middle.split()]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (0.5, 0.25), (1.0, 0.5), (2.5, 0.7), (4.0, 0.9)])
def test_between_two_places_the_curve_is_straight(x: float, y: float) -> None:
    assert at(x, CHART.x, CHART.middle) == pytest.approx(y)


@pytest.mark.parametrize("width", [40, 96, 200])
def test_a_plot_is_never_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in plot(CHART, width=width)) <= width


def test_a_flat_curve_is_drawn_too() -> None:
    flat = Chart(
        title="f", across="x", up="y", x=(0.0, 1.0), low=(1.0, 1.0), middle=(1.0, 1.0), high=(1.0, 1.0)
    )
    assert any("█" in line for line in plot(flat, width=60))
    assert render_svg(flat)


def test_a_page_and_a_terminal_show_the_chart() -> None:
    document = Document(title="d", lang="en", blocks=(CHART,))
    assert "<svg" in html.render(document)
    assert "░" in text.render(document)


def test_an_axis_is_written_as_its_reader_writes_numbers() -> None:
    russian = Chart(
        title="f",
        across="x",
        up="y",
        x=(0.0, 1.0),
        low=(0.5, 0.5),
        middle=(0.7, 0.7),
        high=(1.5, 1.5),
        decimal_sign=",",
    )
    assert any("1,6" in line for line in plot(russian, width=60))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 1.0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0.42, 1.0, [0.6, 0.8, 1.0]),
        (0, 14, [0, 5, 10]),
        (0, 28, [0, 10, 20]),
        (40, 160, [50, 75, 100, 125, 150]),
        (1.0, 1.4, [1.0, 1.1, 1.2, 1.3, 1.4]),
    ],
)
def test_an_axis_is_marked_at_round_numbers(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)


@given(st.floats(-1000, 1000), st.floats(0.001, 1000))
def test_the_axis_holds_all_that_is_shown(low: float, size: float) -> None:
    chart = replace(CHART, low=(low,) * 3, middle=(low,) * 3, high=(low + size,) * 3, line=None, marks=())
    top, bottom = span(chart)
    assert bottom <= low + 1e-6
    assert low + size <= top + 1e-6
