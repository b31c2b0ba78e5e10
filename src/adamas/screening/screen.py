"""Weighs every statement in force on a day; the strictest that speaks decides."""

from collections.abc import Iterable, Mapping
from datetime import date

from adamas.answer import Answer
from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.knowledge.truth import NEVER, Row, Truth
from adamas.screening.limits import tightest
from adamas.screening.questions import to_ask
from adamas.screening.rules import Rule, rules_on
from adamas.screening.verdict import Finding, Used, Verdict, ZoneVerdict

Place = tuple[str, str | None]
"""A statement and the zone it is weighed in; None is the whole client."""


def screen(facts: Facts, library: Library, *, on: date, scope: str = "salon") -> Verdict:
    """Screen one client for one scope of procedure on a day.

    Zones are those of `facts`, or all the library knows when none is wished for.
    The verdict of the whole is the strictest whole-client finding, and no milder than its mildest zone.
    Raises NoValueOn when nothing is in force on that day.
    """
    rules = rules_on(library, on, scope=scope)
    zones = facts.zones or tuple(library.section("zones"))
    rows = _rows(facts, zones, on)
    truths = {
        (rule.statement.id, zone): rule.test(rows[zone]) for rule in rules for zone in _places(rule, zones)
    }
    excepted = _excepted(rules, truths, zones)
    known = _known(rules, truths, excepted, zones)
    findings = tuple(
        _finding(rule, zone, truths, excepted, known, rows, facts, on=on)
        for rule in rules
        for zone in _places(rule, zones)
    )
    whole, by_zone = _decide(findings, zones)
    blocked = whole.is_blocking or any(decision.is_blocking for decision in by_zone.values())
    clear = _clear_from(rules, truths, facts, zones, on=on) if blocked else dict.fromkeys((None, *zones), on)
    limits = {
        zone: [r.statement.limit for r in rules if _speaks(r, zone, truths, excepted)]
        for zone in (None, *zones)
    }
    return Verdict(
        decision=whole,
        clear_from=clear[None],
        zones={
            zone: ZoneVerdict(
                decision=by_zone[zone], clear_from=clear[zone], limit=tightest([*limits[None], *limits[zone]])
            )
            for zone in zones
        },
        findings=findings,
        to_ask=to_ask(findings, known, rules, facts, library, on=on),
        limit=tightest(limits[None]),
        on=on,
        scope=scope,
        knowledge=library.digest,
    )


def _rows(facts: Facts, zones: Iterable[str], on: date) -> dict[str | None, Row]:
    whole = facts.row(on)
    has_zones = any(facts[name].zones for name in facts)
    return {None: whole, **{zone: facts.row(on, zone=zone) if has_zones else whole for zone in zones}}


def _places(rule: Rule, zones: tuple[str, ...]) -> tuple[str | None, ...]:
    return (None,) if rule.statement.zone == "whole" else zones


def _excepted(
    rules: tuple[Rule, ...], truths: Mapping[Place, Truth], zones: tuple[str, ...]
) -> dict[Place, str]:
    """Which statements are relaxed where, by which exception; only one that surely holds relaxes."""
    found: dict[Place, str] = {}
    by_id = {rule.statement.id: rule for rule in rules}
    for rule in rules:
        relaxed = by_id.get(rule.statement.exception_to)
        if relaxed is None:
            continue
        for zone in _places(relaxed, zones):
            own = zone if rule.statement.zone == "affected" else None
            if truths.get((rule.statement.id, own)) is True:
                found[relaxed.statement.id, zone] = rule.statement.id
    return found


def _speaks(
    rule: Rule, zone: str | None, truths: Mapping[Place, Truth], excepted: Mapping[Place, str]
) -> bool:
    place = (rule.statement.id, zone)
    return truths.get(place) is True and place not in excepted


