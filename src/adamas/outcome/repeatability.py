"""How well a number can be measured again: error of a sitting, smallest real change, intraclass correlation.

Shrout & Fleiss 1979 (Psychol Bull 86:420) for the correlations; MDC95 = 1.96 * sqrt(2) * SEM.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from adamas.outcome.quantity import Scale, times_error

KNOWN = 1e6
"""Degrees of freedom of an error that is known, not estimated."""


FEWEST_PEOPLE = 4
"""Of fewer people nobody can say whether they differ in how well they can be measured."""


class Repeatability(Struct, frozen=True, kw_only=True):
    """The error of one number in one zone, on its scale: ln for ratios, its unit for differences.

    within: standard deviation of one shot within its sitting; averaging shots shrinks it.
    between: of a sitting as a whole, such as its light; averaging shots does not help.
    Each with its degrees of freedom; a `between_df` of 0 means nobody has measured it. Both are those of
    people who have as much of it as `level`, in its unit; who has less errs more, see `at`. noise: as in
    `quantity.About`. is_borrowed: `between` is that of another table, nobody sat often enough.
    icc: share of the variance that is the people's own, ICC(1,1); None for one person.
    """

    measure: str
    quantity: str
    zone: str
    version: int
    scale: Scale
    within: float
    within_df: float
    between: float = 0.0
    between_df: float = 0.0
    icc: float | None = None
    level: float = 0.0
    noise: float = 0.0
    is_borrowed: bool = False

    def at(self, value: float, *, floor: float) -> "Repeatability":
        """The error of people who have as much of it as `value`, in its unit. floor: as of `on_scale`."""
        times = self.times(value, floor=floor)
        return replace(self, within=self.within * times, between=self.between * times)

    def times(self, value: float, *, floor: float) -> float:
        """How many times the error at `level` that at a value is."""
        if self.scale == "difference" or self.noise <= 0:
            return 1.0
        noise = max(self.noise, 2 * floor)
        own, learnt = (times_error(v, noise=noise, floor=floor) for v in (value, self.level))
        return own / learnt

    def sem(self, shots: int = 1) -> float:
        """Standard error of the mean of a sitting of so many shots."""
        return float(np.sqrt(self.between**2 + self.within**2 / shots))

    def mdc95(self, shots: int = 1) -> float:
        """The smallest change between two sittings of so many shots that is no accident in 95 of 100.

        With an error known from few shots the factor 1.96 grows as Student's t does.
        """
        error = error_of_change(self, before=shots, after=shots)
        return error.quantile(0.975) * error.se


class Error(Struct, frozen=True):
    """Standard error of a change, and how well it is known itself."""

    se: float
    df: float

    def quantile(self, p: float) -> float:
        """Student's t at this probability."""
        return float(stdtrit(self.df, p))

    def p_above(self, change: float) -> float:
        """Probability that error alone gives this change or a larger one."""
        return float(stdtr(self.df, -change / self.se)) if self.se > 0 else float(change <= 0)

    def p_below(self, change: float) -> float:
        """Probability that error alone gives this change or a smaller one."""
        return self.p_above(-change)


def error_of_change(known: Repeatability, *, before: int, after: int) -> Error:
    """The error of a change between sittings of so many shots.

    Degrees of freedom after Satterthwaite 1946 (Biometrics Bull 2:110).
    """
    parts = [(known.within**2 * (1 / before + 1 / after), known.within_df)]
    if known.between > 0:
        parts.append((2 * known.between**2, known.between_df))
    variance = sum(part for part, _ in parts)
    doubt = sum(part**2 / max(df, 1.0) for part, df in parts)
    return Error(float(np.sqrt(variance)), min(KNOWN, variance**2 / doubt) if doubt > 0 else KNOWN)


class Components(Struct, frozen=True):
    """Variances of shots within sittings and of sittings within people, with their degrees of freedom.

    sat_again: sittings beyond the first of each person.
    """

    within: float
    within_df: float
    between: float
    between_df: float
    people: float
    sat_again: int


def components(people: list[list[list[float]]]) -> Components:
    """Nested analysis of variance: people, their sittings, the shots of each. Unequal numbers are allowed.

    Where people differ in how well they can be measured, their errors together have heavier tails than a
    normal curve; degrees of freedom are lowered until Student's t has them. A negative variance, which chance
    can give, counts as zero. Raises ValueError without any repeated shot.
    """
    sittings = [np.asarray(shots, float) for person in people for shots in person]
    within_df = sum(len(shots) - 1 for shots in sittings)
    if within_df < 1:
        raise ValueError("No sitting has two shots.")
    within = sum(float(((shots - shots.mean()) ** 2).sum()) for shots in sittings) / within_df
    between, between_df = _above([[np.mean(s) for s in person] for person in people])
    mean_error = within * float(np.mean([1 / len(shots) for shots in sittings]))
    means = [float(np.mean([np.mean(shots) for shots in person])) for person in people]
    apart = float(np.var(means, ddof=1)) if len(means) > 1 else 0.0
    # Of people seen once only, what a sitting adds cannot be told from what they are.
    own = max(0.0, apart - between / float(np.mean([len(person) for person in people])))
    by_person = [_above([np.asarray(shots, float) for shots in person]) for person in people]
    by_sitting = [_above([[np.mean(shots) for shots in person]]) for person in people]
    return Components(
        within,
        min(within_df, _tails(by_person)),
        max(0.0, between - mean_error),
        min(between_df, _tails(by_sitting)),
        own,
        between_df,
    )


def _tails(variances: list[tuple[float, int]]) -> float:
    """Degrees of freedom of Student's t for errors whose variance differs from person to person.

    A t is a normal whose variance follows an inverse gamma: its spread, above what chance gives estimates of
    a variance, says how many degrees (method of moments).
    """
    known = [(variance, df) for variance, df in variances if df > 0]
    mean = float(np.mean([variance for variance, _ in known])) if known else 0.0
    if len(known) < FEWEST_PEOPLE or mean == 0:
        return KNOWN
    chance = float(np.mean([2 / df for _, df in known]))
    spread = float(np.var([variance for variance, _ in known], ddof=1)) / mean**2
    excess = max(0.0, (spread - chance) / (1 + chance))
    return 4 + 2 / excess if excess > 0 else KNOWN


def _above(groups: Sequence[Sequence[np.floating] | NDArray[np.float64]]) -> tuple[float, int]:
    df = sum(len(group) - 1 for group in groups)
    spread = sum(float(((np.asarray(group) - np.mean(group)) ** 2).sum()) for group in groups)
    return (spread / df if df else 0.0), df


def icc(table: NDArray[np.floating], kind: Literal["2,1", "3,1"]) -> float:
    """Intraclass correlation of one rating: ICC(2,1) absolute agreement, ICC(3,1) consistency.

    table: (people, ratings). Above 0.75 is called good, above 0.9 excellent (Koo & Li 2016).
    Raises ValueError for fewer than two people or ratings.
    """
    people, ratings = table.shape
    if people < 2 or ratings < 2:
        raise ValueError(f"{people} people with {ratings} ratings are too few.")
    grand = table.mean()
    rows = ratings * ((table.mean(axis=1) - grand) ** 2).sum() / (people - 1)
    columns = people * ((table.mean(axis=0) - grand) ** 2).sum() / (ratings - 1)
    rest = table - table.mean(axis=1, keepdims=True) - table.mean(axis=0, keepdims=True) + grand
    error = (rest**2).sum() / ((people - 1) * (ratings - 1))
    shift = ratings * (columns - error) / people if kind == "2,1" else 0.0
    return float((rows - error) / (rows + (ratings - 1) * error + shift))
