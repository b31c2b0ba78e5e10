"""Every small lie about a condition is told, and none of them is the truth."""

import pytest

from adamas.knowledge.grammar import Expression, parse
from adamas.knowledge.question import Question
from adamas.screening.mutants import mutants_of

STAGES = {"never": "Never", "stopped": "Stopped", "now": "Now"}
QUESTIONS = {
    "a": Question(id="a", title="A", kind="presence", group="health"),
    "b": Question(id="b", title="B", kind="presence", group="health"),
    "c": Question(id="c", title="C", kind="choice", group="health", choices=STAGES),
    "n": Question(id="n", title="N", kind="number", group="health", unit="years"),
    "d": Question(id="d", title="D", kind="date", group="health"),
}


def mutants(text: str) -> list[Expression]:
    return [mutant for _, mutant in mutants_of(parse(text), QUESTIONS)]


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("a", ["not a"]),
        ("not a", ["not not a", "a"]),
        ("a and b", ["not (a and b)", "a or b", "b", "not a and b", "a", "a and not b"]),
        ("a or b", ["not (a or b)", "a and b", "b", "not a or b", "a", "a or not b"]),
        (
            "n under 14 years",
            ["not n under 14 years", "n at most 14 years", "n under 13 years", "n under 15 years"],
        ),
        (
            "n over 14 years",
            ["not n over 14 years", "n at least 14 years", "n over 13 years", "n over 15 years"],
        ),
        ("d within 2 days", ["not d within 2 days", "d within 1 day", "d within 3 days"]),
        ("d within 1 month", ["not d within 1 month", "d within 2 months"]),
        ("d in next 2 weeks", ["not d in next 2 weeks", "d in next 1 week", "d in next 3 weeks"]),
        ("c is now", ["not c is now", "c is one of now never", "c is one of now stopped"]),
        (
            "c is one of now stopped",
            ["not c is one of now stopped", "c is stopped", "c is now", "c is one of now stopped never"],
        ),
    ],
)
def test_a_condition_has_exactly_these_lies(text: str, lies: list[str]) -> None:
    assert mutants(text) == [parse(lie) for lie in lies]


def test_lies_reach_into_every_part_and_each_has_its_name() -> None:
    condition = parse("a and (b or not (n at least 14 years and c is now))")
    told = list(mutants_of(condition, QUESTIONS))
    assert condition not in [mutant for _, mutant in told]
    assert parse("a and (b or not (n over 14 years and c is now))") in [mutant for _, mutant in told]
    assert all(name for name, _ in told)
