"""Rougher skin has more contrast of light and shadow, in proportion."""

import pytest

from adamas.imaging.measures import relief
from tests.support.seen_skin import bare, seen, value


def test_twice_the_relief_is_about_twice_the_contrast() -> None:
    fine, coarse = (
        value(relief.measure(seen(bare(relief_mm=height))), "contrast") for height in (0.006, 0.012)
    )
    assert coarse / fine == pytest.approx(2, rel=0.2)


def test_smooth_skin_has_next_to_no_contrast() -> None:
    assert value(relief.measure(seen(bare(relief_mm=0.0))), "contrast") < 1.5
