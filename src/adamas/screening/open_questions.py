"""For a whole population: which questions are worth asking whom (see `adamas.screening.questions`)."""

from collections.abc import Mapping

import polars as pl

from adamas.knowledge.library import Library
from adamas.screening.columns import bits_of
from adamas.screening.days import Day
from adamas.screening.expressions import atom_column, condition_column
from adamas.screening.population import WHOLE, Screened, is_wished
from adamas.screening.rules import Rule


def questions_in(screened: Screened, frame: pl.DataFrame, library: Library, *, on: Day) -> pl.DataFrame:
    """One column for each question worth asking somebody; true where it could make the verdict stricter.

    frame: the columns that were screened. The columns stand in the order in which questions are asked.
    """
    bits = bits_of(library)
    open_by_fact: dict[str, list[pl.Expr]] = {}
    for rule in screened.rules:
        for fact, is_open in _open_facts(rule, screened, bits):
            open_by_fact.setdefault(fact, []).append(is_open)
    asked: dict[str, list[pl.Expr]] = {}
    for fact, reasons in open_by_fact.items():
        for name, may_ask in _askable(fact, library, on).items():
            asked.setdefault(name, []).append(pl.any_horizontal(reasons) & may_ask)
    both = frame.hstack(
        [
            *screened.truths.rename(lambda name: f"truth {name}"),
            *screened.known.rename(lambda name: f"known {name}"),
        ]
    )
    order = sorted(asked, key=lambda name: (library.questions[name].order, name))
    found = both.select(pl.any_horizontal(asked[name]).fill_null(value=False).alias(name) for name in order)
    return found.select(name for name in order if found[name].any())


def _open_facts(rule: Rule, screened: Screened, bits: Mapping[str, int]) -> list[tuple[str, pl.Expr]]:
    """The facts of one statement, each with where it is unknown while the statement could still matter."""
    found: list[tuple[str, pl.Expr]] = []
    places: tuple[str | None, ...] = (None,) if rule.statement.zone == "whole" else tuple(bits)
    for zone in places:
        truth = pl.col(f"truth {screened.column[rule.statement.id, zone]}")
        known = pl.col(f"known {WHOLE if zone is None else zone}")
        matters = truth.is_null() & (known < rule.decision.rank)
        if zone is not None:
            matters = matters & is_wished(bits[zone])
        found.extend((fact, matters & pl.col(fact).is_null()) for fact in rule.facts)
    return found


def _askable(fact: str, library: Library, on: Day) -> dict[str, pl.Expr]:
    """The questions that would tell this fact, each with whom it may be put to."""
    question = library.questions[fact]
    if not question.ask:
        return {source: pl.col(source).is_null() for source in question.derived_from}
    if not question.only_if:
        return {fact: pl.lit(value=True)}
    due = library.conditions[f"question/{fact}"]
    return {fact: condition_column(due, lambda atom: atom_column(atom, on))}
