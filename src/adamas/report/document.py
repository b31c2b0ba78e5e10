"""A document as data: what a reader is shown, before anybody decides how it looks.

`adamas.report.text` shows it in a terminal, `adamas.report.html` on a screen, `adamas.report.pdf` on paper.
"""

from typing import Literal

from msgspec import Struct

Tone = Literal["plain", "quiet", "strong", "clear", "caution", "ask", "defer", "refer", "refuse"]
"""How a piece is meant: ordinary, in the background, in the foreground, or coloured like a decision."""


class Heading(Struct, frozen=True, tag="heading"):
    """The title of a section; level 1 is the largest."""

    text: str
    level: int = 1


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """Running text."""

    text: str
    tone: Tone = "plain"


class Item(Struct, frozen=True, kw_only=True):
    """One entry of a list: a short label, the text, and quieter lines under it."""

    text: str
    label: str = ""
    tone: Tone = "plain"
    details: tuple[str, ...] = ()


class Items(Struct, frozen=True, tag="items"):
    """A list of entries."""

    items: tuple[Item, ...]


class Table(Struct, frozen=True, tag="table"):
    """Rows under column titles; columns named in `numbers` are aligned to the right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Banner(Struct, frozen=True, tag="banner"):
    """The one thing to see first: a word, its tone and a sentence."""

    word: str
    tone: Tone
    text: str = ""


class Stop(Struct, frozen=True, kw_only=True):
    """One day of a timeline."""

    day: str
    title: str
    tone: Tone = "plain"
    lines: tuple[str, ...] = ()


class Timeline(Struct, frozen=True, tag="timeline"):
    """Days in their order."""

    stops: tuple[Stop, ...]


class Mark(Struct, frozen=True):
    """A published value on a chart."""

    x: float
    y: float
    label: str


class Chart(Struct, frozen=True, kw_only=True, tag="chart"):
    """One curve with the band it lies in.

    across, up: what the axes show, with units. x rises; low, middle and high belong to its places.
    line: a level to be reached, drawn across. marks: values from elsewhere, to compare with.
    decimal_sign: as the reader writes numbers.
    """

    title: str
    across: str
    up: str
    x: tuple[float, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    line: float | None = None
    marks: tuple[Mark, ...] = ()
    decimal_sign: str = "."


class Picture(Struct, frozen=True, kw_only=True):
    """A photograph or drawing with what it shows in words. width, height: in pixels."""

    data: bytes
    media: Literal["image/jpeg", "image/png"]
    width: int
    height: int
    alt: str
    caption: str = ""


class Pictures(Struct, frozen=True, tag="pictures"):
    """Pictures side by side."""

    pictures: tuple[Picture, ...]


class Slider(Struct, frozen=True, kw_only=True, tag="slider"):
    """Two pictures of one size, one over the other; the reader uncovers either. label: of the control."""

    before: Picture
    after: Picture
    label: str
    caption: str = ""


Block = Heading | Paragraph | Items | Table | Banner | Timeline | Chart | Pictures | Slider


class Document(Struct, frozen=True, kw_only=True):
    """Everything a reader is shown, in order.

    footer: what holds for the whole of it. has_contents: long enough for a table of contents.
    """

    title: str
    lang: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...] = ()
    has_contents: bool = False
