"""The report of a course: the word first, each measure with its band, nothing from elsewhere."""

import re
from datetime import date, timedelta

import pytest

from adamas.outcome.follow import Followed, follow
from adamas.outcome.pair_test import ERRORS
from adamas.report import html, pdf
from adamas.report.document import Chart, Document, Pictures, Slider
from adamas.report.text import render
from adamas.report.trend import compose_trend
from adamas.report.words import Catalogue
from tests.support.photographs import seen

NAMES = ("a.jpg", "b.jpg", "c.jpg")


def followed(apart: int = 28) -> Followed:
    days = [date(2026, 1, 5) + timedelta(days=apart * nth) for nth in range(3)]
    shots = ("before/1", "after/1", "after/1")
    return follow([(on, seen(name)) for on, name in zip(days, shots, strict=True)], ERRORS)


@pytest.fixture(scope="module")
def course() -> Followed:
    return followed()


def document(course: Followed, lang: str = "en", **more: tuple[str, ...]) -> Document:
    return compose_trend(course, Catalogue(lang), names=NAMES, **more)


def test_what_improved_is_the_first_thing_read(course: Followed) -> None:
    said = render(document(course)).partition("First and last")[0]
    assert "IMPROVED" in said
    assert "brown spots" in said
    assert "3 sittings from 5 January 2026 to 2 March 2026" in said.replace("\N{NO-BREAK SPACE}", " ")


def test_every_measure_that_could_be_followed_has_its_band_in_its_own_unit(course: Followed) -> None:
    charts = [block for block in document(course).blocks if isinstance(block, Chart)]
    assert len(charts) == sum(line.trend is not None for line in course.lines) > 2
    for chart in charts:
        assert all(
            low <= mid <= high for low, mid, high in zip(chart.low, chart.middle, chart.high, strict=True)
        )
        assert [mark.x for mark in chart.marks] == [0.0, 28.0, 56.0]
    spots = next(chart for chart in charts if chart.title == "Brown spots")
    assert spots.marks[0].y == pytest.approx(course.of("spots").plain(course.of("spots").points[0].value))


def test_the_score_stands_wherever_photographs_are_shown(course: Followed) -> None:
    shown = [block for block in document(course).blocks if isinstance(block, Slider | Pictures)]
    pair = course.shots[-1].pair
    assert pair is not None
    for block in shown:
        captions = block.caption if isinstance(block, Slider) else block.pictures[-1].caption
        assert f"Comparability {pair.score} of 100" in captions


def test_too_early_is_said_before_any_number() -> None:
    said = render(document(followed(apart=6)))
    assert said.index("TOO EARLY") < said.index("Measures")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_page_holds_everything_itself(course: Followed, lang: str) -> None:
    page = re.sub(r"data:image/jpeg;base64,[\w+/=]+", "", html.render(document(course, lang)))
    assert re.findall(r'(?:src|href)="(?!#)[^"]+"|url\(|https?://(?!www\.w3\.org)', page) == []
    assert page.count("<svg") == sum(line.trend is not None for line in course.lines)


def test_russian_and_english_say_as_much_and_paper_holds_it(course: Followed) -> None:
    english, russian = document(course), document(course, "ru")
    assert [type(block) for block in english.blocks] == [type(block) for block in russian.blocks]
    assert "improved" not in render(russian)
    assert pdf.render(russian).startswith(b"%PDF-")


def test_what_is_not_used_is_listed(course: Followed) -> None:
    assert "blurred.jpg: out" in render(document(course, unused=("blurred.jpg: out",)))
