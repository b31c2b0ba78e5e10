"""The import contracts bite: the same contracts, asked about a house that breaks them."""

import grimp
import pytest
from importlinter.application.use_cases import read_user_options
from importlinter.configuration import configure
from importlinter.domain.contract import Contract

from tests.house.tree import ROOT
from tools.contracts import ForbiddenToCode, LayersOfCode

configure()
OPTIONS = read_user_options(str(ROOT / "pyproject.toml"))
KINDS = {"layers_of_code": LayersOfCode, "forbidden_to_code": ForbiddenToCode}


def contracts() -> list[Contract]:
    return [
        KINDS[options["type"]](options["name"], OPTIONS.session_options, options)
        for options in OPTIONS.contracts_options
    ]


def house(*imports: tuple[str, str], extra: str = "") -> grimp.ImportGraph:
    """A small graph of the same packages, with these imports."""
    graph = grimp.ImportGraph()
    for name in (
        "adamas",
        "adamas.errors",
        "adamas.answer",
        "adamas.message",
        "adamas.strict",
        "adamas.units",
        "adamas.interval",
        "adamas.knowledge",
        "adamas.intake",
        "adamas.screening",
        "adamas.planning",
        "adamas.report",
        "adamas_cli",
        *([extra] if extra else []),
    ):
        graph.add_module(name)
    for importer, imported in imports:
        is_outside = imported.partition(".")[0] not in {"adamas", "adamas_cli"}
        for name in (importer, imported):
            if name not in graph.modules:
                graph.add_module(name, is_squashed=is_outside and name == imported)
        graph.add_import(importer=importer, imported=imported, line_number=1, line_contents="import it")
    return graph


def is_kept(*imports: tuple[str, str], extra: str = "") -> bool:
    return all(contract.check(house(*imports, extra=extra), verbose=False).kept for contract in contracts())


def test_a_house_whose_imports_point_down_is_kept() -> None:
    assert is_kept(
        ("adamas.planning", "adamas.screening"),
        ("adamas.screening", "adamas.knowledge"),
        ("adamas_cli", "adamas.report"),
    )


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("adamas.knowledge", "adamas.screening"),
        ("adamas.screening", "adamas.planning"),
        ("adamas.intake", "adamas.report"),
        ("adamas.errors", "adamas.units"),
        ("adamas.units", "adamas.interval"),
        ("adamas.report", "adamas_cli"),
    ],
)
def test_an_import_that_points_up_breaks_a_contract(importer: str, imported: str) -> None:
    assert not is_kept((importer, imported))


@pytest.mark.parametrize(
    "outside", ["django", "sqlite3", "socket", "urllib", "subprocess", "http", "httpx", "requests"]
)
def test_the_core_cannot_import_the_world(outside: str) -> None:
    assert not is_kept(("adamas.report", outside))
    assert is_kept(("adamas_cli", outside))


def test_a_package_without_a_place_breaks_the_contract() -> None:
    assert not is_kept(extra="adamas.somewhere")


def test_a_test_beside_its_module_may_import_what_it_needs() -> None:
    assert is_kept(("adamas.units_test", "adamas.screening"), ("adamas.units_test", "subprocess"))
