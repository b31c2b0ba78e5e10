"""The comparison notices every difference, and says so when nobody could be asked."""

import shutil
from collections.abc import Callable
from typing import Any

import pytest

from adamas.interchange.cql import STAYS
from adamas.knowledge.truth import bind
from adamas.screening.screen import screen
from tests.support.small_library import small_library
from tools.differential import __main__ as differential

LIBRARY = small_library()


@pytest.fixture
def opinion() -> differential.Opinion:
    return differential.Opinion(LIBRARY, clients=30, seed=1)


def echo(opinion: differential.Opinion) -> list[dict[str, Any]]:
    """An engine that agrees with everything."""
    answers = []
    for facts, day, scope in opinion.clients:
        tests = {name: bind(condition, day) for name, condition in opinion.conditions.items()}
        verdict = screen(facts, LIBRARY, on=day, scope=scope)
        zones = facts.zones or tuple(LIBRARY.section("zones"))
        answers.append(
            {
                "whole": [tests[name](facts.row(day)) for name in opinion.ids["whole"]],
                "zones": {
                    zone: [tests[name](facts.row(day, zone=zone)) for name in opinion.ids["local"]]
                    for zone in zones
                },
                "decided": {
                    "overall": verdict.decision.word,
                    "zones": {zone: one.decision.word for zone, one in verdict.zones.items()},
                },
            }
        )
    return answers


def test_an_engine_that_agrees_makes_no_difference(opinion: differential.Opinion) -> None:
    assert list(opinion.differences(echo(opinion))) == []
    assert opinion.cells > 30 * len(LIBRARY.statements)


def turn_whole(answer: dict[str, Any]) -> None:
    answer["whole"][0] = None if answer["whole"][0] is not None else False


def turn_zone(answer: dict[str, Any]) -> None:
    zone = next(iter(answer["zones"]))
    answer["zones"][zone][0] = "neither"


def turn_decision(answer: dict[str, Any]) -> None:
    answer["decided"]["overall"] = "milder"


@pytest.mark.parametrize("turn", [turn_whole, turn_zone, turn_decision])
def test_one_cell_of_another_opinion_is_named(
    opinion: differential.Opinion, turn: Callable[[dict[str, Any]], None]
) -> None:
    answers = echo(opinion)
    turn(answers[7])
    (found,) = opinion.differences(answers)
    assert found.startswith("client 7 on ")


def test_what_cql_can_work_out_is_not_told(opinion: differential.Opinion) -> None:
    told = [client["values"] for client in opinion.case()["clients"]]
    days = [STAYS in values for values in told]
    assert all(days)
    assert any("birth-date" in values and "age" not in values for values in told)


def test_silence_about_node_is_broken_loudly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr("sys.argv", ["differential", "--clients", "2"])
    assert differential.main() == 0
    assert "THE SECOND OPINION WAS NOT TAKEN: Node or npm is not installed" in capsys.readouterr().err
