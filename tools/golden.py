"""Writes what every scenario ends in, as people read it: scenarios/<name>/golden/*.txt.

python -m tools.golden [NAME ...]

Read the difference before committing it: a sentence that changed is advice that changed.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from adamas.knowledge.library import Library, compile_library
from adamas.planning.plan import NotPlanned
from adamas.report.advice import compose_advice
from adamas.report.document import Document
from adamas.report.parts import Reader
from adamas.report.plan import compose_not_planned, compose_plan
from adamas.report.text import render
from adamas.report.verdict import compose_verdict
from adamas.report.words import Words
from adamas_cli.course import Course, course_of
from adamas_cli.files import Heard, hear

ROOT = Path(__file__).parents[1]
SCENARIOS = ROOT / "scenarios"


def names() -> tuple[str, ...]:
    """The scenarios there are: each folder with a client is one."""
    return tuple(sorted(path.parent.name for path in SCENARIOS.glob("*/client.yaml")))


def goldens(name: str, library: Library) -> dict[str, str]:
    """The texts of one scenario by file name.

    The English plan is the professional's, the Russian one the client's, so that both tellings are read.
    Aftercare belongs to the first visit of the plan; without a plan there is none.
    """
    heard = hear(str(SCENARIOS / name / "client.yaml"), library, on=None)
    course = course_of(heard, library)
    found = {}
    for lang in ("en", "ru"):
        words = Words(lang, library)
        for what, document in _documents(heard, course, words):
            text = render(document).replace(library.digest[:8], "········")
            found[f"{what}.{lang}.txt"] = text
    return found


def _documents(heard: Heard, course: Course, words: Words) -> Iterator[tuple[str, Document]]:
    client = heard.client.client
    yield "screen", compose_verdict(course.verdict, words, client=client)
    reader: Reader = "professional" if words.lang == "en" else "client"
    if isinstance(course.plan, NotPlanned):
        yield "plan", compose_not_planned(course.plan, words, client=client, reader=reader)
        return
    yield "plan", compose_plan(course.plan, words, client=client, reader=reader)
    yield "aftercare", compose_advice(course.aftercare[0], words, client=client, reader="client")


def write(name: str, library: Library) -> int:
    """Write the goldens of one scenario, remove those it no longer has; how many files changed."""
    folder = SCENARIOS / name / "golden"
    folder.mkdir(exist_ok=True)
    texts = goldens(name, library)
    changed = 0
    for path in sorted(folder.glob("*.txt")):
        if path.name not in texts:
            path.unlink()
            changed += 1
    for file, text in texts.items():
        path = folder / file
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed += 1
    return changed


def main(wanted: list[str]) -> int:
    """Write the scenarios named, or all of them."""
    library = compile_library(ROOT / "knowledge")
    for name in wanted or names():
        changed = write(name, library)
        if changed:
            print(f"{name}: {changed} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
