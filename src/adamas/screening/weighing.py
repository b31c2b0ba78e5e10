"""Which statements hold where, which of them are relaxed, and what that decides for sure."""

from collections.abc import Iterable, Mapping
from datetime import date

from adamas.intake.facts import Facts
from adamas.knowledge.statement import Decision
from adamas.knowledge.truth import Row, Truth
from adamas.screening.rules import Rule

Place = tuple[str, str | None]
"""A statement and the zone it is weighed in; None is the whole client."""
Known = dict[str | None, Decision]
"""The strictest certain decision, for the whole client (None) and for each zone."""


def places(rule: Rule, zones: tuple[str, ...]) -> tuple[str | None, ...]:
    """Where a statement is weighed: once for the whole client, or in every zone."""
    return (None,) if rule.statement.zone == "whole" else zones


def weigh(
    rules: Iterable[Rule], rows: Mapping[str | None, Row], zones: tuple[str, ...]
) -> dict[Place, Truth]:
    """The truth of every statement in every place; zones that share a row share the answer."""
    truths: dict[Place, Truth] = {}
    whole = rows[None]
    for rule in rules:
        name, test = rule.statement.id, rule.test
        if rule.statement.zone == "whole":
            truths[name, None] = test(whole)
            continue
        common = test(whole)
        for zone in zones:
            row = rows[zone]
            truths[name, zone] = common if row is whole else test(row)
    return truths


def relaxed(rules: Iterable[Rule], truths: Mapping[Place, Truth], zones: tuple[str, ...]) -> dict[Place, str]:
    """Which statements are relaxed where, by which exception; only one that surely holds relaxes."""
    rules = tuple(rules)
    exceptions = [rule for rule in rules if rule.statement.exception_to]
    if not exceptions:
        return {}
    found: dict[Place, str] = {}
    by_id = {rule.statement.id: rule for rule in rules}
    for rule in exceptions:
        eased = by_id.get(rule.statement.exception_to)
        for zone in places(eased, zones) if eased else ():
            own = zone if rule.statement.zone == "affected" else None
            if eased and truths.get((rule.statement.id, own)) is True:
                found[eased.statement.id, zone] = rule.statement.id
    return found


def speaking(
    rules: Iterable[Rule],
    truths: Mapping[Place, Truth],
    excepted: Mapping[Place, str],
    zones: tuple[str, ...],
) -> list[tuple[Rule, str | None]]:
    """The statements that hold and are not relaxed, with the place of each."""
    return [
        (rule, zone)
        for rule in rules
        for zone in places(rule, zones)
        if truths[rule.statement.id, zone] is True and (rule.statement.id, zone) not in excepted
    ]


def certain(spoken: Iterable[tuple[Rule, str | None]], zones: tuple[str, ...]) -> Known:
    """The strictest decision that is certain, for the whole client and for each zone."""
    loud: Known = dict.fromkeys((None, *zones), Decision.CLEAR)
    for rule, zone in spoken:
        if rule.decision > loud[zone]:
            loud[zone] = rule.decision
    return with_zones(loud, zones)


def with_zones(loud: Known, zones: tuple[str, ...]) -> Known:
    """A zone is no milder than the whole client, and the whole no milder than its mildest zone."""
    whole = loud[None]
    known: Known = {zone: max(loud[zone], whole) for zone in zones}
    known[None] = max(whole, min(known.values(), default=Decision.CLEAR))
    return known


def clear_days(
    rules: tuple[Rule, ...],
    truths: Mapping[Place, Truth],
    facts: Facts,
    zones: tuple[str, ...],
    *,
    on: date,
) -> dict[str | None, date | None]:
    """The earliest day on which nothing known blocks, for the whole and for each zone.

    Truth changes only on turning days, so looking at the day itself and at each of them is exact.
    """
    # Most statements are silent today and stay so: only those that speak or can start to are looked at again.
    moving = {rule.statement.id: days for rule in rules if (days := rule.turning_days(facts, after=on))}
    awake = tuple(
        rule
        for rule in rules
        if (rule.decision.is_blocking or rule.statement.exception_to)
        and (rule.statement.id in moving or any(truths[rule.statement.id, z] for z in places(rule, zones)))
    )
    shifting = tuple(rule for rule in awake if rule.statement.id in moving)
    clear: dict[str | None, date | None] = dict.fromkeys((None, *zones))
    for day in sorted({on, *(day for rule in shifting for day in moving[rule.statement.id])}):
        then = dict(truths)
        if day != on:
            then.update(weigh((rule.on(day) for rule in shifting), facts.rows(day, zones), zones))
        known = certain(speaking(awake, then, relaxed(awake, then, zones), zones), zones)
        for zone, decision in known.items():
            if clear[zone] is None and not decision.is_blocking:
                clear[zone] = day
        if all(clear.values()):
            break
    return clear
