"""Runs the studies of `validation/` and prints docs/imaging-validation.md with its figures.

python -m tools.validate_imaging            every study
python -m tools.validate_imaging optics     only these; the others keep their stored results
python -m tools.validate_imaging --page     no study, only the page
"""

import argparse
import importlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from validation.page import DOCS, IMAGES, draw, page
from validation.study import Bar, Figure, Part, Result, Step, Study

FOLDER = Path(__file__).parents[1] / "validation"
RESULTS = FOLDER / "results"


def studies() -> dict[str, Study]:
    """Every module of `validation/` that has a STUDY, by its name; the folder is the list."""
    names = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.endswith(("_test", "__")))
    modules = {name: importlib.import_module(f"validation.{name}") for name in names}
    found = {name: module.STUDY for name, module in modules.items() if hasattr(module, "STUDY")}
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))


def stored() -> tuple[Result, ...]:
    """The results of all studies that were ever run, in the order of the page."""
    results = (msgspec.json.decode(path.read_bytes(), type=Result) for path in RESULTS.glob("*.json"))
    return tuple(sorted(results, key=lambda result: (result.order, result.name)))


def run(name: str, study: Study, progress: Progress) -> Result:
    """Run one study, store and return what it found."""
    task = progress.add_task(study.title, total=None)
    began = time.perf_counter()
    parts = tuple(_parts(study, progress, task))
    progress.update(task, total=1, completed=1)
    result = Result(
        name=name,
        title=study.title,
        about=study.about,
        order=study.order,
        seconds=round(time.perf_counter() - began, 1),
        parts=parts,
    )
    RESULTS.mkdir(exist_ok=True)
    # NumPy's numbers become Python's.
    raw = msgspec.json.format(msgspec.json.encode(result, enc_hook=np.generic.item), indent=1)
    (RESULTS / f"{name}.json").write_bytes(raw + b"\n")
    return result


def _parts(study: Study, progress: Progress, task: object) -> Iterator[Part]:
    for part in study.run():
        if isinstance(part, Step):
            progress.update(task, completed=part.done, total=part.of)  # type: ignore[arg-type]  # TaskID is an int
        else:
            yield part


def main() -> int:
    """Run what was asked for; exit code 1 when a bar of it is missed."""
    known = studies()
    parser = argparse.ArgumentParser(prog="make validation", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="STUDY", help=f"any of: {', '.join(known)}")
    parser.add_argument("--page", action="store_true", help="only print the page from stored results")
    args = parser.parse_args()
    if unknown := set(args.names) - set(known):
        parser.error(f"no such study: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    wanted = [] if args.page else args.names or list(known)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as progress:
        fresh = tuple(run(name, known[name], progress) for name in wanted)
    results = stored()
    IMAGES.mkdir(parents=True, exist_ok=True)
    for figure in (part for result in results for part in result.parts if isinstance(part, Figure)):
        draw(figure)
    DOCS.write_text(page(results), encoding="utf-8")
    bars = [part for result in fresh for part in result.parts if isinstance(part, Bar)]
    for bar in bars:
        print(f"{'met ' if bar.is_met else 'MISS'}  {bar.claim}: {bar.measured} (bar {bar.bar})")
    return 1 if any(not bar.is_met for bar in bars) else 0


if __name__ == "__main__":
    sys.exit(main())
