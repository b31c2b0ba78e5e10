"""A screening starts fast because it loads little; what it must not load is named here."""

import subprocess
import sys

import pytest

HEAVY = {"polars", "numpy", "scipy", "rich", "jinja2", "icalendar", "typing_extensions", "tempfile", "shutil"}
SCREEN = """
import contextlib, io, sys
from adamas_cli.main import run
with contextlib.redirect_stdout(io.StringIO()):
    run(["screen", sys.argv[1]])
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is loaded after a second screening; the first one fills the cache."""
    path = tmp_path_factory.mktemp("client") / "client.yaml"
    path.write_text("on: 2026-11-21\nanswers: {pregnancy: absent}\n", encoding="utf-8")
    command = [sys.executable, "-c", SCREEN, str(path)]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(2)]
    return set(runs[-1].stdout.split())


def test_a_screening_loads_nothing_heavy(loaded: set[str]) -> None:
    assert loaded & HEAVY == set()


def test_a_screening_loads_what_it_needs(loaded: set[str]) -> None:
    assert {"msgspec", "adamas.screening.screen"} <= loaded


def test_what_was_hidden_at_the_start_is_found_by_whoever_asks_later() -> None:
    asked = "import adamas_cli, typing_extensions; print(typing_extensions.__name__)"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "typing_extensions"