def _known(
    rules: tuple[Rule, ...],
    truths: Mapping[Place, Truth],
    excepted: Mapping[Place, str],
    zones: tuple[str, ...],
) -> dict[str | None, Decision]:
    """The strictest decision that is certain, for the whole client and with it for each zone."""
    loud: dict[str | None, Decision] = dict.fromkeys((None, *zones), Decision.CLEAR)
    for rule in rules:
        for zone in _places(rule, zones):
            if _speaks(rule, zone, truths, excepted):
                loud[zone] = max(loud[zone], rule.decision)
    known = {zone: max(decision, loud[None]) for zone, decision in loud.items()}
    known[None] = max(loud[None], min((known[zone] for zone in zones), default=Decision.CLEAR))
    return known


def _finding(
    rule: Rule,
    zone: str | None,
    truths: Mapping[Place, Truth],
    excepted: Mapping[Place, str],
    known: Mapping[str | None, Decision],
    rows: Mapping[str | None, Row],
    facts: Facts,
    *,
    on: date,
) -> Finding:
    place = (rule.statement.id, zone)
    truth = truths[place]
    decision, until = Decision.CLEAR, None
    if truth is True and place not in excepted:
        decision = rule.decision
        until = _until(rule, zone, facts, on=on) if rule.timed else None
    elif truth is None and place not in excepted and rule.decision > max(known[zone], Decision.CLEAR):
        decision = Decision.ASK
    return Finding(
        statement=rule.statement.id,
        truth=Answer.of(truth),
        decision=decision,
        zone=zone,
        until=until,
        excepted_by=excepted.get(place, ""),
        used=tuple(_used(name, rows[zone], facts) for name in rule.facts),
    )


def _used(name: str, row: Row, facts: Facts) -> Used:
    value = row.get(name)
    fact = facts[name]
    if value is None:
        return Used(name, Answer.UNKNOWN, "", fact.heard)
    is_absent = value is False or value == NEVER or not fact.is_applicable
    return Used(name, Answer.ABSENT if is_absent else Answer.PRESENT, _shown(value), fact.heard)


def _shown(value: object) -> str:
    match value:
        case bool():
            return "present" if value else "absent"
        case date():
            return "never" if value == NEVER else value.isoformat()
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def _until(rule: Rule, zone: str | None, facts: Facts, *, on: date) -> date | None:
    for day in rule.turning_days(facts, after=on):
        if rule.on(day)(facts.row(day, zone=zone)) is not True:
            return day
    return None


def _decide(findings: Iterable[Finding], zones: tuple[str, ...]) -> tuple[Decision, dict[str, Decision]]:
    strictest: dict[str | None, Decision] = dict.fromkeys((None, *zones), Decision.CLEAR)
    for finding in findings:
        strictest[finding.zone] = max(strictest[finding.zone], finding.decision)
    by_zone = {zone: max(strictest[None], strictest[zone]) for zone in zones}
    # Nothing can be treated when even the mildest zone is blocked; one open zone keeps the whole open.
    return max(strictest[None], min(by_zone.values(), default=Decision.CLEAR)), by_zone


def _clear_from(
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
    moving = {rule.statement.id: days for rule in rules if (days := rule.turning_days(facts, after=on))}
    # Most statements are silent today and stay so: only those that speak or can start to are looked at again.
    awake = tuple(
        rule
        for rule in rules
        if (rule.decision.is_blocking or rule.statement.exception_to)
        and (rule.statement.id in moving or any(truths[rule.statement.id, z] for z in _places(rule, zones)))
    )
    days = sorted({on, *(day for rule in awake for day in moving.get(rule.statement.id, ()))})
    clear: dict[str | None, date | None] = dict.fromkeys((None, *zones))
    for day in days:
        then = dict(truths)
        rows = _rows(facts, zones, day) if day != on else {}
        for rule in awake:
            if day != on and rule.statement.id in moving:
                test = rule.on(day)
                then.update({(rule.statement.id, zone): test(rows[zone]) for zone in _places(rule, zones)})
        known = _known(awake, then, _excepted(awake, then, zones), zones)
        for zone, decision in known.items():
            if clear[zone] is None and not decision.is_blocking:
                clear[zone] = day
        if all(clear.values()):
            break
    return clear
