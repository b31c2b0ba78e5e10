"""Changes as rows of a table: before, after, change, interval, smallest real change, word."""

from adamas.outcome.change import Change, share
from adamas.outcome.word import Word
from adamas.report.document import Table
from adamas.report.reading import figure, unit_of
from adamas.report.words import MINUS, NARROW_SPACE, Catalogue

_TITLES = (
    "comparison-before",
    "comparison-after",
    "comparison-col-change",
    "comparison-col-interval",
    "comparison-col-mdc",
    "photo-col-word",
)


def change_table(words: Catalogue, first: str, rows: list[tuple[str, ...]]) -> Table:
    """Rows by `change_row` under their titles; rows without a word have no column for it."""
    titles = (first, *_TITLES)[: len(rows[0]) if rows else len(_TITLES) + 1]
    return Table(tuple(words.ui(title) for title in titles), tuple(rows), (1, 2, 3, 4, 5))


def change_row(words: Catalogue, title: str, change: Change) -> tuple[str, ...]:
    """One change. What must not be compared is shown on both sides, without a change."""
    unit = unit_of(change.unit, words)
    cells = (f"{title}, {unit}" if unit else title, figure(change.before, words), figure(change.after, words))
    word = "" if change.word is None else words.ui(f"outcome-{change.word.value}")
    if change.word is Word.NOT_COMPARABLE or change.why is not None:
        return *cells, "–", "–", "–", word
    interval = "–"
    if change.low is not None and change.high is not None:
        low, high = (_bare(end, change, words) for end in (change.low, change.high))
        interval = words.ui("comparison-interval", low=low, high=high)
    # The smallest real fall: of a ratio it is the smaller number, and falls are what is hoped for.
    mdc = None if change.mdc95 is None else -change.mdc95 if change.scale == "ratio" else change.mdc95
    smallest = _change(mdc, change, words).lstrip(MINUS + "+")
    return *cells, _change(change.change, change, words), interval, smallest, word


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
