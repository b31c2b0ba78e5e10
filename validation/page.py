"""The printed page of all results."""

from pathlib import Path

from matplotlib.figure import Figure as Plot

from validation.study import Bar, Cell, Figure, Picture, Result, Table

DOCS = Path(__file__).parents[1] / "docs" / "imaging-validation.md"
IMAGES = DOCS.parent / "images" / "imaging"
HEAD = """\
# How well the measures of skin measure

Printed by `make validation`; nothing here is written by hand. The studies lie in `validation/`, their stored
results in `validation/results/`.

The skin of these studies is synthetic (`adamas.imaging.phantom`): layered optics, drawn relief, simulated
light and camera. It shows how the algorithms behave where the truth is known. **It does not prove that they
are valid on patients:** real skin scatters light sideways, has hair and make-up, and phones process their
pictures in ways nobody publishes. Numbers of one person are compared only with that person's own.
"""


def page(results: tuple[Result, ...]) -> str:
    """The whole page as Markdown."""
    bars = [part for result in results for part in result.parts if isinstance(part, Bar)]
    parts = [HEAD]
    if bars:
        rows = tuple(
            (bar.claim, bar.bar, bar.measured, "met" if bar.is_met else "**missed**") for bar in bars
        )
        kept = sum(bar.is_met for bar in bars)
        parts.append(
            f"## The bars: {kept} of {len(bars)} met\n\n" + _grid(("claim", "bar", "measured", ""), rows)
        )
    parts += [_section(result) for result in results]
    return "\n".join(parts)


def _section(result: Result) -> str:
    lines = [f"## {result.title}\n", f"{result.about.strip()}\n"]
    for part in result.parts:
        match part:
            case Table(title=title, columns=columns, rows=rows, note=note):
                lines += [f"**{title}**\n", _grid(columns, rows)]
                lines += [f"{note}\n"] if note else []
            case Figure(name=name, title=title):
                lines.append(f"![{title}](images/imaging/{name}.png)\n")
            case Picture(file=file, title=title):
                lines.append(f"![{title}](images/imaging/{file})\n")
            case Bar():
                pass
    lines.append(
        f"*`python -m tools.validate_imaging {result.name}`: {result.seconds:.1f} s on two cores.*\n"
    )
    return "\n".join(lines)


def _grid(columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> str:
    head = f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n"
    return head + "".join(f"| {' | '.join(_cell(cell) for cell in row)} |\n" for row in rows)


def _cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.3g}" if abs(cell) < 1000 else f"{cell:.0f}"
    return str(cell).replace("|", "\\|")


def draw(figure: Figure) -> None:
    """Write a figure as PNG."""
    plot = Plot(figsize=(6.4, 3.6), layout="constrained")
    axes = plot.subplots()
    for line in figure.lines:
        axes.plot(line.x, line.y, "o" if line.dots else "-", label=line.label, markersize=4)
    axes.set(xlabel=figure.x, ylabel=figure.y, title=figure.title)
    if figure.log:
        axes.set_xscale("log")
    if len(figure.lines) > 1:
        axes.legend(fontsize="small")
    axes.grid(alpha=0.3)
    plot.savefig(IMAGES / f"{figure.name}.png", dpi=100, metadata={"Software": ""})
