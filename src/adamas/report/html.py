"""Shows a document as one HTML page: no address outside, good on a phone and on paper.

The only script, five lines for a slider, stands in pages that have one; without it both pictures are shown.
"""

from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from adamas.report.document import Document, Picture
from adamas.report.figure import drawn

if TYPE_CHECKING:
    from jinja2 import Template


def render(document: Document) -> str:
    """The whole page as text."""
    return _template().render(document=document)


def inlined(picture: Picture) -> str:
    """The picture as an address that holds the picture itself."""
    return f"data:{picture.media};base64,{b64encode(picture.data).decode()}"


@lru_cache(maxsize=1)
def _template() -> "Template":
    # Imported here because a verdict in the terminal must not wait for a template engine.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("adamas.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["block"] = lambda block, kind: type(block).__name__ == kind
    environment.filters["drawn"] = drawn
    environment.filters["inlined"] = inlined
    return environment.get_template("document.html.j2")
