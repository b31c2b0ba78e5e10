"""How the colours of photographs were corrected, and how far they may still be off, in words."""

from adamas.imaging.colour import EXPECTED, Means
from adamas.report.document import Paragraph
from adamas.report.words import Catalogue


def told_colours(means: Means, words: Catalogue) -> Paragraph:
    """The means, and the error of skin colour that is to be expected with it."""
    expected = EXPECTED[means]
    error = words.ui("colour-expected", delta_e=expected.delta_e, ita=expected.ita_deg)
    return Paragraph(f"{words.ui(f'colour-{means}')} {error}", "quiet")
