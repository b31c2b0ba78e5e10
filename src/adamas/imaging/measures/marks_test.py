"""Red-brown marks are found with their area; clear skin has none."""

from adamas.imaging.measures import marks
from adamas.imaging.phantom.truth import Some
from tests.support.seen_skin import bare, seen, value

MARKS = Some(count=6, size_mm=(3.0, 5.0), strength=(1.8, 2.2))


def test_marked_skin_has_a_larger_share_of_marks_than_clear_skin() -> None:
    marked, clear = (value(marks.measure(seen(skin)), "area-share") for skin in (bare(marks=MARKS), bare()))
    assert clear < 0.5
    assert marked > clear + 1
