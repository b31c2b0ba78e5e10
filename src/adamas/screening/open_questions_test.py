from datetime import date
from typing import Any

import pytest

from adamas.intake.read import read
from adamas.screening.columns import columns_of
from adamas.screening.open_questions import questions_in
from adamas.screening.population import screen_all
from tests.support.small_library import ABSENT, QUESTIONS, small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)


def asked(answers: dict[str, Any], *, zones: tuple[str, ...] = ()) -> list[str]:
    frame = columns_of([read(answers, LIBRARY, on=DAY, zones=zones)], LIBRARY, on=DAY)
    return questions_in(screen_all(frame, LIBRARY, on=DAY), frame, LIBRARY, on=DAY).columns


def without(*names: str) -> dict[str, Any]:
    return {name: answer for name, answer in ABSENT.items() if name not in names}


def test_nobody_is_asked_who_answered_everything() -> None:
    assert asked(ABSENT) == []


@pytest.mark.parametrize("name", ["pregnancy", "isotretinoin", "tattoo", "sunburn-last"])
def test_what_could_make_the_verdict_stricter_is_asked(name: str) -> None:
    assert name in asked(without(name))


def test_nothing_milder_than_what_is_known_is_asked() -> None:
    assert asked({"pregnancy": "present"}) == []


def test_a_follow_up_waits_until_it_is_due() -> None:
    assert "isotretinoin-last" not in asked(without("isotretinoin"))
    assert "isotretinoin-last" in asked({**ABSENT, "isotretinoin": "stopped"})


def test_what_is_worked_out_is_asked_by_its_sources() -> None:
    names = asked(without("birth-date"))
    assert "birth-date" in names
    assert "age" not in names


def test_a_zone_nobody_wishes_for_raises_no_question() -> None:
    answers = {**without("tattoo"), "sunburn-last": {"is": DAY.isoformat(), "zones": ["chin"]}}
    assert "tattoo" in asked(answers, zones=("nose",))
    assert set(asked(answers)) <= set(QUESTIONS)
