"""The cases of a statement prove it, and lose their proof with any one of them."""

from datetime import date
from pathlib import Path

import pytest

from adamas.errors import StatementInvalid
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.statement import Case, Decision, InForce, Outcome, Statement
from adamas.screening.proof import expected, prove, prove_statement, read_cases

QUESTIONS = (
    Question(id="isotretinoin-last", title="", kind="date", group="medicines"),
    Question(id="age", title="", kind="number", group="about-you", unit="years"),
)


def statement(when: str, then: Outcome = "defer") -> Statement:
    return Statement(
        id="x",
        title="",
        grade="C",
        applies_to=("salon",),
        when=when,
        then=then,
        say="",
        tell="",
        hazards=("H-04",),
        in_force=InForce(since=date(2026, 11, 1), review_by=date(2027, 11, 1)),
    )


def library(one: Statement) -> Library:
    return Library.of({"questions": {q.id: q for q in QUESTIONS}, "statements": {"x": one}}, digest="d")


def problems(one: Statement, *cases: Case) -> list[str]:
    return [problem.what for problem in prove_statement(one, cases, library(one))]


WINDOW = statement("isotretinoin-last within 6 months")
WINDOW_CASES = (
    Case(
        name="the last day of the window",
        facts={"isotretinoin-last": "2026-05-22"},
        expect="defer",
        until=date(2026, 11, 22),
    ),
    Case(name="the first day after it", facts={"isotretinoin-last": "2026-05-21"}, expect="clear"),
    Case(name="nobody asked", expect="ask"),
)
LIMIT = statement("age under 14 years")
LIMIT_CASES = (
    Case(name="below", facts={"age": "13"}, expect="defer"),
    Case(name="at", facts={"age": "14"}, expect="clear"),
    Case(name="above", facts={"age": "15"}, expect="clear"),
    Case(name="nobody asked", expect="ask"),
)


@pytest.mark.parametrize(("one", "cases"), [(WINDOW, WINDOW_CASES), (LIMIT, LIMIT_CASES)])
def test_cases_of_every_side_and_boundary_prove_a_statement(one: Statement, cases: tuple[Case, ...]) -> None:
    assert problems(one, *cases) == []
    for missing in cases:
        assert problems(one, *(case for case in cases if case is not missing)) != []


@pytest.mark.parametrize(
    ("case", "what"),
    [
        (
            Case(name="wrong side", facts={"age": "30"}, expect="defer"),
            "expects defer, the statement decides clear",
        ),
        (
            Case(name="too mild", facts={"age": "13"}, expect="caution"),
            "expects caution, the statement decides defer",
        ),
        (Case(name="cleared in silence", expect="clear"), "expects clear, the statement decides ask"),
        (Case(name="misspelt", facts={"aeg": "13"}, expect="defer"), "aeg"),
        (Case(name="no number", facts={"age": "old"}, expect="defer"), "old"),
    ],
)
def test_a_case_that_is_wrong_is_named(case: Case, what: str) -> None:
    assert any(what in problem for problem in problems(LIMIT, *LIMIT_CASES, case))


@pytest.mark.parametrize("until", [date(2026, 11, 21), date(2026, 11, 23)])
def test_a_window_that_ends_a_day_off_is_named(until: date) -> None:
    off = Case(name="a day off", facts={"isotretinoin-last": "2026-05-22"}, expect="defer", until=until)
    assert any("'a day off'" in problem for problem in problems(WINDOW, *WINDOW_CASES, off))


def test_advice_needs_its_sides_but_no_mutant_can_tell() -> None:
    advice = statement("age over 60 years", "clear")
    cases = [Case(name=f"{age}", facts={"age": f"{age}"}, expect="clear") for age in (59, 60, 61)]
    assert problems(advice, *cases, Case(name="nobody asked", expect="clear")) == []


@pytest.mark.parametrize(
    ("then", "truth", "decision"),
    [
        ("refuse", True, Decision.REFUSE),
        ("refuse", False, Decision.CLEAR),
        ("refuse", None, Decision.ASK),
        ("clear", None, Decision.CLEAR),
    ],
)
def test_unknown_is_asked_unless_only_advice_hangs_on_it(
    then: Outcome, truth: bool | None, decision: Decision
) -> None:
    assert expected(statement("age over 60 years", then), truth) is decision


def test_a_statement_without_cases_is_not_proved() -> None:
    assert prove(library(WINDOW), {}) != ()
    assert prove(library(WINDOW), {"x": WINDOW_CASES}) == ()


def test_cases_lie_beside_their_statement_or_are_missed(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge" / "statements" / "x"
    folder.mkdir(parents=True)
    (folder / "statement.yaml").write_text("", encoding="utf-8")
    with pytest.raises(StatementInvalid) as missed:
        read_cases(tmp_path / "knowledge")
    assert "cases.yaml" in missed.value.where
    (folder / "cases.yaml").write_text("- {name: a, expect: ask}\n", encoding="utf-8")
    assert read_cases(tmp_path / "knowledge") == {"x": (Case(name="a", expect="ask"),)}
