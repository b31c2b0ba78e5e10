"""Lay one photograph onto another of the same skin, say how well it lies, and refuse where it does not.

A similarity by landmarks comes first (about 0.5 mm off), a dense flow then takes the rest. Dense flow follows
what it sees: when light comes from another side it follows shadows, and ends worse than it began, without a
sign of it in its own consistency. What tells is whether the relief still looks alike (`likeness`).
"""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging import flow
from adamas.imaging.face import Face
from adamas.imaging.grid import Floats, Grid, bytes_, floats, shrink
from adamas.imaging.likeness import grain, likeness
from adamas.imaging.mottling import by_mottling
from adamas.imaging.photo import Map, Mask, Photo, Pixels
from adamas.imaging.scale import find_scale
from adamas.imaging.similarity import Matrix, Skins, by_features, by_landmarks
from adamas.imaging.together import both

LEAST_RELIEF, LEAST_SHADOWS = 0.83, 0.89
"""Likeness of the relief below which light came from elsewhere: not dense, and no texture compared; and below
which it may have, and lines, which are shadows of furrows, are not compared."""
LEAST_SEEN = 0.6
"""Correlation of the relief from which dense flow still tells pose and size better than landmarks do."""
STEADY = 3.0
"""From the noise that a tile shows to its error: after JPEG noise is not white, neighbours share theirs."""
RESIDUAL_MM = 0.12
"""Expected error above which a place is left out: half of the smallest pore that counts."""
LEAST_LIKENESS = 0.4
"""Local correlation below which the two photographs do not show the same there."""
ASTRAY_PX = 2.0
"""Fine pixels a point may end from itself after it went there and back."""
CLEAR_MM = 1.5
"""Kept from places that are left out, and from the rim of the skin."""
LANDMARK_MM = 0.5
"""Error of a similarity by landmarks on a face, where nothing better is known."""
SMALLEST_PX = 64
"""Side of the smallest square of skin that can be aligned."""
HALF = np.float32(0.5)
WHOLE_PHOTO, STRIP = Grid(0, 0, 1.0), 256
"""Every pixel of a photo, and the rows of it that are carried at once."""
FADE_PX = 24.0
"""Pixels of the coarse copy beyond the skin over which the shift fades away."""
CLOSE_UP_PX_PER_MM = 13.5
"""Thought of a close-up without a scale: only the sizes of filters depend on it."""


