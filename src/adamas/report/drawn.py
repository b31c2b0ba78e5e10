"""What measures found, drawn over the photograph."""

from collections.abc import Sequence

from adamas.imaging.gate import Inspected
from adamas.imaging.reading import Measured
from adamas.report.document import Picture
from adamas.report.pictures import SMALL_PX, drawing, window_of
from adamas.report.reading import measure_title
from adamas.report.words import Catalogue


def drawn(seen: Inspected, measured: Measured, words: Catalogue, *, caption: str = "") -> Picture | None:
    """The photograph with what one measure found; None for one that has nothing to draw.

    caption: the title of the measure when empty.
    """
    if measured.drawn is None:
        return None
    title = measure_title(measured.readings[0].measure, words)
    return drawing(
        seen.photo.pixels,
        measured.drawn,
        window_of(seen),
        longer=SMALL_PX,
        alt=words.ui("comparison-alt-drawing", measure=title),
        caption=caption or title,
        balance=seen.balance,
    )


def all_drawn(seen: Inspected, measured: Sequence[Measured], words: Catalogue) -> tuple[Picture, ...]:
    """One picture a measure, of those that could be measured."""
    known = (one for one in measured if any(reading.value is not None for reading in one.readings))
    pictures = (drawn(seen, one, words) for one in known)
    return tuple(picture for picture in pictures if picture is not None)
