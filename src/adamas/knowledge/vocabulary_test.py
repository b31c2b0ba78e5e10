"""Conditions may only speak of facts that are asked, in words their question allows."""

import pytest

from adamas.errors import StatementInvalid
from adamas.knowledge.grammar import Ahead, Compare, Expression, OneOf, Present, Within
from adamas.knowledge.question import Question
from adamas.knowledge.vocabulary import understand

STEPS = {"i": "I", "ii": "II", "iii": "III", "iv": "IV"}
QUESTIONS = {
    q.id: q
    for q in (
        Question(id="pregnancy", title="Pregnancy", kind="presence", group="health"),
        Question(id="phototype", title="Phototype", kind="choice", group="skin", choices=STEPS, ordered=True),
        Question(
            id="rosacea", title="Rosacea", kind="choice", group="skin", choices={"none": "", "active": ""}
        ),
        Question(id="age", title="Age", kind="number", group="about-you", unit="years"),
        Question(id="score", title="Score", kind="number", group="skin"),
        Question(id="sunburn-last", title="Sunburn", kind="date", group="sun"),
        Question(id="sun-trip-start", title="Trip", kind="date", group="sun", tense="planned"),
    )
}


def understood(text: str) -> Expression:
    return understand(text, QUESTIONS, where="statement x")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("pregnancy", Present("pregnancy")),
        ("rosacea is active", OneOf("rosacea", ("active",))),
        ("age under 14 years", Compare("age", "under", "14", "years")),
        ("score over 2.5", Compare("score", "over", "2.5", "")),
        ("sunburn-last within 14 days", Within("sunburn-last", 14, "day")),
        ("sun-trip-start in next 14 days", Ahead("sun-trip-start", 14, "day")),
        ("phototype at least iii", OneOf("phototype", ("iii", "iv"))),
        ("phototype over iii", OneOf("phototype", ("iv",))),
        ("phototype at most ii", OneOf("phototype", ("i", "ii"))),
        ("phototype under ii", OneOf("phototype", ("i",))),
    ],
)
def test_a_step_of_a_scale_becomes_the_steps_it_means(text: str, expression: Expression) -> None:
    assert understood(text) == expression


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("pregnansy", "No question fills the fact 'pregnansy'", "Did you mean 'pregnancy'?"),
        ("rosacea is activ", "'activ' is not a choice of 'rosacea'", "Did you mean 'active'?"),
        ("rosacea at least active", "which cannot be asked this way", "rosacea is ..."),
        ("phototype", "which cannot be asked this way", "phototype is ..."),
        ("pregnancy within 6 months", "of kind presence", "pregnancy, not pregnancy"),
        ("age within 6 months", "of kind number", "age at least/over"),
        ("sunburn-last in next 3 days", "of kind date", "sunburn-last within"),
        ("sunburn-last", "of kind date", "sunburn-last within"),
        ("phototype at least vii", "'vii' is not a choice of 'phototype'", ""),
        ("phototype at least iii years", "which cannot be asked this way", ""),
        ("age under 14", "is 'years', not ''", "Write age under 14 years."),
        ("age under 14 months", "is 'years', not 'months'", "Write age under 14 years."),
        ("score over 2 years", "is '', not 'years'", "Write score over 2."),
        ("age under nan years", "'nan' is not a number", "Write age under 12 years."),
        ("age under 1e3 years", "'1e3' is not a number", "Write age under 12 years."),
        ("not (pregnancy and age under 14)", "is 'years'", ""),
    ],
)
def test_what_no_question_allows_is_refused_where_it_stands(text: str, what: str, hint: str) -> None:
    with pytest.raises(StatementInvalid) as refused:
        understood(text)
    assert refused.value.where == "statement x"
    assert what in refused.value.what
    assert hint in refused.value.hint
