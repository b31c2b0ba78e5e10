"""A course is a series, not a pair: a trend with its band, from every sitting together.

The true value wanders (local level; Durbin & Koopman 2012, Time Series Analysis by State Space Methods,
chapter 2), each sitting sees it with its own known error. How far it wanders is learnt by maximum likelihood.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import ndtri

from adamas.outcome.quantity import Scale

FEWEST = 3
_STILL, _WILD = -14.0, 3.0


class Point(Struct, frozen=True):
    """One sitting: its day, its value on the scale of its number, and the standard error of that."""

    on: date
    value: float
    sem: float


class Trend(Struct, frozen=True, kw_only=True):
    """The course of a number: where it truly was on each day, with the 95 % band of that.

    change, low, high: from the first day to the last, with its 95 % interval; on `scale`.
    wander_per_day: standard deviation of what the true value does in a day.
    """

    scale: Scale
    days: tuple[date, ...]
    level: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    change: float
    low: float
    high: float
    wander_per_day: float

    @property
    def is_real(self) -> bool:
        """True when the change from first to last lies beyond its error."""
        return self.low > 0 or self.high < 0


def trend(points: Sequence[Point], *, scale: Scale) -> Trend:
    """The trend through at least three sittings, in the order of their days.

    Raises ValueError for fewer sittings, for two on one day, or an error that is not above zero.
    """
    seen = sorted(points, key=lambda point: point.on)
    gaps = np.diff([point.on.toordinal() for point in seen]).astype(float)
    if len(seen) < FEWEST or (gaps <= 0).any() or any(point.sem <= 0 for point in seen):
        raise ValueError("A trend needs three days or more, each once, with its error.")
    values = np.array([point.value for point in seen])
    errors = np.array([point.sem**2 for point in seen])

    def unlikely(log_wander: float) -> float:
        return -_likelihood(values, errors, gaps * np.exp(log_wander))

    scale_of_data = float(np.log(max(float(values.var()), float(errors.mean())) / gaps.mean()))
    best = minimize_scalar(unlikely, bounds=(scale_of_data + _STILL, scale_of_data + _WILD), method="bounded")
    wander = float(np.exp(best.x))
    mean, covariance = _smoothed(values, errors, gaps * wander)
    reach = float(ndtri(0.975)) * np.sqrt(np.diag(covariance))
    by = float(mean[-1] - mean[0])
    error = float(np.sqrt(covariance[0, 0] + covariance[-1, -1] - 2 * covariance[0, -1]))
    return Trend(
        scale=scale,
        days=tuple(point.on for point in seen),
        level=tuple(mean.tolist()),
        lows=tuple((mean - reach).tolist()),
        highs=tuple((mean + reach).tolist()),
        change=by,
        low=by - float(ndtri(0.975)) * error,
        high=by + float(ndtri(0.975)) * error,
        wander_per_day=wander**0.5,
    )


Floats = NDArray[np.float64]


def _precision(errors: Floats, steps: Floats) -> Floats:
    """Inverse covariance of all levels given all values: a course has few sittings, so it is written out."""
    count = len(errors)
    differences = np.diff(np.eye(count), axis=0)
    return np.asarray(np.diag(1 / errors) + differences.T @ (differences / steps[:, None]))


def _smoothed(values: Floats, errors: Floats, steps: Floats) -> tuple[Floats, Floats]:
    covariance = np.linalg.inv(_precision(errors, steps))
    return np.asarray(covariance @ (values / errors)), np.asarray(covariance, float)


def _likelihood(values: Floats, errors: Floats, steps: Floats) -> float:
    """Of the differences between sittings, so that the unknown first level drops out."""
    differences = np.diff(np.eye(len(values)), axis=0)
    covariance = differences @ np.diag(errors) @ differences.T + np.diag(steps)
    by = np.diff(values)
    _, log_size = np.linalg.slogdet(covariance)
    return float(-0.5 * (log_size + by @ np.linalg.solve(covariance, by)))
