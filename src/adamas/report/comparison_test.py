"""The report of a pair: what was found, how sure it is, and the comparability wherever the pair is."""

import re

import pytest
from msgspec.structs import replace

from adamas.imaging.colour import NONE
from adamas.message import message
from adamas.outcome.calibration import default_calibration
from adamas.outcome.pair import Compared, compare_photos
from adamas.outcome.word import Word
from adamas.report import html, pdf
from adamas.report.colours import told_colours
from adamas.report.comparison import compose_comparison
from adamas.report.document import Document, Pictures, Slider
from adamas.report.text import render
from adamas.report.words import Catalogue
from tests.support.photographs import seen

NAMES = ("before.jpg", "after.jpg")


def compared(name: str = "after/1", *, days: int = 30) -> Compared:
    return compare_photos([seen("before/1")], [seen(name)], default_calibration(), days=days)


@pytest.fixture(scope="module")
def pair() -> Compared:
    return compared()


def document(pair: Compared, lang: str = "en", **more: tuple[str, ...]) -> Document:
    return compose_comparison(pair, Catalogue(lang), names=NAMES, **more)


def test_the_score_stands_wherever_the_pair_is_shown(pair: Compared) -> None:
    score = f"Comparability {pair.comparability.score} of 100"
    shown = [block for block in document(pair).blocks if isinstance(block, Slider | Pictures)]
    assert len(shown) > 3
    for block in shown:
        captions = [block.caption] if isinstance(block, Slider) else [p.caption for p in block.pictures]
        assert all(score in caption for caption in captions)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_picture_is_described_in_words(pair: Compared, lang: str) -> None:
    page = html.render(document(pair, lang))
    pictures = re.findall(r"<img[^>]*>", page)
    assert len(pictures) > 8
    assert all(re.search(r'alt="[^"]{5,}"', picture) for picture in pictures)
    assert f'lang="{lang}"' in page


def test_the_page_loads_nothing_from_elsewhere(pair: Compared) -> None:
    page = re.sub(r"data:image/jpeg;base64,[\w+/=]+", "", html.render(document(pair)))
    assert re.findall(r'(?:src|href)="(?!#)[^"]+"|url\(|https?://(?!www\.w3\.org)', page) == []


def test_russian_and_english_say_as_much(pair: Compared) -> None:
    english, russian = document(pair), document(pair, "ru")
    assert [type(block) for block in english.blocks] == [type(block) for block in russian.blocks]
    assert "improved" not in render(russian)


def test_paper_holds_the_same_and_is_the_same_every_time(pair: Compared) -> None:
    made = pdf.render(document(pair, "ru"))
    assert made.startswith(b"%PDF-")
    assert made == pdf.render(document(pair, "ru"))


def test_spots_that_faded_are_in_the_first_thing_read(pair: Compared) -> None:
    assert "brown spots" in render(document(pair)).partition("The pair")[0]


def test_too_early_is_said_before_any_number() -> None:
    said = render(document(compared(days=13)))
    assert said.index("TOO EARLY") < said.index("Measures")


def test_of_a_vetoed_pair_no_change_is_printed() -> None:
    said = render(document(compared("turned/1")))
    assert "THESE PHOTOGRAPHS CANNOT BE COMPARED" in said
    assert "Turn of the head" in said
    assert re.findall(r"[+\N{MINUS SIGN}][\d.]+\s%", said) == []


def test_where_nothing_could_be_judged_nothing_is_said_to_be_unchanged(pair: Compared) -> None:
    why = message("outcome-why-error-unknown")
    unjudged = tuple(replace(c, word=Word.NOT_COMPARABLE, why=why) for c in pair.outcome.changes)
    said = render(document(replace(pair, outcome=replace(pair.outcome, changes=unjudged))))
    assert "NOT COMPARABLE" in said
    assert "NO CHANGE" not in said


def test_how_many_of_the_measures_were_judged_is_said(pair: Compared) -> None:
    spoilt = tuple(
        replace(c, word=Word.NOT_COMPARABLE) if c.measure == "lines" and c.is_headline else c
        for c in pair.outcome.changes
    )
    said = render(document(replace(pair, outcome=replace(pair.outcome, changes=spoilt))))
    assert re.search(r"\d of \d measures could be judged", said)


def test_untreated_skin_promises_the_change_of_colour_and_not_the_colour() -> None:
    english = Catalogue("en")
    assert "between the photographs" in told_colours("reference-zone", english).text
    assert "between the photographs" not in told_colours("none", english).text


def test_a_card_that_only_one_photograph_shows_is_said_not_to_be_used() -> None:
    chart = replace(NONE, means="chart")
    mixed = [replace(seen("before/1"), balance=chart)], [seen("after/1")]
    made = document(compare_photos(*mixed, default_calibration(), days=30))
    assert "not every photograph shows the same card" in render(made)
    assert "not every photograph shows the same card" not in render(document(compared()))


def test_what_is_not_used_is_listed(pair: Compared) -> None:
    assert "blurred.jpg: out" in render(document(pair, unused=("blurred.jpg: out",)))
