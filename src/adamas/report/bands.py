"""Bands of the dose model in words: nothing of it is ever shown without its band and its wording."""

from adamas.dose.expected import Band
from adamas.report.document import Block, Paragraph
from adamas.report.parts import Reader
from adamas.report.words import Words

MODEL = "course-dose-model"
"""The protocol that says what kind of knowledge this is."""


def model_words(words: Words, reader: Reader) -> list[Block]:
    """That this is a model and not a measurement, with what it rests on."""
    field = "say" if reader == "client" else "tell"
    title = words.title("protocol", MODEL)
    return [Paragraph(f"{title}. {words.text('protocol', MODEL, field)}", "quiet")]


def band_text(band: Band | None, words: Words) -> str:
    """A share as per cent with its band; nothing is ever shown without one."""
    if band is None:
        return words.ui("dose-unset")
    low, middle, high = (words.number(float(round(100 * x))) for x in (band.low, band.middle, band.high))
    return words.ui("dose-band", low=low, middle=middle, high=high)


def days_text(band: Band | None, words: Words) -> str:
    """Days as a range."""
    if band is None:
        return words.ui("dose-unset")
    low, high = (words.number(float(round(x))) for x in (band.low, band.high))
    return words.ui("dose-band-plain", low=low, high=high)


def margin_text(margin: float, words: Words) -> str:
    """Points between the upper edge and the ceiling."""
    return words.number(float(round(100 * margin)))
