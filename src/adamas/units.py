"""Quantities with their units, and calendar spans.

Pressure is stored in kilopascal below atmosphere ("vacuum"), grit in micrometres, time in days. A number
without a unit is refused where the unit could be doubted: a dial that shows 12 may mean 1.6, 16 or 41 kPa.
Conversion factors: NIST SP 811 (2008), appendix B.8.
"""

import re
from datetime import date, timedelta

from adamas.errors import UnitMismatch, told

KPA_PER = {
    "kpa": 1.0,
    "mbar": 0.1,
    "bar": 100.0,
    "mmhg": 0.133322,
    "cmhg": 1.33322,
    "inhg": 3.386389,
    "psi": 6.894757,
}
UM_PER = {"um": 1.0, "µm": 1.0, "μm": 1.0, "mm": 1000.0}
_SPELLED = {"kpa": "kPa", "mmhg": "mmHg", "cmhg": "cmHg", "inhg": "inHg"}
SPAN_UNITS = ("day", "week", "month", "year")

_QUANTITY = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?)\s*([^\s\d]*)\s*")
_SPAN = re.compile(r"\s*(\d+)\s*(days?|weeks?|months?|years?)\s*")


def _quantity(text: str, *, factors: dict[str, float], example: str) -> float:
    match = _QUANTITY.fullmatch(text)
    if match is None:
        raise UnitMismatch(
            told("quantity-none", "'{text}' is not a number with a unit.", text=text), hint=_like(example)
        )
    number, unit = float(match[1].replace(",", ".")), match[2].lower()
    spelled = tuple(_SPELLED.get(name, name) for name in sorted(factors))
    known = told("unit-hint", "Write the unit of the reading, one of {known}.", known=spelled)
    if not unit:
        raise UnitMismatch(told("unit-missing", "{text} has no unit.", text=text.strip()), hint=known)
    if unit not in factors:
        raise UnitMismatch(
            told("unit-other", "'{unit}' is not a unit of this quantity.", unit=match[2]),
            hint=known,
        )
    return number * factors[unit]


def _like(example: str) -> str:
    return told("quantity-hint", "Write it like {example}.", example=example)


def vacuum_kpa(text: str) -> float:
    """Read a vacuum such as ``20 kPa`` or ``6 inHg``; the result is in kPa below atmosphere.

    Raises UnitMismatch when the unit is missing or is not a unit of pressure.
    """
    return _quantity(text, factors=KPA_PER, example="20 kPa")


def grit_um(text: str) -> float:
    """Read a grain size such as ``100 um``; the result is in micrometres. Raises UnitMismatch."""
    return _quantity(text, factors=UM_PER, example="100 um")


def parse_span(text: str) -> tuple[int, str]:
    """Read a span such as ``6 months`` as (6, "month"). Raises UnitMismatch."""
    match = _SPAN.fullmatch(text)
    if match is None:
        raise UnitMismatch(
            told("span-none", "'{text}' is not a span of time.", text=text),
            hint=told("span-hint", "Write it like 14 days or 6 months."),
        )
    return int(match[1]), match[2].removesuffix("s")


def add_span(day: date, count: int, unit: str) -> date:
    """Add a number of days, weeks, calendar months or years; month ends are clamped.

    31 August plus 6 months is 28 February. Days past year 9999 stop there.
    """
    try:
        if unit == "day":
            return day + timedelta(days=count)
        if unit == "week":
            return day + timedelta(weeks=count)
        months = count if unit == "month" else 12 * count
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return _clamped(year, month + 1, day.day)
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min


def _clamped(year: int, month: int, day: int) -> date:
    if day <= 28:
        return date(year, month, day)
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 28) + timedelta(days=day - 28), following - timedelta(days=1))


def years_between(birth: date, on: date) -> int:
    """Completed years of age; whoever is born on 29 February turns older on 1 March in common years."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
