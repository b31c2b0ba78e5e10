"""Changes as rows of a table: word, change, interval, before, after, smallest real change."""

from collections.abc import Sequence

from adamas.outcome.change import Change
from adamas.outcome.quantity import Scale
from adamas.outcome.word import Word
from adamas.report.document import Table
from adamas.report.reading import figure, unit_of
from adamas.report.words import NARROW_SPACE, Catalogue

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
    said = change.said
    if said is None:
        return name, word, _from_nothing(change, words), "–", *sides, "–"
    unit = unit_of("%" if change.scale == "ratio" else change.unit, words)
    told = f"{signed(said.change, change.scale, words)}{NARROW_SPACE}{unit}"
    interval = smallest = "–"
    if said.low is not None and said.high is not None:
        low, high = (signed(end, change.scale, words) for end in (said.low, said.high))
        interval = words.ui("comparison-interval", low=low, high=high)
    if said.smallest is not None:
        smallest = f"{signed(said.smallest, change.scale, words).lstrip('+')}{NARROW_SPACE}{unit}"
    return name, word, told, interval, *sides, smallest


def signed(by: float, scale: Scale, words: Catalogue) -> str:
    """A change as of `quantity.said` with its sign and without its unit: shares as percent."""
    value = round(100 * by, 1) if scale == "ratio" else by
    return f"{'+' if value > 0 else ''}{figure(value, words)}"


def _from_nothing(change: Change, words: Catalogue) -> str:
    """What came where nothing was has no share; it is told in its unit."""
    if change.change is None or change.before is None or change.after is None:
        return "–"
    unit = unit_of(change.unit, words)
    return f"{signed(change.after - change.before, 'difference', words)}{NARROW_SPACE}{unit}"
