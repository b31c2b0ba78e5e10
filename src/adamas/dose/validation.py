"""Fit and validation, kept apart: calibration rows set parameters, all other rows are only compared."""

from collections.abc import Mapping
from typing import Literal

import numpy as np
from msgspec import Struct

from adamas.dose.expected import Band
from adamas.dose.model import Model, band, model_of, point_of
from adamas.dose.questions import answer
from adamas.knowledge.library import Library
from adamas.knowledge.quantity import Parameter, ValidationRow

Result = Literal["hit", "partly", "miss"]


class Compared(Struct, frozen=True, kw_only=True):
    """One row: what the model predicts, what was published, and whether they agree.

    A single published figure is hit when the band holds it. A published range is hit when the middle lies in
    it, and partly when only some of the band does.
    """

    row: str
    kind: str
    predicted: Band
    at_least: float | None
    at_most: float | None
    result: Result


def validate(library: Library, *, draws: int = 10_000) -> tuple[Compared, ...]:
    """Every row against the model with the parameters as the library holds them."""
    model, zones = model_of(library, draws=draws), library.section("zones")
    rows: Mapping[str, ValidationRow] = library.section("validation")
    return tuple(_compared(row, band(answer(row, model, zones), row.unit)) for row in rows.values())


def fit(library: Library) -> dict[str, float]:
    """The parameters that the calibration rows give by least squares; no other row is looked at."""
    from scipy.optimize import least_squares  # a third of a second to load, and only this command needs it

    parameters: Mapping[str, Parameter] = library.section("parameters")
    fitted = [entry for entry in parameters.values() if entry.fitted_from]
    rows = [row for row in library.section("validation").values() if row.kind == "calibration"]
    point, zones = point_of(library), library.section("zones")

    def residuals(values: np.ndarray) -> list[float]:
        model: Model = point.but(dict(zip((entry.id for entry in fitted), values, strict=True)))
        return [float(answer(row, model, zones)[0]) - _published(row) for row in rows]

    # Started from the low ends, so that the stored values cannot pass for a result.
    start = [entry.low + 0.1 * (entry.high - entry.low) for entry in fitted]
    bounds = ([entry.low for entry in fitted], [entry.high for entry in fitted])
    found = least_squares(residuals, start, bounds=bounds, xtol=1e-12, ftol=1e-12, gtol=1e-12)
    return {entry.id: float(value) for entry, value in zip(fitted, found.x, strict=True)}


def _published(row: ValidationRow) -> float:
    known = [value for value in (row.at_least, row.at_most) if value is not None]
    return sum(known) / len(known)


def _compared(row: ValidationRow, predicted: Band) -> Compared:
    return Compared(
        row=row.id,
        kind=row.kind,
        predicted=predicted,
        at_least=row.at_least,
        at_most=row.at_most,
        result=_result(row, predicted),
    )


def _result(row: ValidationRow, predicted: Band) -> Result:
    low = -np.inf if row.at_least is None else row.at_least - row.tolerance
    high = np.inf if row.at_most is None else row.at_most + row.tolerance
    overlaps = predicted.low <= high and low <= predicted.high
    if not overlaps:
        return "miss"
    is_single = row.at_least == row.at_most
    return "hit" if is_single or low <= predicted.middle <= high else "partly"
