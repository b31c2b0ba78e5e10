"""Sets a document on paper: a PDF through Typst, wholly in memory, with the fonts Typst brings."""

from base64 import b64encode
from importlib.resources import files
from typing import Any

import msgspec
from msgspec.structs import replace

from adamas.report.document import Block, Chart, Document, Picture, Pictures, Slider
from adamas.report.figure import render_svg

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" '
    'height="{height}" viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
    'xlink:href="data:{media};base64,{data}"/></svg>'
)


def render(document: Document) -> bytes:
    """The document as a PDF on A4; the same document gives the same bytes."""
    # Imported here because it is 40 MB of compiler, and most reports are read on a screen.
    import typst

    drawings = _Drawings()
    shown = msgspec.to_builtins(document)
    shown["blocks"] = [drawings.block(block) for block in document.blocks]
    template = (files("adamas.report") / "templates" / "document.typ").read_bytes()
    # Its types do not know yet that it takes a whole project; its own documentation does.
    project: Any = {"main.typ": template, "document.json": msgspec.json.encode(shown), **drawings.files}
    # Text files only: Typst's in-memory project takes no binary ones, so a picture travels inside a drawing.
    made = typst.compile(project, ignore_system_fonts=True, timestamp=0)
    return bytes(made)


class _Drawings:
    """The drawings of a document as files of its project, and blocks that name them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def block(self, block: Block) -> dict[str, object]:
        match block:
            case Pictures(pictures):
                return {"type": "pictures", "pictures": [self._picture(picture) for picture in pictures]}
            case Slider():
                pair = [self._picture(block.before), self._picture(block.after)]
                return {"type": "pair", "pictures": pair, "caption": block.caption}
            case Chart():
                return {
                    "type": "chart",
                    "file": self._add(render_svg(replace(block, title=""))),
                    "title": block.title,
                }
            case _:
                found: dict[str, object] = msgspec.to_builtins(block)
                return found

    def _picture(self, picture: Picture) -> dict[str, str]:
        drawn = _SVG.format(
            width=picture.width,
            height=picture.height,
            media=picture.media,
            data=b64encode(picture.data).decode(),
        )
        return {"file": self._add(drawn), "alt": picture.alt, "caption": picture.caption}

    def _add(self, drawing: str) -> str:
        name = f"drawing-{len(self.files)}.svg"
        self.files[name] = drawing.encode()
        return name
