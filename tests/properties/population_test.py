"""With the statements of the house: a whole population is told what each of its clients is told."""

from datetime import date, timedelta
from random import Random

import pytest

from adamas.knowledge.library import Library, read_library
from adamas.screening.columns import columns_of
from adamas.screening.population import screen_all
from tests.support.random_clients import Crowd
from tests.support.told import differences


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.mark.parametrize("scope", ["salon", "home-device", "peel-cream"])
@pytest.mark.parametrize("on", [date(2026, 11, 21), date(2027, 2, 28), date(2027, 7, 15)])
def test_a_population_is_told_what_each_client_is_told(library: Library, on: date, scope: str) -> None:
    crowd = Crowd(library, on=on, random=Random(2026))
    assert differences([crowd.facts() for _ in range(250)], library, on=on, scope=scope) == []


def test_clients_of_many_days_are_told_the_same_as_each_on_its_own(library: Library) -> None:
    days = [date(2026, 11, 20) + timedelta(days=3 * n) for n in range(80)]
    people = [Crowd(library, on=day, random=Random(n)).facts() for n, day in enumerate(days)]
    assert differences(people, library, on=days) == []


def test_random_clients_reach_every_side_of_every_statement(library: Library) -> None:
    on = date(2026, 11, 21)
    crowd = Crowd(library, on=on, random=Random(2026))
    frame = columns_of([crowd.facts() for _ in range(4000)], library, on=on)
    screened = screen_all(frame, library, on=on)
    heard: dict[str, set[object]] = {}
    for (name, _), column in screened.column.items():
        heard.setdefault(name, set()).update(screened.truths[column].unique().to_list())
    assert {name: sides for name, sides in heard.items() if len(sides) < 3} == {}
