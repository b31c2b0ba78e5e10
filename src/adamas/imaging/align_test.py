from functools import cache

import cv2
import numpy as np
import pytest

from adamas.imaging.align import Alignment, align
from adamas.imaging.grid import Grid, shrink
from adamas.imaging.phantom.camera import PHONE, Shot, shoot
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.shade import Light, shade
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Capture, Mask, Photo, Pixels
from adamas.imaging.scale import marker
from adamas.imaging.similarity import by_features

SIDE = 640
MOVED = View(roll_deg=3, scale=1.035, shift_px=(12, -17), bend_px=4, bend_seed=3)
STILL = View()
LAMP = Light(azimuth_deg=20, elevation_deg=45, ambient=0.3)
LIMIT_PX = 0.3


@cache
def skin(seed: int = 1, relief_mm: float = 0.008) -> Sheet:
    return sheet(Skin(seed=seed, size_mm=(40, 40), px_per_mm=16, relief_mm=relief_mm))


@cache
def shot(
    view: View = STILL, seed: int = 0, light: Light = LAMP, person: int = 1, relief: float = 0.008
) -> Shot:
    camera = type(PHONE)(view=view, soft_px=0.6, noise=30, read=0.001, jpeg=92)
    return shoot(shade(skin(person, relief), light), camera, seed=seed)


def photo(pixels: Pixels) -> Photo:
    return Photo(pixels=pixels, view="cheek", capture=Capture(), digest="", px_per_mm=16.0)


def inner(shape: tuple[int, ...], edge: int = 60) -> Mask:
    mask = np.zeros(shape[:2], bool)
    mask[edge:-edge, edge:-edge] = True
    return mask


def laid(before: Shot, after: Shot) -> Alignment:
    return align(photo(before.pixels), photo(after.pixels), skin=inner(before.pixels.shape))


