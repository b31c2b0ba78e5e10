"""A valley that goes on is a line; a dark dot, a wide patch and grain are not."""

import numpy as np
import pytest

from adamas.imaging.ridges import DIRECTIONS, Ridges, ridges

PX_PER_MM = 4.0
SIZE = 160
GRAIN = 0.02
Picture = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def _found(lost: Picture) -> Ridges:
    grain = GRAIN * np.random.default_rng(1).standard_normal((SIZE, SIZE))
    return ridges((lost + grain).astype(np.float32), np.ones((SIZE, SIZE), bool), PX_PER_MM)


def _valley(depth: float = 0.05) -> Picture:
    """Level, across the whole picture, 0.7 mm wide at half its depth."""
    across = np.arange(SIZE) - SIZE // 2
    return np.tile(depth * np.exp(-((across / 1.7) ** 2)), (SIZE, 1)).T


def _disc(radius_px: float) -> Picture:
    down, right = np.mgrid[:SIZE, :SIZE] - SIZE // 2
    return np.asarray(0.1 / (1 + np.exp(2 * (np.hypot(down, right) - radius_px))), np.float64)


def test_a_valley_twice_as_deep_as_the_grain_stands_out_along_its_whole_length() -> None:
    strength = _found(_valley(2 * GRAIN)).strength
    middle = strength[SIZE // 2 - 1 : SIZE // 2 + 2].max(axis=0)
    assert middle.min() > 3.5
    assert np.percentile(strength[: SIZE // 3], 99) < 3.5


def test_grain_alone_has_few_places_that_stand_out_like_a_line() -> None:
    assert (_found(np.zeros((SIZE, SIZE))).strength > 3.5).mean() < 0.01


@pytest.mark.parametrize("radius_px", [1.5, 12.0])
def test_neither_a_dark_dot_nor_the_edge_of_a_patch_is_as_strong_as_a_valley_half_as_dark(
    radius_px: float,
) -> None:
    assert _found(_disc(radius_px)).strength.max() < 0.8 * _found(_valley()).strength.max()


def test_a_valley_on_its_side_is_as_strong_and_runs_the_other_way() -> None:
    lying, upright = _found(_valley()), _found(_valley().T.copy())
    line = SIZE // 2
    assert np.median(upright.strength[:, line]) == pytest.approx(np.median(lying.strength[line]), rel=0.1)
    assert np.median(lying.direction[line]) in (0, 1, DIRECTIONS - 1)
    assert np.median(upright.direction[:, line]) == pytest.approx(DIRECTIONS / 2, abs=1)


def test_a_valley_has_one_crest_and_no_other_beside_it() -> None:
    crest = _found(_valley(0.1)).crest
    near = crest[SIZE // 2 - 5 : SIZE // 2 + 6, 12:-12]
    assert near.sum(axis=0).tolist() == [1] * near.shape[1]


def test_rough_skin_beside_smooth_skin_does_not_turn_into_lines() -> None:
    rough = np.where(np.arange(SIZE) < SIZE // 3, 5.0, 1.0) * GRAIN
    grain = (rough * np.random.default_rng(2).standard_normal((SIZE, SIZE))).astype(np.float32)
    strength = ridges(grain, np.ones((SIZE, SIZE), bool), PX_PER_MM).strength
    assert (strength[:, : SIZE // 4] > 3.5).mean() < 0.02


def test_a_blank_map_and_an_empty_mask_have_no_lines() -> None:
    blank, nowhere = np.zeros((SIZE, SIZE), np.float32), np.zeros((SIZE, SIZE), bool)
    assert not (ridges(blank, ~nowhere, PX_PER_MM).strength > 1).any()
    assert not (ridges(_valley().astype(np.float32) * 0, nowhere, PX_PER_MM).strength > 1).any()
