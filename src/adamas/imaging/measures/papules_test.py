"""Red patches are counted at every tone, also on a red cheek; brown ones and plain skin are not."""

import pytest

from adamas.imaging.measures import papules
from adamas.imaging.phantom.truth import Some
from tests.support.seen_skin import bare, seen, value

TONES = (0.01, 0.08, 0.2, 0.35, 0.6)
"""Melanin, from very light to very dark."""
RED = Some(count=6, size_mm=(2.5, 4.0), depth_mm=(0.05, 0.1), strength=(2.5, 3.5))
BROWN = Some(count=6, size_mm=(2.5, 4.0), strength=(1.6, 2.2))
CHEEK = Some(count=1, size_mm=(15, 15), strength=(1.6, 1.6))


@pytest.mark.parametrize("melanin", TONES)
def test_every_red_patch_is_found_at_every_tone(melanin: float) -> None:
    assert len(papules.find(seen(bare(seed=4, melanin=melanin, papules=RED)))) == 6


@pytest.mark.parametrize("melanin", TONES)
def test_neither_brown_patches_nor_plain_skin_are_red(melanin: float) -> None:
    assert len(papules.find(seen(bare(seed=4, melanin=melanin, spots=BROWN)))) == 0
    assert len(papules.find(seen(bare(seed=5, melanin=melanin)))) == 0


def test_a_red_cheek_is_no_patch_and_hides_none() -> None:
    assert len(papules.find(seen(bare(seed=4, erythema=CHEEK)))) == 0
    assert len(papules.find(seen(bare(seed=4, erythema=CHEEK, papules=RED)))) == 6


def test_the_share_of_the_skin_they_cover_is_that_of_what_is_there() -> None:
    few, many = (
        value(papules.measure(seen(bare(seed=4, papules=some))), "area-share")
        for some in (
            Some(count=3, size_mm=(3, 3), strength=(3, 3)),
            Some(count=6, size_mm=(3, 3), strength=(3, 3)),
        )
    )
    assert few == pytest.approx(100 * 3 * 7.07 / 810, rel=0.4)
    assert many == pytest.approx(2 * few, rel=0.3)
