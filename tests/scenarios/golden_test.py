"""Every scenario reads today as it read when a person last read it."""

from pathlib import Path

import pytest

from tests.support.scenarios import NAMES, ROOT, SCENARIOS, library
from tools.golden import goldens, names


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_reads_as_it_was_last_read(name: str) -> None:
    texts = goldens(name, library())
    kept = {path.name: path.read_text(encoding="utf-8") for path in (SCENARIOS / name / "golden").glob("*")}
    assert sorted(kept) == sorted(texts)
    changed = [file for file, text in texts.items() if kept[file] != text]
    assert changed == [], f"read the difference, then: python -m tools.golden {name}"


def test_there_are_at_least_twenty_four_scenarios_and_each_tells_its_story() -> None:
    assert len(names()) >= 24
    for name in names():
        head = (SCENARIOS / name / "client.yaml").read_text(encoding="utf-8").splitlines()[:2]
        assert [line[:2] for line in head] == ["# ", "# "]
        assert head[1].startswith("# A good clinician ")


def test_nothing_that_writes_goldens_knows_of_the_contracts() -> None:
    writers = [
        *(ROOT / "tools").glob("*.py"),
        *(ROOT / "src" / "adamas_cli").rglob("*.py"),
        ROOT / "Makefile",
    ]
    assert [path for path in writers if mentions_contracts(path)] == []


def mentions_contracts(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return "tests/contract" in text or "expectations.yaml" in text
