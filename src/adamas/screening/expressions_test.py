from datetime import date
from math import nan

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.knowledge.grammar import Either, Every, Expression, Not, Present, parse
from adamas.knowledge.truth import NEVER, Truth, bind
from adamas.screening.expressions import atom_column, condition_column, is_named, zones_of

DAY = date(2026, 11, 21)
FACTS = ("a", "b", "c")


def truths(condition: Expression, frame: pl.DataFrame, *, on: date = DAY) -> list[Truth]:
    column = condition_column(condition, lambda atom: atom_column(atom, on))
    found: list[Truth] = frame.select(column.alias("truth"))["truth"].to_list()
    return found


def conditions() -> st.SearchStrategy[Expression]:
    leaves: st.SearchStrategy[Expression] = st.sampled_from(FACTS).map(Present)

    def joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return inner.map(Not) | several.map(Every) | several.map(Either)

    return st.recursive(leaves, joined, max_leaves=6)


@given(condition=conditions())
def test_columns_follow_the_same_three_valued_logic_as_closures(condition: Expression) -> None:
    answers: tuple[Truth, ...] = (True, False, None)
    rows = [dict(zip(FACTS, (x, y, z), strict=True)) for x in answers for y in answers for z in answers]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(FACTS, pl.Boolean))
    test = bind(condition, DAY)
    known = [{fact: value for fact, value in row.items() if value is not None} for row in rows]
    assert truths(condition, frame) == [test(row) for row in known]


@pytest.mark.parametrize("relation", ["at least", "over", "at most", "under"])
def test_a_number_that_does_not_apply_never_speaks(relation: str) -> None:
    frame = pl.DataFrame({"n": [nan, None, 4.0, 5.0, 6.0]})
    found = truths(parse(f"n {relation} 5 mm"), frame)
    assert found[:2] == [False, None]
    expected = {
        "at least": [False, True, True],
        "over": [False, False, True],
        "at most": [True, True, False],
        "under": [True, False, False],
    }
    assert found[2:] == expected[relation]


def test_a_span_ends_on_the_same_day_as_for_one_client() -> None:
    days = [NEVER, date(2026, 5, 20), date(2026, 5, 21), date(2026, 5, 22), DAY, date(2026, 11, 22), None]
    condition = parse("d within 6 months")
    test = bind(condition, DAY)
    rows = [{"d": day} if day else {} for day in days]
    assert truths(condition, pl.DataFrame({"d": days})) == [test(row) for row in rows]
    assert truths(condition, pl.DataFrame({"d": days})) == [False, False, False, True, True, False, None]


def test_a_planned_day_counts_from_tomorrow_to_the_last_day_of_its_span() -> None:
    days = [DAY, date(2026, 11, 22), date(2026, 12, 5), date(2026, 12, 6), NEVER, None]
    found = truths(parse("d in next 14 days"), pl.DataFrame({"d": days}))
    assert found == [False, True, True, False, False, None]


def test_no_choice_is_none_of_the_choices() -> None:
    kind = pl.Enum(["dry", "wet", ""])
    frame = pl.DataFrame({"scab": pl.Series(["dry", "wet", "", None], dtype=kind)})
    assert truths(parse("scab is dry"), frame) == [True, False, False, None]
    assert truths(parse("scab is one of dry wet"), frame) == [True, True, False, None]


def test_an_answer_without_zones_speaks_of_all_of_them() -> None:
    frame = pl.DataFrame({zones_of("tattoo"): pl.Series([0, 1, 2, 3], dtype=pl.UInt64)})
    assert frame.select(is_named("tattoo", 2)).to_series().to_list() == [True, False, True, True]
