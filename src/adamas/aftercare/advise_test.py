from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.aftercare.advice import Advice, Item
from adamas.aftercare.advise import CHECK_IN_DAYS, advise
from adamas.errors import AnswerInvalid
from adamas.intake.facts import Facts
from adamas.intake.read import read
from adamas.knowledge.basis import Basis
from adamas.knowledge.grammar import facts_of
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.message import Message, Value
from adamas.report.words import Words, languages
from adamas.screening.screen import screen

DAY = date(2026, 11, 21)
KINDS = ("aftercare", "effects", "questions", "zones", "claims", "sources")
ENTRIES = {name: read_section(SECTIONS[name], default_root()) for name in KINDS}
LIBRARY = Library.of(ENTRIES, digest="test")
RULES = LIBRARY.section("aftercare")
EFFECTS = LIBRARY.section("effects")

EVERYTHING_EASY = {
    "phototype": "ii",
    "melasma": "absent",
    "dark-marks-history": "absent",
    "sensitive-skin": "absent",
    "thin-skin": "absent",
    "birth-date": "1990-05-05",
}


def facts(**answers: str) -> Facts:
    return read({key.replace("_", "-"): value for key, value in answers.items()}, LIBRARY, on=DAY)


def easy(**answers: str) -> Facts:
    return read(
        {**EVERYTHING_EASY, **{key.replace("_", "-"): value for key, value in answers.items()}},
        LIBRARY,
        on=DAY,
    )


def by_topic(advice: Advice) -> dict[str, Item]:
    return {item.topic: item for item in advice.items}


def until(topic: str, known: Facts) -> date:
    return by_topic(advise(DAY, known, LIBRARY))[topic].until


def test_a_light_skin_keeps_out_of_the_sun_for_a_week() -> None:
    assert until("sun", easy()) == date(2026, 11, 28)


@pytest.mark.parametrize(
    "answer",
    [{"phototype": "iv"}, {"phototype": "vi"}, {"melasma": "present"}, {"dark_marks_history": "present"}],
)
def test_skin_that_darkens_easily_keeps_out_of_the_sun_for_two_weeks(answer: dict[str, str]) -> None:
    assert until("sun", easy(**answer)) == date(2026, 12, 5)


def test_the_phototype_below_the_fourth_is_not_enough_for_two_weeks() -> None:
    assert until("sun", easy(phototype="iii")) == date(2026, 11, 28)


def test_an_unanswered_phototype_keeps_the_longer_rule_and_says_why() -> None:
    item = by_topic(advise(DAY, easy(phototype="unknown"), LIBRARY))["sun"]
    assert item.until == date(2026, 12, 5)
    assert item.unknown == ("phototype",)
    assert item.because.client.id == "aftercare-why-unknown"


def test_a_known_reason_is_named_and_not_the_unanswered_ones() -> None:
    item = by_topic(advise(DAY, facts(melasma="present"), LIBRARY))["sun"]
    assert item.unknown == ()
    assert [title.id for title in item.because.client.values["facts"]] == ["melasma"]  # type: ignore[union-attr]  # a tuple of titles


@pytest.mark.parametrize(("born", "days"), [("1951-11-22", 3), ("1951-11-21", 7), ("1951-11-20", 7)])
def test_acids_rest_for_a_week_from_the_seventy_fifth_birthday_on(born: str, days: int) -> None:
    assert (until("actives", easy(birth_date=born)) - DAY).days == days


def test_make_up_rests_for_a_day_and_not_for_two_weeks() -> None:
    item = by_topic(advise(DAY, easy(), LIBRARY))["make-up"]
    assert (item.until - DAY).days == 1
    assert "aft-makeup-2w" in RULES["make-up"].sets_aside


def test_hands_are_told_of_gloves_and_not_of_make_up() -> None:
    topics = by_topic(advise(DAY, easy(), LIBRARY, zones=("hands",)))
    assert "gloves" in topics
    assert "make-up" not in topics


def test_when_nobody_says_which_zones_were_treated_every_rule_is_given() -> None:
    assert set(by_topic(advise(DAY, easy(), LIBRARY))) == {rule.topic for rule in RULES.values()}


