"""Which statements hold where, which of them are relaxed, and what that decides for sure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from adamas.intake.facts import Facts
from adamas.knowledge.statement import Decision
from adamas.knowledge.truth import Row, Truth
from adamas.screening.rules import Rule, Rules

Place = tuple[str, str | None]
"""A statement and the zone it is weighed in; None is the whole client."""
Known = dict[str | None, Decision]
"""The strictest certain decision, for the whole client (None) and for each zone."""
RowsOn = Callable[[date], Mapping[str | None, Row]]
"""The rows of a client on a day, by zone."""


def places(rule: Rule, zones: tuple[str, ...]) -> tuple[str | None, ...]:
    """Where a statement is weighed: once for the whole client, or in every zone."""
    return (None,) if rule.statement.zone == "whole" else zones


def weigh(rules: Rules, rows: Mapping[str | None, Row], zones: tuple[str, ...]) -> dict[Place, Truth]:
    """The truth of every statement in every place; zones that share a row share the answer."""
    whole = rows[None]
    truths: dict[Place, Truth] = {
        (name, None): truth for name, truth in zip(rules.whole.ids, rules.whole.truths(whole), strict=True)
    }
    names = rules.local.ids
    common = rules.local.truths(whole)
    for zone in zones:
        row = rows[zone]
        heard = common if row is whole else rules.local.truths(row)
        truths.update({(name, zone): truth for name, truth in zip(names, heard, strict=True)})
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
    """The strictest decision that certainly blocks, for the whole client and for each zone; else clear.

    A caution settles nothing: every one brings limits of its own, so the next unknown one still matters.
    """
    loud: Known = dict.fromkeys((None, *zones), Decision.CLEAR)
    for rule, zone in spoken:
        if rule.decision.is_blocking and rule.decision > loud[zone]:
            loud[zone] = rule.decision
    return with_zones(loud, zones)


def with_zones(loud: Known, zones: tuple[str, ...]) -> Known:
    """A zone is no milder than the whole client, and the whole no milder than its mildest zone."""
    whole = loud[None]
    known: Known = {zone: max(loud[zone], whole) for zone in zones}
    known[None] = max(whole, min(known.values(), default=Decision.CLEAR))
    return known


def clear_days(
    rules: Rules,
    truths: Mapping[Place, Truth],
    facts: Facts,
    zones: tuple[str, ...],
    rows_on: RowsOn,
    *,
    on: date,
) -> dict[str | None, date | None]:
    """The earliest day on which nothing known blocks, for the whole and for each zone.

    Truth changes only on turning days, so looking at the day itself and at each of them is exact.
    """
    moving = {rule.statement.id: days for rule in rules if (days := rule.turning_days(facts, after=on))}
    # Most statements are silent today and stay so: only those that speak or can start to are looked at again.
    awake = tuple(
        rule
        for rule in rules
        if (rule.decision.is_blocking or rule.statement.exception_to)
        and (rule.statement.id in moving or any(truths[rule.statement.id, z] for z in places(rule, zones)))
    )
    turning: dict[date, list[Rule]] = {on: []}
    for rule in awake:
        for day in moving.get(rule.statement.id, ()):
            turning.setdefault(day, []).append(rule)
    blocking = {rule.statement.id for rule in awake if rule.decision.is_blocking}
    stirring = {rule.statement.id for rule in awake}
    then = {place: truth for place, truth in truths.items() if place[0] in stirring}
    clear: dict[str | None, date | None] = dict.fromkeys((None, *zones))
    for day in sorted(turning):
        then.update(_weigh_again(turning[day], rows_on, zones, day=day))
        eased = relaxed(awake, then, zones)
        loud = {
            zone
            for (name, zone), truth in then.items()
            if truth and name in blocking and (name, zone) not in eased
        }
        for zone in _open(loud, zones):
            clear[zone] = clear[zone] or day
        if all(clear.values()):
            break
    return clear


def _weigh_again(
    rules: list[Rule], rows_on: RowsOn, zones: tuple[str, ...], *, day: date
) -> Iterator[tuple[Place, Truth]]:
    """The truths, on another day, of the statements that turn on it."""
    for rule in rules:
        test, rows = rule.on(day).test, rows_on(day)
        for zone in places(rule, zones):
            yield (rule.statement.id, zone), test(rows[zone])


def _open(blocked: set[str | None], zones: tuple[str, ...]) -> tuple[str | None, ...]:
    """Where nothing blocks: in a zone, and for the whole client when a zone is left."""
    if None in blocked:
        return ()
    left = tuple(zone for zone in zones if zone not in blocked)
    return (None, *left) if left or not zones else ()
