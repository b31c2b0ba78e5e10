"""What goals, methods, aftercare, effects and alternatives owe each other and their readers."""

from datetime import date, timedelta
from typing import Any

import pytest

from adamas.aftercare.advise import last_day
from adamas.knowledge.basis import Basis
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section

SECTION = {
    name: read_section(section, default_root()) for name, section in SECTIONS.items() if name != "statements"
}
GOALS, MODALITIES, CLAIMS = SECTION["goals"], SECTION["modalities"], SECTION["claims"]
SALON = [(name, entry) for name in ("goals", "aftercare", "effects") for entry in SECTION[name].values()]
REFUSED = {"cellulite", "laxity", "ingrown-hair", "keloid"}


def names(entries: list[tuple[str, Any]]) -> list[str]:
    return [f"{section}/{entry.id}" for section, entry in entries]


def test_exactly_the_goals_without_evidence_are_refused() -> None:
    assert {goal.id for goal in GOALS.values() if goal.effect == "none"} == REFUSED
    assert {goal.id for goal in GOALS.values() if goal.evidence == "none"} == REFUSED


@pytest.mark.parametrize("goal", GOALS.values(), ids=list(GOALS))
def test_a_goal_names_what_exists(goal: Any) -> None:
    assert set(goal.modalities) <= set(MODALITIES)
    assert set(goal.zones) <= set(SECTION["zones"])
    assert set(goal.instead) <= set(SECTION["alternatives"])


@pytest.mark.parametrize("goal", GOALS.values(), ids=list(GOALS))
def test_a_goal_that_is_refused_offers_something_else_and_no_visit(goal: Any) -> None:
    if goal.effect == "none":
        assert not goal.modalities
        assert goal.visits is None
        assert goal.instead
    else:
        assert "diamond" in goal.modalities
        assert goal.visits[0] <= goal.visits[1]
        assert goal.seen_from_visit is None or goal.seen_from_visit <= goal.visits[0]


def test_a_goal_of_a_clinic_lies_in_zones_of_a_clinic() -> None:
    for goal in GOALS.values():
        settings = {SECTION["zones"][zone].setting for zone in goal.zones}
        assert (goal.setting == "medical") == (settings == {"medical"}), goal.id


def test_only_the_diamond_is_planned() -> None:
    assert [m.id for m in MODALITIES.values() if m.use == "planned"] == ["diamond"]


def test_no_compared_method_is_better_for_a_goal_that_is_refused() -> None:
    better = {goal for method in MODALITIES.values() for goal in method.better_for}
    assert better <= set(GOALS) - REFUSED


@pytest.mark.parametrize(("section", "entry"), SALON, ids=names(SALON))
def test_the_deep_surgical_method_never_feeds_an_entry_of_the_salon(section: str, entry: Basis) -> None:
    assert "dermabrasion" not in {CLAIMS[name].scope for name in entry.follows}


@pytest.mark.parametrize(("section", "entry"), SALON, ids=names(SALON))
def test_whoever_leans_on_another_procedure_confesses_it(section: str, entry: Basis) -> None:
    own = {"any", *getattr(entry, "applies_to", ("salon",))}
    borrowed = {CLAIMS[name].scope for name in entry.follows} - own
    assert not borrowed or entry.confesses


@pytest.mark.parametrize("topic", ["indication", "outcome"])
def test_goals_answer_every_promise_of_the_articles(topic: str) -> None:
    answered = {name for _, entry in SALON for name in (*entry.follows, *entry.sets_aside)}
    answered |= set(MODALITIES["diamond"].sets_aside)
    promised = {
        name for name, claim in CLAIMS.items() if claim.topic == topic and claim.source.startswith("article-")
    }
    assert len(promised) > 20
    assert promised <= answered


def test_a_look_on_the_same_day_is_never_followed_as_a_result() -> None:
    followed = {name for goal in GOALS.values() for name in goal.follows}
    assert not followed & {name for name in CLAIMS if name.startswith(("eff-one-", "eff-first-"))}


def test_every_alternative_that_statements_may_offer_is_there() -> None:
    offered = {name for goal in GOALS.values() for name in goal.instead}
    assert offered <= set(SECTION["alternatives"])
    assert {
        "gentle-home-care",
        "sunscreen-first",
        "see-dermatologist",
        "see-physician",
        "wait-and-return",
    } <= set(SECTION["alternatives"])


def test_a_condition_of_an_aftercare_rule_is_checked_when_the_library_is_read() -> None:
    library = Library.of({name: SECTION[name] for name in ("aftercare", "questions")}, digest="test")
    conditional = {f"aftercare/{rule.id}" for rule in SECTION["aftercare"].values() if rule.when}
    assert conditional
    assert conditional <= set(library.conditions)


@pytest.mark.parametrize(
    ("rule", "section", "entry"),
    [
        ("injections", "combinations", "filler"),
        ("injections", "combinations", "botulinum"),
        ("hair-removal", "combinations", "hair-removal"),
    ],
)
def test_aftercare_and_the_entry_of_the_thing_itself_name_the_same_wait(
    rule: str, section: str, entry: str
) -> None:
    assert SECTION["aftercare"][rule].lasts_hours == 24 * SECTION[section][entry].days_after_visit


@pytest.mark.parametrize(
    ("rule", "product"), [("home-peeling", "sharp-scrub"), ("actives", "gommage"), ("actives", "fruit-acids")]
)
def test_a_cream_begins_again_on_the_day_after_the_advice_ends(rule: str, product: str) -> None:
    visit = date(2026, 11, 21)
    until = last_day(visit, SECTION["aftercare"][rule].lasts_hours)
    again = visit + timedelta(days=SECTION["products"][product].days_after_visit)
    assert again == until + timedelta(days=1)
