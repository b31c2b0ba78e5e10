"""A verdict says whether a visit may take place, and what decided it, strictest first."""

from datetime import date

import pytest

from adamas.answer import Answer
from adamas.knowledge.statement import Decision, Limit
from adamas.screening.verdict import Finding, Verdict


def verdict(decision: Decision, *findings: Finding) -> Verdict:
    return Verdict(
        decision=decision,
        clear_from=None,
        zones={},
        findings=findings,
        to_ask=(),
        limit=Limit(),
        on=date(2026, 11, 21),
        scope="salon",
        knowledge="d",
    )


def fired(name: str, decision: Decision, *, zone: str | None = None, excepted_by: str = "") -> Finding:
    return Finding(
        statement=name, truth=Answer.PRESENT, decision=decision, zone=zone, excepted_by=excepted_by
    )


@pytest.mark.parametrize("decision", list(Decision))
def test_a_visit_may_take_place_on_clear_and_caution_only(decision: Decision) -> None:
    assert verdict(decision).is_cleared is (decision in {Decision.CLEAR, Decision.CAUTION})


def test_what_spoke_is_listed_strictest_first_and_what_was_silent_is_not() -> None:
    unknown = Finding(statement="asked", truth=Answer.UNKNOWN, decision=Decision.ASK)
    silent = Finding(statement="silent", truth=Answer.ABSENT, decision=Decision.CLEAR)
    idle = Finding(statement="idle", truth=Answer.UNKNOWN, decision=Decision.CLEAR)
    relaxed = fired("relaxed", Decision.CLEAR, excepted_by="doctor")
    found = verdict(
        Decision.REFUSE,
        fired("advice", Decision.CLEAR),
        silent,
        unknown,
        idle,
        relaxed,
        fired("b", Decision.DEFER, zone="nose"),
        fired("b", Decision.DEFER, zone="cheek"),
        fired("a", Decision.REFUSE),
    )
    assert [(f.statement, f.zone) for f in found.spoke] == [
        ("a", None),
        ("b", "cheek"),
        ("b", "nose"),
        ("asked", None),
        ("advice", None),
    ]
    assert not relaxed.has_fired
