"""Shows a document in a terminal: plain characters, wrapped, coloured only where colour is wanted."""

from textwrap import wrap

from adamas.report.document import (
    Banner,
    Block,
    Chart,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Pictures,
    Slider,
    Stop,
    Table,
    Timeline,
    Tone,
)
from adamas.report.plot import plot

WIDTH = 96
_ESCAPE = {
    "quiet": "2",
    "strong": "1",
    "clear": "1;32",
    "caution": "1;33",
    "ask": "1;36",
    "defer": "1;34",
    "refer": "1;35",
    "refuse": "1;31",
}


def render(document: Document, *, width: int = WIDTH, colour: bool = False) -> str:
    """The document as text, at most `width` characters wide; ends with a newline."""
    pen = _Pen(width=max(width, 40), colour=colour)
    lines = [pen.paint(document.title, "strong"), ""]
    for block in document.blocks:
        lines += [*pen.block(block), ""]
    for note in document.footer:
        lines += pen.wrapped(note, tone="quiet")
    return "\n".join(lines).rstrip() + "\n"


class _Pen:
    def __init__(self, *, width: int, colour: bool) -> None:
        self.width = width
        self.colour = colour

    def paint(self, text: str, tone: Tone) -> str:
        code = _ESCAPE.get(tone)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code else text

    def wrapped(
        self, text: str, *, indent: str = "", first: str | None = None, tone: Tone = "plain"
    ) -> list[str]:
        start = indent if first is None else first
        parts = wrap(text, self.width - len(indent), break_long_words=False, break_on_hyphens=False) or [""]
        return [(start if i == 0 else indent) + self.paint(part, tone) for i, part in enumerate(parts)]

    def block(self, block: Block) -> list[str]:
        match block:
            case Heading(text, level):
                return [self.paint(text, "strong")] + (
                    ["=" * min(len(text), self.width)] if level == 1 else []
                )
            case Paragraph(text, tone):
                return self.wrapped(text, tone=tone)
            case Banner(word, tone, text):
                return [self.paint(word.upper(), tone), *(self.wrapped(text) if text else [])]
            case Items(items):
                return self.items(items)
            case Table():
                return self.table(block)
            case Timeline(stops):
                return [line for stop in stops for line in self.stop(stop)]
            case Chart():
                return [self.paint(block.title, "strong"), *plot(block, width=self.width)]
            case Pictures() | Slider():
                return self.pictures(block)

    def pictures(self, block: Pictures | Slider) -> list[str]:
        """A terminal shows no pictures: it says what they show."""
        shown = block.pictures if isinstance(block, Pictures) else (block.before, block.after)
        said = [f"{picture.caption} [{picture.alt}]".lstrip() for picture in shown]
        if isinstance(block, Slider) and block.caption:
            said.append(block.caption)
        return [line for text in said for line in self.wrapped(text, indent="  ", tone="quiet")]

    def items(self, items: tuple[Item, ...]) -> list[str]:
        labels = max((len(item.label) for item in items), default=0)
        lines: list[str] = []
        for item in items:
            indent = " " * (labels + 4 if labels else 4)
            label = self.paint(item.label, item.tone) + " " * (labels - len(item.label))
            first = f"  {label}  " if labels else "  - "
            lines += self.wrapped(item.text, indent=indent, first=first)
            for detail in item.details:
                lines += self.wrapped(detail, indent=indent, tone="quiet")
        return lines

    def stop(self, stop: Stop) -> list[str]:
        lines = [f"  {self.paint(stop.day, stop.tone if stop.tone != 'plain' else 'strong')}  {stop.title}"]
        for line in stop.lines:
            lines += self.wrapped(line, indent="      ")
        return lines

    def table(self, table: Table) -> list[str]:
        rows = (table.columns, *table.rows)
        widths = _fitted(
            [max(len(row[i]) for row in rows) for i in range(len(table.columns))], self.width - 2
        )
        lines: list[str] = []
        for number, row in enumerate(rows):
            cells = [wrap(cell, widths[i]) or [""] for i, cell in enumerate(row)]
            for k in range(max(len(cell) for cell in cells)):
                parts = [cell[k] if k < len(cell) else "" for cell in cells]
                line = "  ".join(
                    part.rjust(widths[i]) if i in table.numbers else part.ljust(widths[i])
                    for i, part in enumerate(parts)
                )
                lines.append("  " + self.paint(line.rstrip(), "quiet" if number == 0 else "plain"))
        return lines


def _fitted(widths: list[int], room: int) -> list[int]:
    """Narrow the widest columns until the table fits; two spaces stand between columns."""
    fitted = list(widths)
    while sum(fitted) + 2 * (len(fitted) - 1) > room and max(fitted) > 12:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted
