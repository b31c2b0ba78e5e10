"""Clouds of melanin and blood vanish from the map of shadow; what is shadow stays as it is."""

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.grid import blur, floats
from adamas.imaging.shadow import shadow
from adamas.imaging.skin import Skin
from tests.support.seen_skin import bare, seen

TONES = (0.01, 0.05, 0.15, 0.3, 0.5)
"""Melanin, from very light to dark."""


def _clouds(image: np.ndarray[tuple[int, ...], np.dtype[np.float32]], skin: Skin) -> float:
    """Robust spread at the width of lines."""
    band = (blur(floats(image), 1.0) - blur(floats(image), 3.0))[skin.mask]
    return float(np.median(np.abs(band - np.median(band))))


def _luminance(skin: Skin) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return floats(-np.log(skin.light @ np.array([0.2126, 0.7152, 0.0722], np.float32)))


@pytest.mark.parametrize("melanin", TONES)
def test_mottled_skin_without_relief_is_more_even_in_shadow_than_in_light(melanin: float) -> None:
    skin = seen(bare(seed=3, melanin=melanin, relief_mm=0.0, mottle=0.08))
    assert _clouds(shadow(skin), skin) < 0.7 * _clouds(_luminance(skin), skin)


@pytest.mark.parametrize("melanin", TONES)
def test_shadow_on_the_skin_stays_as_deep_as_it_is(melanin: float) -> None:
    skin = seen(bare(seed=3, melanin=melanin))
    darker = replace(
        skin, chromophores=type(skin.chromophores)(*(_shaded(skin, index) for index in range(3)))
    )
    fallen = (shadow(darker) - shadow(skin))[skin.mask]
    assert fallen == pytest.approx(np.full(len(fallen), 0.1), abs=1e-3)


def _shaded(skin: Skin, index: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """One map of chromophores when a shadow takes 0.1 in ln of every colour."""
    maps = (skin.chromophores.melanin, skin.chromophores.blood, skin.chromophores.shading)
    return floats(maps[index] + skin.weights[index].sum() * np.float32(0.1 / np.log(10)))


def test_skin_of_one_colour_has_a_shadow_map_too() -> None:
    skin = seen(bare(relief_mm=0.0, mottle=0.0))
    assert np.isfinite(shadow(skin)).all()
    assert np.isfinite(shadow(replace(skin, mask=np.zeros_like(skin.mask)))).all()
