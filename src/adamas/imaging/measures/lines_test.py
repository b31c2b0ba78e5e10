"""Faint but long lines are found, with their length; mottle, spots and papules are none."""

import numpy as np
import pytest

from adamas.imaging.measures import lines
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.truth import Some
from tests.support.seen_skin import bare, seen, value

FAINT = Some(count=3, size_mm=(18, 22), depth_mm=(0.025, 0.03), width_mm=(0.4, 0.5))
DEEP = Some(count=3, size_mm=(12, 16), depth_mm=(0.08, 0.12), width_mm=(0.4, 0.6))
SPOTS, PAPULES = (
    Some(count=6, size_mm=(2.5, 6.0), strength=(2.0, 2.5)),
    Some(count=6, size_mm=(2.0, 5.0), depth_mm=(0.05, 0.2), strength=(2, 4)),
)


@pytest.mark.parametrize("melanin", [0.02, 0.15, 0.25, 0.5])
def test_lines_of_less_than_a_thirtieth_of_a_millimetre_are_found_when_they_are_long(melanin: float) -> None:
    assert lines.find(seen(bare(seed=5, melanin=melanin, lines=FAINT))).of.max() == 3


@pytest.mark.parametrize("melanin", [0.02, 0.15, 0.25, 0.5])
def test_mottled_skin_with_spots_and_papules_has_no_lines(melanin: float) -> None:
    skin = bare(seed=6, melanin=melanin, mottle=0.06, spots=SPOTS, papules=PAPULES)
    assert lines.find(seen(skin)).length_mm.sum() < 8


def test_the_length_of_lines_is_that_of_what_is_there() -> None:
    skin = bare(seed=7, lines=DEEP)
    true = sum(one.length_mm for one in sheet(skin).truth.of("line"))
    assert lines.find(seen(skin)).length_mm.sum() == pytest.approx(true, rel=0.2)


def test_deeper_lines_have_the_higher_index_and_every_point_a_line() -> None:
    shallow, deep = (seen(bare(seed=5, lines=some)) for some in (FAINT, DEEP))
    index = [value(lines.measure(skin), "depth-index") for skin in (shallow, deep)]
    assert index[0] < index[1]
    found = lines.find(deep)
    assert set(found.of.tolist()) == set(range(1, int(found.of.max()) + 1))
    assert np.all(found.length_mm > 0)
