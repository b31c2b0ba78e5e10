"""The hazard log lies beside the knowledge and is read as strictly."""

from pathlib import Path

import pytest

from adamas.errors import StatementInvalid
from adamas.knowledge.hazard import hazard_log, read_hazards

ONE = """hazards:
  H-01:
    title: Blank read as no
    harm: A client is treated who should not be.
    causes: [a form half filled]
    severity: major
    likelihood: low
    left: acceptable
    controls: ["test: silence never clears"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "hazards.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_hazard_is_known_by_its_id(tmp_path: Path) -> None:
    hazards = read_hazards(written(tmp_path, ONE))
    assert list(hazards) == ["H-01"]
    assert hazards["H-01"].severity == "major"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("severity: major", "severity: awful", "'awful' cannot stand here"),
        ("    left: acceptable\n", "", "The key 'left' is missing"),
        ("title:", "titel:", "Unknown key 'titel'"),
        ("hazards:", "hazard:", "Unknown key 'hazard'"),
    ],
)
def test_a_hazard_half_described_refuses_the_log(old: str, new: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(StatementInvalid, match=what) as refused:
        read_hazards(written(tmp_path, ONE.replace(old, new)))
    assert "hazards.yaml" in refused.value.where


def test_a_log_that_is_not_there_is_our_fault(tmp_path: Path) -> None:
    with pytest.raises(StatementInvalid, match="no such file"):
        read_hazards(hazard_log(tmp_path / "knowledge"))


def test_the_log_lies_beside_the_knowledge() -> None:
    assert hazard_log(Path("a/knowledge")) == Path("a/safety/hazards.yaml")
