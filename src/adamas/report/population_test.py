import pytest

from adamas.report.document import Table
from adamas.report.population import compose_population, summarised
from adamas.report.text import render
from adamas.report.words import Words
from adamas.screening.outcome import Count
from tests.support.small_library import small_library

LIBRARY = small_library()
COUNTS = {
    "pregnancy": Count(statement="pregnancy", fired=1, silent=2, unknown=3),
    "child": Count(statement="child", fired=4, silent=1, unknown=1),
}
SUMMARY = summarised({"refuse": 5, "ask": 1}, COUNTS, {"2026-11-21", "2026-03-07"}, knowledge="0123456789")


def test_statements_that_fired_most_often_stand_first() -> None:
    assert [count.statement for count in SUMMARY.statements] == ["child", "pregnancy"]


def test_every_decision_is_counted_even_when_nobody_got_it() -> None:
    assert SUMMARY.decisions == {"clear": 0, "caution": 0, "ask": 1, "defer": 0, "refer": 0, "refuse": 5}
    assert SUMMARY.clients == 6


def test_the_days_are_the_first_and_the_last() -> None:
    assert SUMMARY.days == ("2026-03-07", "2026-11-21")
    assert summarised({}, {}, set(), knowledge="x").days == ()


def test_the_tables_hold_counts_and_shares() -> None:
    document = compose_population(SUMMARY, Words("en", LIBRARY))
    decided, spoke = (block for block in document.blocks if isinstance(block, Table))
    assert ("ask", "1", "16.7 %") in decided.rows
    assert spoke.rows == (("x", "4", "1", "1"), ("x", "1", "2", "3"))


@pytest.mark.parametrize(
    ("clients", "lang", "sentence"),
    [
        (1, "en", "1 client was screened."),
        (6, "en", "6 clients were screened."),
        (1, "ru", "Проверен 1 клиент."),
        (3, "ru", "Проверены 3 клиента."),
        (5, "ru", "Проверено 5 клиентов."),
    ],
)
def test_clients_are_counted_as_people_say_it(clients: int, lang: str, sentence: str) -> None:
    summary = summarised({"clear": clients}, {}, set(), knowledge="x")
    assert sentence in render(compose_population(summary, Words(lang, LIBRARY)))


def test_a_population_of_nobody_has_no_share() -> None:
    text = render(compose_population(summarised({}, {}, set(), knowledge="x"), Words("en", LIBRARY)))
    assert "0 clients were screened." in text
    assert "0 %" in text


def test_a_rare_decision_is_not_shown_as_none() -> None:
    rare = compose_population(
        summarised({"clear": 9999, "refuse": 1}, {}, set(), knowledge="x"), Words("en", LIBRARY)
    )
    decided = next(block for block in rare.blocks if isinstance(block, Table))
    assert ("not now", "1", "< 0.1 %") in decided.rows
    assert ("ask", "0", "0 %") in decided.rows
