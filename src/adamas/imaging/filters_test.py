import numpy as np
import pytest

from adamas.imaging.filters import Index, filters, terms
from adamas.imaging.photo import Capture
from adamas.imaging.texture import Texture, texture_of
from tests.support import edits
from tests.support.portraits import hopper, photo_of
from tools.fit_filters import flags
from tools.touched import face_rows, measured, untouched

SEEDS = range(9000, 9006)
EDITS = {
    "beauty filter, full": "smoothed",
    "non-local means": "smoothed",
    "sharpened 1.5 at 1.2 px": "sharpened",
    "JPEG 50": "compressed",
    "JPEG 50, saved again": "compressed",
}


@pytest.mark.parametrize("seed", SEEDS)
def test_processing_is_noticed_and_an_untouched_photograph_is_left_alone(seed: int) -> None:
    pixels = untouched(seed)
    assert flags(measured(pixels, 93)) - {"blurred"} == set()
    for name, flag in EDITS.items():
        edit = (edits.SMOOTHED | edits.SHARPENED | edits.COMPRESSED)[name]
        assert flag in flags(measured(edit(pixels), 93)), name


def test_focus_lost_by_six_pixels_is_noticed() -> None:
    assert [
        seed for seed in SEEDS if "blurred" not in flags(measured(untouched(seed, focus_px=6.0), 93))
    ] == []


def test_a_face_too_small_has_no_grain_and_only_what_its_file_says() -> None:
    texture = texture_of(photo_of(hopper().pixels), np.zeros(hopper().pixels.shape[:2], bool))
    assert texture is None
    names = {finding.name for finding in filters(texture, Capture(jpeg_quality=90))}
    assert names == {"profile", "portrait-mode", "retouched", "quality"}


def test_grain_is_measured_on_skin_alone() -> None:
    rng = np.random.default_rng(1)
    pixels = np.clip(rng.normal(128, 6, (800, 800, 3)), 0, 255).astype(np.uint8)
    pixels[:, 400:] = 128
    left = np.zeros((800, 800), bool)
    left[:, :400] = True
    noisy, flat = (texture_of(photo_of(pixels), mask) for mask in (left, ~left))
    assert noisy is not None
    assert flat is not None
    assert noisy.rms[0] > 2
    assert flat.rms[0] < 0.1


def test_white_noise_is_as_strong_as_it_was_made_and_knows_nothing_of_its_neighbours() -> None:
    rng = np.random.default_rng(3)
    grey = np.clip(rng.normal(128, 5, (600, 600, 1)), 0, 255).astype(np.uint8)
    texture = texture_of(photo_of(np.repeat(grey, 3, axis=2)), np.ones((600, 600), bool))
    assert isinstance(texture, Texture)
    assert texture.rms[0] > texture.rms[1] > texture.rms[2] > texture.rms[3]
    assert texture.variance == pytest.approx(25, rel=0.1)
    assert abs(texture.near[1]) < 0.05
    assert texture.blocks == pytest.approx(1.0, abs=0.03)


@pytest.mark.parametrize("seed", [9101, 9102, 9103])
def test_a_whole_face_is_judged_as_a_patch_is(seed: int) -> None:
    found = dict(face_rows(seed))
    assert flags(found["untouched"]) - {"blurred"} == set()
    assert "sharpened" in flags(found["sharpened 1.5 at 1.2 px"])
    assert "smoothed" in flags(found["beauty filter, full"])


def test_a_value_far_off_counts_as_one_that_is_only_far(fitted: Index) -> None:
    far, farther = (np.array(fitted.middle) + times * np.array(fitted.spread) for times in (3, 30))
    both = terms(np.array([far, farther]), fitted.middle, fitted.spread)
    assert np.array_equal(both[0], both[1])


@pytest.fixture
def fitted() -> Index:
    return Index(middle=(1.0, 2.0), spread=(0.5, 0.1), single=(0.0,) * 2, products=(0.0,) * 3, constant=0.0)
