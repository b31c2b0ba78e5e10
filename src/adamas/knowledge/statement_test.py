"""The scale of decisions, and the days on which a statement is in force."""

from datetime import date
from itertools import pairwise

from adamas.knowledge.statement import Decision, InForce


def test_decisions_run_from_clear_to_refuse() -> None:
    words = [decision.word for decision in sorted(Decision)]
    assert words == ["clear", "caution", "ask", "defer", "refer", "refuse"]
    for mild, strict in pairwise(sorted(Decision)):
        assert (mild < strict, mild <= strict, strict > mild, strict >= mild) == (True, True, True, True)
        assert (strict < mild, strict <= mild, mild > strict, mild >= strict) == (False, False, False, False)
        assert max(mild, strict) is strict


def test_waiting_or_another_hand_is_needed_from_defer_on() -> None:
    assert [decision.word for decision in Decision if decision.is_blocking] == ["defer", "refer", "refuse"]


def test_a_statement_holds_on_its_first_and_last_day_and_not_beyond() -> None:
    limited = InForce(since=date(2026, 11, 1), to=date(2026, 12, 31), review_by=date(2027, 1, 1))
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [limited.covers(day) for day in days] == [False, True, True, False]
    assert InForce(since=date(2026, 11, 1), review_by=date(2027, 1, 1)).covers(date(2030, 1, 1))
