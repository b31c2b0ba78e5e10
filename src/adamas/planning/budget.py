"""One budget of exfoliation: visits, a home device and creams all take from the same horny layer.

Every act keeps its rest before and after a visit, and its distance from any other act at home.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from msgspec import Struct

from adamas.intake.facts import Diary
from adamas.knowledge.truth import Row

OLD_YEARS = 75
"""From this age the barrier takes a week and longer to close again (Ghadially 1995)."""


class Rest(Struct, frozen=True, kw_only=True):
    """The days an act at home keeps free.

    every_days: at least so many between two of its kind. apart_days: from acts of another kind at home.
    before_visit, after_visit: from a visit of the course. before_sun, after_sun: from a stay under strong sun.
    """

    every_days: int
    apart_days: int
    before_visit: int
    after_visit: int
    before_sun: int = 0
    after_sun: int = 0


def is_delicate(row: Row) -> bool:
    """True for thin, dry, sensitive or old skin, and for skin of which nobody said that it is robust."""
    age = row.get("age")
    is_old = isinstance(age, float) and age >= OLD_YEARS
    is_robust = row.get("sensitive-skin") is False and row.get("thin-skin") is False and "skin-dryness" in row
    return is_old or not is_robust or row.get("skin-dryness") == "dry"


def place(
    rest: Rest,
    *,
    first: date,
    uses: int,
    within_days: int,
    visits: Iterable[date] = (),
    taken: Iterable[date] = (),
    diary: Diary | None = None,
    is_open: Callable[[date], bool] = lambda day: True,
) -> tuple[date, ...]:
    """The earliest days for a number of uses, from `first` on and not later than `within_days` after it.

    visits: days of the salon course, past and planned. taken: days of other exfoliation at home. is_open: whether
    screening leaves a day open. Fewer days, or none, when they do not fit.
    """
    visits, taken = tuple(visits), tuple(taken)
    found: list[date] = []
    day = first
    for _ in range(within_days + 1):
        if len(found) == uses or day == date.max:
            break
        if fits(day, rest, visits=visits, taken=taken, diary=diary) and is_open(day):
            found.append(day)
            day = _later(day, rest.every_days)
        else:
            day = _later(day, 1)
        if day > _later(first, within_days):
            break
    return tuple(found)


def fits(
    day: date,
    rest: Rest,
    *,
    visits: Iterable[date] = (),
    taken: Iterable[date] = (),
    diary: Diary | None = None,
) -> bool:
    """True when an act on this day violates no rest."""
    is_near_visit = any(-rest.after_visit < (visit - day).days < rest.before_visit for visit in visits)
    is_near_other = any(abs((other - day).days) < rest.apart_days for other in taken)
    stays = diary.sun if diary is not None else ()
    is_near_sun = any(
        (stay.first - day).days < rest.before_sun and (day - stay.last).days < rest.after_sun
        for stay in stays
    )
    return not (is_near_visit or is_near_other or is_near_sun)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
