"""A page says what the document says, obeys nothing that stands in it, and needs nobody outside."""

import re
from urllib.parse import unquote

import pytest

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
from adamas.report.html import render

EVIL = '<script>alert("1")</script>'
BLOCKS: list[Block] = [
    Heading(EVIL, 1),
    Heading(EVIL, 3),
    Paragraph(EVIL),
    Banner(EVIL, "refuse", EVIL),
    Items((Item(text=EVIL, label=EVIL, details=(EVIL,)),)),
    Table((EVIL,), ((EVIL,),)),
    Timeline((Stop(day=EVIL, title=EVIL, lines=(EVIL,)),)),
]


def page(*blocks: Block, title: str = "Title", has_contents: bool = False) -> str:
    return render(
        Document(title=title, lang="ru", blocks=blocks, footer=("Foot.",), has_contents=has_contents)
    )


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_what_a_person_typed_is_shown_and_never_obeyed(block: Block) -> None:
    shown = page(block, title=EVIL, has_contents=True)
    assert "<script" not in shown
    assert 'alert("1")' not in shown
    assert "&lt;script&gt;" in shown


def test_a_page_names_its_language_and_its_characters() -> None:
    shown = page()
    assert '<html lang="ru">' in shown
    assert '<meta charset="utf-8">' in shown
    assert 'name="viewport"' in shown


def test_a_page_asks_nobody_outside() -> None:
    shown = page(*BLOCKS)
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//|@import|url\(""", shown)


def test_a_page_has_one_title_and_each_level_below_it() -> None:
    shown = page(Heading("One", 1), Heading("Two", 2))
    assert shown.count("<h1") == 1
    assert re.search(r"<h2[^>]*>One</h2>", shown)
    assert re.search(r"<h3[^>]*>Two</h3>", shown)


def test_contents_lead_to_the_headings_they_name() -> None:
    shown = page(Heading("Правила и вопросы", 1), has_contents=True)
    targets = {unquote(target) for target in re.findall(r'href="#([^"]+)"', shown)}
    assert targets == set(re.findall(r'id="([^"]+)"', shown)) == {"Правила и вопросы"}


def test_numbers_of_a_table_are_marked_for_alignment() -> None:
    shown = page(Table(("zone", "um"), (("cheek", "80"),), numbers=(1,)))
    assert '<td class="number">80</td>' in shown
    assert "<td>cheek</td>" in shown


def test_the_footer_closes_the_page() -> None:
    assert re.search(r"<footer>\s*<p>Foot\.</p>", page())
