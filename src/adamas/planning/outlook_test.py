from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adamas.intake.facts import Diary, Facts, Period
from adamas.intake.read import read
from adamas.knowledge.library import Library, compile_library, default_root
from adamas.planning.outlook import Outlook
from adamas.screening.screen import screen
from tests.support.planned import LIBRARY, ON, facts

WHOLE = compile_library(default_root())
UNTIL = ON + timedelta(days=730)
ZONES = ("cheek", "chin")

ahead = st.integers(0, 730).map(lambda n: ON + timedelta(days=n))
back = st.integers(0, 800).map(lambda n: str(ON - timedelta(days=n)))
DATES = tuple(q.id for q in WHOLE.questions.values() if q.kind == "date" and q.tense == "past" and q.ask)


@st.composite
def stays(draw: st.DrawFn) -> Period:
    first = draw(ahead)
    return Period(first=first, last=first + timedelta(days=draw(st.integers(0, 30))))


def same(known: Facts, library: Library, day: date) -> None:
    outlook = Outlook(known, library, on=ON, until=UNTIL, scope="salon")
    seen, screened = outlook.verdict(day), screen(known, library, on=day)
    assert seen.decision == screened.decision
    assert seen.limit == screened.limit
    assert {z: (v.decision, v.limit) for z, v in seen.zones.items()} == {
        z: (v.decision, v.limit) for z, v in screened.zones.items()
    }


@settings(max_examples=100)
@given(back, back, st.lists(stays(), max_size=2), ahead)
def test_a_day_ahead_reads_as_if_it_had_been_screened_itself(
    tablets: str, burn: str, sun: list[Period], day: date
) -> None:
    answers: dict[str, Any] = {"tablets-last": tablets, "burn-last": {"is": burn, "zones": ["cheek"]}}
    same(facts(answers, zones=ZONES, diary=Diary(sun=tuple(sun))), LIBRARY, day)


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(DATES), back, max_size=6),
    st.sampled_from(["1948-02-29", "2012-12-24", "1967-03-01", "1951-06-15"]),
    st.sampled_from(["55.75", "25", "-33.9", "0"]),
    st.sampled_from(["ii", "v"]),
    ahead,
)
def test_the_whole_library_turns_on_no_day_that_the_outlook_overlooks(
    last: dict[str, str], birth: str, latitude: str, phototype: str, day: date
) -> None:
    answers = {
        **last,
        "birth-date": birth,
        "latitude": latitude,
        "phototype": phototype,
        "melasma": "present",
    }
    same(read(answers, WHOLE, on=ON, zones=ZONES), WHOLE, day)


def test_the_past_has_no_outlook() -> None:
    outlook = Outlook(facts(), LIBRARY, on=ON, until=UNTIL, scope="salon")
    with pytest.raises(ValueError, match="before the first day"):
        outlook.verdict(ON - timedelta(days=1))


def test_stretches_follow_each_other_without_gap_or_overlap() -> None:
    outlook = Outlook(facts({"tablets-last": "2026-10-01"}), LIBRARY, on=ON, until=UNTIL, scope="salon")
    stretches = list(outlook.stretches(UNTIL))
    assert stretches[0][0] == ON
    assert stretches[-1][1] == UNTIL
    assert all(earlier[1] + timedelta(days=1) == later[0] for earlier, later in pairwise(stretches))
