"""What cannot be true together is refused with the way out; what can is let through."""

from datetime import date

import pytest

from adamas.errors import AnswerInvalid, InputError
from adamas.intake.agree import check_age, check_days, check_diary
from adamas.intake.facts import Diary, Event, Period

ON = date(2026, 11, 21)
BIRTH = date(2011, 5, 5)


@pytest.mark.parametrize("age", [14.0, 15.0, 15.9])
def test_an_age_of_the_last_birthdays_agrees(age: float) -> None:
    check_age(age, BIRTH, on=ON, where="age")
    with pytest.raises(AnswerInvalid):
        check_age(age + 2, BIRTH, on=ON, where="age")


@pytest.mark.parametrize("age", [13.0, 16.0, 30.0])
def test_an_age_that_the_birth_contradicts_is_refused(age: float) -> None:
    with pytest.raises(AnswerInvalid) as refused:
        check_age(age, BIRTH, on=ON, where="age")
    assert refused.value.hint


@pytest.mark.parametrize(
    ("diary", "place"),
    [
        (Diary(events=(Event(what="wedding", on=date(9999, 1, 1)),)), "diary.events[0].on"),
        (Diary(sun=(Period(first=ON, last=date(2201, 1, 1)),)), "diary.sun[0].to"),
        (Diary(away=(Period(first=date(1899, 12, 31), last=ON),)), "diary.away[0].from"),
    ],
)
def test_a_slip_of_the_year_is_named_with_its_place(diary: Diary, place: str) -> None:
    with pytest.raises(InputError) as refused:
        check_days(ON, diary, where="file", text="")
    assert place in refused.value.where


def test_a_stay_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError):
        check_diary(Diary(sun=(Period(first=ON, last=date(2026, 11, 20)),)), where="file", text="")