def test_sunscreen_goes_on_for_four_weeks_after_the_last_visit() -> None:
    last = advise(DAY, easy(), LIBRARY, course_ends_on=DAY)
    first = advise(DAY, easy(), LIBRARY, course_ends_on=date(2027, 1, 30))
    assert by_topic(last)["sunscreen"].until == date(2026, 12, 19)
    assert by_topic(first)["sunscreen"].until == date(2027, 2, 27)


def test_an_unknown_end_of_the_course_leaves_the_last_day_of_sunscreen_open() -> None:
    assert by_topic(advise(DAY, easy(), LIBRARY))["sunscreen"].text.id == "aftercare-until-course-open"


def test_a_course_cannot_end_before_the_visit() -> None:
    with pytest.raises(AnswerInvalid, match="before the visit"):
        advise(DAY, easy(), LIBRARY, course_ends_on=date(2026, 11, 20))


def test_a_zone_that_does_not_exist_is_named_with_the_nearest_one() -> None:
    with pytest.raises(AnswerInvalid) as problem:
        advise(DAY, easy(), LIBRARY, zones=("cheeks",))
    assert "cheek" in problem.value.hint


def test_a_prescribed_retinoid_is_left_to_the_prescriber() -> None:
    item = by_topic(advise(DAY, easy(retinoid_cream_last="2026-11-21"), LIBRARY))["retinoid"]
    assert item.kind == "ask"
    assert item.text.values["day"] == date(2026, 11, 29)


def test_a_retinoid_is_spoken_of_to_those_who_use_one_or_did_not_say() -> None:
    assert by_topic(advise(DAY, easy(), LIBRARY))["retinoid"].unknown == ("retinoid-cream-last",)
    assert "retinoid" not in by_topic(advise(DAY, easy(retinoid_cream_last="never"), LIBRARY))


def test_a_verdict_that_asks_for_a_higher_factor_is_heard_and_named() -> None:
    statement = msgspec.convert(
        {
            "id": "burns",
            "title": "Burns",
            "grade": "P",
            "applies_to": ["salon"],
            "when": "melasma",
            "then": "caution",
            "say": "x",
            "tell": "x",
            "in_force": {"from": "2026-01-01", "review_by": "2028-01-01"},
            "hazards": ["H-05"],
            "limit": {"sun_protection_factor_at_least": 60},
        },
        SECTIONS["statements"].load_kind(),
    )
    library = Library.of({**ENTRIES, "statements": {"burns": statement}}, digest="test")
    for answer, factor in (("present", 60), ("absent", 50), ("unknown", 50)):
        known = easy(melasma=answer)
        item = by_topic(advise(DAY, known, library, verdict=screen(known, library, on=DAY)))["sunscreen"]
        assert item.sun_protection_factor == factor
        assert ("burns" in {ground.id for ground in item.because.rests_on}) == (factor == 60)


answers = st.fixed_dictionaries(
    {
        "phototype": st.sampled_from(["i", "ii", "iii", "iv", "v", "vi"]),
        "birth-date": st.dates(date(1920, 1, 1), date(2010, 1, 1)).map(date.isoformat),
        **{
            name: st.sampled_from(["present", "absent"])
            for name in ("melasma", "dark-marks-history", "sensitive-skin", "thin-skin")
        },
    }
)


def days(given_answers: dict[str, str]) -> dict[str, date]:
    advice = advise(DAY, read(given_answers, LIBRARY, on=DAY), LIBRARY)
    return {item.topic: item.until for item in advice.items}


@given(answers, st.sets(st.sampled_from(sorted(EVERYTHING_EASY))))
def test_an_answer_that_is_missing_never_shortens(known: dict[str, str], silent: set[str]) -> None:
    told = days(known)
    less = days({key: value for key, value in known.items() if key not in silent})
    assert told.keys() == less.keys()
    assert all(told[topic] <= less[topic] for topic in told)


