"""Weighs every statement in force on a day; the strictest that speaks decides."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.screening.findings import trace
from adamas.screening.limits import tightest
from adamas.screening.questions import to_ask
from adamas.screening.rules import rules_on
from adamas.screening.verdict import Finding, Verdict, ZoneVerdict
from adamas.screening.weighing import Known, certain, clear_days, relaxed, speaking, weigh, with_zones


def screen(facts: Facts, library: Library, *, on: date, scope: str = "salon") -> Verdict:
    """Screen one client for one scope of procedure on a day.

    Zones are those of `facts`, or all the library knows when none is wished for.
    The verdict of the whole is the strictest whole-client finding, and no milder than its mildest zone.
    Raises NoValueOn when nothing is in force on that day.
    """
    rules = rules_on(library, on, scope=scope)
    zones = facts.zones or tuple(library.section("zones"))
    rows_on = cache(lambda day: facts.rows(day, zones))
    rows = rows_on(on)
    truths = weigh(rules, rows, zones)
    excepted = relaxed(rules, truths, zones)
    spoken = speaking(rules, truths, excepted, zones)
    known = certain(spoken, zones)
    findings = trace(rules, truths, excepted, known, facts, zones, rows_on, on=on)
    decided = _decide(findings, zones)
    blocked = any(decision.is_blocking for decision in decided.values())
    clear = (
        clear_days(rules, truths, facts, zones, rows_on, on=on)
        if blocked
        else dict.fromkeys((None, *zones), on)
    )
    common = [rule.statement.limit for rule, zone in spoken if zone is None]
    return Verdict(
        decision=decided[None],
        clear_from=clear[None],
        zones={
            zone: ZoneVerdict(
                decision=decided[zone],
                clear_from=clear[zone],
                limit=tightest([*common, *(r.statement.limit for r, z in spoken if z == zone)]),
            )
            for zone in zones
        },
        findings=findings,
        to_ask=to_ask(findings, known, rules, facts, library, on=on),
        limit=tightest(common),
        on=on,
        scope=scope,
        knowledge=library.digest,
    )


def _decide(findings: Iterable[Finding], zones: tuple[str, ...]) -> Known:
    strictest: Known = dict.fromkeys((None, *zones), Decision.CLEAR)
    for finding in findings:
        if finding.decision > strictest[finding.zone]:
            strictest[finding.zone] = finding.decision
    return with_zones(strictest, zones)
