"""One number before and after: its change, the error of that, and how probably error alone explains it."""

from collections.abc import Sequence
from math import hypot
from statistics import fmean

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.reading import Reading
from adamas.message import Message, message
from adamas.outcome.quantity import FEWEST, Scale, about, floor_of, lesion_of, off_scale, on_scale, said
from adamas.outcome.repeatability import Repeatability, error_of_change
from adamas.outcome.word import Word

_UNLIKELY = 0.01
DOUBT = 1.5
"""Times the usual error of photographs that differ nearly too much: the errors were learnt from others. On
re-shot phantoms such pairs erred 1.1 times as much; what a clinic meets is wider than what was drawn."""


class Said(Struct, frozen=True, kw_only=True):
    """A change as one says it: the share of what was before, -0.5 when half is gone; or in its unit.

    low, high: its 95 % interval. smallest: the least that is real; of a ratio the least fall.
    """

    change: float
    low: float | None = None
    high: float | None = None
    smallest: float | None = None


class Change(Struct, frozen=True, kw_only=True):
    """One number in one zone, before and after.

    before, after: means of the shots, in `unit`; None where no shot could be measured.
    change, low, high: on `scale`, with its 95 % interval; a ratio as the difference of `on_scale`, which is
    its ln far above the floor. mdc95: likewise. said: the same as a share of before; None without a change,
    or when there was nothing before.
    p_less, p_more: probability that error alone lowers (raises) it so far. is_headline: it is judged.
    word: None for a number that is shown only. why: the reason of a word that is no judgement.
    """

    measure: str
    quantity: str
    zone: str
    unit: str
    version: int
    scale: Scale
    is_headline: bool
    shots_before: int
    shots_after: int
    before: float | None = None
    after: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None
    mdc95: float | None = None
    said: Said | None = None
    p_less: float = 1.0
    p_more: float = 1.0
    word: Word | None = None
    why: Message | None = None

    @property
    def is_weighed(self) -> bool:
        """True when there is a change with an error."""
        return self.change is not None and self.mdc95 is not None


def share(log_ratio: float) -> float:
    """A log-ratio as the share gained or lost: ln(0.5) is -0.5."""
    return float(np.expm1(log_ratio))


def change_of(
    before: Sequence[Reading], after: Sequence[Reading], known: Repeatability | None, *, doubt: float = 1.0
) -> Change:
    """Weigh the readings of one number in one zone, one reading a shot, against its error.

    doubt: times the usual error, for photographs that differ more than usual.
    Without `known` the change is told and has no interval. At least one side needs a reading.
    """
    first = (*before, *after)[0]
    scale, floor = about(first).scale, floor_of((*before, *after))
    sides = [
        [on_scale(r.value, scale, floor=floor) for r in side if r.value is not None]
        for side in (before, after)
    ]
    plain = Change(
        measure=first.measure,
        quantity=first.quantity,
        zone=first.zone,
        unit=first.unit,
        version=first.version,
        scale=scale,
        is_headline=about(first).is_headline,
        shots_before=len(sides[0]),
        shots_after=len(sides[1]),
        before=_middle(sides[0], scale, floor),
        after=_middle(sides[1], scale, floor),
    )
    if len({reading.version for reading in (*before, *after)}) > 1:
        return replace(plain, why=message("outcome-why-versions"))
    if not sides[0] or not sides[1]:
        reason = next((r.why_not for r in (*before, *after) if r.value is None and r.why_not), "")
        why = message(reason) if reason else message("outcome-why-unmeasured")
        return replace(plain, why=why)
    by = fmean(sides[1]) - fmean(sides[0])
    plain = replace(plain, said=_said(by, plain, floor))
    if _are_few(plain, lesion_of((*before, *after))):
        return replace(plain, change=by, why=message("outcome-why-few"))
    if known is None:
        return replace(plain, change=by, why=message("outcome-why-error-unknown"))
    level = level_of(sides, scale, floor)
    usual = error_of_change(
        believed(known.at(level, floor=floor), sides), before=len(sides[0]), after=len(sides[1])
    )
    error = replace(usual, se=doubt * usual.se)
    mdc95 = error.quantile(0.975) * error.se
    # With nothing changed both sides have the error of the middle; where much is gone, the rest errs more.
    ends = (known.times(level_of((side,), scale, floor), floor=floor) for side in sides)
    reach = mdc95 * hypot(*ends) / 2**0.5 / known.times(level, floor=floor)
    return replace(
        plain,
        change=by,
        low=by - reach,
        high=by + reach,
        mdc95=mdc95,
        said=_said(by, plain, floor, reach=reach, mdc95=mdc95),
        p_less=error.p_below(by),
        p_more=error.p_above(by),
    )


def _said(
    by: float, change: Change, floor: float, *, reach: float | None = None, mdc95: float | None = None
) -> Said | None:
    def share_of(by: float) -> float | None:
        return said(by, change.scale, floor=floor, before=change.before or 0.0)

    whole = share_of(by)
    if whole is None or reach is None or mdc95 is None:
        return None if whole is None else Said(change=whole)
    least = share_of(-mdc95)
    return Said(
        change=whole,
        low=share_of(by - reach),
        high=share_of(by + reach),
        smallest=None if least is None else -least,
    )


def level_of(sides: Sequence[Sequence[float]], scale: Scale, floor: float) -> float:
    """How much there is of a number on all sides together, in its unit, from values on its scale."""
    return off_scale(fmean(fmean(side) for side in sides), scale, floor=floor)


def _are_few(change: Change, lesion: float) -> bool:
    return max(change.before or 0.0, change.after or 0.0) < FEWEST * lesion


def believed(known: Repeatability, sides: Sequence[Sequence[float]]) -> Repeatability:
    """The calibrated error, together with what the shots of this pair say themselves.

    Shots that scatter far more than calibrated (F-test at 1 %) are believed alone: this time it was worse.
    """
    df = sum(len(side) - 1 for side in sides)
    if df < 1:
        return known
    own = sum(float(np.var(side)) * len(side) for side in sides) / df
    if _p_of_ratio(own, known.within**2, df, known.within_df) < _UNLIKELY:
        return replace(known, within=own**0.5, within_df=float(df))
    total = known.within_df + df
    return replace(
        known, within=((known.within_df * known.within**2 + df * own) / total) ** 0.5, within_df=total
    )


def _p_of_ratio(own: float, known: float, df: int, known_df: float) -> float:
    from scipy.special import fdtrc

    if known <= 0:
        return 1.0 if own <= 0 else 0.0
    return float(fdtrc(df, known_df, own / known))


def _middle(values: Sequence[float], scale: Scale, floor: float) -> float | None:
    return off_scale(fmean(values), scale, floor=floor) if values else None
