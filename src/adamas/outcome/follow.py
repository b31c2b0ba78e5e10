"""A course in photographs: every sitting laid onto the first, each judged number with its trend."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from adamas.errors import PhotoUnusable, told
from adamas.imaging.colour import Balance
from adamas.imaging.comparability import Comparability
from adamas.imaging.examine import Laid, examine_laid, readings_of, spoilt_by_light
from adamas.imaging.gate import Inspected
from adamas.imaging.reading import Measured, Reading
from adamas.outcome.calibration import Calibration
from adamas.outcome.pair import against_first, forbids, is_doubtful, lay_out
from adamas.outcome.series import FEWEST as FEWEST_SITTINGS
from adamas.outcome.weighing import Line, weigh


class Shot(Struct, frozen=True, kw_only=True, eq=False):
    """One photograph of a course. on: its day. pair: how well it compares with the first of the course."""

    on: date
    seen: Inspected
    pair: Comparability | None = None


class Followed(Struct, frozen=True, kw_only=True, eq=False):
    """Everything a course in photographs rests on.

    shots: the photographs used, in the order of their days. kept: their places among those given.
    unlike: how those that are not used compare with the first, by their places. days: from the first sitting
    to the last. made_from: whose errors, see `Calibration`.
    """

    laid: Laid
    shots: tuple[Shot, ...]
    kept: tuple[int, ...]
    days: int
    made_from: str
    lines: tuple[Line, ...]
    unlike: Mapping[int, Comparability] = {}

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

    They are laid onto a photograph of the first day. One that differs too much from it is not used; of one
    that is lit otherwise pores, lines and relief are not. Words: as in `weigh`. untreated: as in
    `compare_photos`.
    advance: called after each photograph. A photograph of 12 MP takes about 120 MB as long as this lasts.
    Raises PhotoUnusable when less than three days are left.
    """
    days = len({on for on, _ in shots})
    if days < FEWEST_SITTINGS:
        raise _too_few(days)
    kept, laid, compared = _chosen(shots, untreated)
    calibration.require(laid.photos[0].balance.means, laid.photos[0].photo.view)
    used = tuple(
        Shot(on=shots[place][0], seen=seen, pair=compared[place])
        for place, seen in zip(kept, laid.photos, strict=True)
    )

    def kept_readings(found: tuple[Measured, ...]) -> tuple[Reading, ...]:
        advance()
        return readings_of(found)

    readings = examine_laid(laid, keep=kept_readings)
    taken = [shot.on for shot in used]
    return Followed(
        laid=laid,
        shots=used,
        kept=kept,
        days=(taken[-1] - taken[0]).days,
        made_from=calibration.made_from,
        lines=weigh(
            list(zip(taken, readings, strict=True)),
            calibration,
            spoilt=_spoilt(laid, used),
            doubtful=[place for place, shot in enumerate(used) if shot.pair and is_doubtful(shot.pair)],
        ),
        unlike={place: pair for place, pair in compared.items() if pair and place not in kept},
    )


Pairs = tuple[Comparability | None, ...]


def _chosen(
    shots: Sequence[tuple[date, Inspected]], untreated: str
) -> tuple[tuple[int, ...], Laid, dict[int, Comparability | None]]:
    """Places of the photographs that are used, laid onto the first of them, and how they compare with it.

    The first is the first shot of the first day with which photographs of three days compare.
    """
    order = sorted(range(len(shots)), key=lambda place: shots[place][0])
    most = 0
    for first in (place for place in order if shots[place][0] == shots[order[0]][0]):
        given = [first, *(place for place in order if place != first)]
        laid, pairs = _comparable([shots[place][1] for place in given], untreated)
        good = [nth for nth, pair in enumerate(pairs) if pair is None or not forbids(pair)]
        kept = tuple(given[nth] for nth in good)
        days = len({shots[place][0] for place in kept})
        most = max(most, days)
        if days >= FEWEST_SITTINGS:
            if len(kept) < len(given):
                laid = lay_out([shots[place][1] for place in kept], untreated=untreated)
            return kept, laid, dict(zip(given, pairs, strict=True))
    raise _too_few(most)


def _comparable(photos: Sequence[Inspected], untreated: str) -> tuple[Laid, Pairs]:
    laid = lay_out(photos, untreated=untreated)
    return laid, (None, *against_first(laid))


def _spoilt(laid: Laid, shots: Sequence[Shot]) -> dict[int, frozenset[str]]:
    """Place of a photograph -> measures of it that its light forbids to compare."""
    return {
        place: spoilt_by_light(alignment, is_vetoed=bool(shot.pair and shot.pair.is_vetoed))
        for place, (alignment, shot) in enumerate(zip(laid.alignments, shots[1:], strict=True), start=1)
    }


def _too_few(days: int) -> PhotoUnusable:
    return PhotoUnusable(
        told("follow-few", "A trend needs three days; here comparable photographs are of {days}.", days=days),
        hint=told(
            "follow-few-hint",
            "Take more sittings like the first one, or compare two of them with adamas compare.",
        ),
    )
