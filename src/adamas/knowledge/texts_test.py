"""Every text a person may read has one id, and no two share one."""

from collections import Counter

import msgspec

from adamas.knowledge.library import compile_library, default_root
from adamas.knowledge.question import Question
from adamas.knowledge.sections import SECTIONS
from adamas.knowledge.testimony import Conflict
from adamas.knowledge.texts import KINDS, entry_texts, text_id, texts, title_of
from tests.support.small_library import small_library

ROSACEA = Question(
    id="rosacea",
    title="Rosacea",
    kind="choice",
    group="skin",
    ask="Is there rosacea?",
    choices={"none": "no", "active": "yes"},
)


def test_a_question_has_a_title_a_wording_and_its_choices() -> None:
    assert dict(entry_texts("question", "rosacea", ROSACEA)) == {
        "question-rosacea--title": "Rosacea",
        "question-rosacea--ask": "Is there rosacea?",
        "question-rosacea--choice-none": "no",
        "question-rosacea--choice-active": "yes",
    }


def test_an_empty_text_needs_no_translation() -> None:
    assert not [name for name, said in texts(small_library()) if not said]


def test_the_reason_of_a_conflict_is_a_text() -> None:
    conflict = msgspec.convert(
        {
            "id": "age",
            "between": ["a", "b"],
            "kind": "contradiction",
            "method": "strictest-safe",
            "because": "Waiting costs nothing.",
            "settled_by": ["c"],
        },
        Conflict,
    )
    assert list(entry_texts("conflict", "age", conflict)) == [
        ("conflict-age--because", "Waiting costs nothing.")
    ]


def test_an_underscore_of_a_field_is_a_dash_of_an_id() -> None:
    assert text_id("zone", "cheek", "stay_off") == "zone-cheek--stay-off"


def test_no_two_texts_of_the_house_share_an_id() -> None:
    counted = Counter(name for name, _ in texts(compile_library(default_root())))
    assert [name for name, count in counted.items() if count > 1] == []


def test_every_section_that_people_read_has_a_kind() -> None:
    assert set(KINDS) <= set(SECTIONS)
    assert set(SECTIONS) - set(KINDS) <= {"sources"}


def test_a_title_inside_an_error_is_found_by_its_id() -> None:
    said = title_of(ROSACEA)
    assert said == "Rosacea"
    assert said.id == "question-rosacea--title"