class Alignment(Struct, frozen=True, kw_only=True, eq=False):
    """How a photo after lies on a photo before.

    matrix: the first guess, (2, 3), a point before to a point after. grid: where the maps lie on the photo
    before. shift: (rows, cols, 2), px, added to a point before it goes through `matrix`; zero if not dense.
    residual_px: expected error, pixels of the photo before. trusted: skin where it is within the limit.
    relief: correlation of the relief, -1 to 1. size, size_after: height and width of the photos.
    found: the shift as dense flow saw it, used or not: good enough for pose and size, not for texture.
    is_dense: each place was aligned by itself; otherwise `why_not` says why (a message id), and neither
    pores, lines nor relief may be compared.
    """

    matrix: Matrix
    grid: Grid
    shift: Floats
    found: Floats
    residual_px: Map
    trusted: Mask
    relief: float
    size: tuple[int, int]
    size_after: tuple[int, int]
    is_dense: bool
    why_not: str = ""

    @property
    def residual_median_px(self) -> float:
        """Median expected error of what is trusted; infinite when nothing is."""
        return float(np.median(self.residual_px[self.trusted])) if self.trusted.any() else float("inf")

    def after(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Where points (..., 2) of the photo before, x and y, lie on the photo after."""
        return self._moved(points, self.shift)

    def seen_after(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """The same by dense flow even where it is off by some pixels, unless it is worse than landmarks."""
        return self._moved(points, self.found if self.relief >= LEAST_SEEN else self.shift)

    def _moved(self, points: NDArray[np.floating], shift: Floats) -> NDArray[np.float64]:
        flat = np.asarray(points, np.float64).reshape(-1, 2)
        moved = flat + self._shift_at(flat, shift)
        return (moved @ self.matrix[:, :2].T + self.matrix[:, 2]).reshape(np.shape(points))

    def trusts(self, points: NDArray[np.floating]) -> Mask:
        """Which points (n, 2) of the photo before lie on trusted skin."""
        x, y = np.rint(self.grid.from_photo(points)).astype(int).T
        rows, columns = self.trusted.shape
        inside = (x >= 0) & (y >= 0) & (x < columns) & (y < rows)
        return np.asarray(inside & self.trusted[y.clip(0, rows - 1), x.clip(0, columns - 1)])

    def carry(
        self, pixels: Pixels, *, grid: Grid = WHOLE_PHOTO, shape: tuple[int, int] | None = None
    ) -> Pixels:
        """The photo after as it would look had it been taken like the photo before; black beyond its edge.

        grid: of the photo before, whose pixels are wanted; a coarse one takes little memory. shape: its rows
        and columns, None for the size of that photo. What is not dense, and what is no skin, is carried by
        the similarity alone.
        """
        rows, columns = self.size if shape is None else shape
        small = shrink(np.ascontiguousarray(pixels), grid.step)
        strips = [
            self._carried(small, grid, np.arange(float(first), min(first + STRIP, rows)), columns)
            for first in range(0, rows, STRIP)
        ]
        return np.concatenate(strips)

    def _carried(self, small: Pixels, grid: Grid, rows: NDArray[np.float64], columns: int) -> Pixels:
        places = np.stack(np.meshgrid(np.arange(float(columns)), rows), axis=-1)
        there = (self.after(grid.on_photo(places)) + 0.5) / grid.step - 0.5
        x, y = cv2.split(there.astype(np.float32))
        return bytes_(cv2.remap(small, x, y, cv2.INTER_CUBIC))

    def _shift_at(self, points: NDArray[np.float64], shift: Floats) -> NDArray[np.float64]:
        places = self.grid.from_photo(points).astype(np.float32)
        # remap takes no picture wider than 32767: points go in rows.
        rows = -(-len(places) // 1024)
        table = np.zeros((rows * 1024, 2), np.float32)
        table[: len(places)] = places
        x, y = cv2.split(table.reshape(rows, 1024, 2))
        found = cv2.remap(shift, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(found, np.float64).reshape(-1, 2)[: len(places)]


def align(
    before: Photo,
    after: Photo,
    *,
    skin: Mask,
    skin_after: Mask | None = None,
    faces: tuple[Face, Face] | None = None,
    start: Matrix | None = None,
) -> Alignment:
    """Lay the photo after onto the photo before; about 60 ms for 12 MP.

    skin: of the photo before; only skin is aligned. skin_after: of the other one. faces: on both photos.
    Without them a close-up is assumed and its features are matched, or else its mottling, unless `start`, a
    first guess, is given.
    Median error on the phantom: see docs/imaging-validation.md.
    """
    if 64 * np.count_nonzero(skin[::8, ::8]) < SMALLEST_PX**2:
        return _none(before, after, "align-no-skin")
    matrix = start
    if matrix is None:
        matrix = by_landmarks(*faces) if faces else _close_up(before, after, (skin, skin_after))
    if matrix is None:
        return _none(before, after, "align-nothing-in-common")
    scale = before.px_per_mm or (faces[0].px_per_mm if faces else CLOSE_UP_PX_PER_MM)
    pair = flow.look_at(before.pixels, after.pixels, skin, matrix, px_per_mm=scale)
    moved, grained = both(lambda: flow.refine(pair, flow.dense(pair.coarse)), lambda: grain(pair))
    brought = flow.bring(pair.coarse.theirs, pair.coarse, shift=moved.shift * HALF)
    alike, apart = both(
        lambda: likeness(pair, brought, grained), lambda: flow.back_and_forth(pair.coarse, brought)
    )
    step = pair.fine.grid.step
    is_dense = alike.median >= LEAST_RELIEF
    if is_dense:
        residual = floats(np.sqrt(moved.variance)) * np.float32(STEADY * step)
        bad = (residual > RESIDUAL_MM * scale) | (apart > ASTRAY_PX / 2) | (alike.local < LEAST_LIKENESS)
        trusted = _clear(pair.coarse.skin, bad, CLEAR_MM * scale / pair.coarse.grid.step)
    else:
        residual = np.full(pair.coarse.skin.shape, LANDMARK_MM * scale, np.float32)
        trusted = pair.coarse.skin.copy()
    found = _faded(moved.shift * np.float32(step), pair.coarse.skin)
    return Alignment(
        matrix=matrix,
        grid=pair.coarse.grid,
        shift=found if is_dense else np.zeros_like(found),
        found=found,
        residual_px=residual,
        trusted=trusted,
        relief=alike.median,
        size=(before.height, before.width),
        size_after=(after.height, after.width),
        is_dense=is_dense,
        why_not="" if is_dense else "align-other-light",
    )


def _close_up(before: Photo, after: Photo, skin: Skins) -> Matrix | None:
    """The first guess without landmarks: features, else mottling, as it lies or turned as the markers are."""
    matrix = by_features(before.pixels, after.pixels, skin=skin)
    if matrix is not None:
        return matrix
    first, second = (find_scale(photo.pixels) for photo in (before, after))
    turn = first.turn_deg(second) if first and second else None
    scales = (before.px_per_mm or CLOSE_UP_PX_PER_MM, after.px_per_mm or CLOSE_UP_PX_PER_MM)
    for turn_deg in dict.fromkeys((0.0, turn or 0.0)):
        matrix = by_mottling(before.pixels, after.pixels, scales=scales, turn_deg=turn_deg, skin=skin)
        if matrix is not None:
            return matrix
    return None


def _none(before: Photo, after: Photo, why_not: str) -> Alignment:
    """Nothing lies on anything: an alignment of which nothing is trusted."""
    return Alignment(
        matrix=np.eye(2, 3),
        grid=Grid(0, 0, 1.0),
        shift=np.zeros((1, 1, 2), np.float32),
        found=np.zeros((1, 1, 2), np.float32),
        residual_px=np.full((1, 1), np.inf, np.float32),
        trusted=np.zeros((1, 1), bool),
        relief=0.0,
        size=(before.height, before.width),
        size_after=(after.height, after.width),
        is_dense=False,
        why_not=why_not,
    )


def _clear(skin: Mask, bad: Mask, radius_px: float) -> Mask:
    """Skin that is not bad; single bad pixels are noise, what is bad takes its surroundings with it."""
    side = 2 * max(1, round(radius_px)) + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    opened = cv2.morphologyEx((bad & skin).view(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return np.asarray(skin & ~bytes_(cv2.dilate(opened, disc)).view(bool))


def _faded(shift: Floats, skin: Mask) -> Floats:
    """The shift on the skin, fading to nothing beyond it: what is no skin was matched by chance."""
    away = floats(cv2.distanceTransform((~skin).view(np.uint8), cv2.DIST_L2, 3))
    return floats(shift * np.clip(1 - away / FADE_PX, 0, 1)[..., None])
