"""What was done to photographs before they were measured, in words."""

from adamas.imaging.colour import EXPECTED, Means
from adamas.imaging.examine import Laid
from adamas.report.document import Paragraph
from adamas.report.words import Catalogue


def told_colours(means: Means, words: Catalogue) -> Paragraph:
    """The means, and the error of skin colour that is to be expected with it."""
    expected = EXPECTED[means]
    error = words.ui("colour-expected", delta_e=expected.delta_e, ita=expected.ita_deg)
    return Paragraph(f"{words.ui(f'colour-{means}')} {error}", "quiet")


def told_sharpness(laid: Laid, words: Catalogue) -> Paragraph:
    """That sharper photographs were softened, and by how much at most, rounded to 5 µm."""
    most = 5 * round(max(laid.softened_um) / 5)
    return Paragraph(words.ui("sharpness-matched", um=most), "quiet")
