"""Where each bit of skin went between two photographs, far below a pixel: dense flow, then least squares.

Dense inverse search (Kroeger et al. 2016, ECCV) on a small copy finds what a similarity leaves over; one step
after Lucas & Kanade (1981, IJCAI) on a copy twice as fine takes it to a fraction of a pixel, and its normal
equations say how well each place is known.
"""

from functools import cached_property

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Bytes, Floats, Grid, blur, bytes_, extent, floats
from adamas.imaging.photo import Mask, Pixels
from adamas.imaging.similarity import Matrix

FINE_PX_PER_MM = 6.75
"""The finer copy has about so many pixels per millimetre: half of a 12 MP photo that a face fills."""
TILE = 8
"""Pixels of the finer copy along one tile, over which displacement counts as one."""
MARGIN_PX, WINDOW_PX = 48, 8.0
REGULAR = 0.02
"""Keeps tiles without texture where the dense flow left them (squared per cent of contrast a pixel)."""
CONTRAST: Floats = (100 * np.log(np.maximum(np.arange(256), 1.0) / 255)).astype(np.float32)
"""Level -> contrast in per cent: a factor of light becomes a constant that a mean takes away."""


class Copy(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """The same part of both photographs, shrunk alike.

    grid: of the photo before. ours, theirs: grey. matrix: from pixels of ours to pixels of theirs, by the
    first guess. skin: on `grid`.
    """

    grid: Grid
    ours: Bytes
    theirs: Bytes
    matrix: Matrix
    skin: Mask

    @cached_property
    def levelled(self) -> Bytes:
        """Ours with the same local mean and contrast everywhere."""
        return _levelled(self.ours)


class Pair(Struct, frozen=True, kw_only=True, eq=False):
    """Two photographs at two scales; the coarse pixels are twice as large. colours: coarse, of both."""

    fine: Copy
    coarse: Copy
    colours: tuple[Pixels, Pixels]


class Moved(Struct, frozen=True, kw_only=True, eq=False):
    """shift: (rows, cols, 2), what remained after the first guess. variance: its expected squared error.

    Both on the coarse grid, in fine pixels.
    """

    shift: Floats
    variance: Floats


def look_at(before: Pixels, after: Pixels, skin: Mask, matrix: Matrix, *, px_per_mm: float) -> Pair:
    """Cut the skin out of both photographs and shrink it. skin: of the photo before, not empty."""
    step = max(1, round(px_per_mm / FINE_PX_PER_MM))
    left, top, right, below = _part(skin, multiple=TILE * step)
    corners = np.array([[left, top], [right, top], [right, below], [left, below]], np.float64)
    low, high = _reached(corners @ matrix[:, :2].T + matrix[:, 2], after.shape, multiple=2 * step)
    ours = _shrunk(before[top:below, left:right], step)
    theirs = _shrunk(after[low[1] : high[1], low[0] : high[0]], step)
    grid, other = Grid(left, top, float(step)), Grid(int(low[0]), int(low[1]), float(step))
    inside = skin[top:below, left:right]
    copies = (
        Copy(
            grid=grid.coarser(factor),
            ours=ours[place],
            theirs=theirs[place],
            matrix=between(matrix, grid.coarser(factor), other.coarser(factor)),
            skin=inside[step * factor // 2 :: step * factor, step * factor // 2 :: step * factor],
        )
        for place, factor in ((0, 1), (1, 2))
    )
    return Pair(fine=next(copies), coarse=next(copies), colours=(ours[2], theirs[2]))


def dense(copy: Copy) -> Floats:
    """Displacement left over by the first guess, (rows, cols, 2) in pixels of the copy."""
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    brought = _levelled(bring(copy.theirs, copy))
    return floats(search.calc(copy.levelled, brought, np.zeros((*copy.ours.shape, 2), np.float32)))


def refine(pair: Pair, shift: Floats) -> Moved:
    """Improve a displacement given in pixels of the coarse copy."""
    copy = pair.fine
    here = floats(cv2.LUT(copy.ours, CONTRAST))
    start = enlarged(shift, 2) * np.float32(2)
    there = floats(cv2.LUT(bring(copy.theirs, copy, shift=start), CONTRAST))
    step, variance = _least_squares(here, there, copy.skin.astype(np.float32))
    more, variance = (enlarged(field, TILE // 2) for field in (step, variance))
    return Moved(shift=2 * shift + more, variance=variance)


def back_and_forth(copy: Copy, brought: Bytes) -> Floats:
    """How far a point ends from itself after it went there and came back, in pixels of the copy.

    brought: theirs, laid onto ours.
    """
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    left_over = search.calc(_levelled(brought), copy.levelled, np.zeros((*copy.ours.shape, 2), np.float32))
    return floats(cv2.magnitude(*cv2.split(left_over)))


def bring(theirs: NDArray[np.uint8], copy: Copy, *, shift: Floats | None = None) -> Bytes:
    """Something of the photo after, laid onto the copy of the photo before. shift: in pixels of the copy."""
    rows, columns = copy.ours.shape
    if shift is None:
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return bytes_(
            cv2.warpAffine(theirs, copy.matrix, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE)
        )
    x, y = cv2.split(cv2.transform(shift + coordinates(rows, columns), copy.matrix))
    return bytes_(cv2.remap(theirs, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def between(matrix: Matrix, ours: Grid, theirs: Grid) -> Matrix:
    """The map between two photographs as that of their copies; pixels are counted from their middles."""
    middle = np.array([ours.left, ours.top]) + 0.5 * ours.step - 0.5
    origin = matrix[:, :2] @ middle + matrix[:, 2] - [theirs.left, theirs.top] + 0.5
    return np.column_stack([matrix[:, :2] * (ours.step / theirs.step), origin / theirs.step - 0.5])


def coordinates(rows: int, columns: int) -> Floats:
    """(rows, cols, 2): x and y of each pixel."""
    field = np.empty((rows, columns, 2), np.float32)
    field[..., 0] = np.arange(columns, dtype=np.float32)
    field[..., 1] = np.arange(rows, dtype=np.float32)[:, None]
    return field


def enlarged(field: Floats, factor: int) -> Floats:
    """A field on a grid so many times finer."""
    return floats(cv2.resize(field, None, fx=factor, fy=factor, interpolation=cv2.INTER_LINEAR))


def _least_squares(here: Floats, there: Floats, skin: Floats) -> tuple[Floats, Floats]:
    """One step of Lucas and Kanade a tile: the step (rows, cols, 2) and its expected squared error."""
    change = floats(cv2.subtract(there, here))
    wide = floats(blur(_tiles(change * skin), 2.0) / np.maximum(blur(_tiles(skin), 2.0), 0.05))
    change = floats((change - enlarged(wide, TILE)) * skin)
    mean = cv2.addWeighted(here, 0.5, there, 0.5, 0)
    across, down = (floats(cv2.Sobel(mean, cv2.CV_32F, *way, scale=1 / 8)) * skin for way in ((1, 0), (0, 1)))
    products = (
        (across, across),
        (across, down),
        (down, down),
        (across, change),
        (down, change),
        (change, change),
    )
    xx, xy, yy, xt, yt, tt = (blur(_tiles(one * other), 1.0) for one, other in products)
    xx, yy = xx + np.float32(REGULAR), yy + np.float32(REGULAR)
    determinant = xx * yy - xy * xy
    right, below = (xy * yt - yy * xt) / determinant, (xy * xt - xx * yt) / determinant
    unexplained = np.maximum(tt + right * xt + below * yt, 0)
    # A tile blurred by sigma 1 is a mean over 4 pi tiles.
    variance = unexplained * (xx + yy) / determinant / np.float32(TILE * TILE * 4 * np.pi)
    return floats(np.dstack([right, below]).clip(-1, 1)), floats(variance)


def _tiles(field: Floats) -> Floats:
    return floats(cv2.resize(field, None, fx=1 / TILE, fy=1 / TILE, interpolation=cv2.INTER_AREA))


def _levelled(grey: Bytes) -> Bytes:
    """The same local mean and contrast everywhere, so that light does not count."""
    values = floats(grey)
    apart = values - blur(values, WINDOW_PX)
    power = blur(apart * apart, WINDOW_PX)
    return bytes_(np.clip(128 + 45 * apart / np.sqrt(power + 1), 0, 255))


def _part(skin: Mask, *, multiple: int) -> tuple[int, int, int, int]:
    """Columns and rows of the skin with a margin, sides a multiple: halves of halves stay whole."""
    first, last = extent(skin)
    left, top = max(0, first[0] - MARGIN_PX), max(0, first[1] - MARGIN_PX)
    right, below = min(skin.shape[1], last[0] + MARGIN_PX), min(skin.shape[0], last[1] + MARGIN_PX)
    return left, top, right - (right - left) % multiple, below - (below - top) % multiple


def _reached(
    corners: NDArray[np.float64], shape: tuple[int, ...], *, multiple: int
) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Corners of the part of the photo after onto which these corners fall."""
    limit = np.array([shape[1], shape[0]])
    low = np.clip(np.floor(corners.min(axis=0)) - MARGIN_PX, 0, limit - multiple).astype(int)
    high = np.clip(np.ceil(corners.max(axis=0)) + MARGIN_PX, low + multiple, limit).astype(int)
    return low, high - (high - low) % multiple


def _shrunk(part: Pixels, step: int) -> tuple[Bytes, Bytes, Pixels]:
    """Fine grey, coarse grey, coarse colour."""
    fine = bytes_(cv2.resize(part, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA))
    coarse = bytes_(cv2.resize(fine, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))
    greys = (bytes_(cv2.cvtColor(one, cv2.COLOR_RGB2GRAY)) for one in (fine, coarse))
    return next(greys), next(greys), coarse
