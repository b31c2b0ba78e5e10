"""Client files for the tests of the command line: those of scenarios, and small ones written on the spot."""

from pathlib import Path

from tests.house.tree import ROOT

ON = "2026-11-21"


def scenario(name: str) -> str:
    """The path of the client file of a scenario."""
    return str(ROOT / "scenarios" / name / "client.yaml")


CLEARED = scenario("photo-ageing-52")
REFUSED = scenario("pregnant")
OPEN_QUESTIONS = scenario("half-answered")
HOME_DEVICE = scenario("home-device-owner")


def written(folder: Path, text: str, *, name: str = "client.yaml") -> str:
    """A client file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)
