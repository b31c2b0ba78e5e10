"""One budget of exfoliation: visits, a home device and creams all take from the same horny layer.

Every act keeps its rest before and after a visit, and its distance from any other act at home.
"""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from adamas.intake.facts import Period
from adamas.knowledge.truth import Row

OLD_YEARS = 75
"""From this age the barrier takes a week and longer to close again (Ghadially 1995)."""


class Rest(Struct, frozen=True, kw_only=True):
    """The days an act at home keeps free.

    every_days: at least so many between two of its kind. apart_days: from acts of another kind at home.
    before_visit, after_visit: from a visit. before_sun, after_sun: from a stay under strong sun.
    """

    every_days: int
    apart_days: int = 0
    before_visit: int = 0
    after_visit: int = 0
    before_sun: int = 0
    after_sun: int = 0


class Taken(Struct, frozen=True, kw_only=True):
    """What already takes from the skin: visits past and planned, other exfoliation at home, strong sun."""

    visits: tuple[date, ...] = ()
    at_home: tuple[date, ...] = ()
    sun: tuple[Period, ...] = ()


def is_delicate(row: Row) -> bool:
    """True for thin, dry, sensitive or old skin, and for skin of which nobody said that it is robust."""
    age = row.get("age")
    is_old = isinstance(age, float) and age >= OLD_YEARS
    is_robust = row.get("sensitive-skin") is False and row.get("thin-skin") is False and "skin-dryness" in row
    return is_old or not is_robust or row.get("skin-dryness") == "dry"


def place(
    rest: Rest,
    taken: Taken,
    *,
    first: date,
    uses: int,
    within_days: int,
    is_open: Callable[[date], bool] | None = None,
) -> tuple[date, ...]:
    """The earliest days for a number of uses, from `first` on and not later than `within_days` after it.

    is_open: whether screening leaves a day open. Fewer days, or none, when they do not fit.
    """
    found: list[date] = []
    for ahead in range(min(within_days, (date.max - first).days) + 1):
        day = first + timedelta(days=ahead)
        is_due = not found or (day - found[-1]).days >= rest.every_days
        if is_due and fits(day, rest, taken) and (is_open is None or is_open(day)):
            found.append(day)
        if len(found) == uses:
            break
    return tuple(found)


def fits(day: date, rest: Rest, taken: Taken) -> bool:
    """True when an act on this day violates no rest."""
    is_near_visit = any(-rest.after_visit < (visit - day).days < rest.before_visit for visit in taken.visits)
    is_near_other = any(abs((other - day).days) < rest.apart_days for other in taken.at_home)
    is_near_sun = any(
        (stay.first - day).days < rest.before_sun and (day - stay.last).days < rest.after_sun
        for stay in taken.sun
    )
    return not (is_near_visit or is_near_other or is_near_sun)
