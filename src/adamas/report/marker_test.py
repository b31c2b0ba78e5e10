"""The sheet of markers: what is printed at its full size measures what it says."""

import cv2
import numpy as np
import pytest
import typst

from adamas.imaging.scale import MARKER_MM, find_scale
from adamas.report.marker import SHEET, project, render
from adamas.report.words import Catalogue

PPI = 200


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_printed_at_full_size_every_marker_is_found_and_as_large_as_it_should_be(lang: str) -> None:
    (sheet,) = [typst.compile(project(Catalogue(lang)), format="png", ppi=PPI, ignore_system_fonts=True)]
    picture = cv2.imdecode(np.frombuffer(bytes(sheet), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    scale = find_scale(np.asarray(picture[..., ::-1], np.uint8))
    assert scale is not None
    assert sorted(scale.numbers) == list(SHEET)
    assert scale.px_per_mm == pytest.approx(PPI / 25.4, rel=0.005)
    assert MARKER_MM == 20.0


def test_a_sheet_is_one_page_and_the_same_every_time() -> None:
    made = render(Catalogue("ru"))
    assert made.startswith(b"%PDF-")
    assert made == render(Catalogue("ru"))
    assert made.count(b"/Type /Page\n") + made.count(b"/Type/Page\n") <= 1
