"""The strictest statement that speaks decides, silence never clears, and the first clear day is exact."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.answer import Answer
from adamas.errors import NoValueOn
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.statement import Decision, DecisionWord, InForce, Limit, Statement
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict

ON = date(2026, 11, 21)
ZONES = ("cheek", "nose")


def question(name: str, kind: Any, **more: Any) -> Question:
    return Question(id=name, title=name, kind=kind, group="health", ask="?", zoned=True, **more)


def statement(name: str, when: str, then: Any, **more: Any) -> Statement:
    kept: dict[str, Any] = {
        "title": name,
        "grade": "C",
        "applies_to": ("salon",),
        "say": "",
        "tell": "",
        "hazards": ("H-01",),
        "in_force": InForce(since=date(2026, 11, 1), review_by=date(2027, 11, 1)),
    }
    return Statement(id=name, when=when, then=then, **(kept | more))


QUESTIONS = [
    question("pregnancy", "presence", order=1),
    question("diabetes", "choice", choices={"none": "", "controlled": "", "uncontrolled": ""}, order=2),
    question("open-wound", "presence", order=3),
    question("sunburn-last", "date", order=4),
    question("peel-last", "date", order=5),
    question("dry-skin", "presence", order=6),
    question("doctor-agrees", "presence", order=7),
    Question(id="birth-date", title="Born", kind="date", group="about-you", ask="?", order=8),
    Question(
        id="age",
        title="Age",
        kind="number",
        group="about-you",
        unit="years",
        derived_from=("birth-date",),
    ),
]
STATEMENTS = [
    statement("pregnancy", "pregnancy", "refuse"),
    statement("diabetes", "diabetes is uncontrolled", "refer"),
    statement("doctor", "doctor-agrees and diabetes is uncontrolled", "caution", exception_to="diabetes"),
    statement("wound", "open-wound", "defer", zone="affected"),
    statement("sunburn", "sunburn-last within 14 days", "defer", zone="affected"),
    statement("peel", "peel-last within 1 month", "defer", limit=Limit(vacuum_kpa_at_most=12.0)),
    statement("dry", "dry-skin", "clear", limit=Limit(passes_at_most=2)),
    statement("child", "age under 14 years", "refuse"),
    statement("home", "pregnancy", "refuse", applies_to=("home-device",)),
]


def library(*statements: Statement) -> Library:
    return Library.of(
        {"questions": {q.id: q for q in QUESTIONS}, "statements": {s.id: s for s in statements}}, digest="d"
    )


LIBRARY = library(*STATEMENTS)
HEALTHY: dict[str, Any] = {
    "pregnancy": "absent",
    "diabetes": "none",
    "open-wound": "absent",
    "sunburn-last": "never",
    "peel-last": "never",
    "dry-skin": "absent",
    "doctor-agrees": "absent",
    "birth-date": "1980-01-01",
}


def facts(answers: dict[str, Any], *, on: date = ON) -> Facts:
    zoned = {"cheek": None, "nose": None}
    LIBRARY._open["zones"] = zoned
    return read(answers, LIBRARY, on=on, zones=ZONES)


def verdict(on: date = ON, **answers: Any) -> Verdict:
    told = HEALTHY | {name.replace("_", "-"): answer for name, answer in answers.items()}
    return screen(facts(told, on=ON), LIBRARY, on=on)


def finding(verdict: Verdict, name: str, zone: str | None = None) -> tuple[Answer, Decision]:
    (found,) = (f for f in verdict.findings if (f.statement, f.zone) == (name, zone))
    return found.truth, found.decision


def test_a_client_with_nothing_to_object_to_is_cleared_today() -> None:
    found = verdict()
    assert (found.decision, found.clear_from, found.to_ask) == (Decision.CLEAR, ON, ())
    assert found.is_cleared
    assert found.knowledge == "d"


def test_the_strictest_statement_decides() -> None:
    found = verdict(pregnancy="present", diabetes="uncontrolled", peel_last="2026-11-20")
    assert found.decision is Decision.REFUSE
    assert found.clear_from is None
    assert [f.statement for f in found.spoke][:2] == ["pregnancy", "diabetes"]


def test_a_client_nobody_asked_is_never_cleared() -> None:
    found = screen(facts({}), LIBRARY, on=ON)
    assert found.decision is Decision.ASK
    assert not found.is_cleared
    assert found.clear_from == ON
    assert found.to_ask[0] == "pregnancy"
    # Dryness brings advice only, and age is asked by the day of birth.
    assert set(found.to_ask) == HEALTHY.keys() - {"dry-skin"}


def test_questions_that_cannot_make_it_stricter_are_not_asked() -> None:
    found = screen(facts({"pregnancy": "present"}), LIBRARY, on=ON)
    assert (found.decision, found.to_ask) == (Decision.REFUSE, ())
    referred = screen(facts({"diabetes": "uncontrolled", "doctor-agrees": "absent"}), LIBRARY, on=ON)
    assert set(referred.to_ask) == {"pregnancy", "birth-date"}


def test_advice_is_never_a_reason_to_ask() -> None:
    found = verdict(dry_skin="unknown")
    assert (found.decision, found.to_ask) == (Decision.CLEAR, ())


def test_one_open_zone_keeps_the_whole_open_and_two_closed_ones_close_it() -> None:
    one = verdict(open_wound={"is": "present", "zones": ["cheek"]})
    assert one.decision is Decision.CLEAR
    assert one.zones["cheek"].decision is Decision.DEFER
    assert one.zones["nose"].decision is Decision.CLEAR
    assert (one.zones["cheek"].clear_from, one.zones["nose"].clear_from) == (None, ON)
    both = verdict(open_wound={"is": "present", "zones": ["cheek", "nose"]})
    assert both.decision is Decision.DEFER


@pytest.mark.parametrize(
    ("agrees", "decision"), [("present", "caution"), ("absent", "refer"), ("unknown", "refer")]
)
def test_only_an_exception_that_surely_holds_relaxes(agrees: str, decision: DecisionWord) -> None:
    found = verdict(diabetes="uncontrolled", doctor_agrees=agrees)
    assert found.decision is Decision(decision)
    (relaxed,) = (f for f in found.findings if f.statement == "diabetes")
    assert relaxed.excepted_by == ("doctor" if agrees == "present" else "")


@pytest.mark.parametrize(
    ("ago", "decision"),
    [(0, Decision.DEFER), (13, Decision.DEFER), (14, Decision.CLEAR), (15, Decision.CLEAR)],
)
def test_a_window_is_over_on_its_day_and_not_before(ago: int, decision: Decision) -> None:
    assert verdict(sunburn_last=(ON - timedelta(days=ago)).isoformat()).decision is decision


def test_the_clear_day_is_the_latest_of_the_waits_and_each_says_its_own() -> None:
    found = verdict(sunburn_last="2026-11-20", peel_last="2026-11-10")
    assert found.clear_from == date(2026, 12, 10)
    untils = {(f.statement, f.zone): f.until for f in found.findings if f.has_fired}
    assert untils == {
        ("sunburn", "cheek"): date(2026, 12, 4),
        ("sunburn", "nose"): date(2026, 12, 4),
        ("peel", None): date(2026, 12, 10),
    }


def test_a_child_is_refused_until_the_birthday() -> None:
    found = verdict(birth_date="2012-12-24")
    assert (found.decision, found.clear_from) == (Decision.REFUSE, date(2026, 12, 24))


def test_limits_of_statements_that_fired_are_put_on_the_plan_and_no_others() -> None:
    assert verdict(dry_skin="present").limit == Limit(passes_at_most=2)
    assert verdict(dry_skin="unknown").limit == Limit()
    assert verdict(dry_skin="present", peel_last="2026-11-20").zones["nose"].limit == Limit(
        passes_at_most=2, vacuum_kpa_at_most=12.0
    )


def test_every_statement_of_the_scope_is_in_the_trace_and_no_other() -> None:
    found = verdict()
    assert {f.statement for f in found.findings} == {s.id for s in STATEMENTS} - {"home"}
    assert finding(found, "pregnancy") == (Answer.ABSENT, Decision.CLEAR)
    assert finding(found, "wound", "cheek") == (Answer.ABSENT, Decision.CLEAR)
    home = screen(facts(HEALTHY | {"pregnancy": "present"}), LIBRARY, on=ON, scope="home-device")
    assert {f.statement for f in home.findings} == {"home"}
    assert home.decision is Decision.REFUSE


def test_the_trace_names_every_fact_with_what_was_heard() -> None:
    found = verdict(pregnancy="present")
    (pregnancy,) = (f for f in found.findings if f.statement == "pregnancy")
    (used,) = pregnancy.used
    assert (used.fact, used.answer, used.value, used.heard) == (
        "pregnancy",
        Answer.PRESENT,
        "present",
        "intake 2026-11-21",
    )


def test_a_day_on_which_nothing_is_in_force_fails() -> None:
    with pytest.raises(NoValueOn):
        screen(facts(HEALTHY), LIBRARY, on=date(2026, 10, 31))


PRESENCES = st.sampled_from(["present", "absent", "unknown"])
LASTS = st.sampled_from(["never", "unknown"]) | st.dates(min_value=ON - timedelta(days=40), max_value=ON).map(
    date.isoformat
)
ANSWERS = st.fixed_dictionaries(
    {
        "pregnancy": PRESENCES,
        "diabetes": st.sampled_from(["none", "controlled", "uncontrolled", "unknown"]),
        "open-wound": st.builds(
            lambda word, zones: {"is": word, "zones": zones},
            PRESENCES,
            st.lists(st.sampled_from(ZONES), unique=True),
        ),
        "sunburn-last": st.builds(
            lambda word, zones: {"is": word, "zones": zones},
            LASTS,
            st.lists(st.sampled_from(ZONES), unique=True),
        ),
        "peel-last": LASTS,
        "doctor-agrees": PRESENCES,
        "dry-skin": PRESENCES,
        "birth-date": st.sampled_from(["1980-01-01", "2012-12-24", "unknown"]),
    }
)


@given(answers=ANSWERS, name=st.sampled_from(sorted(HEALTHY)))
def test_forgetting_an_answer_never_clears(answers: dict[str, Any], name: str) -> None:
    told = screen(facts(answers), LIBRARY, on=ON)
    forgotten = screen(facts({k: v for k, v in answers.items() if k != name}), LIBRARY, on=ON)
    if not told.is_cleared:
        assert not forgotten.is_cleared
    for zone in ZONES:
        assert forgotten.zones[zone].decision >= min(told.zones[zone].decision, Decision.ASK)


@given(answers=ANSWERS, name=st.sampled_from(["pregnancy", "open-wound"]))
def test_adding_a_risk_never_makes_a_verdict_milder(answers: dict[str, Any], name: str) -> None:
    before = screen(facts(answers), LIBRARY, on=ON)
    after = screen(facts(answers | {name: "present"}), LIBRARY, on=ON)
    assert after.decision >= before.decision
    for zone in ZONES:
        assert after.zones[zone].decision >= before.zones[zone].decision


@given(answers=ANSWERS)
def test_the_clear_day_is_the_first_on_which_nothing_known_blocks(answers: dict[str, Any]) -> None:
    told = facts(answers)
    found = screen(told, LIBRARY, on=ON)
    days = [ON + timedelta(days=n) for n in range(60)]
    for zone, clear in [(None, found.clear_from), *((z, found.zones[z].clear_from) for z in ZONES)]:
        first = next((day for day in days if not blocks(told, zone, day)), None)
        assert clear == first


def blocks(told: Facts, zone: str | None, day: date) -> bool:
    then = screen(told, LIBRARY, on=day)
    return (then.decision if zone is None else then.zones[zone].decision).is_blocking