def errors(
    alignment: Alignment, before: Shot, after: Shot
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    x, y = np.meshgrid(np.arange(90.0, SIDE - 90, 12), np.arange(90.0, SIDE - 90, 12))
    points = np.stack([x, y], axis=-1)
    off = alignment.after(points) - before.geometry.onto(after.geometry, points)
    return np.hypot(off[..., 0], off[..., 1])


def test_after_turn_size_and_movement_skin_is_found_within_a_third_of_a_pixel() -> None:
    alignment = laid(shot(), shot(MOVED, 1))
    assert alignment.is_dense
    assert np.median(errors(alignment, shot(), shot(MOVED, 1))) <= LIMIT_PX


def test_the_error_it_expects_is_near_the_error_it_makes() -> None:
    alignment = laid(shot(), shot(MOVED, 1))
    made = float(np.median(errors(alignment, shot(), shot(MOVED, 1))))
    assert made / 3 <= alignment.residual_median_px <= 4 * made


def test_the_same_photo_lies_on_itself() -> None:
    alignment = laid(shot(), shot())
    assert np.abs(alignment.shift).max() < 0.05
    assert alignment.relief == pytest.approx(1.0, abs=1e-3)


def test_light_from_the_other_side_is_noticed_and_dense_alignment_not_used() -> None:
    strong = {"light": Light(azimuth_deg=20, elevation_deg=35, ambient=0.15), "relief": 0.02}
    turned = {"light": Light(azimuth_deg=200, elevation_deg=35, ambient=0.15), "relief": 0.02}
    before, after = shot(**strong), shot(MOVED, 1, **turned)
    alignment = align(
        photo(before.pixels),
        photo(after.pixels),
        skin=inner(before.pixels.shape),
        start=true_start(before, after),
    )
    assert not alignment.is_dense
    assert alignment.why_not == "align-other-light"
    assert not alignment.shift.any()


def true_start(before: Shot, after: Shot) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    corners = np.array([[100.0, 100], [540, 100], [540, 540], [100, 540]])
    there = before.geometry.onto(after.geometry, corners)
    matrix, _ = cv2.estimateAffinePartial2D(corners.astype(np.float32), there.astype(np.float32))
    return np.asarray(matrix, np.float64)


def test_a_lamp_a_few_degrees_off_is_no_other_light() -> None:
    near = Light(azimuth_deg=30, elevation_deg=45, ambient=0.3)
    assert laid(shot(), shot(MOVED, 1, light=near)).is_dense


def test_two_different_skins_have_nothing_in_common() -> None:
    alignment = laid(shot(), shot(MOVED, 1, person=2))
    assert not alignment.is_dense
    assert not alignment.trusted.any() or alignment.why_not == "align-other-light"


def test_a_plaster_is_left_out_and_the_skin_around_it_is_not() -> None:
    after = shot(MOVED, 1)
    covered = after.pixels.copy()
    x, y = np.rint(shot().geometry.onto(after.geometry, np.array([320.0, 320.0]))).astype(int)
    covered[y - 60 : y + 60, x - 60 : x + 60] = (205, 170, 140)
    alignment = align(photo(shot().pixels), photo(covered), skin=inner(covered.shape))
    inside = np.array([[300.0, 300], [320, 320], [340, 340]])
    outside = np.array([[130.0, 130], [500, 130], [130, 500], [500, 500]])
    assert not alignment.trusts(inside).any()
    assert alignment.trusts(outside).all()


def test_what_is_carried_lies_on_the_photo_before() -> None:
    before, after = shot(), shot(MOVED, 1)
    carried = laid(before, after).carry(after.pixels)
    middle = (slice(100, -100), slice(100, -100))
    apart = [
        float(np.abs(one[middle].astype(int) - before.pixels[middle]).mean())
        for one in (carried, after.pixels)
    ]
    assert apart[0] < 0.6 * apart[1]


def test_sizes_that_are_no_multiple_of_four_shift_nothing() -> None:
    before, after = shot().pixels[1:636, 2:633], shot(MOVED, 1).pixels[3:634, 1:638]
    alignment = align(photo(before), photo(after), skin=inner(before.shape))
    x, y = np.meshgrid(np.arange(90.0, 540, 12), np.arange(90.0, 540, 12))
    points = np.stack([x, y], axis=-1)
    truth = shot().geometry.onto(shot(MOVED, 1).geometry, points + np.array([2, 1])) - (1, 3)
    off = (alignment.after(points) - truth).reshape(-1, 2)
    assert np.abs(np.median(off, axis=0)).max() < 0.15


def test_without_skin_nothing_is_aligned() -> None:
    before = photo(shot().pixels)
    alignment = align(before, photo(shot(MOVED, 1).pixels), skin=np.zeros((SIDE, SIDE), bool))
    assert alignment.why_not == "align-no-skin"
    assert alignment.residual_median_px == float("inf")


def test_pictures_are_not_written_to() -> None:
    before, after = shot().pixels.copy(), shot(MOVED, 1).pixels.copy()
    for pixels in (before, after):
        pixels.setflags(write=False)
    align(photo(before), photo(after), skin=inner(before.shape))
    assert (before == shot().pixels).all()
    assert (after == shot(MOVED, 1).pixels).all()


def test_a_part_carried_small_is_that_part_of_the_whole_made_small() -> None:
    before, after = shot(), shot(MOVED, 1)
    alignment = laid(before, after)
    whole = alignment.carry(after.pixels)
    part = alignment.carry(after.pixels, grid=Grid(120, 160, 2.0), shape=(200, 150))
    wanted = shrink(np.ascontiguousarray(whole[160:560, 120:420]), 2.0)
    assert float(np.abs(part.astype(int) - wanted).mean()) < 2.0
    assert whole.shape == before.pixels.shape


def test_beyond_the_skin_only_the_similarity_counts() -> None:
    alignment = Alignment(
        matrix=np.array([[1.0, 0, 5], [0, 1, -3]]),
        grid=Grid(0, 0, 4.0),
        shift=np.zeros((10, 10, 2), np.float32),
        found=np.zeros((10, 10, 2), np.float32),
        residual_px=np.zeros((10, 10), np.float32),
        trusted=np.zeros((10, 10), bool),
        relief=0.0,
        size=(40, 40),
        size_after=(40, 40),
        is_dense=False,
    )
    assert alignment.after(np.array([[1000.0, 7.0]])) == pytest.approx(np.array([[1005.0, 4.0]]))
    assert not alignment.trusts(np.array([[1000.0, 7.0]])).any()


def test_a_close_up_under_a_lamp_on_the_other_side_is_laid_but_not_densely() -> None:
    from adamas.imaging.mottling_test import after, before

    first, second = before(31, 10), after(31, 10)
    alignment = laid(first, second)
    assert (alignment.is_dense, alignment.why_not) == (False, "align-other-light")
    assert alignment.trusted.any()


def test_close_ups_of_two_people_have_nothing_in_common() -> None:
    from adamas.imaging.mottling_test import after, before

    alignment = laid(before(31, 10), after(32, 10))
    assert alignment.why_not == "align-nothing-in-common"
    assert not alignment.trusted.any()


def test_a_marker_on_the_skin_of_two_people_does_not_make_them_one() -> None:
    from adamas.imaging.mottling_test import after, before

    drawn = cv2.cvtColor(cv2.resize(marker(2), (200, 200)), cv2.COLOR_GRAY2RGB)
    pixels, masks = [], []
    for shown in (before(31, 10), after(32, 10)):
        with_marker, skin = shown.pixels.copy(), np.ones(shown.pixels.shape[:2], bool)
        with_marker[100:300, 100:300], skin[60:340, 60:340] = drawn, False
        pixels.append(with_marker)
        masks.append(skin)
    assert by_features(*pixels) is not None
    alignment = align(photo(pixels[0]), photo(pixels[1]), skin=masks[0], skin_after=masks[1])
    assert alignment.why_not == "align-nothing-in-common"
