"""The few figures every study needs."""

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist


class Hits(Struct, frozen=True):
    """How many true things were found, missed, and found where nothing is."""

    found: int
    missed: int
    false: int

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(self.found + other.found, self.missed + other.missed, self.false + other.false)

    @property
    def recall(self) -> float:
        """Share of the true ones that were found."""
        return self.found / max(self.found + self.missed, 1)

    @property
    def precision(self) -> float:
        """Share of the found ones that are true."""
        return self.found / max(self.found + self.false, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision."""
        return 2 * self.found / max(2 * self.found + self.missed + self.false, 1)


def match(found: NDArray[np.float64], true: NDArray[np.float64], *, reach: float) -> Hits:
    """Pair (n, 2) places found with true ones, each at most once, none further apart than `reach`."""
    if not len(found) or not len(true):
        return Hits(0, len(true), len(found))
    distance = cdist(found, true)
    rows, columns = linear_sum_assignment(np.where(distance <= reach, distance, 1e6))
    pairs = int((distance[rows, columns] <= reach).sum())
    return Hits(pairs, len(true) - pairs, len(found) - pairs)


def r_squared(true: ArrayLike, measured: ArrayLike) -> float:
    """Share of the variance of what was measured that a straight line through the truth explains."""
    return float(np.corrcoef(np.asarray(true, float), np.asarray(measured, float))[0, 1] ** 2)


def slope(true: ArrayLike, measured: ArrayLike) -> float:
    """Of the straight line through measured over true."""
    return float(np.polyfit(np.asarray(true, float), np.asarray(measured, float), 1)[0])


def icc(shots: NDArray[np.float64]) -> float:
    """Agreement ICC(1,1) of (people, shots): the part of the variance that is between people."""
    people, per = shots.shape
    between = per * shots.mean(1).var(ddof=1)
    within = shots.var(1, ddof=1).mean()
    return float((between - within) / (between + (per - 1) * within)) if people > 1 else float("nan")


def mdc95(shots: NDArray[np.float64]) -> float:
    """Smallest real change between two single shots, from (people, shots) of unchanged skin."""
    return float(1.96 * np.sqrt(2) * np.sqrt(shots.var(1, ddof=1).mean()))
