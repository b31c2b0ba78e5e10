"""Whether what a client file says can be true together: days, stays, the age and the day of birth.

Every check raises InputError with where, what and a hint.
"""

from datetime import date

from adamas import strict
from adamas.errors import AnswerInvalid, InputError, told
from adamas.intake.facts import Diary
from adamas.misread import is_plausible
from adamas.units import years_between


def check_days(on: date | None, diary: Diary, *, where: str, text: str) -> None:
    """Refuse a day that can only be a slip of the year."""
    named = {"on": on} if on else {}
    named |= {f"diary.events[{n}].on": event.on for n, event in enumerate(diary.events)}
    for name, periods in (("away", diary.away), ("sun", diary.sun)):
        named |= {f"diary.{name}[{n}].from": period.first for n, period in enumerate(periods)}
        named |= {f"diary.{name}[{n}].to": period.last for n, period in enumerate(periods)}
    for path, day in named.items():
        if not is_plausible(day):
            raise InputError(
                told("day-none", "'{word}' is not a day.", word=day.isoformat()),
                where=strict.place(where, path, text),
                hint=told("day-year", "Check the year."),
            )


def check_diary(diary: Diary, *, where: str, text: str) -> None:
    """Refuse a stay that ends before it begins, and a weekday that there is none of."""
    for name, periods in (("away", diary.away), ("sun", diary.sun)):
        for number, period in enumerate(periods):
            if period.last < period.first:
                raise InputError(
                    told(
                        "period-swapped",
                        "It ends on {last}, before it begins on {first}.",
                        first=period.first,
                        last=period.last,
                    ),
                    where=strict.place(where, f"diary.{name}[{number}].to", text),
                    hint=told(
                        "period-swapped-hint", "Put the earlier day under 'from', the later under 'to'."
                    ),
                )
    for number, weekday in enumerate(diary.weekdays):
        if weekday not in range(7):
            raise InputError(
                told("weekday-none", "There is no weekday {number}.", number=weekday),
                where=strict.place(where, f"diary.weekdays[{number}]", text),
                hint=told("weekday-none-hint", "Count from 0 (Monday) to 6 (Sunday)."),
            )


def check_age(told_age: float, birth: date, *, on: date, where: str) -> None:
    """Refuse an age that the day of birth contradicts; `on` is the day of the facts."""
    years = years_between(birth, on)
    # An answer keeps for half a year, in which there may have been one birthday.
    if int(told_age) not in (years, years - 1):
        raise AnswerInvalid(
            told("age-contradicts", "By the date of birth the age is another: {years}.", years=years),
            where=where,
            hint=told("age-contradicts-hint", "Leave the age out; it follows from the date of birth."),
        )
