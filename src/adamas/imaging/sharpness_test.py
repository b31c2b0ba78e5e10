import cv2
import numpy as np
import pytest

from adamas.imaging.align import Alignment
from adamas.imaging.grid import Grid, soften
from adamas.imaging.photo import Photo, Pixels
from adamas.imaging.sharpness import MOST_UM, blur_um, to_match
from tests.support.edits import compressed
from tests.support.portraits import photo_of

SIDE = 640
PX_PER_MM = 7.0
STEP = 4


def skin(
    *, blurred_px: float = 0.0, grain: float = 1.5, contrast: float = 1.0, seed: int = 0, finer: int = 1
) -> Photo:
    """Structure of all sizes, as skin has it, through a camera; finer: so many times the pixels."""
    rng = np.random.default_rng(42)
    side = SIDE * finer
    relief = np.zeros((side, side))
    for sigma in (0.8 * finer, 1.6 * finer, 3.2 * finer):
        relief += sigma * cv2.GaussianBlur(rng.normal(0, 12, (side, side)), (0, 0), sigma)
    if blurred_px:
        relief = np.asarray(cv2.GaussianBlur(relief, (0, 0), blurred_px), np.float64)
    level = 130 + contrast * relief + np.random.default_rng(seed).normal(0, grain, (side, side))
    return photo_of(np.repeat(np.clip(np.rint(level), 0, 255).astype(np.uint8)[..., None], 3, axis=2))


def onto(photo: Photo) -> Alignment:
    """Nothing moved."""
    rows, columns = photo.height // STEP, photo.width // STEP
    return Alignment(
        matrix=np.eye(2, 3),
        grid=Grid(0, 0, float(STEP)),
        shift=np.zeros((rows, columns, 2), np.float32),
        found=np.zeros((rows, columns, 2), np.float32),
        residual_px=np.zeros((rows, columns), np.float32),
        trusted=np.ones((rows, columns), bool),
        relief=1.0,
        size=(photo.height, photo.width),
        size_after=(photo.height, photo.width),
        is_dense=True,
    )


def read(before: Photo, after: Photo, *, px_per_mm: float = PX_PER_MM) -> float:
    found = blur_um(before, after, onto(before), px_per_mm=px_per_mm)
    assert found is not None
    return found


@pytest.mark.parametrize("sigma", [0.7, 1.0, 2.0])
def test_a_blur_reads_its_standard_deviation_on_the_skin_with_its_side(sigma: float) -> None:
    sharp, soft = skin(), skin(blurred_px=sigma, seed=1)
    truth = 1000 * sigma / PX_PER_MM
    assert read(sharp, soft) == pytest.approx(truth, rel=0.08)
    assert read(soft, sharp) == pytest.approx(-truth, rel=0.08)


def test_two_blurs_differ_by_the_root_of_the_difference_of_their_squares() -> None:
    soft, softer = skin(blurred_px=0.6, seed=1), skin(blurred_px=1.0, seed=2)
    assert read(soft, softer) == pytest.approx(1000 * 0.8 / PX_PER_MM, rel=0.1)


def test_a_photo_of_twice_the_pixels_reads_the_same_on_the_skin() -> None:
    sharp, soft = skin(finer=2), skin(finer=2, blurred_px=2.0, seed=1)
    assert read(sharp, soft, px_per_mm=2 * PX_PER_MM) == pytest.approx(1000 / PX_PER_MM, rel=0.1)


@pytest.mark.parametrize(
    "again",
    [skin(seed=1), skin(seed=1, grain=2.2), skin(seed=1, grain=1.0), skin(seed=1, contrast=1.1)],
    ids=["anew", "more grain", "less grain", "harder light"],
)
def test_grain_and_contrast_are_no_blur(again: Photo) -> None:
    assert abs(read(skin(), again)) < 45


@pytest.mark.parametrize("quality", [85, 93])
def test_compression_is_no_blur(quality: int) -> None:
    pixels: Pixels = compressed(skin(seed=1).pixels, quality)
    assert abs(read(skin(), photo_of(pixels))) < 45


def test_a_blur_that_leaves_nothing_is_a_large_one() -> None:
    assert read(skin(), skin(blurred_px=12.0, seed=1)) > 400


def test_too_little_skin_says_nothing() -> None:
    photo = skin()
    laid = onto(photo)
    laid.trusted[:, 20:] = False
    assert blur_um(photo, photo, laid, px_per_mm=PX_PER_MM) is None


def test_sharper_photos_are_softened_to_the_softest_one() -> None:
    assert to_match([0.0, 30.0, -40.0]) == pytest.approx([30.0, 0.0, 50.0])
    assert to_match([0.0, -30.0]) == pytest.approx([0.0, 30.0])


def test_a_photo_of_unknown_sharpness_is_taken_for_one_like_the_first() -> None:
    assert to_match([0.0, None, 30.0]) == pytest.approx([30.0, 30.0, 0.0])


def test_a_pair_too_unlike_is_not_spoilt_further() -> None:
    assert to_match([0.0, 400.0]) == (MOST_UM, 0.0)


@pytest.mark.parametrize(("px_per_mm", "um"), [(7.0, 50.0), (7.0, 70.0), (14.0, 30.0), (14.0, 60.0)])
def test_a_photo_softened_by_what_was_read_is_as_soft_as_the_other(px_per_mm: float, um: float) -> None:
    finer = round(px_per_mm / PX_PER_MM)
    sharp = skin(finer=finer)
    soft = skin(finer=finer, blurred_px=um * 1e-3 * px_per_mm, seed=1)
    seen_um = read(sharp, soft, px_per_mm=px_per_mm)
    softened = photo_of(soften(sharp.pixels, seen_um * 1e-3 * px_per_mm))
    assert abs(read(softened, soft, px_per_mm=px_per_mm)) < max(25.0, 0.45 * um)
