"""A whole course in photographs: every sitting laid onto the first, each judged number with its trend."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.errors import PhotoUnusable, told
from adamas.imaging import comparability
from adamas.imaging.colour import Balance
from adamas.imaging.comparability import Comparability
from adamas.imaging.examine import Laid, examine_laid, needs_same_light, readings_of
from adamas.imaging.gate import Inspected
from adamas.imaging.reading import Measured, Reading
from adamas.message import Message, message
from adamas.outcome.calibration import Calibration
from adamas.outcome.change import believed
from adamas.outcome.compare import LEVEL, WHOLE
from adamas.outcome.control import holm
from adamas.outcome.pair import forbids, lay_out
from adamas.outcome.quantity import ABOUT, FEWEST, Scale, about, floor_of, lesion_of, off_scale, on_scale
from adamas.outcome.repeatability import error_of_change
from adamas.outcome.series import FEWEST as FEWEST_SITTINGS
from adamas.outcome.series import Point, Trend, trend
from adamas.outcome.word import TOO_EARLY_DAYS, Word


class Shot(Struct, frozen=True, kw_only=True, eq=False):
    """One photograph of a course. on: its day. pair: how well it compares with the first of the course."""

    on: date
    seen: Inspected
    pair: Comparability | None = None


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


class Followed(Struct, frozen=True, kw_only=True, eq=False):
    """Everything a course in photographs rests on.

    shots: the photographs used, in the order of their days. kept: their places among those given.
    days: from the first sitting to the last. made_from: whose errors, see `Calibration`.
    """

    laid: Laid
    shots: tuple[Shot, ...]
    kept: tuple[int, ...]
    days: int
    made_from: str
    lines: tuple[Line, ...]

    @property
    def balance(self) -> Balance:
        """How colours were corrected: by the same means on every photograph."""
        return self.laid.photos[0].balance

    @property
    def sittings(self) -> tuple[date, ...]:
        """The days on which photographs were taken."""
        return tuple(dict.fromkeys(shot.on for shot in self.shots))

    def of(self, measure: str) -> Line:
        """The judged number of a measure. Raises KeyError when there is none."""
        for line in self.lines:
            if line.measure == measure:
                return line
        raise KeyError(measure)


def follow(
    shots: Sequence[tuple[date, Inspected]],
    calibration: Calibration,
    *,
    untreated: str = "",
    advance: Callable[[], None] = lambda: None,
) -> Followed:
    """The trend of every judged number over a course: photographs of one person and one view with their days.

    A photograph that differs too much from the first is not used; of one that is lit otherwise pores, lines
    and relief are not. Improvement and worsening from the first sitting to the last are tested one-sided,
    each over all numbers after Holm. untreated: as in `compare_photos`. advance: called after each
    photograph. Raises PhotoUnusable when less than three days are left.
    """
    _require_days({on for on, _ in shots})
    given = sorted(range(len(shots)), key=lambda place: shots[place][0])
    laid, pairs = _comparable([shots[place][1] for place in given], untreated)
    kept = tuple(place for place, pair in zip(given, pairs, strict=True) if not (pair and forbids(pair)))
    _require_days({shots[place][0] for place in kept})
    if len(kept) < len(shots):
        laid = lay_out([shots[place][1] for place in kept], untreated=untreated)
    paired = dict(zip(given, pairs, strict=True))
    used = tuple(
        Shot(on=shots[place][0], seen=seen, pair=paired[place])
        for place, seen in zip(kept, laid.photos, strict=True)
    )

    def kept_readings(found: tuple[Measured, ...]) -> tuple[Reading, ...]:
        advance()
        return readings_of(found)

    readings = examine_laid(laid, keep=kept_readings)
    days = (used[-1].on - used[0].on).days
    lines = _lines(used, readings, _same_light(laid, used), calibration)
    return Followed(
        laid=laid,
        shots=used,
        kept=kept,
        days=days,
        made_from=calibration.made_from,
        lines=_worded(lines, days=days),
    )


def _comparable(photos: Sequence[Inspected], untreated: str) -> tuple[Laid, tuple[Comparability | None, ...]]:
    laid = lay_out(photos, untreated=untreated)
    first, *others = laid.photos
    pairs = (
        comparability.compare(first, other, alignment)
        for other, alignment in zip(others, laid.alignments, strict=True)
    )
    return laid, (None, *pairs)


def _same_light(laid: Laid, shots: Sequence[Shot]) -> tuple[bool, ...]:
    """Of which photographs the relief may be compared."""
    dense = (True, *(alignment.is_dense for alignment in laid.alignments))
    return tuple(
        is_dense and not (shot.pair and shot.pair.is_vetoed)
        for is_dense, shot in zip(dense, shots, strict=True)
    )


def _lines(
    shots: Sequence[Shot],
    readings: Sequence[tuple[Reading, ...]],
    same_light: Sequence[bool],
    calibration: Calibration,
) -> tuple[Line, ...]:
    needs_light = needs_same_light()
    lines = []
    for measure, quantity in (key for key, known in ABOUT.items() if known.is_headline):
        by_day: dict[date, list[Reading]] = {}
        for shot, found, is_lit in zip(shots, readings, same_light, strict=True):
            if is_lit or measure not in needs_light:
                by_day.setdefault(shot.on, []).extend(
                    one
                    for one in found
                    if (one.measure, one.quantity, one.zone) == (measure, quantity, WHOLE)
                )
        lines.append(_line(measure, quantity, by_day, calibration, is_lit=len(by_day) >= FEWEST_SITTINGS))
    return tuple(lines)


def _line(
    measure: str,
    quantity: str,
    by_day: Mapping[date, Sequence[Reading]],
    calibration: Calibration,
    *,
    is_lit: bool,
) -> Line:
    every = tuple(one for found in by_day.values() for one in found)
    floor, scale = floor_of(every), about(every[0]).scale
    values = {
        on: np.array([on_scale(one.value, scale, floor=floor) for one in found if one.value is not None])
        for on, found in by_day.items()
    }
    values = {on: found for on, found in values.items() if len(found)}
    known = calibration.of(every[0])
    own = None if known is None else believed(known, tuple(values.values()))
    line = Line(
        measure=measure,
        quantity=quantity,
        unit=every[0].unit,
        version=every[0].version,
        scale=scale,
        floor=floor,
        points=tuple(
            Point(on, float(found.mean()), 0.0 if own is None else own.sem(len(found)))
            for on, found in values.items()
        ),
        shots=tuple(len(found) for found in values.values()),
    )
    why = _why_not(line, every, is_lit=is_lit)
    if why is not None or own is None:
        return replace(line, why=why or message("outcome-why-error-unknown"))
    df = error_of_change(own, before=line.shots[0], after=line.shots[-1]).df
    return replace(line, trend=trend(line.points, scale=scale, df=df))


def _why_not(line: Line, readings: tuple[Reading, ...], *, is_lit: bool) -> Message | None:
    own = next((one.why_not for one in readings if one.why_not), "")
    if len(line.points) < FEWEST_SITTINGS and (own or is_lit):
        return message(own or "outcome-why-unmeasured")
    if not is_lit:
        return message("outcome-why-light")
    most = max(line.plain(point.value) for point in line.points)
    return message("outcome-why-few") if most < FEWEST * lesion_of(readings) else None


def _worded(lines: Sequence[Line], *, days: int) -> tuple[Line, ...]:
    judged = [line for line in lines if line.trend is not None]
    better, worse = _found(judged, is_better=True), _found(judged, is_better=False)
    return tuple(
        line if line.trend is None else replace(line, word=_word(line.measure, better, worse, days))
        for line in lines
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


def _word(measure: str, better: set[str], worse: set[str], days: int) -> Word:
    if days < TOO_EARLY_DAYS:
        return Word.TOO_EARLY
    if measure in better:
        return Word.IMPROVED
    return Word.WORSE if measure in worse else Word.NO_CHANGE


def _require_days(days: set[date]) -> None:
    if len(days) < FEWEST_SITTINGS:
        raise PhotoUnusable(
            told(
                "follow-few",
                "A trend needs three days; here comparable photographs are of {days}.",
                days=len(days),
            ),
            hint=told(
                "follow-few-hint",
                "Take more sittings like the first one, or compare two of them with adamas compare.",
            ),
        )
