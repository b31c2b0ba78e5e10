"""A screened population as a document: how many may be treated, and which statements spoke."""

from collections.abc import Mapping

from msgspec import Struct

from adamas.knowledge.statement import Decision
from adamas.report.document import Block, Document, Heading, Paragraph, Table
from adamas.report.words import Words
from adamas.screening.outcome import Count


class Summary(Struct, frozen=True, kw_only=True):
    """The counts of one population: clients by decision, and how each statement spoke.

    days: the first and last day that was screened for, ISO; both empty when there was no client.
    """

    clients: int
    decisions: dict[str, int]
    statements: tuple[Count, ...]
    days: tuple[str, ...]
    knowledge: str


def summarised(
    decisions: Mapping[str, int], counts: Mapping[str, Count], days: set[str], *, knowledge: str
) -> Summary:
    """The counts of all parts of a population together, statements that fired most often first."""
    order = sorted(counts.values(), key=lambda count: (-count.fired, -count.unknown, count.statement))
    return Summary(
        clients=sum(decisions.values()),
        decisions={decision.word: decisions.get(decision.word, 0) for decision in Decision},
        statements=tuple(order),
        days=(min(days), max(days)) if days else (),
        knowledge=knowledge,
    )


def compose_population(summary: Summary, words: Words) -> Document:
    """Two tables: decisions, and statements."""
    ui = words.ui
    decided = tuple(
        (ui(f"decision-{word}"), words.number(float(count)), _share(count, summary.clients, words))
        for word, count in summary.decisions.items()
    )
    spoke = tuple(
        (
            words.title("statement", count.statement),
            *(words.number(float(number)) for number in (count.fired, count.silent, count.unknown)),
        )
        for count in summary.statements
    )
    columns = tuple(ui(f"population-{name}") for name in ("statement", "fired", "silent", "unknown"))
    blocks: tuple[Block, ...] = (
        Paragraph(ui("population-clients", clients=summary.clients)),
        Table((ui("decision"), ui("population-number"), ui("population-share")), decided, (1, 2)),
        Heading(ui("population-statements"), 2),
        Paragraph(ui("population-order"), "quiet"),
        Table(columns, spoke, (1, 2, 3)),
    )
    return Document(
        title=ui("population-title"),
        lang=words.lang,
        blocks=blocks,
        footer=(ui("population-knowledge", knowledge=summary.knowledge[:8]), ui("not-a-diagnosis")),
    )


def _share(count: int, of: int, words: Words) -> str:
    share = round(100 * count / of, 1) if of else 0.0
    return f"{words.number(share)} %" if share or not count else f"< {words.number(0.1)} %"
