"""Facts that are worked out from others: named, typed and tested, because the grammar cannot say them.

Each has a question file with `derived_from`, so that statements may speak of it and forms may ask for it
directly.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING

from msgspec import Struct

from adamas.intake.sky import published_uv_index
from adamas.knowledge.truth import NEVER, Row, Value
from adamas.units import add_span, years_between

if TYPE_CHECKING:
    from adamas.intake.facts import Diary


class Derived(Struct, frozen=True):
    """How one fact follows from others.

    value: from the row, the diary and the day; None when it stays unknown.
    days: the days on which it may change by the mere passing of time; `limit` is the number it is compared
    with.
    joins: whether an answer given directly is taken together with the diary instead of standing alone.
    """

    value: Callable[[Row, Diary, date], Value | None]
    days: Callable[[Row, Diary, float | None, date], tuple[date, ...]]
    joins: bool = False


def age(row: Row, diary: Diary, on: date) -> Value | None:
    """Completed years, from the day of birth."""
    birth = row.get("birth-date")
    return float(years_between(birth, on)) if isinstance(birth, date) and birth != NEVER else None


def _birthdays(row: Row, diary: Diary, limit: float | None, after: date) -> tuple[date, ...]:
    birth = row.get("birth-date")
    if not isinstance(birth, date) or birth == NEVER or limit is None:
        return ()
    # In common years whoever is born on 29 February turns older on 1 March, a day after the clamped birthday.
    clamped = [add_span(birth, years, "year") for years in (int(limit), int(limit) + 1)]
    return tuple(day if day.day == birth.day else day + timedelta(days=1) for day in clamped)


def sun_trip_start(row: Row, diary: Diary, on: date) -> Value | None:
    """First day of the next stay under strong sun that begins after the day; never when none is planned.

    The diary and the answer are taken together: neither hides a stay that the other tells.
    """
    if not diary.sun:
        return None
    said = row.get("sun-trip-start")
    ahead = [trip.first for trip in diary.sun if trip.first > on]
    if isinstance(said, date) and said > on:
        ahead.append(said)
    return min(ahead, default=NEVER if said is None else said)


def sun_trip_end(row: Row, diary: Diary, on: date) -> Value | None:
    """Last day under strong sun that has been spent so far: today during a stay, its last day after it.

    An answer that lies ahead means that she is away now, unless the stay it ends is yet to begin.
    """
    if not diary.sun:
        return None
    spent = [min(trip.last, on) for trip in diary.sun if trip.first <= on]
    said, begins = row.get("sun-trip-end"), row.get("sun-trip-start")
    if isinstance(said, date) and (said <= on or not (isinstance(begins, date) and begins > on)):
        spent.append(min(said, on))
    return max(spent, default=NEVER)


def _trip_days(row: Row, diary: Diary, limit: float | None, after: date) -> tuple[date, ...]:
    return tuple(day for trip in diary.sun for day in (trip.first, trip.last))


def uv_index(row: Row, diary: Diary, on: date) -> Value | None:
    """The noon ultraviolet index of a clear sky where the client lives, as a forecast would print it."""
    latitude = row.get("latitude")
    return published_uv_index(latitude, on) if isinstance(latitude, float) and not isnan(latitude) else None


def _uv_days(row: Row, diary: Diary, limit: float | None, after: date) -> tuple[date, ...]:
    latitude = row.get("latitude")
    if not isinstance(latitude, float) or isnan(latitude) or limit is None:
        return ()
    return _days_across(latitude, limit, after)


@lru_cache(maxsize=4096)
def _days_across(latitude: float, limit: float, after: date) -> tuple[date, ...]:
    """The days of the coming year on which the index comes to, passes or leaves the limit."""
    days = [after + timedelta(days=n) for n in range(min(_YEAR, (date.max - after).days) + 1)]
    sides = [_side(published_uv_index(latitude, day), limit) for day in days]
    return tuple(day for day, (was, now) in zip(days[1:], pairwise(sides), strict=True) if was != now)


def _side(value: float, limit: float) -> int:
    """Below, at or above: told apart so that every relation to the limit turns on one of the days found."""
    return (value > limit) - (value < limit)


_YEAR = 366

DERIVED: dict[str, Derived] = {
    "age": Derived(age, _birthdays),
    "sun-trip-start": Derived(sun_trip_start, _trip_days, joins=True),
    "sun-trip-end": Derived(sun_trip_end, _trip_days, joins=True),
    "uv-index": Derived(uv_index, _uv_days),
}
