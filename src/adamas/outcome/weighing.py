"""Readings of a course weighed against their errors: a trend for every judged number, and a word."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from statistics import fmean
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.reading import Reading
from adamas.message import Message, message
from adamas.outcome.calibration import Calibration
from adamas.outcome.change import DOUBT, believed, level_of
from adamas.outcome.compare import LEVEL, WHOLE
from adamas.outcome.control import holm
from adamas.outcome.quantity import (
    ABOUT,
    FEWEST,
    Scale,
    about,
    floor_of,
    lesion_of,
    off_scale,
    on_scale,
    said,
)
from adamas.outcome.repeatability import error_of_change
from adamas.outcome.series import FEWEST as FEWEST_SITTINGS
from adamas.outcome.series import Point, Trend, trend
from adamas.outcome.word import TOO_EARLY_DAYS, Word


class Line(Struct, frozen=True, kw_only=True):
    """The course of one judged number of the whole.

    points: each sitting it could be measured in, on `scale` with this floor. shots: photographs of each.
    trend: None where `why` says why. word: of the change from the first sitting to the last.
    """

    measure: str
    quantity: str
    unit: str
    version: int
    scale: Scale
    floor: float
    points: tuple[Point, ...]
    shots: tuple[int, ...]
    trend: Trend | None = None
    word: Word = Word.NOT_COMPARABLE
    why: Message | None = None

    def plain(self, value: float) -> float:
        """A value of `points` or of `trend` in `unit`."""
        return off_scale(value, self.scale, floor=self.floor)

    def said(self, by: float) -> float | None:
        """A change on the scale from the first sitting on, as of `quantity.said`; None without a trend."""
        if self.trend is None:
            return None
        before = self.plain(self.trend.level[0])
        return said(by, self.scale, floor=self.floor, before=before)


def weigh(
    readings: Sequence[tuple[date, tuple[Reading, ...]]],
    calibration: Calibration,
    *,
    spoilt: Mapping[int, Collection[str]] = MappingProxyType({}),
    doubtful: Collection[int] = (),
) -> tuple[Line, ...]:
    """The trend of every judged number, from the readings of each photograph in the order of their days.

    Improvement and worsening from the first day to the last are tested one-sided, each over all numbers after
    Holm, and count only where the 95 % interval of the change does not hold nought.
    spoilt: place of a photograph that was lit otherwise -> the measures of it that do not count. doubtful:
    places of those that differ nearly too much; what was read on such a day errs `DOUBT` times as much.
    """
    unsure = frozenset(readings[place][0] for place in doubtful)
    lines = []
    for measure, quantity in (key for key, known in ABOUT.items() if known.is_headline):
        by_day: dict[date, list[Reading]] = {}
        every: list[Reading] = []
        for place, (on, found) in enumerate(readings):
            own = [
                one for one in found if (one.measure, one.quantity, one.zone) == (measure, quantity, WHOLE)
            ]
            every += own
            if own and measure not in spoilt.get(place, ()):
                by_day.setdefault(on, []).extend(own)
        if every:
            lines.append(_line(tuple(every), by_day, calibration, unsure))
    return _worded(lines)


def _line(
    every: tuple[Reading, ...],
    by_day: Mapping[date, Sequence[Reading]],
    calibration: Calibration,
    unsure: Collection[date],
) -> Line:
    """One number. every: its readings; by_day: those that may be compared; unsure: days in doubt."""
    first = every[0]
    floor, scale = floor_of(every), about(first).scale
    values = {
        on: [on_scale(one.value, scale, floor=floor) for one in found if one.value is not None]
        for on, found in by_day.items()
    }
    values = {on: found for on, found in values.items() if found}
    known = calibration.of(first)
    sides = tuple(values.values())
    own = None
    if known is not None and sides:
        own = believed(known.at(level_of(sides, scale, floor), floor=floor), sides)
    line = Line(
        measure=first.measure,
        quantity=first.quantity,
        unit=first.unit,
        version=first.version,
        scale=scale,
        floor=floor,
        points=tuple(
            Point(on, fmean(found), 0.0 if own is None else own.sem(len(found)) * _doubt(on, unsure))
            for on, found in values.items()
        ),
        shots=tuple(len(found) for found in values.values()),
    )
    why = _why_not(line, every, is_lit=len(by_day) >= FEWEST_SITTINGS)
    if why is not None or own is None:
        return replace(line, why=why or message("outcome-why-error-unknown"))
    df = error_of_change(own, before=line.shots[0], after=line.shots[-1]).df
    return replace(line, trend=trend(line.points, scale=scale, df=df))


def _doubt(on: date, unsure: Collection[date]) -> float:
    return DOUBT if on in unsure else 1.0


def _why_not(line: Line, readings: tuple[Reading, ...], *, is_lit: bool) -> Message | None:
    if len({one.version for one in readings}) > 1:
        return message("outcome-why-versions")
    own = next((one.why_not for one in readings if one.why_not), "")
    if len(line.points) < FEWEST_SITTINGS and (own or is_lit):
        return message(own or "outcome-why-unmeasured")
    if not is_lit:
        return message("outcome-why-light")
    most = max(line.plain(point.value) for point in line.points)
    return message("outcome-why-few") if most < FEWEST * lesion_of(readings) else None


def _worded(lines: Sequence[Line]) -> tuple[Line, ...]:
    judged = [line for line in lines if line.trend is not None]
    better, worse = _found(judged, is_better=True), _found(judged, is_better=False)
    return tuple(
        line if line.trend is None else replace(line, word=_word(line, better, worse)) for line in lines
    )


def _found(judged: Sequence[Line], *, is_better: bool) -> set[str]:
    p_values = []
    for line in judged:
        is_less = (ABOUT[line.measure, line.quantity].better == "less") == is_better
        p_values.append(_p(line.trend, is_less=is_less))
    adjusted = holm(p_values)
    return {
        line.measure
        for line, p in zip(judged, adjusted, strict=True)
        if p <= LEVEL and line.trend is not None and line.trend.is_real
    }


def _p(found: Trend | None, *, is_less: bool) -> float:
    if found is None:
        return 1.0
    return found.p_less if is_less else found.p_more


def _word(line: Line, better: set[str], worse: set[str]) -> Word:
    # Of the days this number was seen on: the last ones may have been lit otherwise.
    if (line.points[-1].on - line.points[0].on).days < TOO_EARLY_DAYS:
        return Word.TOO_EARLY
    if line.measure in better:
        return Word.IMPROVED
    return Word.WORSE if line.measure in worse else Word.NO_CHANGE
