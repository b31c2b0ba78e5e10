from datetime import date
from random import Random

import polars as pl

from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.screening.columns import bits_of, columns_of
from adamas.screening.open_questions import questions_in
from adamas.screening.outcome import Count, verdicts_of
from adamas.screening.population import screen_all
from adamas.screening.screen import screen
from tests.support.random_clients import Crowd
from tests.support.small_library import ABSENT, small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)


def verdicts(people: list[Facts]) -> tuple[pl.DataFrame, tuple[Count, ...]]:
    frame = columns_of(people, LIBRARY, on=DAY)
    screened = screen_all(frame, LIBRARY, on=DAY)
    questions = questions_in(screened, frame, LIBRARY, on=DAY)
    return verdicts_of(screened, frame, questions, LIBRARY, bits_of(LIBRARY))


def test_a_row_says_what_one_screening_says() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(4))
    people = [crowd.facts() for _ in range(300)]
    rows, _ = verdicts(people)
    for facts, row in zip(people, rows.iter_rows(named=True), strict=True):
        verdict = screen(facts, LIBRARY, on=DAY)
        fired = {finding.statement for finding in verdict.findings if finding.has_fired}
        assert row["decision"] == verdict.decision.word
        assert {zone: word for zone, word in row["zones"].items() if word} == {
            zone: one.decision.word for zone, one in verdict.zones.items()
        }
        assert set(row["fired"]) == fired
        assert set(row["to_ask"]) == set(verdict.to_ask)


def test_the_counts_are_those_of_the_rows() -> None:
    crowd = Crowd(LIBRARY, on=DAY, random=Random(4))
    rows, counts = verdicts([crowd.facts() for _ in range(200)])
    for count in counts:
        fired = sum(count.statement in names for names in rows["fired"].to_list())
        unknown = sum(count.statement in names for names in rows["unknown"].to_list())
        assert (count.fired, count.unknown, count.silent) == (fired, unknown, 200 - fired - unknown)


def test_a_statement_that_fires_anywhere_is_not_unknown() -> None:
    answers = {"sunburn-last": {"is": DAY.isoformat(), "zones": ["chin"]}}
    rows, _ = verdicts([read(answers, LIBRARY, on=DAY, zones=("chin", "nose"))])
    assert "sunburn" in rows["fired"][0]
    assert "sunburn" not in rows["unknown"][0]


def test_somebody_with_nothing_left_open_has_empty_lists() -> None:
    rows, _ = verdicts([read(ABSENT, LIBRARY, on=DAY)] * 2)
    assert rows.select("fired", "unknown", "to_ask").rows() == [(["clean", "strong-sun"], [], [])] * 2


def test_counts_of_two_parts_add_up() -> None:
    one = Count(statement="a", fired=1, silent=2, unknown=3)
    assert one.plus(one) == Count(statement="a", fired=2, silent=4, unknown=6)
    assert one.plus(None) == one


def test_nobody_gives_no_rows() -> None:
    rows, counts = verdicts([])
    assert rows.height == 0
    assert {count.fired + count.silent + count.unknown for count in counts} == {0}
