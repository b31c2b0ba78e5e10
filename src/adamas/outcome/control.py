"""Many comparisons in one report: how small each p-value must be so that the whole report seldom errs."""

from collections.abc import Sequence

import numpy as np


def holm(p_values: Sequence[float], *, weights: Sequence[float] | None = None) -> tuple[float, ...]:
    """Adjusted p-values after Holm 1979 (Scand J Stat 6:65), with his weights.

    Whatever the dependence, rejecting those up to a level errs at all in at most that share of reports.
    weights: how much each comparison matters, above 0; equal when None.
    """
    p = np.asarray(p_values, float)
    w = np.ones(len(p)) if weights is None else np.asarray(weights, float)
    order = np.argsort(p / w, kind="stable")
    remaining = w[order][::-1].cumsum()[::-1]
    raised = np.minimum(1.0, np.maximum.accumulate(p[order] * remaining / w[order]))
    return _back(raised, order)


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Adjusted p-values after Benjamini & Hochberg 1995 (J R Stat Soc B 57:289).

    Of those rejected up to a level at most that share is expected to be wrong. For looking around in many
    measures; a report that is shown to a client uses `holm`.
    """
    p = np.asarray(p_values, float)
    order = np.argsort(p, kind="stable")[::-1]
    ranks = np.arange(len(p), 0, -1)
    return _back(np.minimum(1.0, np.minimum.accumulate(p[order] * len(p) / ranks)), order)


def _back(adjusted: np.typing.NDArray[np.float64], order: np.typing.NDArray[np.intp]) -> tuple[float, ...]:
    found = np.empty(len(adjusted))
    found[order] = adjusted
    return tuple(found.tolist())
