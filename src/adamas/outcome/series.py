"""A course is a series, not a pair: a trend with its band, from every sitting together.

The true value wanders (local level; Durbin & Koopman 2012, Time Series Analysis by State Space Methods,
chapter 2), each sitting sees it with its own known error. How far it wanders is not known: every distance
counts as far as it is likely, because the single likeliest one is nought too often (Shephard 1993, J Am Stat
Assoc 88:590 [R]) and a band of no width would be a lie.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.special import stdtrit

from adamas.outcome.quantity import Scale
from adamas.outcome.repeatability import KNOWN, Error

FEWEST = 3
FURTHEST, DISTANCES = 2.0, 40
"""How far it may wander at most, as a share of what the data show, and how many distances are tried."""
PLACES = 60
"""Days of the curve, beside those of the sittings."""


class Point(Struct, frozen=True):
    """One sitting: its day, its value on the scale of its number, and the standard error of that."""

    on: date
    value: float
    sem: float


class Curve(Struct, frozen=True):
    """The level between the sittings: days since the first one, the level there and its 95 % band."""

    days: tuple[int, ...]
    level: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]


class Trend(Struct, frozen=True, kw_only=True):
    """The course of a number: where it truly was on each day, with the 95 % band of that.

    change, low, high: from the first day to the last, with its 95 % interval; on `scale`. error: its standard
    error, df: how well that is known. wander_per_day: how far the true value goes in a day.
    """

    scale: Scale
    days: tuple[date, ...]
    level: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    change: float
    low: float
    high: float
    error: float
    df: float
    wander_per_day: float
    curve: Curve

    @property
    def is_real(self) -> bool:
        """True when the change from first to last lies beyond its error."""
        return self.low > 0 or self.high < 0

    @property
    def p_less(self) -> float:
        """Probability that error alone lowers it so far."""
        return Error(self.error, self.df).p_below(self.change)

    @property
    def p_more(self) -> float:
        """Probability that error alone raises it so far."""
        return Error(self.error, self.df).p_above(self.change)


def trend(points: Sequence[Point], *, scale: Scale, df: float = KNOWN) -> Trend:
    """The trend through at least three sittings, in the order of their days.

    df: degrees of freedom of the errors; Student's t then takes the place of 1.96.
    Raises ValueError for fewer sittings, for two on one day, or an error that is not above zero.
    """
    seen = sorted(points, key=lambda point: point.on)
    days = np.array([point.on.toordinal() for point in seen])
    if len(seen) < FEWEST or (np.diff(days) <= 0).any() or any(point.sem <= 0 for point in seen):
        raise ValueError("A trend needs three days or more, each once, with its error.")
    values, errors = np.array([point.value for point in seen]), np.array([point.sem**2 for point in seen])
    shares, wanders = _wanders(values, errors, np.diff(days).astype(float))
    places = np.union1d(days, np.linspace(days[0], days[-1], PLACES).round().astype(int))
    mean, covariance = _mixed(values, errors, np.searchsorted(places, days), places, shares, wanders)
    quantile = float(stdtrit(df, 0.975))
    reach = quantile * np.sqrt(np.diag(covariance))
    at = np.searchsorted(places, days)
    by = float(mean[-1] - mean[0])
    error = float(np.sqrt(covariance[0, 0] + covariance[-1, -1] - 2 * covariance[0, -1]))
    return Trend(
        scale=scale,
        days=tuple(point.on for point in seen),
        level=tuple(mean[at].tolist()),
        lows=tuple((mean - reach)[at].tolist()),
        highs=tuple((mean + reach)[at].tolist()),
        change=by,
        low=by - quantile * error,
        high=by + quantile * error,
        error=error,
        df=df,
        wander_per_day=float(shares @ wanders),
        curve=Curve(
            tuple((places - places[0]).tolist()),
            tuple(mean.tolist()),
            tuple((mean - reach).tolist()),
            tuple((mean + reach).tolist()),
        ),
    )


Floats = NDArray[np.float64]


def _wanders(values: Floats, errors: Floats, gaps: Floats) -> tuple[Floats, Floats]:
    """Distances it may wander in a day, one standard deviation, and how likely each of them is."""
    shown = float(np.sqrt(max(float(values.var()), float(errors.mean())) / gaps.mean()))
    wanders = np.linspace(0, FURTHEST * shown, DISTANCES + 1)[1:]
    likely = np.array([_likelihood(values, errors, gaps * wander**2) for wander in wanders])
    shares = np.exp(likely - likely.max())
    return shares / shares.sum(), wanders


def _mixed(
    values: Floats,
    errors: Floats,
    at: NDArray[np.intp],
    places: NDArray[np.int_],
    shares: Floats,
    wanders: Floats,
) -> tuple[Floats, Floats]:
    """Mean and covariance of the level at all places, over every distance it may wander."""
    known, weighted = np.zeros(len(places)), np.zeros(len(places))
    known[at], weighted[at] = 1 / errors, values / errors
    mean, square = np.zeros(len(places)), np.zeros((len(places), len(places)))
    for share, wander in zip(shares, wanders, strict=True):
        covariance = np.linalg.inv(_precision(known, np.diff(places) * wander**2))
        level = covariance @ weighted
        mean += share * level
        square += share * (covariance + np.outer(level, level))
    return mean, square - np.outer(mean, mean)


def _precision(known: Floats, steps: Floats) -> Floats:
    """Inverse covariance of all levels given all values: a course has few sittings, so it is written out."""
    differences = np.diff(np.eye(len(known)), axis=0)
    return np.asarray(np.diag(known) + differences.T @ (differences / steps[:, None]))


def _likelihood(values: Floats, errors: Floats, steps: Floats) -> float:
    """Of the differences between sittings, so that the unknown first level drops out."""
    differences = np.diff(np.eye(len(values)), axis=0)
    covariance = differences @ np.diag(errors) @ differences.T + np.diag(steps)
    by = np.diff(values)
    _, log_size = np.linalg.slogdet(covariance)
    return float(-0.5 * (log_size + by @ np.linalg.solve(covariance, by)))
