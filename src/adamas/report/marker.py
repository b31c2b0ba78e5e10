"""A sheet of markers to print and cut out: lying beside the skin, each says how large everything is."""

from importlib.resources import files
from typing import Any

import msgspec

from adamas.imaging.scale import MARKER_MM, QUIET, marker
from adamas.report.words import Catalogue

SHEET = tuple(range(6))
"""Numbers of the markers on a sheet: one a person, or one a place."""
RULER_MM = 100
_CELLS = 6
"""Cells along the black square of a marker."""


def render(words: Catalogue) -> bytes:
    """The sheet as a PDF on A4; printed at its full size, each black square is 20 mm wide."""
    # Imported here because it is 40 MB of compiler.
    import typst

    return bytes(typst.compile(project(words), ignore_system_fonts=True, timestamp=0))


def project(words: Catalogue) -> Any:
    """The files from which the sheet is set."""
    says = {
        "lang": words.lang,
        "title": words.ui("marker-title"),
        "how": [words.ui(f"marker-{step}") for step in ("print", "check", "cut", "lay")],
        "ruler": words.ui("marker-ruler", mm=RULER_MM),
        "ruler-mm": RULER_MM,
        "markers": [
            {"file": f"marker-{number}.svg", "name": words.ui("marker-number", number=number)}
            for number in SHEET
        ],
        "marker-mm": MARKER_MM * (_CELLS + 2 * QUIET) / _CELLS,
    }
    drawn = {f"marker-{number}.svg": _svg(number).encode() for number in SHEET}
    template = (files("adamas.report") / "templates" / "marker.typ").read_bytes()
    return {"main.typ": template, "says.json": msgspec.json.encode(says), **drawn}


def _svg(number: int) -> str:
    """A marker with its white rim, one unit a cell: sharp at every size."""
    cells = marker(number, cell_px=1)
    black = "".join(
        f"M{column} {row}h1v1h-1z"
        for row, line in enumerate(cells)
        for column, level in enumerate(line)
        if level == 0
    )
    side = cells.shape[0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path d="M0 0h{side}v{side}h-{side}z" fill="#fff"/><path d="{black}" fill="#000"/></svg>'
    )
