"""The language of conditions: what it reads, and the word it stumbles over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.errors import StatementInvalid
from adamas.knowledge.grammar import (
    Ahead,
    Compare,
    Either,
    Every,
    Expression,
    Not,
    OneOf,
    Present,
    Within,
    atoms,
    facts_of,
    parse,
)

FACTS = st.sampled_from(["pregnancy", "age", "isotretinoin-last", "uv-index"])
COUNTS = st.integers(1, 400)
SPANS = st.sampled_from(["day", "week", "month", "year"])
ATOMS: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Present, FACTS),
    st.builds(OneOf, FACTS, st.lists(st.sampled_from(["iv", "v", "vi"]), min_size=1, unique=True).map(tuple)),
    st.builds(Within, FACTS, COUNTS, SPANS),
    st.builds(Ahead, FACTS, COUNTS, SPANS),
    st.builds(
        Compare,
        FACTS,
        st.sampled_from(["at least", "over", "at most", "under"]),
        COUNTS.map(str),
        st.sampled_from(["years", ""]),
    ),
)
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(lambda parts: Every(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
        st.builds(lambda parts: Either(tuple(parts)), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)


def written(expression: Expression) -> str:
    match expression:
        case Present(fact):
            return fact
        case OneOf(fact, values):
            return f"{fact} is one of {' '.join(values)}"
        case Within(fact, count, unit):
            return f"{fact} within {count} {unit}s"
        case Ahead(fact, count, unit):
            return f"{fact} in next {count} {unit}"
        case Compare(fact, relation, limit, unit):
            return f"{fact} {relation} {limit} {unit}"
        case Not(part):
            return f"not ({written(part)})"
        case Every(parts):
            return " and ".join(f"({written(part)})" for part in parts)
        case Either(parts):
            return " or ".join(f"({written(part)})" for part in parts)


@given(expression=EXPRESSIONS)
def test_what_is_written_down_is_read_back(expression: Expression) -> None:
    assert parse(written(expression)) == expression


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("a or b and c", Either((Present("a"), Every((Present("b"), Present("c")))))),
        ("(a or b) and c", Every((Either((Present("a"), Present("b"))), Present("c")))),
        ("not a and b", Every((Not(Present("a")), Present("b")))),
        ("not not a", Not(Not(Present("a")))),
        ("not (a and b)", Not(Every((Present("a"), Present("b"))))),
        ("a is b", OneOf("a", ("b",))),
        ("a is one of b c or d", Either((OneOf("a", ("b", "c")), Present("d")))),
        ("age under 14 years or b", Either((Compare("age", "under", "14", "years"), Present("b")))),
        ("uv-index over 2.5 UVI".lower(), Compare("uv-index", "over", "2.5", "uvi")),
        ("phototype at least iv and b", Every((Compare("phototype", "at least", "iv", ""), Present("b")))),
        ("x-last within 1 month", Within("x-last", 1, "month")),
        ("x-last\n  within 6 months", Within("x-last", 6, "month")),
    ],
)
def test_or_binds_looser_than_and_and_not_binds_tightest(text: str, expression: Expression) -> None:
    assert parse(text) == expression


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "at the end, a fact should stand here"),
        ("a and", "at the end, a fact should stand here"),
        ("and a", "at 'and' (word 1), a fact should stand here"),
        ("a b", "at 'b' (word 2), the condition should end here"),
        ("(a or b", "at the end, a closing parenthesis should stand here"),
        ("a)", "at ')' (word 2), the condition should end here"),
        ("a is", "at the end, a choice should stand here"),
        ("a is one of", "at the end, a choice should stand here"),
        ("age at least", "at the end, a number or a step of the scale should stand here"),
        ("a within days", "at 'days' (word 3), a whole number above zero should stand here"),
        ("a within 0 days", "at '0' (word 3), a whole number above zero should stand here"),
        ("a within 1.5 years", "at '1.5' (word 3), a whole number above zero should stand here"),
        ("a within 6 moons", "at 'moons' (word 4), days, weeks, months or years should stand here"),
        ("a within 6", "at the end, days, weeks, months or years should stand here"),
        ("Pregnancy", "at 'Pregnancy' (word 1), a fact should stand here"),
    ],
)
def test_the_word_that_cannot_be_read_is_named(text: str, where: str) -> None:
    with pytest.raises(StatementInvalid) as refused:
        parse(text)
    assert where in refused.value.what


@pytest.mark.parametrize(
    ("sign", "words"),
    [(">=", "at least"), (">", "over"), ("<=", "at most"), ("<", "under"), ("==", "is"), ("!=", "not … is")],
)
def test_a_sign_is_answered_with_the_words_for_it(sign: str, words: str) -> None:
    with pytest.raises(StatementInvalid) as refused:
        parse(f"age {sign} 14")
    assert refused.value.hint == f"Write '{words}' instead of the sign."


def test_a_condition_lists_its_facts_once_in_reading_order() -> None:
    expression = parse("b within 6 months and (a or not b) and c is d")
    assert facts_of(expression) == ("b", "a", "c")
    assert len(atoms(expression)) == 4
