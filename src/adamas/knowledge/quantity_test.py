from typing import Any

import pytest

from adamas.errors import StatementInvalid
from adamas.knowledge.library import default_root
from adamas.knowledge.quantity import Parameter, ValidationRow
from adamas.knowledge.sections import SECTIONS, read_section

PARAMETERS: dict[str, Parameter] = read_section(SECTIONS["parameters"], default_root())
ROWS: dict[str, ValidationRow] = read_section(SECTIONS["validation"], default_root())


def parameter(**fields: Any) -> Parameter:
    told = {"value": 1, "low": 0.5, "high": 2, "spread": "even-log", **fields}
    return Parameter(id="x", title="x", unit="ratio", grade="P", tell="x", **told)


@pytest.mark.parametrize(
    "wrong",
    [{"value": 3}, {"value": 0.4}, {"low": 0, "value": 0}, {"spread": "fixed"}, {"low": 1, "high": 1}],
)
def test_a_range_that_does_not_hold_its_value_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(StatementInvalid, match="does not suit"):
        parameter(**wrong)


def test_every_fitted_parameter_names_a_calibration_row() -> None:
    named = {row for entry in PARAMETERS.values() for row in entry.fitted_from}
    assert named == {name for name, row in ROWS.items() if row.kind == "calibration"}


def test_every_row_publishes_something() -> None:
    assert not [row.id for row in ROWS.values() if row.at_least is None and row.at_most is None]


def test_the_vacuum_exponent_is_never_taken_for_known() -> None:
    exponent = PARAMETERS["vacuum-exponent"]
    assert (exponent.low, exponent.high) == (0.1, 1.0)
