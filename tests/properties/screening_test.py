"""What must hold for every client under the real knowledge base, whoever comes."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adamas.answer import Answer
from adamas.knowledge.grammar import Expression, Not, atoms
from adamas.knowledge.statement import Decision, Limit
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from tests.support.random_clients import as_word
from tests.support.risks import CROWD, HEALTHY, LIBRARY, ON, REASSURING, WORSE, client_of, facts_of, one_risk

ONE = timedelta(days=1)

seeds = st.integers(min_value=0, max_value=2**32 - 1)


def is_milder(later: Limit, earlier: Limit) -> bool:
    """True when a bound of the earlier limit was lost or loosened."""
    for name in (
        "vacuum_kpa_at_most",
        "grit_um_at_most",
        "passes_at_most",
        "removed_at_most",
        "abrasion_factor",
    ):
        was, now = getattr(earlier, name), getattr(later, name)
        if was is not None and (now is None or now > was):
            return True
    was, now = earlier.interval_days_at_least, later.interval_days_at_least
    return (was is not None and (now is None or now < was)) or (earlier.test_spot and not later.test_spot)


def has_not(part: Expression) -> bool:
    return isinstance(part, Not) or any(has_not(inner) for inner in getattr(part, "parts", ()))


def test_whatever_is_good_news_is_named_here_with_its_reason() -> None:
    turned = {
        atom.fact
        for s in LIBRARY.statements.values()
        if s.exception_to or has_not(LIBRARY.conditions[f"statement/{s.id}"])
        for atom in atoms(LIBRARY.conditions[f"statement/{s.id}"])
    }
    assert turned - set(REASSURING) <= {"age", "pacemaker"}
    assert all(reason.split()[0] in LIBRARY.statements for reason in REASSURING.values())


def test_every_choice_is_ordered_here_or_has_no_order() -> None:
    choices = {name for name, q in LIBRARY.questions.items() if q.kind == "choice"}
    assert choices - set(WORSE) == {"herpes-cover", "stretch-marks-kind"}
    assert all(set(order) <= set(LIBRARY.questions[name].choices) for name, order in WORSE.items())


@settings(max_examples=300)
@given(seed=seeds, pick=st.randoms(use_true_random=False))
def test_one_more_risk_never_makes_the_verdict_milder(seed: int, pick: Random) -> None:
    answers = client_of(seed)
    way = one_risk(answers, pick)
    if way is None:
        return
    name, worse = way
    before = screen(facts_of(answers), LIBRARY, on=ON)
    after = screen(facts_of({**answers, name: worse}), LIBRARY, on=ON)
    assert after.decision >= before.decision, (name, worse)
    for zone, verdict in before.zones.items():
        assert after.zones[zone].decision >= verdict.decision, (name, worse, zone)


@settings(max_examples=200)
@given(seed=seeds, pick=st.randoms(use_true_random=False))
def test_one_more_risk_never_loosens_a_limit_unless_it_refuses(seed: int, pick: Random) -> None:
    answers = client_of(seed)
    way = one_risk(answers, pick)
    if way is None:
        return
    name, worse = way
    before = screen(facts_of(answers), LIBRARY, on=ON)
    after = screen(facts_of({**answers, name: worse}), LIBRARY, on=ON)
    # Diabetes out of control is refused outright; the limits of the controlled kind have nothing to bound.
    assert after.decision is Decision.REFUSE or not is_milder(after.limit, before.limit), (name, worse)


@settings(max_examples=200)
@given(seed=seeds, pick=st.randoms(use_true_random=False))
def test_forgetting_an_answer_never_clears(seed: int, pick: Random) -> None:
    """Whoever is not cleared with an answer known is not cleared when it is forgotten."""
    answers = client_of(seed)
    asked = [name for name in answers if LIBRARY.questions[name].ask and name not in REASSURING]
    if not asked:
        return
    name = pick.choice(asked)
    known = screen(facts_of(answers), LIBRARY, on=ON)
    forgotten = screen(facts_of({n: a for n, a in answers.items() if n != name}), LIBRARY, on=ON)
    assert known.is_cleared or not forgotten.is_cleared, name


@settings(max_examples=300)
@given(seed=seeds, pick=st.randoms(use_true_random=False))
def test_a_missing_answer_never_turns_a_known_truth(seed: int, pick: Random) -> None:
    answers = client_of(seed)
    # A question that hangs on the forgotten one would count as not due; leave those that others hang on.
    hinges = {
        atom.fact
        for name, question in LIBRARY.questions.items()
        if question.only_if
        for atom in atoms(LIBRARY.conditions[f"question/{name}"])
    }
    free = [name for name in answers if name not in hinges]
    if not free:
        return
    name = pick.choice(free)
    known = screen(facts_of(answers), LIBRARY, on=ON)
    forgotten = screen(facts_of({n: a for n, a in answers.items() if n != name}), LIBRARY, on=ON)
    for after, before in zip(known.findings, forgotten.findings, strict=True):
        assert (after.statement, after.zone) == (before.statement, before.zone)
        assert before.truth in (Answer.UNKNOWN, after.truth), (name, before.statement)


@given(seed=seeds)
def test_a_clear_verdict_has_nothing_left_to_ask(seed: int) -> None:
    verdict = screen(facts_of(client_of(seed)), LIBRARY, on=ON)
    if verdict.is_cleared:
        assert not any(f.decision is Decision.ASK for f in verdict.findings if f.zone is None)


@given(seed=seeds)
def test_nobody_is_asked_what_cannot_change_anything(seed: int) -> None:
    verdict = screen(facts_of(client_of(seed)), LIBRARY, on=ON)
    opened = {used.fact for f in verdict.findings if f.truth is Answer.UNKNOWN for used in f.used}
    derived = {source for fact in opened for source in LIBRARY.questions[fact].derived_from}
    assert set(verdict.to_ask) <= opened | derived
    if verdict.decision is Decision.REFUSE:
        whole = {f.statement for f in verdict.findings if f.zone is None}
        assert not any(f.decision is Decision.ASK for f in verdict.findings if f.statement in whole)


@settings(max_examples=150)
@given(seed=seeds)
def test_the_day_that_clears_is_the_first_open_one(seed: int) -> None:
    facts = facts_of(client_of(seed))
    verdict = screen(facts, LIBRARY, on=ON)
    for place, clear in _waits(verdict):
        if clear is None or clear == ON:
            continue
        assert clear > ON
        assert _blocks(screen(facts, LIBRARY, on=clear - ONE), place)
        assert not _blocks(screen(facts, LIBRARY, on=clear), place)


@settings(max_examples=60)
@given(seed=seeds, share=st.floats(min_value=0.01, max_value=0.99))
def test_no_day_before_the_one_that_clears_is_open(seed: int, share: float) -> None:
    facts = facts_of(client_of(seed))
    clear = screen(facts, LIBRARY, on=ON).clear_from
    if clear is not None and clear > ON:
        between = ON + int((clear - ON).days * share) * ONE
        assert screen(facts, LIBRARY, on=between).decision.is_blocking


@settings(max_examples=60)
@given(seed=seeds, days=st.integers(min_value=1, max_value=400))
def test_who_is_told_that_waiting_does_not_help_is_right(seed: int, days: int) -> None:
    facts = facts_of(client_of(seed))
    verdict = screen(facts, LIBRARY, on=ON)
    later = ON + days * ONE
    # Statements end and begin on days of their own; within the year of this knowledge base none does.
    today = LIBRARY.in_force(ON, scope="salon")
    if verdict.clear_from is None and all(statement.in_force.covers(later) for statement in today):
        assert screen(facts, LIBRARY, on=later).decision.is_blocking


def test_whoever_is_well_is_cleared() -> None:
    verdict = screen(facts_of(dict(HEALTHY)), LIBRARY, on=ON)
    assert verdict.decision is Decision.CLEAR
    assert verdict.to_ask == ()


@pytest.mark.parametrize("name", [name for name, q in LIBRARY.questions.items() if q.ask])
def test_an_unknown_answer_that_could_matter_never_clears(name: str) -> None:
    """With nothing else against her: where an answer would matter, not knowing it does not clear."""
    zone = ("cheek",)
    outcomes = [
        screen(facts_of({**HEALTHY, name: as_word(value)}, zone), LIBRARY, on=ON).decision
        for value in CROWD.values[name]
    ]
    unknown = screen(facts_of({**HEALTHY, name: "unknown"}, zone), LIBRARY, on=ON)
    is_due = LIBRARY.questions[name].only_if == "" or any(o > Decision.CLEAR for o in outcomes)
    if is_due and max(outcomes) > Decision.CLEAR:
        assert unknown.decision is Decision.ASK
        assert name in unknown.to_ask or _asked_through_another(name, unknown.to_ask)


def _cautions() -> list[tuple[str, str]]:
    """Each answer that alone turns a healthy client into one to treat with caution."""
    tried = [(name, as_word(value)) for name in HEALTHY for value in CROWD.values[name][:4]]
    return [
        (name, word)
        for name, word in tried
        if screen(facts_of({**HEALTHY, name: word}), LIBRARY, on=ON).decision is Decision.CAUTION
    ]


def test_one_caution_never_hides_the_open_question_of_another() -> None:
    cautions = _cautions()
    named = {name for name, _ in cautions}
    assert len(named) > 10
    hidden = [
        (known, forgotten)
        for known, word in cautions
        for forgotten in named - {known}
        if screen(facts_of({**HEALTHY, known: word, forgotten: "unknown"}), LIBRARY, on=ON).is_cleared
    ]
    assert hidden == []


def _asked_through_another(name: str, asked: Iterable[str]) -> bool:
    return any(name in LIBRARY.questions[other].derived_from for other in asked)


def _waits(verdict: Verdict) -> list[tuple[str | None, date | None]]:
    return [(None, verdict.clear_from), *((zone, v.clear_from) for zone, v in verdict.zones.items())]


def _blocks(verdict: Verdict, zone: str | None) -> bool:
    return (verdict.decision if zone is None else verdict.zones[zone].decision).is_blocking