@given(answers, st.data())
def test_a_darker_skin_never_shortens(known: dict[str, str], data: st.DataObject) -> None:
    scale = list(LIBRARY.questions["phototype"].choices)
    darker = data.draw(st.sampled_from(scale[scale.index(known["phototype"]) :]))
    lighter, dark = days(known), days({**known, "phototype": darker})
    assert all(lighter[topic] <= dark[topic] for topic in lighter)


def test_a_rule_with_a_condition_is_longer_than_the_one_for_everybody() -> None:
    general = {rule.topic: rule for rule in RULES.values() if not rule.when}
    # A question to the doctor stands alone: it concerns some clients and not the others.
    for rule in (rule for rule in RULES.values() if rule.when and rule.kind != "ask"):
        base = general[rule.topic]
        assert rule.lasts_hours > base.lasts_hours, rule.id
        assert rule.zones == base.zones, rule.id


def test_every_condition_asks_something_that_a_question_fills() -> None:
    asked = {
        fact
        for key, when in LIBRARY.conditions.items()
        if key.startswith("aftercare/")
        for fact in facts_of(when)
    }
    skin = {"phototype", "melasma", "dark-marks-history", "sensitive-skin", "thin-skin"}
    assert asked == {*skin, "age", "retinoid-cream-last"}


def test_no_rule_names_a_zone_that_does_not_exist() -> None:
    assert {zone for rule in RULES.values() for zone in rule.zones} <= set(LIBRARY.section("zones"))


def test_the_check_in_of_the_third_day_asks_whether_redness_is_gone() -> None:
    first, third, seventh = advise(DAY, easy(), LIBRARY).check_ins
    assert tuple(check.day for check in (first, third, seventh)) == CHECK_IN_DAYS
    assert "redness" in first.usual
    assert "redness" in third.overdue
    assert seventh.usual == ()
    assert "dark-patch" in seventh.flags
    assert "dark-patch" not in third.flags


def test_a_rule_holds_on_its_last_day_and_not_on_the_next() -> None:
    advice = advise(DAY, easy(), LIBRARY)
    assert "sun" in {item.topic for item in advice.holding_on(date(2026, 11, 28))}
    assert "sun" not in {item.topic for item in advice.holding_on(date(2026, 11, 29))}


def test_advice_is_written_as_json_with_plain_dates() -> None:
    written = msgspec.json.decode(msgspec.json.encode(advise(DAY, facts(), LIBRARY, zones=("cheek", "neck"))))
    assert written["zones"] == ["cheek", "neck"]
    assert {item["topic"]: item["until"] for item in written["items"]}["sun"] == "2026-12-05"


def test_advice_that_rests_on_a_proposal_does_not_count_as_reviewed() -> None:
    advice = advise(DAY, easy(), LIBRARY)
    assert not advice.is_reviewed
    assert {ground.id for ground in advice.grounds} >= {"sun-week", "redness", "erosion"}
    assert by_topic(advice)["sun"].sources[:2] == ("article-b", "asds-patient-page")


def messages_in(value: object) -> list[Message]:
    found = [value] if isinstance(value, Message) else []
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            found += messages_in(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            found += messages_in(part)
    return found


@pytest.mark.parametrize("lang", languages())
def test_everything_it_says_has_words_without_a_doubled_stop(lang: str) -> None:
    words = Words(lang, LIBRARY)
    for known in (facts(), easy(), easy(melasma="present")):
        for ends in (None, date(2027, 1, 30)):
            for said in messages_in(advise(DAY, known, LIBRARY, course_ends_on=ends)):
                assert ".." not in words.say(said)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("kind", ["aftercare", "effect"])
def test_every_rule_and_effect_has_its_words(lang: str, kind: str) -> None:
    words = Words(lang, LIBRARY)
    entries: dict[str, Basis] = {"aftercare": RULES, "effect": EFFECTS}[kind]
    for name in entries:
        assert all(words.text(kind, name, field) for field in ("title", "say", "tell"))


def test_nothing_here_tells_anyone_to_stop_a_medicine() -> None:
    said: list[Value] = [
        text.lower() for e in (*RULES.values(), *EFFECTS.values()) for text in (e.say, e.tell)
    ]
    assert not [text for text in said if "stop taking" in str(text) or "stop your medic" in str(text)]
