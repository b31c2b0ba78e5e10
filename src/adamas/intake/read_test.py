"""Answers are read strictly, wholly, or not at all; what no longer keeps is unknown again."""

from datetime import date
from math import isnan
from typing import Any

import pytest

from adamas.answer import Answer
from adamas.errors import AnswerInvalid, InputError, UnitMismatch
from adamas.intake.facts import Facts
from adamas.intake.read import facts_of, read, read_client
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.truth import NEVER, Value

ON = date(2026, 11, 21)
ISOTRETINOIN = {"never": "Never", "stopped": "Stopped", "taking-now": "Taking now"}
QUESTIONS = [
    Question(id="pregnancy", title="Pregnancy", kind="presence", group="health", keeps="visit"),
    Question(
        id="pregnancy-week", title="Week", kind="number", group="health", unit="weeks", only_if="pregnancy"
    ),
    Question(id="due-date", title="Due", kind="date", group="health", tense="planned", only_if="pregnancy"),
    Question(id="open-wound", title="Open wound", kind="presence", group="skin", zoned=True),
    Question(id="isotretinoin", title="Isotretinoin", kind="choice", group="medicines", choices=ISOTRETINOIN),
    Question(
        id="isotretinoin-last",
        title="Isotretinoin stopped",
        kind="date",
        group="medicines",
        only_if="isotretinoin is stopped",
    ),
    Question(
        id="age",
        title="Age",
        kind="number",
        group="about-you",
        unit="years",
        low=0,
        high=120,
        keeps="6 months",
    ),
    Question(id="pustules", title="Pustules", kind="number", group="skin", unit="lesions", low=0),
]
LIBRARY = Library.of(
    {"questions": {q.id: q for q in QUESTIONS}, "zones": {"cheek": {}, "nose": {}}}, digest="d"
)


