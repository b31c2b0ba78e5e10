"""The documents name what there is: every command, page and decision, and no more."""

import re
from pathlib import Path

import pytest

from adamas.knowledge.statement import Decision
from adamas.report.words import Catalogue
from adamas_cli import exits
from adamas_cli.parser import COMMANDS
from tests.house.console import make_targets
from tests.house.console_test import DOCUMENTS
from tests.house.tree import ROOT, inside

HOW_TO = ROOT / "docs" / "how-to"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
_ANCHORED = re.compile(r"\]\(([^)#\s:]*)#([^)\s]+)\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    """The names under which the headings of a page can be reached."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table."""
    lines = re.findall(r"^\|.*\|$", text, re.MULTILINE)
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def first_cells(text: str) -> list[str]:
    return [row[0] for row in rows(text)]


def test_the_readme_names_every_command_and_no_other() -> None:
    named = {cell.strip("`").split()[0] for cell in first_cells(read("README.md")) if cell.startswith("`")}
    assert named - {"adamas"} == set(COMMANDS)


def test_the_readme_tells_every_exit_code() -> None:
    codes = {str(value) for name, value in vars(exits).items() if name.isupper()}
    assert {cell for cell in first_cells(read("README.md")) if cell.isdigit()} == codes


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_glossary_and_the_screen_call_decisions_by_the_same_words(lang: str) -> None:
    scale = rows(read("GLOSSARY.md").partition("## The scale of decisions")[2])[2:]
    told = {row[0].strip("`"): row[1 if lang == "en" else 2] for row in scale}
    shown = Catalogue(lang)
    assert told == {decision.word: shown.ui(f"decision-{decision.word}") for decision in Decision}
    assert list(told) == [decision.word for decision in Decision]


def test_contributing_leads_to_every_how_to() -> None:
    linked = set(re.findall(r"\(docs/how-to/([\w-]+\.md)\)", read("CONTRIBUTING.md")))
    assert linked == {path.name for path in HOW_TO.glob("*.md")}


def test_contributing_names_only_targets_that_can_be_made() -> None:
    table = read("CONTRIBUTING.md").partition("| `make …` |")[2].partition("\n\n")[0]
    named = {name for cell in first_cells(table) for name in re.findall(r"`([a-z]+)`", cell)}
    assert {"run", "test", "check"} <= named
    assert named <= make_targets()


def test_the_list_of_decisions_is_complete_and_in_order() -> None:
    listed = rows(read("docs/decisions/README.md"))[2:]
    assert len(listed) == len(DECISIONS)
    for nth, ((link, title), path) in enumerate(zip(listed, DECISIONS, strict=True), start=1):
        assert link == f"[{nth:04}]({path.name})"
        assert path.read_text(encoding="utf-8").startswith(f"# {nth}. {title}\n")


@pytest.mark.parametrize("path", DOCUMENTS, ids=inside)
def test_a_document_links_to_headings_that_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    missing = [
        f"{page}#{anchor}"
        for page, anchor in _ANCHORED.findall(text)
        if anchor not in anchors((path.parent / page).read_text(encoding="utf-8") if page else text)
    ]
    assert missing == []
