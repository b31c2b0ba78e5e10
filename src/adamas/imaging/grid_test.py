import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.imaging.grid import (
    Grid,
    blur,
    counts,
    extent,
    fill,
    fully,
    median,
    repeated,
    sampled,
    shrink,
    soften,
)


def _dot(
    shape: tuple[int, int], x: float, y: float, sigma: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    return np.asarray(np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * sigma**2)), np.float32)


@pytest.mark.parametrize("shape", [(240, 240), (241, 243), (250, 247)])
@pytest.mark.parametrize("step", [2.0, 3.375, 4.0])
def test_shrinking_shifts_nothing_whatever_the_size(shape: tuple[int, int], step: float) -> None:
    small = shrink(_dot(shape, 121.3, 97.6, 12.0), step)
    rows, columns = np.mgrid[: small.shape[0], : small.shape[1]]
    middle = np.array([(columns * small).sum(), (rows * small).sum()]) / small.sum()
    assert Grid(0, 0, step).on_photo(middle) == pytest.approx([121.3, 97.6], abs=0.05)


def test_a_factor_of_rounded_sizes_would_shift_by_half_a_pixel() -> None:
    small = shrink(_dot((250, 247), 200.0, 200.0, 8.0), 4.0)
    rows, columns = np.mgrid[: small.shape[0], : small.shape[1]]
    middle = np.array([(columns * small).sum(), (rows * small).sum()]) / small.sum()
    naive = middle * np.array([247 / small.shape[1], 250 / small.shape[0]])
    assert np.abs(naive - 200.0).max() > 0.5


def test_points_go_to_the_photo_and_back() -> None:
    grid, points = Grid(100, 40, 3.375), np.array([[0.0, 0.0], [7.5, 3.25]])
    assert grid.from_photo(grid.on_photo(points)) == pytest.approx(points)
    assert grid.coarser(2.0).on_photo(np.zeros(2)) == pytest.approx(grid.on_photo(np.full(2, 0.5)))


def test_a_fill_never_looks_outside_and_leaves_the_inside() -> None:
    rng = np.random.default_rng(1)
    image, mask = rng.random((61, 47, 3)).astype(np.float32), np.zeros((61, 47), bool)
    mask[20:40, 10:30] = True
    other = image.copy()
    other[~mask] = -50
    assert np.array_equal(fill(image, mask), fill(other, mask))
    assert np.array_equal(fill(image, mask)[mask], image[mask])
    assert 0 <= fill(image, mask).min() <= fill(image, mask).max() <= 1


def test_a_fill_of_an_even_map_is_even_and_of_nothing_is_nothing() -> None:
    even, mask = np.full((40, 33), 0.7, np.float32), np.zeros((40, 33), bool)
    assert not fill(even, mask).any()
    mask[3:9, 4:30] = True
    assert fill(even, mask) == pytest.approx(0.7, abs=1e-5)


def test_only_whole_squares_count_as_inside() -> None:
    mask = np.ones((32, 32), bool)
    mask[9, 21] = False
    small = fully(mask, 4.0)
    assert (small.sum(), small[2, 5]) == (63, False)


@pytest.mark.parametrize("step", [1.3, 1.69, 2.0, 3.375])
def test_squares_of_any_size_are_whole_where_their_mean_is(step: float) -> None:
    rng = np.random.default_rng(7)
    mask = rng.random((161, 203)) > 0.02
    # The mean cuts the last pixel when half of it is left over.
    mean, found = (each[:-1, :-1] for each in (shrink(mask.astype(np.float32), step), fully(mask, step)))
    assert found[mean > 0.99999].all()
    assert not found[mean < 0.99].any()


def test_the_extent_of_a_mask_is_its_first_and_last_pixels() -> None:
    mask = np.zeros((40, 50), bool)
    assert extent(mask) == ((0, 0), (0, 0))
    mask[7, 30] = mask[31, 4] = True
    assert extent(mask) == ((4, 7), (31, 32))


def test_labels_are_repeated_as_squares() -> None:
    labels = np.arange(6, dtype=np.uint8).reshape(2, 3)
    assert np.array_equal(repeated(labels, 4), np.kron(labels, np.ones((4, 4), np.uint8)))


@pytest.mark.parametrize("shape", [(160, 160, 3), (241, 243), (1, 9)])
@pytest.mark.parametrize("sigma", [1.0, 2.5, 3.2, 8.0])
def test_a_wide_blur_by_way_of_half_the_size_is_the_blur(shape: tuple[int, ...], sigma: float) -> None:
    grain = np.random.default_rng(3).normal(0.5, 0.2, shape).astype(np.float32)
    fast, plain = blur(grain, sigma), cv2.GaussianBlur(grain, (0, 0), sigma)
    assert fast.shape == shape
    # Of an even number of pixels the last has no partner, and what is mirrored beyond it lies elsewhere.
    off = (fast - plain)[:-30, :-30]
    assert off.size == 0 or off.std() < 0.02 * float(plain.std())


def test_a_blur_of_bytes_stays_bytes() -> None:
    assert blur(np.full((40, 41), 77, np.uint8), 4.0).tolist() == [[77] * 41] * 40


@given(st.lists(st.floats(-1e3, 1e3, width=32), max_size=40))
def test_a_median_is_that_of_numpy(values: list[float]) -> None:
    given_values = np.array(values, np.float32)
    assert median(given_values) == (np.median(given_values) if values else 0.0)


def test_bytes_are_counted() -> None:
    levels = np.array([[0, 255, 255], [7, 7, 7]], np.uint8)
    found = counts(levels[:, ::2])
    assert (found[0], found[7], found[255], found.sum()) == (1, 2, 1, 4)


def test_sampling_takes_the_nearest_pixel_of_the_other_grid() -> None:
    image = np.arange(48, dtype=np.float32).reshape(6, 8)
    taken = sampled(image, Grid(10, 10, 1.0), at=Grid(12, 12, 2.0), shape=(2, 3))
    assert taken.tolist() in (
        [[18, 20, 22], [34, 36, 38]],
        [[26, 28, 30], [42, 44, 46]],
        [[27, 29, 31], [43, 45, 47]],
    )


@pytest.mark.parametrize("sigma", [0.15, 0.3, 0.45, 0.69, 0.8, 1.5])
def test_a_photo_is_softened_by_the_variance_asked_for_however_small(sigma: float) -> None:
    edge = np.zeros((64, 64, 3), np.uint8)
    edge[:, 32:] = 240
    slope = np.diff(soften(edge, sigma)[32, :, 0].astype(float)) / 240
    at = np.arange(len(slope))
    variance = (slope * at**2).sum() - (slope * at).sum() ** 2
    assert variance**0.5 == pytest.approx(sigma, abs=0.03)
