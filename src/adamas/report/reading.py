"""Readings of one photograph as a document, and how numbers of photographs are written."""

from collections.abc import Sequence
from math import floor, log10

from adamas.imaging.colour import Means
from adamas.imaging.comparability import Check
from adamas.imaging.finding import Finding, worst
from adamas.imaging.measures import measures
from adamas.imaging.reading import Reading
from adamas.message import message
from adamas.outcome.quantity import about
from adamas.report.colours import told_colours
from adamas.report.document import Banner, Block, Document, Heading, Paragraph, Picture, Pictures, Table, Tone
from adamas.report.words import NARROW_SPACE, Catalogue

WHOLE = "whole"
DIGITS = 3
_UNITS = {
    "1/cm2": "per-cm2",
    "%": "percent",
    "mm": "mm",
    "mm/cm2": "mm-per-cm2",
    "OD": "od",
    "OD mm2/cm2": "od-mm2-per-cm2",
    "a*": "a",
    "deg": "degrees",
    "µm": "um",
    "px/mm": "px-per-mm",
    "h": "hours",
    "K": "kelvin",
}
TONES: dict[str, Tone] = {"good": "clear", "unknown": "quiet", "doubtful": "caution", "bad": "refuse"}
"""How the words of a finding are shown."""
_BANNERS = {"good": "photo-usable", "doubtful": "photo-doubtful", "bad": "photo-refused"}


def figure(value: float | None, words: Catalogue) -> str:
    """A number with three significant digits, at most three behind the comma; a dash when there is none."""
    if value is None:
        return "–"
    places = 0 if value == 0 else max(0, min(DIGITS, DIGITS - 1 - floor(log10(abs(value)))))
    return words.number(round(value, places))


def unit_of(unit: str, words: Catalogue) -> str:
    """A unit in words; unknown ones are shown as they are."""
    return words.ui(f"photo-unit-{_UNITS[unit]}") if unit in _UNITS else unit


def with_unit(value: float | None, unit: str, words: Catalogue) -> str:
    """A number and its unit."""
    shown = unit_of(unit, words)
    return (
        figure(value, words) if value is None or not shown else f"{figure(value, words)}{NARROW_SPACE}{shown}"
    )


def measure_title(measure: str, words: Catalogue) -> str:
    """The name of a measure."""
    return words.ui(f"measure-{measure}")


def zone_title(zone: str, words: Catalogue) -> str:
    """The name of a zone of a photograph."""
    return words.ui(f"photo-zone-{zone}")


def quantity_title(quantity: str, words: Catalogue) -> str:
    """The name of one number of a measure."""
    return words.ui(f"photo-quantity-{quantity}")


def word_of(word: str, words: Catalogue) -> str:
    """The word of a finding or of a point of the checklist."""
    return words.ui("photo-word-unknown") if word == "unknown" else words.ui(f"gate-word-{word}")


def gate_table(findings: Sequence[Finding | Check], words: Catalogue) -> Table:
    """Findings with their values, limits and words."""
    rows = tuple(
        (
            words.say(finding.title),
            with_unit(finding.value, finding.unit, words),
            with_unit(finding.limit, finding.unit, words),
            word_of(finding.word, words),
        )
        for finding in findings
    )
    titles = ("photo-col-finding", "photo-col-value", "photo-col-limit", "photo-col-word")
    return Table(tuple(words.ui(title) for title in titles), rows, (1, 2))


def advice_on(findings: Sequence[Finding | Check], words: Catalogue) -> tuple[str, ...]:
    """What makes the next photograph better, the worst first."""
    bad_first = sorted(
        findings, key=lambda finding: ("bad", "doubtful", "unknown", "good").index(finding.word)
    )
    return tuple(words.say(advice) for finding in bad_first if (advice := finding.advice) is not None)


def compose_reading(
    findings: tuple[Finding, ...],
    readings: tuple[Reading, ...],
    words: Catalogue,
    *,
    about: str,
    means: Means,
    drawings: tuple[Picture, ...] = (),
) -> Document:
    """One photograph: whether it can be used, what it measures, whole and by zone.

    about: which photograph this is. means: of the correction of its colours. drawings: of what was found.
    """
    word = worst(findings)
    doubts = tuple(finding for finding in findings if finding.word != "good")
    blocks: list[Block] = [Banner(words.ui(_BANNERS[word]), TONES[word], about)]
    if doubts:
        blocks += [Heading(words.ui("photo-gate"), 2), gate_table(doubts, words)]
        blocks += [Paragraph(line) for line in advice_on(doubts, words)]
    if readings:
        blocks += [Heading(words.ui("photo-readings"), 2), told_colours(means, words)]
        blocks += _readings(readings, words)
    if drawings:
        blocks += [Heading(words.ui("photo-drawn"), 2), Pictures(drawings)]
    methods = {reading.measure: reading.version for reading in readings}
    return Document(
        title=words.ui("photo-title"),
        lang=words.lang,
        blocks=tuple(blocks),
        footer=(
            words.ui("photo-note-own"),
            words.ui("photo-note-no-diagnosis"),
            *(method_line(measure, version, words) for measure, version in methods.items()),
        ),
    )


def method_line(measure: str, version: int, words: Catalogue) -> str:
    """The version of a measure, and the tones of skin it was checked on; an experimental one was on none."""
    method = measures()[measure].METHOD
    name = "photo-method" if method.experimental else "photo-method-checked"
    low, high = (words.number(tone) for tone in method.tones)
    return words.ui(name, measure=measure_title(measure, words), version=version, low=low, high=high)


def _readings(readings: tuple[Reading, ...], words: Catalogue) -> list[Block]:
    """Every number of the whole; of the zones those that are judged."""
    rows: list[tuple[str, ...]] = []
    why: dict[str, str] = {}
    for one in (reading for reading in readings if reading.zone == WHOLE):
        for reading in readings:
            if (reading.measure, reading.quantity) == (one.measure, one.quantity) and reading.why_not:
                why[reading.why_not] = words.say(message(reading.why_not))
        rows.append(_row(one, words))
    titles = ("photo-col-measure", "photo-col-quantity", "photo-col-value")
    blocks: list[Block] = [Table(tuple(words.ui(title) for title in titles), tuple(rows), (2,))]
    judged = {r.measure: r for r in readings if about(r).is_headline and r.zone == WHOLE}
    zones = dict.fromkeys(r.zone for r in readings if r.zone != WHOLE)
    if judged and zones:
        values = {(r.zone, r.measure): r.value for r in readings if about(r).is_headline}
        columns = (words.ui("photo-col-zone"), *(_column(one, words) for one in judged.values()))
        rows = [
            (zone_title(zone, words), *(figure(values.get((zone, name)), words) for name in judged))
            for zone in zones
        ]
        by_zone = Table(columns, tuple(rows), tuple(range(1, len(columns))))
        blocks += [Heading(words.ui("photo-by-zone"), 2), by_zone]
    return [*blocks, *(Paragraph(line, "quiet") for line in why.values())]


def _column(reading: Reading, words: Catalogue) -> str:
    return f"{measure_title(reading.measure, words)}, {unit_of(reading.unit, words)}"


def _row(reading: Reading, words: Catalogue) -> tuple[str, str, str]:
    return (
        measure_title(reading.measure, words),
        quantity_title(reading.quantity, words),
        with_unit(reading.value, reading.unit, words),
    )
