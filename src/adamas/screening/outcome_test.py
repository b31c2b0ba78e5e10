"""Verdicts of a population as rows: also of those whom nobody has anything left to ask."""

from datetime import date
from typing import Any

import pytest

from adamas.intake.read import read
from adamas.screening.columns import bits_of, columns_of
from adamas.screening.open_questions import questions_in
from adamas.screening.outcome import verdicts_of
from adamas.screening.population import screen_all
from tests.support.small_library import small_library

LIBRARY = small_library()
DAY = date(2026, 11, 21)


def rows(*answers: dict[str, Any]) -> list[dict[str, Any]]:
    frame = columns_of([read(one, LIBRARY, on=DAY) for one in answers], LIBRARY, on=DAY)
    screened = screen_all(frame, LIBRARY, on=DAY, scope="salon")
    questions = questions_in(screened, frame, LIBRARY, on=DAY)
    return verdicts_of(screened, frame, questions, LIBRARY, bits_of(LIBRARY))[0].to_dicts()


@pytest.mark.parametrize("clients", [1, 3])
def test_clients_whom_nobody_has_to_ask_anything_get_their_verdicts(clients: int) -> None:
    found = rows(*({"pregnancy": "present"},) * clients)
    assert [(one["decision"], one["to_ask"]) for one in found] == [("refuse", [])] * clients


def test_a_client_who_is_asked_does_not_make_others_be_asked() -> None:
    refused, unasked = rows({"pregnancy": "present"}, {})
    assert refused["to_ask"] == []
    assert "pregnancy" in unasked["to_ask"]
