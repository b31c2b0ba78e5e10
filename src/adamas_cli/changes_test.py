"""A change is told by what it means for the client: decision, day, zones, limits, questions, what speaks."""

from datetime import date

import pytest
from msgspec.structs import replace

from adamas.answer import Answer
from adamas.knowledge.statement import Decision, Limit
from adamas.report.words import Words
from adamas.screening.verdict import Finding, Verdict
from adamas_cli.changes import change, differs, fired
from tests.support.clients import CLEARED, REFUSED, course, house_library

WORDS = Words("en", house_library())
OLD = course(CLEARED).verdict


def told(new: Verdict) -> tuple[str, tuple[str, ...]]:
    item = change("Vera", OLD, new, WORDS, WORDS)
    return item.text, item.details


def finding(statement: str, decision: Decision, *, zone: str | None = None, by: str = "") -> Finding:
    return Finding(statement, Answer.PRESENT, decision, zone, None, by)


def test_a_verdict_does_not_differ_from_itself() -> None:
    assert not differs(OLD, replace(OLD))


@pytest.mark.parametrize(
    "new",
    [
        replace(OLD, decision=Decision.REFUSE),
        replace(OLD, clear_from=date(2027, 1, 1)),
        replace(OLD, limit=Limit(test_spot=True, vacuum_kpa_at_most=1)),
        replace(OLD, to_ask=("pregnancy",)),
        replace(OLD, findings=(*OLD.findings, finding("pregnancy", Decision.REFUSE))),
        replace(OLD, zones={}),
    ],
    ids=["decision", "day", "limit", "questions", "spoke", "zones"],
)
def test_whatever_changes_for_the_client_is_a_difference(new: Verdict) -> None:
    assert differs(OLD, new)


def test_what_only_sounds_different_is_none() -> None:
    assert not differs(OLD, replace(OLD, knowledge="another"))
    assert not differs(OLD, replace(OLD, findings=tuple(reversed(OLD.findings))))


def test_what_an_exception_relaxed_did_not_speak() -> None:
    verdict = replace(
        OLD,
        findings=(
            finding("tattoo", Decision.REFUSE, zone="cheek"),
            finding("pregnancy", Decision.REFUSE, by="x"),
        ),
    )
    assert fired(verdict) == {"tattoo cheek": "refuse"}


def test_both_decisions_stand_side_by_side_with_what_changed() -> None:
    new = course(REFUSED).verdict
    text, details = told(new)
    assert text.endswith("→ not now")
    said = "\n".join(details)
    assert f"Speaks now: {WORDS.title('statement', 'pregnancy')}" in said
    assert "No longer speaks: " in said
    assert "First possible day: " in said
    assert "→ none" in said


def test_a_zone_that_is_decided_otherwise_is_named() -> None:
    zone = next(iter(OLD.zones))
    zones = {**OLD.zones, zone: replace(OLD.zones[zone], decision=Decision.REFUSE)}
    _, details = told(replace(OLD, zones=zones))
    assert details == (f"{WORDS.title('zone', zone)}: decided differently",)
