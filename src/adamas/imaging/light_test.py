import numpy as np
import pytest

from adamas.imaging.light import median_lab, to_lab
from adamas.imaging.profile import srgb_to_linear


@pytest.mark.parametrize("many", [1, 2, 3, 10, 101, 5000])
def test_the_middle_of_many_pixels_is_their_median_level(many: int) -> None:
    pixels = np.random.default_rng(many).integers(0, 256, (many, 3), dtype=np.uint8)
    middle = np.floor(np.median(pixels, axis=0))
    assert median_lab(pixels) == pytest.approx(to_lab(srgb_to_linear(middle / 255)))
