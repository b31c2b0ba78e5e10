"""The whole outcome of a pair of sittings: every number weighed, and a word for those that are judged."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from adamas.errors import InputError, told
from adamas.imaging.reading import Reading
from adamas.message import Message
from adamas.outcome.calibration import Calibration
from adamas.outcome.change import Change, change_of
from adamas.outcome.control import holm
from adamas.outcome.quantity import ABOUT
from adamas.outcome.word import TOO_EARLY_DAYS, Word

LEVEL = 0.05
"""At most this share of reports on unchanged skin says *improved* of anything; and of *worse* the same."""
WHOLE = "whole"
Shots = Sequence[tuple[Reading, ...]]
Blocked = Mapping[tuple[str, str], Message]
"""(measure, zone) -> why it must not be compared; ``*`` stands for every measure or every zone."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What a pair of sittings says.

    days: between the sittings. made_from: whose errors it was weighed with, see `Calibration`.
    """

    days: int
    made_from: str
    changes: tuple[Change, ...]

    @property
    def is_immediate(self) -> bool:
        """True on the day itself: redness, oil and smoothness of the hour, not a result."""
        return self.days == 0

    @property
    def headlines(self) -> tuple[Change, ...]:
        """The judged numbers of the whole."""
        return tuple(c for c in self.changes if c.is_headline and c.zone == WHOLE)

    def of(self, measure: str, *, zone: str = WHOLE) -> Change:
        """The judged number of a measure. Raises KeyError when there is none."""
        for change in self.changes:
            if change.is_headline and (change.measure, change.zone) == (measure, zone):
                return change
        raise KeyError((measure, zone))


def compare(
    before: Shots,
    after: Shots,
    calibration: Calibration,
    *,
    days: int,
    blocked: Blocked | None = None,
    doubt: float = 1.0,
) -> Outcome:
    """Weigh two sittings of one person, one or more shots each.

    blocked: what the comparability of the pair does not allow. doubt: as in `change_of`.
    Improvement and worsening are tested one-sided, each over all judged numbers after Holm, and count only
    beyond the MDC95. Zones are asked where a change that was found lies: a measure whose whole did not change
    has no zone that did.
    Raises InputError for shots in the wrong order.
    """
    if days < 0:
        raise InputError(
            told("compare-order", "The second photograph was taken before the first."),
            hint=told("compare-order-hint", "Name the earlier one first."),
        )
    sides = [_by_number(shots) for shots in (before, after)]
    weighed = []
    for key in dict.fromkeys((*sides[0], *sides[1])):
        shots_before, shots_after = (side.get(key, []) for side in sides)
        known = calibration.of((*shots_before, *shots_after)[0])
        change = change_of(shots_before, shots_after, known, doubt=doubt)
        # What was not measured at all has its own reason, and that one helps more.
        why = None if change.change is None else _why_blocked(change, blocked or {})
        weighed.append(change if why is None else replace(change, why=why))
    return Outcome(days=days, made_from=calibration.made_from, changes=_worded(weighed, days=days))


def _by_number(shots: Shots) -> dict[tuple[str, str, str], list[Reading]]:
    found: dict[tuple[str, str, str], list[Reading]] = defaultdict(list)
    for reading in (reading for shot in shots for reading in shot):
        found[reading.measure, reading.quantity, reading.zone].append(reading)
    return found


def _why_blocked(change: Change, blocked: Blocked) -> Message | None:
    keys = ((change.measure, change.zone), (change.measure, "*"), ("*", change.zone), ("*", "*"))
    return next((blocked[key] for key in keys if key in blocked), None)


def _worded(changes: Sequence[Change], *, days: int) -> tuple[Change, ...]:
    judged = [i for i, c in enumerate(changes) if c.is_headline and c.is_weighed and c.why is None]
    better, worse = _found(changes, judged, is_better=True), _found(changes, judged, is_better=False)
    return tuple(
        replace(change, word=_word(change, i in better, i in worse, days)) if change.is_headline else change
        for i, change in enumerate(changes)
    )


def _found(changes: Sequence[Change], judged: list[int], *, is_better: bool) -> set[int]:
    """Which changes are real in one direction: first wholes, then the zones of those that are."""
    whole = [i for i in judged if changes[i].zone == WHOLE]
    found = _real(changes, whole or judged, is_better=is_better)
    for measure in {changes[i].measure for i in found} if whole else ():
        zones = [i for i in judged if changes[i].measure == measure and changes[i].zone != WHOLE]
        found |= _real(changes, zones, is_better=is_better)
    return found


def _real(changes: Sequence[Change], asked: list[int], *, is_better: bool) -> set[int]:
    """Which of these are real, all of them tested together."""
    p_values = []
    for i in asked:
        goal = ABOUT[changes[i].measure, changes[i].quantity].better
        p_values.append(changes[i].p_less if (goal == "less") == is_better else changes[i].p_more)
    adjusted = holm(p_values)
    return {i for i, p in zip(asked, adjusted, strict=True) if p <= LEVEL and _is_beyond(changes[i])}


def _is_beyond(change: Change) -> bool:
    return change.change is not None and change.mdc95 is not None and abs(change.change) > change.mdc95


def _word(change: Change, is_better: bool, is_worse: bool, days: int) -> Word:
    if change.why is not None or not change.is_weighed:
        return Word.NOT_COMPARABLE
    if days < TOO_EARLY_DAYS:
        return Word.TOO_EARLY
    if is_better:
        return Word.IMPROVED
    return Word.WORSE if is_worse else Word.NO_CHANGE
