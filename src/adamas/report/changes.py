"""Changes as rows of a table: word, change, interval, before, after, smallest real change."""

from collections.abc import Sequence

from adamas.outcome.change import Change, share
from adamas.outcome.word import Word
from adamas.report.document import Table
from adamas.report.reading import figure, unit_of
from adamas.report.words import MINUS, NARROW_SPACE, Catalogue

Row = tuple[str, ...]
_TITLES = (
    "photo-col-word",
    "comparison-col-change",
    "comparison-col-interval",
    "comparison-before",
    "comparison-after",
    "comparison-col-mdc",
)
"""On a phone only the first few are seen without moving the table: the word comes first."""


def change_table(words: Catalogue, first: str, rows: Sequence[Row], *, has_words: bool = True) -> Table:
    """Rows by `change_row` under their titles; `has_words`: whether there is a column for the word."""
    titles = (first, *_TITLES) if has_words else (first, *_TITLES[1:])
    shown = rows if has_words else [(row[0], *row[2:]) for row in rows]
    numbers = tuple(range(2 if has_words else 1, len(titles)))
    return Table(tuple(words.ui(title) for title in titles), tuple(shown), numbers)


def change_row(words: Catalogue, title: str, change: Change) -> Row:
    """One change. What must not be compared is shown on both sides, without a change."""
    unit = unit_of(change.unit, words)
    name = f"{title}, {unit}" if unit else title
    sides = (figure(change.before, words), figure(change.after, words))
    word = "" if change.word is None else words.ui(f"outcome-{change.word.value}")
    if change.word is Word.NOT_COMPARABLE or change.why is not None:
        return name, word, "–", "–", *sides, "–"
    interval = "–"
    if change.low is not None and change.high is not None:
        low, high = (_bare(end, change, words) for end in (change.low, change.high))
        interval = words.ui("comparison-interval", low=low, high=high)
    # The smallest real fall: of a ratio it is the smaller number, and falls are what is hoped for.
    mdc = None if change.mdc95 is None else -change.mdc95 if change.scale == "ratio" else change.mdc95
    smallest = _change(mdc, change, words).lstrip(MINUS + "+")
    return name, word, _change(change.change, change, words), interval, *sides, smallest


def _bare(by: float, change: Change, words: Catalogue) -> str:
    """A change with its sign and without its unit."""
    value = round(100 * share(by), 1) if change.scale == "ratio" else by
    return f"{'+' if value > 0 else ''}{figure(value, words)}"


def _change(by: float | None, change: Change, words: Catalogue) -> str:
    """A change with its sign: a ratio in percent, anything else in its unit."""
    if by is None:
        return "–"
    unit = unit_of("%" if change.scale == "ratio" else change.unit, words)
    return f"{_bare(by, change, words)}{NARROW_SPACE}{unit}"
