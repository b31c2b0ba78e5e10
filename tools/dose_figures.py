"""Writes docs/dose.md and its figures: what the dose model says, and what it gets wrong.

python -m tools.dose_figures
"""

import sys
from pathlib import Path

from adamas.dose.validation import Compared, fit, validate
from adamas.knowledge.library import Library, compile_library
from adamas.knowledge.quantity import Parameter
from adamas.report.dose_figures import figures
from adamas.report.dose_validation import published, rows_in_order
from adamas.report.figure import render_svg
from adamas.report.words import Words

ROOT = Path(__file__).parents[1]
PAGE = "docs/dose.md"
FOLDER = "docs/images/dose"

HEAD = """# The dose model

What settings probably do, how sure that is, and what the model gets wrong.
**It is a model, not a measurement.** Data on crystals, abrasive pads and tape strips are carried over to
diamond, because no study was found that measures what a diamond tip takes. Nothing here has been reviewed by
a clinician.

    adamas dose --zone cheek --grit 80 --vacuum 17kPa --passes 1 --age 45 --skin dry
    adamas dose --validate

There are two doses, not one. *Abrasion* is the share of the horny layer that goes: each pass takes the same
share of what is left, and grain, contact (with a vacuum term of unknown power), pace, thickness, dryness and
age multiply its work. *Vascular load* is vacuum × time under the tip × fragility, as a share of what small
vessels may bear. Recovery follows both the barrier (a stretched exponential) and the layer (a straight line).

Every number is an entry of `knowledge/parameters/` with its unit, range, source and grade. A band holds nine
tenths of the possible worlds drawn from those ranges. The same code makes this page, the figures and the
tests (`python -m tools.dose_figures`).
"""


def pages(library: Library) -> dict[str, str]:
    """Every file of the page by its path."""
    words = Words("en", library)
    charts = figures(words)
    found = {f"{FOLDER}/{name}.svg": render_svg(chart) for name, chart in charts.items()}
    parts = [HEAD, *_validation(library, words), "## Curves\n"]
    parts += [f"![{chart.title}](images/dose/{name}.svg)\n" for name, chart in charts.items()]
    found[PAGE] = "\n".join([*parts, *_parameters(library)])
    return found


def _validation(library: Library, words: Words) -> list[str]:
    rows = [
        f"| {row.row} | {words.title('validation', row.row)} | {_band(row)} | {published(row, words)} "
        f"| {words.ui(f'dose-kind-{row.kind}')} | {_result(row)} |"
        for row in rows_in_order(validate(library))
    ]
    return [
        "## Against published values\n",
        "Calibration rows set parameters, so they prove nothing. Only rows held out can validate. A single",
        "published figure is hit when the band holds it, a range when the middle of the band lies in it.\n",
        "| row | what | predicted (middle, band) | published | kind | result |",
        "|---|---|---|---|---|---|",
        *rows,
        "",
        *_misses(library, words),
        "Fitted by least squares (SciPy) to the calibration rows alone:",
        ", ".join(f"`{name}` {value:.3g}" for name, value in fit(library).items()) + ".\n",
    ]


def _misses(library: Library, words: Words) -> list[str]:
    missed = [row for row in rows_in_order(validate(library)) if row.result == "miss"]
    lines = [f"- **{row.row}**: {words.text('validation', row.row, 'tell')}" for row in missed]
    return ["Missed, and said so:\n", *lines, ""]


def _band(row: Compared) -> str:
    band = row.predicted
    return f"{band.middle:.2f} ({band.low:.2f}–{band.high:.2f}) {band.unit}"


def _result(row: Compared) -> str:
    return f"**{row.result}**" if row.result != "hit" else row.result


def _parameters(library: Library) -> list[str]:
    entries: dict[str, Parameter] = library.section("parameters")
    rows = [
        f"| `{entry.id}` | {entry.title} | {entry.value:g} | {entry.low:g}–{entry.high:g} | {entry.unit} "
        f"| {entry.grade} |"
        for entry in entries.values()
    ]
    return [
        "## Parameters\n",
        "| id | what | middle | range | unit | grade |",
        "|---|---|---|---|---|---|",
        *rows,
        "",
    ]


def main() -> int:
    """Write what has changed."""
    for name, text in pages(compile_library(ROOT / "knowledge")).items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
