"""In a terminal everything stands inside the width, in its column, and coloured only where wanted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.report.document import (
    Banner,
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Stop,
    Table,
    Timeline,
)
from adamas.report.text import render

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"


def lines(*blocks: Block, width: int = 60, colour: bool = False) -> list[str]:
    document = Document(title="Title", lang="en", blocks=blocks, footer=("Foot.",))
    shown = render(document, width=width, colour=colour)
    assert shown.endswith("\n")
    found = shown.splitlines()
    if not colour:
        assert found[:2] == ["Title", ""]
        assert found[-1] == "Foot."
        return found[2:-2]
    return found


def test_running_text_is_wrapped_between_words() -> None:
    shown = lines(Paragraph(LONG), width=40)
    assert all(len(line) <= 40 for line in shown)
    assert " ".join(shown) == LONG


def test_a_long_detail_is_indented_under_its_item() -> None:
    shown = lines(Items((Item(text="Text", label="ask", details=(LONG,)), Item(text="Other", label="defer"))))
    assert shown[0] == "  ask    Text"
    assert shown[1].startswith("         one two")
    assert shown[-1] == "  defer  Other"


def test_items_without_labels_have_dashes() -> None:
    assert lines(Items((Item(text="Text"),))) == ["  - Text"]


def test_a_table_aligns_words_left_and_numbers_right() -> None:
    table = Table(("zone", "um"), (("cheek", "80"), ("chin", "100")), numbers=(1,))
    assert lines(table) == ["  zone    um", "  cheek   80", "  chin   100"]


def test_a_wide_table_wraps_its_widest_column_and_loses_no_word() -> None:
    table = Table(("zone", "why"), (("cheek", LONG), ("chin", "short")))
    shown = lines(table, width=50)
    assert all(len(line) <= 50 for line in shown)
    assert [word for line in shown[1:] for word in line.split()] == ["cheek", *LONG.split(), "chin", "short"]
    assert shown[2].startswith("         "), "what goes on stands under its own column"


def test_headings_of_the_first_level_are_underlined() -> None:
    assert lines(Heading("Plan", 1), Heading("Dates", 2)) == ["Plan", "====", "", "Dates"]


def test_days_of_a_timeline_stand_with_what_they_bring() -> None:
    stop = Stop(day="7 March 2026", title="Visit", lines=("Come without make-up.",))
    assert lines(Timeline((stop,))) == ["  7 March 2026  Visit", "      Come without make-up."]


def test_colour_marks_the_decision_and_only_where_it_is_wanted() -> None:
    banner = Banner("refuse", "refuse", "Not now.")
    assert lines(banner) == ["REFUSE", "Not now."]
    coloured = "\n".join(lines(banner, colour=True))
    assert "\x1b[1;31mREFUSE\x1b[0m" in coloured
    assert coloured.count("\x1b[0m") == coloured.count("\x1b[") - coloured.count("\x1b[0m")


def test_colour_changes_nothing_but_the_colour() -> None:
    blocks: tuple[Block, ...] = (
        Items((Item(text=LONG, label="ask", tone="ask", details=(LONG,)),)),
        Table(("a", "b"), ((LONG, "x"),)),
        Timeline((Stop(day="1", title="t", tone="defer", lines=(LONG,)),)),
    )
    document = Document(title="T", lang="en", blocks=blocks)
    plain, coloured = (render(document, width=50, colour=colour) for colour in (False, True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("width", [10, 40, 200])
def test_an_empty_document_is_its_title(width: int) -> None:
    assert render(Document(title="T", lang="en", blocks=()), width=width) == "T\n"


@given(
    st.lists(st.lists(st.text("abc ", max_size=60), min_size=3, max_size=3), max_size=5), st.integers(60, 110)
)
def test_no_line_of_a_table_is_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    table = Table(("one", "two", "three"), tuple(tuple(row) for row in rows))
    assert all(len(line) <= width for line in lines(table, width=width))
