"""Round patches are found in noise and on slopes; edges, streaks and noise are none."""

import numpy as np
import pytest

from adamas.imaging.blobs import Patches
from adamas.imaging.grid import blur
from adamas.imaging.islands import islands

PX_PER_MM, SIZE = 4.0, 200
RISE, NOISE = 0.05, 0.02
Picture = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def _disc(diameter_mm: float, *, at: tuple[int, int] = (100, 100)) -> Picture:
    rows, columns = np.mgrid[:SIZE, :SIZE]
    off = np.hypot(rows - at[0], columns - at[1]) / PX_PER_MM
    return np.asarray(RISE / (1 + np.exp(8 * (off - diameter_mm / 2))), np.float32)


def _found(*parts: Picture, noise: float = NOISE) -> Patches:
    grain = np.random.default_rng(3).standard_normal((SIZE, SIZE)).astype(np.float32) * np.float32(noise)
    image = blur(np.asarray(np.sum(parts, axis=0, dtype=np.float32) + grain, np.float32), 1.0)
    density = np.stack([0.3 * image, image, 0.5 * image], axis=2)
    return islands(image, density, np.ones((SIZE, SIZE), bool), PX_PER_MM, least=0.5 * RISE)


@pytest.mark.parametrize("diameter_mm", [1.8, 3.0, 5.0])
def test_a_disc_is_found_with_its_place_and_area(diameter_mm: float) -> None:
    found = _found(_disc(diameter_mm))
    assert len(found) == 1
    assert found.centre[0] == pytest.approx((100, 100), abs=2)
    assert found.area_mm2[0] == pytest.approx(np.pi / 4 * diameter_mm**2, rel=0.35)
    assert found.area_mm2[0] == (found.labels == 1).sum() / PX_PER_MM**2


def test_a_disc_has_its_own_colour_whatever_lies_under_it() -> None:
    disc = blur(_disc(3.0), 1.0)
    slope = np.tile(np.linspace(0, 0.1, SIZE, dtype=np.float32), (SIZE, 1))
    density = np.stack([0.3 * disc + slope, disc + slope, 0.5 * disc + slope], axis=2)
    found = islands(disc + slope, density, np.ones((SIZE, SIZE), bool), PX_PER_MM, least=0.5 * RISE)
    assert len(found) == 1
    assert found.density[0] / found.density[0, 1] == pytest.approx((0.3, 1, 0.5), abs=0.1)


def test_two_discs_that_nearly_touch_are_two() -> None:
    assert len(_found(_disc(3.0, at=(100, 92)), _disc(3.0, at=(100, 110)))) == 2


def test_neither_noise_nor_an_edge_nor_a_streak_is_a_patch() -> None:
    edge = np.where(np.arange(SIZE) < SIZE // 2, RISE, 0.0).astype(np.float32)
    streak = np.where(np.abs(np.arange(SIZE) - 100) < 4, RISE, 0.0).astype(np.float32)
    plain = np.zeros((SIZE, SIZE), np.float32)
    assert [len(_found(np.tile(each, (SIZE, 1)), noise=0.005)) for each in (edge, streak)] == [0, 0]
    assert len(_found(plain)) == 0


def test_what_rises_less_than_asked_is_none() -> None:
    assert len(_found(0.3 * _disc(3.0), noise=0.002)) == 0


def test_a_blank_map_and_an_empty_mask_have_no_patches() -> None:
    blank = np.zeros((SIZE, SIZE), np.float32)
    colours = np.zeros((SIZE, SIZE, 3), np.float32)
    for mask in (np.ones((SIZE, SIZE), bool), np.zeros((SIZE, SIZE), bool)):
        assert len(islands(blank, colours, mask, PX_PER_MM, least=0.01)) == 0
