"""The scenarios of the house: whole clients, as their files say, on the day of their answers."""

from functools import cache
from pathlib import Path

from adamas.knowledge.library import Library, compile_library
from adamas_cli.course import Course, course_of
from adamas_cli.files import Heard, hear

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
NAMES = tuple(sorted(path.parent.name for path in SCENARIOS.glob("*/client.yaml")))


@cache
def library() -> Library:
    """The knowledge base as it is in this checkout."""
    return compile_library(ROOT / "knowledge")


@cache
def heard(name: str) -> Heard:
    """The client of a scenario."""
    return hear(str(SCENARIOS / name / "client.yaml"), library(), on=None)


@cache
def course(name: str) -> Course:
    """Verdict, plan and aftercare of a scenario."""
    return course_of(heard(name), library())
