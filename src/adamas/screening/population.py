"""Screens a whole population at once: every statement for every client, in columns.

The result is that of `adamas.screening.screen`, decision by decision and zone by zone; the days on which a
client becomes clear, and the whole trace, are the business of the one-by-one path.
"""

from collections.abc import Iterable, Mapping
from typing import cast

import polars as pl
from msgspec import Struct

from adamas.knowledge.grammar import Atom, atoms
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.screening.columns import WISHED, bits_of
from adamas.screening.days import Day, days_in
from adamas.screening.expressions import atom_column, condition_column, is_named, zones_of
from adamas.screening.rules import Rule, ids_on, rules_on

Place = tuple[str, str | None]
"""A statement and the zone it is weighed in; None is the whole client."""
WHOLE = "@whole"
"""The column of the decision for the whole client; those of the zones bear their names."""
_OUTCOMES = (Decision.REFUSE, Decision.REFER, Decision.DEFER, Decision.CAUTION)


class Screened(Struct, frozen=True, kw_only=True):
    """A screened population.

    decisions: ranks (`Decision.rank`) in the column WHOLE and one column for each zone, null where the zone
    is not wished for. known: likewise the strictest that certainly blocks, whether wished for or not; else
    clear, for a caution leaves no other caution unasked (see `adamas.screening.weighing.certain`).
    truths: one column for each distinct truth; `column` names that of each place. relaxed: likewise, for
    places of statements that have exceptions, whether one holds.
    """

    decisions: pl.DataFrame
    known: pl.DataFrame
    truths: pl.DataFrame
    column: Mapping[Place, str]
    relaxed: Mapping[Place, pl.Expr]
    rules: tuple[Rule, ...]
    zones: tuple[str, ...]


def screen_all(frame: pl.DataFrame, library: Library, *, on: Day, scope: str = "salon") -> Screened:
    """Screen all clients of a frame made by `columns_of` or `read_table`, for one day or each for their own.

    Raises NoValueOn when nothing is in force on a day, ValueError when it is not the same on all days.
    """
    rules = _common_rules(library, on, scope)
    bits = bits_of(library)
    truths, column = weigh(frame, rules, bits, on=on)
    zones = tuple(bits)
    relaxed = _relaxed(rules, column, zones)
    decisions, known = _decide(truths, frame, rules, column, relaxed, bits)
    return Screened(
        decisions=decisions,
        known=known,
        truths=truths,
        column=column,
        relaxed=relaxed,
        rules=rules,
        zones=zones,
    )


def _common_rules(library: Library, on: Day, scope: str) -> tuple[Rule, ...]:
    days = days_in(on)
    if len({ids_on(library, day, scope=scope) for day in days}) > 1:
        raise ValueError("Clients whose days differ in what is in force are screened apart.")
    return rules_on(library, days[0], scope=scope) if days else ()


def weigh(
    frame: pl.DataFrame, rules: Iterable[Rule], bits: Mapping[str, int], *, on: Day
) -> tuple[pl.DataFrame, dict[Place, str]]:
    """The truth of every statement in every place, each atom looked at once for all statements."""
    rules = tuple(rules)
    seen = {atom: f"atom {i}" for i, atom in enumerate(dict.fromkeys(a for r in rules for a in _atoms(r)))}
    named = {atom.fact for atom in seen if _names_zones(frame, atom.fact)}
    looked = frame.lazy().select(
        [
            *(atom_column(atom, on).alias(name) for atom, name in seen.items()),
            *(is_named(fact, bit).alias(f"{fact}@{zone}") for fact in named for zone, bit in bits.items()),
        ]
    )
    column: dict[Place, str] = {}
    truths: dict[str, pl.Expr] = {}
    for rule in rules:
        for zone in _places(rule, bits):
            is_local = zone is not None and any(atom.fact in named for atom in _atoms(rule))
            name = f"{rule.statement.id}@{zone}" if is_local else rule.statement.id
            column[rule.statement.id, zone] = name
            if name not in truths:
                truths[name] = _truth(rule, zone if is_local else None, seen, named).alias(name)
    return looked.collect().select(truths.values()), column


def _atoms(rule: Rule) -> tuple[Atom, ...]:
    return atoms(rule.condition)


def _names_zones(frame: pl.DataFrame, fact: str) -> bool:
    mask = zones_of(fact)
    return mask in frame.columns and bool(frame[mask].max())


def _truth(rule: Rule, zone: str | None, seen: Mapping[Atom, str], named: set[str]) -> pl.Expr:
    def column_of(atom: Atom) -> pl.Expr:
        truth = pl.col(seen[atom])
        if zone is None or atom.fact not in named:
            return truth
        # Elsewhere a presence is absent and a day is never: no atom on it is true there.
        return truth & pl.col(f"{atom.fact}@{zone}")

    return condition_column(rule.condition, column_of)


def _places(rule: Rule, zones: Iterable[str]) -> tuple[str | None, ...]:
    return (None,) if rule.statement.zone == "whole" else tuple(zones)


def _relaxed(
    rules: tuple[Rule, ...], column: Mapping[Place, str], zones: tuple[str, ...]
) -> dict[Place, pl.Expr]:
    """Where a statement has exceptions: whether one of them surely holds there."""
    by_id = {rule.statement.id: rule for rule in rules}
    found: dict[Place, pl.Expr] = {}
    for rule in rules:
        relaxed = by_id.get(rule.statement.exception_to)
        for zone in _places(relaxed, zones) if relaxed is not None else ():
            place = (rule.statement.exception_to, zone)
            own = (rule.statement.id, zone if rule.statement.zone == "affected" else None)
            if own in column:
                holds = pl.col(column[own]).fill_null(value=False)
                found[place] = found[place] | holds if place in found else holds
    return found


