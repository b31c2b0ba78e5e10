"""What was done to photographs before they were measured, in words."""

from math import ceil

from adamas.imaging.colour import EXPECTED, Means
from adamas.imaging.examine import Laid
from adamas.report.document import Paragraph
from adamas.report.words import Catalogue


def told_colours(means: Means, words: Catalogue, *, is_unshared: bool = False) -> Paragraph:
    """The means, and the error of skin colour that is to be expected with it.

    is_unshared: as of `Balance`.
    """
    expected = EXPECTED[means]
    # Untreated skin is made to look as on the first photograph, whose own colours nobody corrected.
    which = "colour-expected-between" if means == "reference-zone" else "colour-expected"
    error = words.ui(which, delta_e=expected.delta_e, ita=expected.ita_deg)
    done = words.ui("colour-unshared" if is_unshared else f"colour-{means}")
    return Paragraph(f"{done} {error}", "quiet")


def told_sharpness(laid: Laid, words: Catalogue) -> Paragraph:
    """That sharper photographs were softened, and by how much at most, rounded up to 5 µm."""
    if None in laid.blurs_um:
        return Paragraph(words.ui("sharpness-unknown"), "quiet")
    most = 5 * ceil(max(laid.softened_um) / 5)
    said = words.ui("sharpness-matched", um=most) if most else words.ui("sharpness-alike")
    return Paragraph(said, "quiet")
