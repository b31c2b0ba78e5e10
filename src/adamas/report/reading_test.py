"""One photograph in words: whether it can be used, what it measures, and why something is not measured."""

import pytest

from adamas.imaging.examine import examine, readings_of
from adamas.imaging.reading import Reading
from adamas.report.reading import compose_reading, figure, with_unit
from adamas.report.text import render
from adamas.report.words import Catalogue
from tests.support.photographs import seen

EN, RU = Catalogue("en"), Catalogue("ru")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (0.0, "0"),
        (0.01234, "0.012"),
        (1.2345, "1.23"),
        (123.45, "123"),
        (-9.876, "\N{MINUS SIGN}9.88"),
        (1234.5, "1234"),
    ],
)
def test_a_number_has_three_significant_digits(value: float | None, shown: str) -> None:
    assert figure(value, EN) == shown


def test_a_number_that_is_not_there_has_no_unit() -> None:
    assert with_unit(None, "mm", EN) == "–"
    assert with_unit(0.5, "mm", RU) == "0,5\N{NARROW NO-BREAK SPACE}мм"


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    return readings_of(examine(seen("before/1")))


@pytest.mark.parametrize("words", [EN, RU], ids=["en", "ru"])
def test_a_photograph_is_told_whole_and_by_zone(readings: tuple[Reading, ...], words: Catalogue) -> None:
    said = render(compose_reading((), readings, words, about="a.jpg", means="chart"))
    assert words.ui("colour-chart")[:20] in said
    assert words.ui("photo-usable").upper() in said
    assert words.ui("photo-by-zone") in said
    assert words.ui("measure-too-coarse")[:30] in said


def test_a_photograph_that_cannot_be_used_says_what_to_do_first() -> None:
    from adamas.imaging.finding import Finding

    bad = Finding(name="dark", value=10.0, limit=18.0, word="bad", unit="L*")
    said = render(compose_reading((bad,), (), EN, about="a.jpg", means="none"))
    assert "THE PHOTOGRAPH CANNOT BE USED" in said
    assert "Use more light" in said
    assert "Readings" not in said
