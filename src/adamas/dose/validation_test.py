import pytest

from adamas.dose.model import point_of
from adamas.dose.questions import QUESTIONS, answer
from adamas.dose.validation import fit, validate
from adamas.errors import StatementInvalid
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.quantity import ValidationRow
from adamas.knowledge.sections import SECTIONS, read_section

SECTION = {
    name: read_section(SECTIONS[name], default_root()) for name in ("parameters", "validation", "zones")
}
LIBRARY = Library.of(SECTION, digest="validation")
FOUND = {compared.row: compared for compared in validate(LIBRARY)}
MISSES = {"t8-48h", "v35-6h", "t11", "t12-shape"}


def test_the_stored_values_are_those_the_calibration_rows_give() -> None:
    for name, value in fit(LIBRARY).items():
        assert SECTION["parameters"][name].value == pytest.approx(value, rel=0.01), name


def test_the_fit_looks_at_calibration_rows_only() -> None:
    rows = {name: row for name, row in SECTION["validation"].items() if row.kind == "calibration"}
    alone = Library.of({**SECTION, "validation": rows}, digest="calibration")
    assert fit(alone) == pytest.approx(fit(LIBRARY))


def test_exactly_the_known_rows_are_missed() -> None:
    assert {row for row, compared in FOUND.items() if compared.result == "miss"} == MISSES
    assert {row for row, compared in FOUND.items() if compared.result == "partly"} == {"v10"}


def test_the_known_misfit_of_the_forearm_is_reported_as_a_miss_of_fourteen_points() -> None:
    assert FOUND["t8-48h"].predicted.middle - 0.55 == pytest.approx(0.14, abs=0.01)


def test_every_calibration_identity_and_safety_row_is_hit() -> None:
    kinds = ("calibration", "identity", "safety")
    assert {c.result for c in FOUND.values() if c.kind in kinds} == {"hit"}


def test_every_quantity_is_asked_by_some_row() -> None:
    assert {row.quantity for row in SECTION["validation"].values()} == set(QUESTIONS)


def test_a_quantity_the_model_does_not_know_is_named() -> None:
    row = ValidationRow(
        id="x", title="x", grade="P", kind="weak", quantity="recovred", unit="share", tell="x", at_least=1
    )
    with pytest.raises(StatementInvalid, match="recovred"):
        answer(row, point_of(LIBRARY), {})
