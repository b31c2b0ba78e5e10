"""A valley that goes on is a line; a dark dot and grain are not."""

import numpy as np

from adamas.imaging.grid import Grid
from adamas.imaging.ridges import ridges

PX_PER_MM = 8.0
SIZE = 320


def _strength(picture: np.ndarray) -> np.ndarray:
    found = ridges(picture.astype(np.float32), Grid(left=0, top=0, step=1.0), PX_PER_MM)
    return found.strength


def _valley() -> np.ndarray:
    across = np.arange(SIZE) - SIZE / 2
    return np.tile(-0.05 * np.exp(-((across / 3.0) ** 2)), (SIZE, 1)).T


def test_a_valley_stands_out_from_the_plain_beside_it() -> None:
    strength = _strength(_valley())
    middle = strength.shape[0] // 2
    assert strength[middle - 2 : middle + 3].max(axis=0).mean() > 5 * strength[: middle // 2].mean()


def test_a_dark_dot_is_weaker_than_a_valley_as_dark() -> None:
    down, right = np.mgrid[:SIZE, :SIZE] - SIZE / 2
    dot = -0.05 * np.exp(-((down**2 + right**2) / 9.0))
    assert _strength(dot).max() < 0.5 * _strength(_valley()).max()


def test_a_valley_on_its_side_is_as_strong() -> None:
    upright, lying = _strength(_valley().T.copy()), _strength(_valley())
    assert abs(upright.max() / lying.max() - 1) < 0.05
