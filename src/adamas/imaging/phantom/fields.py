"""Random fields and random places that are the same at every resolution, and stay when others are added."""

from math import pi, sqrt
from zlib import crc32

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from adamas.imaging.phantom.truth import Some, Span

Field = NDArray[np.float32]
Rows = NDArray[np.float64]
Taken = tuple[tuple[Rows, float], ...]
"""Points in mm, and how far from them nothing may lie."""
Trees = list[tuple[cKDTree, float]]
BATCH = 128
TRIES = 60


def stream(seed: int, name: str) -> np.random.Generator:
    """The random numbers of one thing on one skin: more spots leave the pores where they are."""
    return np.random.default_rng([seed, crc32(name.encode())])


def noise(rng: np.random.Generator, size_mm: Span, shape: tuple[int, int], *, scale_mm: float) -> Field:
    """Smooth Gaussian noise of mean 0 and standard deviation 1 with details of about `scale_mm`.

    It is drawn in millimetres, then enlarged: the same skin at 8 and at 16 pixels per mm has the same field.
    """
    columns, rows = (int(np.ceil(side / scale_mm)) + 8 for side in size_mm)
    grid = rng.standard_normal((rows, columns), dtype=np.float32)
    blur = 1.0
    grid = cv2.GaussianBlur(grid, (0, 0), blur) * (2 * sqrt(pi) * blur)
    height, width = shape
    smaller = width < columns or height < rows
    enlarged = cv2.resize(grid, (width, height), interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return np.asarray(enlarged, np.float32)


def scatter(
    rng: np.random.Generator,
    some: Some,
    size_mm: Span,
    *,
    gap_mm: float,
    margin_mm: float,
    avoid: Taken = (),
    hidden: Taken = (),
) -> Rows:
    """(n, 8) lesions in random places: x and y in mm, then six even random numbers 0-1 for other traits.

    No two are closer than `gap_mm`, none is closer to a point of `avoid` than the distance given with it.
    A place keeps its traits whatever else changes, so a longer list begins like the shorter one. Where the
    sheet is full there are fewer than wanted. hidden: as `avoid`, but what would lie there is left out, with
    no other in its stead: elsewhere there are as many to the area as wanted.
    """
    wanted = wanted_count(some, size_mm)
    space = np.asarray(size_mm) - 2 * margin_mm
    chosen = np.empty((0, 8))
    if wanted == 0 or space.min() <= 0:
        return chosen
    trees = trees_of(avoid)
    for _ in range(max(TRIES, 8 * wanted // BATCH)):
        rows = rng.random((BATCH, 8))
        rows[:, :2] = margin_mm + rows[:, :2] * space
        rows = _clear(rows, trees)
        if len(chosen):
            rows = _clear(rows, [(cKDTree(chosen[:, :2]), gap_mm)])
        chosen = np.vstack([chosen, rows[_apart(rows[:, :2], gap_mm)]])
        if len(chosen) >= wanted:
            break
    return _clear(chosen[:wanted], trees_of(hidden))


def trees_of(taken: Taken) -> Trees:
    """Places to keep away from, ready to be asked."""
    return [(cKDTree(points), distance) for points, distance in taken if len(points)]


def _clear(rows: Rows, trees: Trees) -> Rows:
    for tree, distance in trees:
        rows = rows[tree.query(rows[:, :2], distance_upper_bound=distance)[0] >= distance]
    return rows


def _apart(points: Rows, gap_mm: float) -> NDArray[np.bool_]:
    keep = np.ones(len(points), bool)
    if len(points) < 2:
        return keep
    pairs = cKDTree(points).query_pairs(gap_mm, output_type="ndarray")
    # Sorted by the later of the two: whether the earlier one stays is settled before it is asked.
    for earlier, later in pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]:
        keep[later] &= not keep[earlier]
    return keep


def wanted_count(some: Some, size_mm: Span) -> int:
    """How many lesions `some` asks for on a sheet of this size."""
    return some.count + round(some.per_cm2 * size_mm[0] * size_mm[1] / 100)


def spread(share: Rows, span: Span) -> Rows:
    """Even random numbers 0-1 as values between the ends of a span."""
    return span[0] + share * (span[1] - span[0])