@pytest.fixture(autouse=True)
def _zones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Zones are only looked up by name here."""
    monkeypatch.setitem(LIBRARY._open, "zones", {"cheek": None, "nose": None})
    monkeypatch.setitem(LIBRARY._open, "goals", {"comedones": None})
    monkeypatch.setitem(LIBRARY._open, "devices", {"device-x": None})


def heard(answers: dict[str, Any], *, on: date = ON, heard_on: date | None = None) -> Facts:
    return read(answers, LIBRARY, on=on, heard_on=heard_on)


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("pregnancy", "present", True),
        ("pregnancy", "Yes", True),
        ("pregnancy", True, True),
        ("pregnancy", "absent", False),
        ("pregnancy", "no", False),
        ("pregnancy", False, False),
        ("pregnancy", "unknown", None),
        ("pregnancy", "not-sure", None),
        ("pregnancy", "", None),
        ("pregnancy", None, None),
        ("pregnancy", "true", True),
        ("pregnancy", {"is": True}, True),
        ("pregnancy", {"is": "present"}, True),
        ("isotretinoin", "taking-now", "taking-now"),
        ("age", "30 years", 30.0),
        ("age", "30", 30.0),
        ("age", 30, 30.0),
        ("age", "1 year", 1.0),
        ("age", "30,5 years", 30.5),
        ("age", "0", 0.0),
        ("age", "120", 120.0),
    ],
)
def test_an_answer_is_read_as_it_was_meant(name: str, raw: object, value: Value | None) -> None:
    assert heard({name: raw})[name].value == value


@pytest.mark.parametrize(
    ("name", "raw", "what", "hint"),
    [
        ("pregnansy", "present", "No question is called 'pregnansy'", "Did you mean 'pregnancy'?"),
        ("pregnancy", "maybe", "'maybe' is not an answer", "present, absent or unknown"),
        ("pregnancy", "12", "'12' is not an answer", "present, absent or unknown"),
        ("pregnancy", ["present"], "this is not an answer", "Write one word"),
        ("pregnancy", {"is": "present", "zone": ["cheek"]}, "Unknown key 'zone'", "Did you mean"),
        ("pregnancy", {"zones": ["cheek"]}, "The key 'is' is missing", ""),
        ("pregnancy", {"is": "present", "zones": ["cheek"]}, "not asked zone by zone", "Leave the zones out"),
        (
            "pregnancy",
            {"is": "present", "on": "2026-11-22"},
            "given on 2026-11-22, after 2026-11-21",
            "future",
        ),
        ("open-wound", {"is": "present", "zones": ["chek"]}, "There is no 'chek' in zones", "'cheek'"),
        ("isotretinoin", "taking", "'taking' is not an answer", "'taking-now'"),
        ("age", "thirty", "is not an answer", "like 12 years"),
        ("age", "nan", "is not an answer", "like 12 years"),
        ("age", "1_0", "is not an answer", "like 12 years"),
        ("age", "121 years", "is not an answer", "Allowed: from 0 to 120 years."),
        ("age", "-1 years", "is not an answer", "Allowed: from 0 to 120 years."),
        ("age", "30 months", "'months' is not the unit", "like 30 years."),
        ("pustules", "-1", "is not an answer", "Allowed: at least 0 lesions."),
        ("isotretinoin-last", "2026-11-22", "is not an answer", "after the day of the answer, 2026-11-21"),
        ("isotretinoin-last", "2026-02-30", "is not an answer", "no such day"),
        ("isotretinoin-last", "21.11.2026", "is not an answer", "Write 2026-11-21"),
        ("isotretinoin-last", "0026-11-21", "is not an answer", "Check the year"),
    ],
)
def test_an_answer_that_is_none_is_refused_where_it_stands(
    name: str, raw: object, what: str, hint: str
) -> None:
    with pytest.raises((AnswerInvalid, UnitMismatch)) as refused:
        heard({"isotretinoin": "stopped", name: raw})
    assert refused.value.where == f"answers ({name})"
    assert what in refused.value.what
    assert hint in refused.value.hint


def test_a_planned_day_may_lie_ahead_and_never_is_a_day_too() -> None:
    facts = heard({"pregnancy": "present", "due-date": "2027-03-01"})
    assert facts["due-date"].value == date(2027, 3, 1)
    assert (
        heard({"isotretinoin": "stopped", "isotretinoin-last": "never"})["isotretinoin-last"].value == NEVER
    )


def test_an_answer_about_a_zone_speaks_of_that_zone_only() -> None:
    facts = heard({"open-wound": {"is": "present", "zones": ["cheek"]}})
    assert facts.row(ON, zone="cheek")["open-wound"] is True
    assert facts.row(ON, zone="nose")["open-wound"] is False


@pytest.mark.parametrize(
    ("name", "raw", "last", "first_gone"),
    [
        ("pregnancy", "absent", date(2026, 5, 21), date(2026, 5, 22)),
        ("age", "30", date(2026, 11, 20), date(2026, 11, 21)),
        ("isotretinoin", "never", date(2036, 1, 1), None),
    ],
)
def test_an_answer_is_unknown_again_once_it_no_longer_keeps(
    name: str, raw: str, last: date, first_gone: date | None
) -> None:
    given_on = date(2026, 5, 21)
    assert heard({name: raw}, on=last, heard_on=given_on)[name].value is not None
    if first_gone is not None:
        gone = heard({name: raw}, on=first_gone, heard_on=given_on)[name]
        assert gone.value is None
        assert "no longer counts" in gone.heard


@pytest.mark.parametrize(
    ("isotretinoin", "answer"),
    [("never", Answer.ABSENT), ("taking-now", Answer.ABSENT), ("stopped", Answer.PRESENT)],
)
def test_an_answer_to_a_question_that_was_not_due_does_not_apply(isotretinoin: str, answer: Answer) -> None:
    facts = heard({"isotretinoin": isotretinoin, "isotretinoin-last": "2026-10-01"})
    assert facts["isotretinoin-last"].answer is answer


def test_a_question_whose_turn_is_unknown_stays_unknown() -> None:
    assert heard({})["isotretinoin-last"].answer is Answer.UNKNOWN
    assert heard({"pregnancy": "unknown"})["pregnancy-week"].answer is Answer.UNKNOWN


def test_a_question_that_is_not_due_satisfies_no_condition() -> None:
    facts = heard({"pregnancy": "absent"})
    week = facts.row(ON)["pregnancy-week"]
    assert isinstance(week, float)
    assert isnan(week)
    assert facts["due-date"].answer is Answer.ABSENT


CLIENT = """client: a
on: 2026-11-20
zones: [cheek]
goals: [comedones]
answers:
  pregnancy: absent
  age: 30 years
"""


def test_a_client_file_becomes_facts_of_the_day_it_was_told() -> None:
    client = read_client(CLIENT, LIBRARY, where="a.yaml")
    facts = facts_of(client, LIBRARY, on=ON, where="a.yaml", text=CLIENT)
    assert facts.zones == ("cheek",)
    assert facts["age"].heard == "intake 2026-11-20"
    assert facts["pregnancy"].value is None


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("zones: [cheek]", "zones: [chek]", "a.yaml:3 (zones)", "no 'chek' in zones"),
        ("goals: [comedones]", "goals: [comedon]", "a.yaml:4 (goals)", "no 'comedon' in goals"),
        ("client: a", "device: device-y", "a.yaml:1 (device)", "no 'device-y' in devices"),
        ("client: a", "scope: salong", "a.yaml:1 (scope)", "'salong' cannot stand here"),
        ("on: 2026-11-20", "on: 2026-11-31", "a.yaml:2 (on)", ""),
        ("zones:", "zone:", "a.yaml:3 (zone)", "Unknown key 'zone'"),
        ("30 years", "thirty", "a.yaml:7 (age)", "'thirty' is not an answer"),
        ("age: 30 years", "pregnancy: present", "a.yaml:7:3", "stands twice"),
    ],
)
def test_a_client_file_with_one_mistake_is_refused_whole(old: str, new: str, where: str, what: str) -> None:
    text = CLIENT.replace(old, new)
    with pytest.raises(InputError) as refused:
        facts_of(read_client(text, LIBRARY, where="a.yaml"), LIBRARY, on=ON, where="a.yaml", text=text)
    assert refused.value.where == where
    assert what in refused.value.what
