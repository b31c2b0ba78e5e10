"""The dose model against published values, in words and as charts."""

from collections.abc import Iterable, Mapping

from adamas.dose.validation import Compared
from adamas.report.bands import model_words
from adamas.report.document import Document, Heading, Item, Items, Paragraph, Table
from adamas.report.words import Words


def compose_validation(rows: tuple[Compared, ...], fitted: Mapping[str, float], words: Words) -> Document:
    """The table of every row, what was fitted, and the misses by name."""
    held_out = [row for row in rows if row.kind == "held-out"]
    hits, partly, misses = (
        sum(row.result == result for row in held_out) for result in ("hit", "partly", "miss")
    )
    missed = tuple(
        Item(
            label=row.row,
            text=words.title("validation", row.row),
            details=(_tell(row, words),),
            tone="caution",
        )
        for row in rows_in_order(rows)
        if row.result == "miss"
    )
    return Document(
        title=words.ui("dose-validate-title"),
        lang=words.lang,
        blocks=(
            Paragraph(words.ui("dose-validate-about")),
            *model_words(words, "professional"),
            Heading(words.ui("dose-fit"), 2),
            _fit(fitted, words),
            Heading(words.ui("dose-rows"), 2),
            _table(rows, words),
            Paragraph(words.ui("dose-count", hits=hits, partly=partly, misses=misses), "strong"),
            Heading(words.ui("dose-misses"), 2),
            Items(missed),
        ),
        footer=(words.ui("dose-not-reviewed"),),
    )


def _fit(fitted: Mapping[str, float], words: Words) -> Table:
    held = words.library.section("parameters")
    rows = tuple(
        (words.title("parameter", name), words.number(value), words.number(held[name].value))
        for name, value in fitted.items()
    )
    return Table(
        tuple(words.ui(name) for name in ("dose-fit-row", "dose-fit-found", "dose-fit-held")),
        rows,
        numbers=(1, 2),
    )


def _table(rows: tuple[Compared, ...], words: Words) -> Table:
    columns = ("row", "what", "predicted", "published", "kind", "result")
    return Table(
        tuple(words.ui(f"dose-{column}") for column in columns),
        tuple(
            (
                row.row,
                words.title("validation", row.row),
                _predicted(row, words),
                published(row, words),
                words.ui(f"dose-kind-{row.kind}"),
                words.ui(f"dose-result-{row.result}"),
            )
            for row in rows_in_order(rows)
        ),
        numbers=(2, 3),
    )


def rows_in_order(rows: Iterable[Compared]) -> list[Compared]:
    """Rows as the literature numbers them: t2 before t10."""
    return sorted(rows, key=lambda row: _natural(row.row))


def published(row: Compared, words: Words) -> str:
    """The published value: a figure, a range, or a bound."""
    if row.at_least is None:
        return words.ui("dose-at-most", value=row.at_most if row.at_most is not None else 0.0)
    if row.at_most is None:
        return words.ui("dose-at-least", value=row.at_least)
    if row.at_least == row.at_most:
        return words.number(row.at_least)
    return words.ui("dose-band-plain", low=words.number(row.at_least), high=words.number(row.at_most))


def _predicted(row: Compared, words: Words) -> str:
    band = row.predicted
    low, middle, high = (words.number(round(x, 2)) for x in (band.low, band.middle, band.high))
    return words.ui("dose-band", low=low, middle=middle, high=high)


def _tell(row: Compared, words: Words) -> str:
    return words.text("validation", row.row, "tell")


def _natural(name: str) -> tuple[str, int, str]:
    head, _, rest = name.partition("-")
    return head[0], int(head[1:]), rest
