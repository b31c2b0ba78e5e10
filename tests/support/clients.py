"""Client files for the tests of the command line: those of scenarios, and small ones written on the spot."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from adamas.knowledge.library import Library, read_library
from adamas_cli.course import Course, course_of
from adamas_cli.files import Heard, hear
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


@lru_cache(maxsize=1)
def house_library() -> Library:
    """The library of the house itself, read once."""
    return read_library()


@lru_cache(maxsize=16)
def heard(client: str) -> Heard:
    """A client file as the command line hears it on the day of the tests."""
    return hear(client, house_library(), on=date.fromisoformat(ON))


@lru_cache(maxsize=16)
def course(client: str) -> Course:
    """Everything that follows from a client file."""
    return course_of(heard(client), house_library())
