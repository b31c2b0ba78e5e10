"""The safety file: whole, current, and true about the code it names."""

import re
import tomllib
from pathlib import Path

import pytest

from adamas.knowledge.hazard import Hazard, read_hazards
from adamas.report.coverage import message_ids
from adamas.strict import read_text
from tests.support.scenarios import ROOT, library
from tools.safety_matrix import MATRIX, matrix

HAZARDS = read_hazards(ROOT / "safety" / "hazards.yaml")
CONTROLS = [(name, control) for name, hazard in HAZARDS.items() for control in hazard.controls]


def test_the_hazards_are_numbered_without_a_gap() -> None:
    assert list(HAZARDS) == [f"H-{n:02}" for n in range(1, len(HAZARDS) + 1)]


@pytest.mark.parametrize(("name", "control"), CONTROLS)
def test_every_control_names_something_that_exists(name: str, control: str) -> None:
    kind, _, what = control.partition(":")
    assert kind in {"code", "test", "person"}
    assert what.strip()
    if kind == "person":
        assert what.strip().endswith(".")
    else:
        assert (ROOT / what).is_file()
        assert what.endswith("_test.py") == (kind == "test")


@pytest.mark.parametrize(("name", "hazard"), HAZARDS.items())
def test_every_hazard_is_held_back_by_more_than_good_will(name: str, hazard: Hazard) -> None:
    stated = [s.id for s in library().statements.values() if name in s.hazards]
    built = [control for control in hazard.controls if not control.startswith("person:")]
    assert stated or any(control.startswith("test:") for control in built)
    assert any(control.startswith("person:") for control in hazard.controls)
    assert len(hazard.causes) >= 2


def test_we_do_not_release_with_a_risk_we_call_unacceptable() -> None:
    assert {name for name, hazard in HAZARDS.items() if hazard.left == "unacceptable"} == set()


def test_every_statement_names_a_hazard_or_says_why_it_has_none() -> None:
    silent = [
        statement.id
        for statement in library().statements.values()
        if not statement.hazards
        or any(h not in HAZARDS and not re.fullmatch(r"none: \w+ .+", h) for h in statement.hazards)
    ]
    assert silent == []


def test_the_matrix_is_current() -> None:
    assert MATRIX.read_text(encoding="utf-8") == matrix(ROOT / "knowledge"), "python -m tools.safety_matrix"


def test_the_matrix_shows_every_statement_as_proved() -> None:
    rows = [line for line in MATRIX.read_text(encoding="utf-8").splitlines() if "/statement.yaml)" in line]
    assert rows
    assert [row for row in rows if not row.endswith("| proved |")] == []
    assert {row.split("](")[0].removeprefix("| [") for row in rows} == set(library().statements)


def test_every_hazard_is_told_in_russian_too() -> None:
    wanted = {f"hazard-{name}--{field}" for name in HAZARDS for field in ("title", "harm")}
    there = {name for name in message_ids(ROOT / "locales" / "ru") if name.startswith("hazard-")}
    assert there == wanted


def test_every_package_we_run_on_has_its_reason() -> None:
    project = tomllib.loads(read_text(ROOT / "pyproject.toml"))["project"]
    needed = [re.split(r"[^A-Za-z0-9._-]", package)[0].lower() for package in project["dependencies"]]
    told = re.findall(r"^\| `([^`]+)` \|", read_text(ROOT / "safety" / "soup.md"), re.MULTILINE)
    assert needed
    assert sorted(told) == sorted(needed)


@pytest.mark.parametrize("page", ["README.md", "intended-use.md", "soup.md", "matrix.md"])
def test_every_link_of_the_safety_file_leads_somewhere(page: str) -> None:
    folder = ROOT / "safety"
    links = re.findall(r"\]\(([^)#]+)\)", read_text(folder / page))
    assert [link for link in links if not link.startswith("http") and not _is_there(folder, link)] == []


def _is_there(folder: Path, link: str) -> bool:
    return (folder / link).exists()
