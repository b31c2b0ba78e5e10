"""Fits what tells processed photographs from untouched ones: writes src/adamas/imaging/filters.json.

    python -m tools.fit_filters     # about half an hour; how often it is right: make validation (filters)

The phantoms are those of `tools.touched`; whole faces count more than patches, of which there are more.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from adamas.imaging import filters
from adamas.imaging.photo import Capture
from adamas.imaging.texture import Texture
from tests.support import edits
from tools.touched import UNFOCUSED, Row, face_rows, rows, sharpened_rows

Array = NDArray[np.float64]
FITTED = (*range(1000, 1220), *range(5000, 5120), *range(30000, 30600))
SHARPENED_ONLY = (*range(10000, 11300), *range(20000, 22500))
FACES, FACES_COUNT = range(40000, 40360), 6
"""Seeds of the phantoms the weights were fitted to; all others may be used to try them.

Sharpening is the hardest to tell from what phones do by themselves, and the quickest to do.
"""
FALSE_ALARMS = {"smoothed": 0.002, "sharpened": 0.015, "blurred": 0.008}
RIDGE = {"smoothed": 1e-4, "sharpened": 1e-5, "blurred": 1e-3}
DIGITS = 4
PLACE = Path(filters.__file__).with_name("filters.json")
WANTED = {"smoothed": set(edits.SMOOTHED), "sharpened": set(edits.SHARPENED), "blurred": set(UNFOCUSED)}
UNWANTED = {
    "smoothed": {"untouched", *UNFOCUSED, *edits.SHARPENED},
    "sharpened": {"untouched", *UNFOCUSED},
    "blurred": {"untouched"},
}
"""What each is told from; whoever missed the focus has filtered nothing."""


def gather(of: Callable[[int], list[Row]], seeds: Iterable[int]) -> list[Row]:
    """All rows of these phantoms, by both cores."""
    with ProcessPoolExecutor(2) as pool:
        return [row for some in pool.map(of, seeds, chunksize=4) for row in some]


def fit(
    table: list[Row], wanted: set[str], unwanted: set[str], *, false_alarms: float, ridge: float
) -> filters.Index:
    """A logistic regression that is 0 at the wished share of untouched photographs called wanted."""
    chosen = [(name, filters.shape(texture)) for name, texture in table if name in wanted | unwanted]
    shapes = np.array([values for _, values in chosen])
    truth = np.array([name in wanted for name, _ in chosen], float)
    untouched_ = np.array([name == "untouched" for name, _ in chosen])
    middle, spread = (values.round(DIGITS) for values in (shapes.mean(axis=0), shapes.std(axis=0)))
    design = np.column_stack([filters.terms(shapes, middle, spread), np.ones(len(shapes))])
    weights = _logistic(design, truth, ridge).round(DIGITS)
    limit = np.quantile(design[untouched_, :-1] @ weights[:-1], 1 - false_alarms)
    return filters.Index(
        middle=tuple(middle.tolist()),
        spread=tuple(spread.tolist()),
        single=tuple(weights[: shapes.shape[1]].tolist()),
        products=tuple(weights[shapes.shape[1] : -1].tolist()),
        constant=round(-float(limit), DIGITS),
    )


def _logistic(design: Array, truth: Array, ridge: float) -> Array:
    """Weights by which both classes count alike; the last column, the constant, is free."""
    share = np.where(truth > 0, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))

    def loss(weights: Array) -> tuple[float, Array]:
        score = design @ weights
        pull = np.append(weights[:-1], 0.0) * ridge
        slope = design.T @ (share * (1 / (1 + np.exp(-score)) - truth)) / len(truth)
        value = (share * (np.logaddexp(0, score) - truth * score)).mean() + pull @ weights
        return float(value), slope + 2 * pull

    start = np.zeros(design.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 3000}).x)


def flags(texture: Texture) -> set[str]:
    """Names of what is not good."""
    found = filters.filters(texture, Capture())
    names = {finding.name for finding in found if finding.word != "good"}
    return names | ({"blurred"} if filters.index("blurred", texture) > 0 else set())


def main() -> None:
    """Fit and write the indices."""
    table = gather(rows, FITTED)
    more = gather(sharpened_rows, SHARPENED_ONLY)
    seen = FACES_COUNT * gather(face_rows, FACES)
    found = {
        name: fit(
            [*table, *seen, *(more if name == "sharpened" else [])],
            wanted,
            UNWANTED[name],
            false_alarms=FALSE_ALARMS[name],
            ridge=RIDGE[name],
        )
        for name, wanted in WANTED.items()
    }
    PLACE.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=0) + b"\n")


if __name__ == "__main__":
    main()
