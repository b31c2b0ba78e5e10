"""A screened population as a table of verdicts: one row a client, and how often each statement spoke."""

from collections.abc import Mapping

import numpy as np
import polars as pl
from msgspec import Struct

from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.screening.population import WHOLE, Place, Screened, effective, is_wished

WORDS = pl.Enum([decision.word for decision in sorted(Decision, key=lambda d: d.rank)])


class Count(Struct, frozen=True, kw_only=True):
    """For how many clients of a population one statement fired, was silent, or stayed unknown."""

    statement: str
    fired: int
    silent: int
    unknown: int

    def plus(self, other: "Count | None") -> "Count":
        """The counts of two parts of a population together."""
        if other is None:
            return self
        return Count(
            statement=self.statement,
            fired=self.fired + other.fired,
            silent=self.silent + other.silent,
            unknown=self.unknown + other.unknown,
        )


def verdicts_of(
    screened: Screened,
    frame: pl.DataFrame,
    questions: pl.DataFrame,
    library: Library,
    bits: Mapping[str, int],
) -> tuple[pl.DataFrame, tuple[Count, ...]]:
    """One row a client: decision, zones, fired, unknown, to_ask; and the counts of every statement.

    A statement fired when it holds, unrelaxed, for the whole client or in a zone that is wished for; it is
    unknown when it fired nowhere and is unknown somewhere.
    """
    fired, unknown = _spoken(screened, frame, bits)
    ids = list(fired.columns)
    decisions = screened.decisions.select(_word(WHOLE).alias("decision"))
    zones = screened.decisions.select(
        pl.struct(_word(zone) for zone in screened.zones).alias("zones")
        if screened.zones
        else pl.lit(None).alias("zones")
    )
    rows = decisions.hstack(
        [
            zones.to_series(),
            _named(fired, "fired", sorted(library.statements), height=frame.height),
            _named(unknown, "unknown", sorted(library.statements), height=frame.height),
            _named(questions, "to_ask", list(library.questions), height=frame.height),
        ]
    )
    counts = tuple(
        Count(
            statement=name,
            fired=(yes := int(fired[name].sum())),
            unknown=(open_ := int(unknown[name].sum())),
            silent=frame.height - yes - open_,
        )
        for name in ids
    )
    return rows, counts


def _word(column: str) -> pl.Expr:
    """Ranks are the positions of the words: the type says so without looking anything up."""
    return pl.col(column).cat.to(WORDS)


def _spoken(
    screened: Screened, frame: pl.DataFrame, bits: Mapping[str, int]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    truths = frame.select("@wished").hstack(screened.truths.get_columns())
    fired: dict[str, pl.Expr] = {}
    unknown: dict[str, pl.Expr] = {}
    for rule in screened.rules:
        name = rule.statement.id
        places: list[Place] = [place for place in screened.column if place[0] == name]
        here = [_in_place(place, screened, bits) for place in places]
        fires = pl.any_horizontal(part.fill_null(value=False) for part in here)
        fired[name] = fires
        unknown[name] = pl.any_horizontal(part.is_null() for part in here) & ~fires
    return (
        truths.select(column.alias(name) for name, column in fired.items()),
        truths.select(column.alias(name) for name, column in unknown.items()),
    )


def _in_place(place: Place, screened: Screened, bits: Mapping[str, int]) -> pl.Expr:
    truth = effective(place, screened.column, screened.relaxed)
    return truth if place[1] is None else truth & is_wished(bits[place[1]])


def _named(flags: pl.DataFrame, name: str, all_names: list[str], *, height: int) -> pl.Series:
    """For each row the names of the columns that are true there; without columns a frame has no height."""
    kind = pl.Enum(all_names)
    if not flags.width or not height:
        return pl.Series(name, [[]] * height, dtype=pl.List(kind))
    row, column = np.nonzero(flags.to_numpy())
    found = pl.DataFrame({"row": row.astype(np.uint32), name: column})
    names = pl.Series(name, flags.columns, dtype=kind)
    lists = found.with_columns(names.gather(found[name])).group_by("row", maintain_order=True).agg(name)
    rows = pl.DataFrame({"row": np.arange(height, dtype=np.uint32)})
    return rows.join(lists, on="row", how="left", maintain_order="left")[name].fill_null([])
