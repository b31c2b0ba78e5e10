"""What the hazard log promises beside statements: right record, open dispute, plain dates, fresh rules."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from adamas.answer import Answer
from adamas.errors import AnswerInvalid, NoValueOn
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Statement
from adamas.report.text import render
from adamas.report.verdict import compose_verdict
from adamas.report.words import Words, languages
from adamas.screening.screen import screen
from adamas_cli.records import keep, records
from tests.support.scenarios import course, heard, library

ON = date(2026, 11, 21)
DISPUTED = [
    s
    for s in library().statements.values()
    if s.sets_aside and "salon" in s.applies_to and not s.exception_to
]


def facts(on: date = ON, heard_on: date | None = None, **answers: str) -> Facts:
    named = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return read(named, library(), on=on, heard_on=heard_on)


def shown(name: str, lang: str) -> str:
    """The printed verdict of a scenario, on one line."""
    words = Words(lang, library())
    document = compose_verdict(course(name).verdict, words, client=heard(name).client.client)
    return " ".join(render(document).split())


def test_two_clients_of_one_name_on_one_day_keep_two_records(tmp_path: Path) -> None:
    for name in ("pregnant", "rosacea-active"):
        namesake = replace(heard(name), client=replace(heard(name).client, client="Olga"))
        keep(tmp_path, namesake, course(name).verdict, library())
    kept = [record for _, record in records(tmp_path)]
    assert {record.client.client for record in kept} == {"Olga"}
    assert {record.client.answers["birth-date"] for record in kept} == {"1993-04-08", "1978-06-11"}


@pytest.mark.parametrize("lang", languages())
def test_a_printed_verdict_names_the_client_it_is_about(lang: str) -> None:
    assert "Olga" in shown("pregnant", lang).split(".")[0]


@pytest.mark.parametrize("lang", languages())
def test_a_dispute_of_the_sources_is_printed_with_the_reason(lang: str) -> None:
    printed = shown("pregnant", lang)
    words = Words(lang, library())
    reasons = [
        words.aside("statement", "pregnancy", claim) for claim in library().statements["pregnancy"].sets_aside
    ]
    assert reasons
    assert [reason for reason in reasons if reason not in printed] == []


@pytest.mark.parametrize("statement", DISPUTED, ids=lambda statement: statement.id)
def test_no_claim_is_set_aside_in_silence(statement: Statement) -> None:
    words = Words("ru", library())
    claims = library().section("claims")
    for claim in statement.sets_aside:
        assert claim in claims
        assert len(words.aside("statement", statement.id, claim).split()) >= 3


@pytest.mark.parametrize("name", ["holiday-tan", "melasma-phototype-v", "photo-ageing-52"])
def test_what_no_clinician_has_signed_says_so(name: str) -> None:
    assert "not yet clinically reviewed" in shown(name, "en")
    assert "ещё не проверил" in shown(name, "ru") or "не проверено" in shown(name, "ru")


@pytest.mark.parametrize("typed", ["07/03/2026", "03.07.2026", "2026-13-07", "7 March 2026", "2026/03/07"])
def test_a_date_in_any_order_but_ours_is_refused(typed: str) -> None:
    with pytest.raises(AnswerInvalid):
        facts(sunburn_last=typed)


def test_a_past_day_that_has_not_come_yet_is_refused() -> None:
    with pytest.raises(AnswerInvalid):
        facts(sunburn_last="2026-12-07")


def test_a_day_is_printed_with_its_month_in_words() -> None:
    assert Words("en", library()).day(date(2026, 3, 7)).split() == ["7", "March", "2026"]
    assert Words("ru", library()).day(date(2026, 3, 7)).split()[:3] == ["7", "марта", "2026"]


def test_an_answer_for_one_visit_is_unknown_the_next_day() -> None:
    assert facts(acute_infection="absent")["acute-infection"].answer is Answer.ABSENT
    next_day = facts(on=date(2026, 11, 22), heard_on=ON, acute_infection="absent")
    assert next_day["acute-infection"].answer is Answer.UNKNOWN
    assert "acute-infection" in screen(next_day, library(), on=date(2026, 11, 22)).to_ask


def test_a_library_with_nothing_in_force_fails_and_clears_nobody() -> None:
    with pytest.raises(NoValueOn):
        screen(facts(on=date(1990, 1, 1)), library(), on=date(1990, 1, 1))
    with pytest.raises(NoValueOn):
        screen(Facts({}), Library.of({}, digest="empty"), on=ON)


def test_a_verdict_names_the_knowledge_it_rests_on() -> None:
    assert course("pregnant").verdict.knowledge == library().digest


def test_a_blank_form_is_asked_and_never_cleared() -> None:
    verdict = screen(Facts({}), library(), on=ON)
    assert not verdict.is_cleared
    assert len(verdict.to_ask) > 50
