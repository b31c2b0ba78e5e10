"""The page of the dose model shows what the model says today."""

import pytest

from adamas.knowledge.library import compile_library
from tests.house.tree import ROOT
from tools.dose_figures import PAGE, pages

PAGES = pages(compile_library(ROOT / "knowledge"))


@pytest.mark.parametrize("name", PAGES)
def test_the_page_and_every_figure_are_what_the_model_draws_now(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name]


def test_the_page_reports_the_known_misses() -> None:
    assert PAGES[PAGE].count("| **miss** |") == 4
    assert "**It is a model, not a measurement.**" in PAGES[PAGE]