def effective(place: Place, column: Mapping[Place, str], relaxed: Mapping[Place, pl.Expr]) -> pl.Expr:
    """The truth of a statement in a place, false where an exception relaxes it."""
    truth = pl.col(column[place])
    return truth & ~relaxed[place] if place in relaxed else truth


def _decide(
    truths: pl.DataFrame,
    frame: pl.DataFrame,
    rules: tuple[Rule, ...],
    column: Mapping[Place, str],
    relaxed: Mapping[Place, pl.Expr],
    bits: Mapping[str, int],
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Decisions and what of them is certain; unknown asks where it could still be stricter than that."""
    whole = [rule for rule in rules if rule.statement.zone == "whole"]
    local = [rule for rule in rules if rule.statement.zone == "affected"]
    spoken = {
        **_levels(WHOLE, [((r.statement.id, None), r.decision) for r in whole], column, relaxed),
        **{
            name: level
            for zone in bits
            for name, level in _levels(
                zone, [((r.statement.id, zone), r.decision) for r in local], column, relaxed
            ).items()
        },
    }
    levels = truths.select([*(level.alias(name) for name, level in spoken.items())])
    steps = frame.select(WISHED).hstack(levels.get_columns()).lazy()
    steps = steps.with_columns(
        [
            *(_strictest(place, spoken, holds=True).alias(f"loud {place}") for place in (WHOLE, *bits)),
            *(_strictest(place, spoken, holds=None).alias(f"open {place}") for place in (WHOLE, *bits)),
            *(is_wished(bit).alias(f"wish {zone}") for zone, bit in bits.items()),
        ]
    )
    steps = steps.with_columns(
        _blocking(pl.max_horizontal(f"loud {zone}", f"loud {WHOLE}")).alias(f"known {zone}") for zone in bits
    )
    steps = steps.with_columns(_blocking(_capped("known", f"loud {WHOLE}", bits)).alias(f"known {WHOLE}"))
    steps = steps.with_columns(_asking(place).alias(f"says {place}") for place in (WHOLE, *bits))
    steps = steps.with_columns(
        pl.max_horizontal(f"says {zone}", f"says {WHOLE}").alias(f"zone {zone}") for zone in bits
    )
    done = steps.select(
        _capped("zone", f"says {WHOLE}", bits).alias(WHOLE),
        *(pl.when(f"wish {zone}").then(f"zone {zone}").alias(zone) for zone in bits),
        *(pl.col(f"known {place}") for place in (WHOLE, *bits)),
    ).collect()
    decisions = done.select(WHOLE, *bits)
    return decisions, done.select(pl.col(f"known {place}").alias(place) for place in (WHOLE, *bits))


def _levels(
    place: str,
    weighed: list[tuple[Place, Decision]],
    column: Mapping[Place, str],
    relaxed: Mapping[Place, pl.Expr],
) -> dict[str, pl.Expr]:
    """For each outcome: whether a statement with that outcome speaks in this place, or might."""
    found: dict[str, pl.Expr] = {}
    for outcome in _OUTCOMES:
        parts = [effective(at, column, relaxed) for at, decision in weighed if decision is outcome]
        if parts:
            found[f"{outcome.word} {place}"] = pl.any_horizontal(parts)
        if parts and outcome is Decision.CAUTION:
            # A certain caution hides no open one: only what blocks settles a question.
            found[_open_caution(place)] = pl.any_horizontal(part.is_null() for part in parts)
    return found


def _strictest(place: str, spoken: Mapping[str, pl.Expr], *, holds: bool | None) -> pl.Expr:
    """The strictest outcome that surely speaks (holds True), or that may (None)."""
    rank = _rank(Decision.CLEAR)
    for outcome in reversed(_OUTCOMES):
        if f"{outcome.word} {place}" in spoken:
            level = pl.col(f"{outcome.word} {place}")
            is_open = pl.col(_open_caution(place)) if outcome is Decision.CAUTION else level.is_null()
            rank = pl.when(level if holds else is_open).then(_rank(outcome)).otherwise(rank)
    return rank


def _open_caution(place: str) -> str:
    return f"open caution {place}"


def _rank(decision: Decision) -> pl.Expr:
    return pl.lit(decision.rank, pl.UInt8)


def is_wished(bit: int) -> pl.Expr:
    """True where the zone with this bit is wished for: named, or no zone is."""
    return (pl.col(WISHED) == 0) | ((pl.col(WISHED) & bit) != 0)


def _capped(kind: str, own: str, bits: Mapping[str, int]) -> pl.Expr:
    """No milder than the mildest zone that is wished for: one open zone keeps the whole open."""
    zones = [pl.when(f"wish {zone}").then(f"{kind} {zone}") for zone in bits]
    return pl.max_horizontal(own, pl.min_horizontal(zones)) if zones else pl.col(own)


def _blocking(rank: pl.Expr) -> pl.Expr:
    return pl.when(rank > _rank(Decision.CAUTION)).then(rank).otherwise(_rank(Decision.CLEAR))


def _asking(place: str) -> pl.Expr:
    loud = pl.col(f"loud {place}")
    asked = pl.max_horizontal(loud, _rank(Decision.ASK))
    return pl.when(pl.col(f"open {place}") > pl.col(f"known {place}")).then(asked).otherwise(loud)


def decisions_in(rank: pl.Series) -> list[Decision]:
    """Ranks as decisions."""
    by_rank = {decision.rank: decision for decision in Decision}
    return [by_rank[cast(int, value)] for value in rank]
