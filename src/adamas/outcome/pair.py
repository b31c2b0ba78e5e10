"""Two sittings of one person, from photographs to an outcome."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from adamas.imaging import comparability
from adamas.imaging.balanced import alike, by_untreated
from adamas.imaging.colour import Balance
from adamas.imaging.comparability import Comparability
from adamas.imaging.examine import Laid, examine_laid, lay, readings_of, spoilt_by_light
from adamas.imaging.gate import Inspected
from adamas.imaging.reading import Measured
from adamas.message import Message, message
from adamas.outcome.calibration import Calibration
from adamas.outcome.change import DOUBT
from adamas.outcome.compare import Blocked, Outcome, compare

MOST_LEFT_OUT = 0.5
"""Share of a zone from which what is left no longer speaks for the zone."""
RELIEF_ONLY = frozenset({"light-direction"})
"""Checks that speak against comparing relief alone: a turned lamp, or relief that changed itself."""
UNSEEN = frozenset({"camera", "time-of-day"})
"""Checks of what the file says, not of what it shows."""


class Compared(Struct, frozen=True, kw_only=True, eq=False):
    """Everything a comparison rests on.

    laid: the photographs used, those before first. kept: their places among those given. shots_before: how
    many of them. comparability: of the first before and the first after. measured: of each photograph.
    unlike: how the photographs that are not used compare with the first, by their places.
    """

    laid: Laid
    kept: tuple[int, ...]
    shots_before: int
    comparability: Comparability
    measured: tuple[tuple[Measured, ...], ...]
    outcome: Outcome
    unlike: Mapping[int, Comparability] = {}

    @property
    def is_vetoed(self) -> bool:
        """Nothing of this pair may be compared."""
        return forbids(self.comparability)

    @property
    def is_doubtful(self) -> bool:
        """The pair differs nearly too much, and was weighed with `DOUBT` times the usual error."""
        return is_doubtful(self.comparability)

    @property
    def balance(self) -> Balance:
        """How colours were corrected: by the same means on every photograph."""
        return self.laid.photos[0].balance

    @property
    def before(self) -> tuple[Inspected, ...]:
        """The photographs before; the first is the one everything was laid onto."""
        return self.laid.photos[: self.shots_before]

    @property
    def after(self) -> tuple[Inspected, ...]:
        """The photographs after."""
        return self.laid.photos[self.shots_before :]


def compare_photos(
    before: Sequence[Inspected],
    after: Sequence[Inspected],
    calibration: Calibration,
    *,
    days: int,
    untreated: str = "",
    is_described: bool | None = None,
) -> Compared:
    """Compare photographs of one person and one view, one or more a sitting, on the skin all of them show.

    Further shots that differ too much from the first are not used. When every shot after does, the pair is
    vetoed: it is shown and measured, and nothing is concluded from it.
    untreated: a zone by which colours are corrected where no card does, see `imaging.balanced`.
    is_described: as in `comparability.compare`.
    """
    photos = (*before, *after)
    laid = lay_out(photos, untreated=untreated)
    calibration.require(laid.photos[0].balance.means, laid.photos[0].photo.view)
    pairs = against_first(laid, is_described=is_described)
    kept = _kept([not forbids(pair) for pair in pairs], len(before))
    shots_before = sum(place < len(before) for place in kept)
    pair = pairs[kept[shots_before] - 1]
    if len(kept) < len(photos):
        laid = lay_out([photos[place] for place in kept], untreated=untreated)
    measured = examine_laid(laid, keep=tuple)
    readings = [readings_of(one) for one in measured]
    outcome = compare(
        readings[:shots_before],
        readings[shots_before:],
        calibration,
        days=days,
        blocked=_blocked(laid, pair),
        doubt=DOUBT if is_doubtful(pair) else 1.0,
    )
    return Compared(
        laid=laid,
        kept=kept,
        shots_before=shots_before,
        comparability=pair,
        measured=measured,
        outcome=outcome,
        unlike={place: pairs[place - 1] for place in range(1, len(photos)) if place not in kept},
    )


def lay_out(photos: Sequence[Inspected], *, untreated: str = "") -> Laid:
    """Lay photographs onto the first, their colours corrected alike. untreated: as in `compare_photos`."""
    photos = alike(photos)
    laid = lay(photos)
    return by_untreated(laid, untreated) if untreated and photos[0].balance.means == "none" else laid


def against_first(laid: Laid, *, is_described: bool | None = None) -> tuple[Comparability, ...]:
    """How each photograph but the first compares with it. is_described: as in `comparability.compare`."""
    first, *others = laid.photos
    return tuple(
        comparability.compare(first, other, alignment, blur_um=blur, is_described=is_described)
        for other, alignment, blur in zip(others, laid.alignments, laid.blurs_um[1:], strict=True)
    )


def forbids(pair: Comparability) -> bool:
    """True when a pair must not be compared in anything, not only in its relief."""
    return bool(set(pair.vetoed_by) - RELIEF_ONLY)


def is_doubtful(pair: Comparability) -> bool:
    """True when a difference that photographs show lies between what is usual and what forbids to compare."""
    return any(check.word == "doubtful" for check in pair.checks if check.name not in UNSEEN)


def _kept(is_usable: Sequence[bool], before: int) -> tuple[int, ...]:
    """Places of the photographs that are used: the first, and all that may be compared with it."""
    kept = [0, *(place for place, usable in enumerate(is_usable, start=1) if usable)]
    if max(kept) < before:
        # Nothing after may be compared: one of them is still shown, with the reason.
        kept.append(before)
    return tuple(kept)


def _blocked(laid: Laid, pair: Comparability) -> Blocked:
    if forbids(pair):
        return {("*", "*"): message("outcome-why-veto")}
    spoilt = (spoilt_by_light(alignment, is_vetoed=pair.is_vetoed) for alignment in laid.alignments)
    why = message("outcome-why-light")
    return {(name, "*"): why for names in spoilt for name in names} | _lost(laid.left_out)


def _lost(left_out: Mapping[str, float]) -> dict[tuple[str, str], Message]:
    lost = (zone for zone, share in left_out.items() if share > MOST_LEFT_OUT)
    return {("*", zone): message("outcome-why-zone") for zone in lost}
