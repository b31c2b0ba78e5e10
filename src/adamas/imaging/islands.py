"""Round patches told from their own surroundings: a wide cloud under them neither hides nor makes one.

Differences of Gaussians at the sizes patches have (Lindeberg 1998, Int J Comput Vis 30:79, as recalled)
average noise over a whole patch, where a threshold looks at single pixels. A ring around each candidate says
how high it rises, whether it does on every side, and in which colour.
"""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.blobs import COMPACT, Patches, spread
from adamas.imaging.grid import Bytes, Floats, blur, fully, grow, shrink
from adamas.imaging.photo import Map, Mask
from adamas.imaging.skin import SMOOTH_MM

WIDTHS_MM = (0.5, 0.7, 1.0, 1.4, 2.0)
"""Standard deviations, 0.6 radii or so; each is held against the double of itself."""
COARSE, COARSEST = 2.0, 1.0
"""Pixels per mm at which widths up to 1.4 mm, and wider ones, are blurred."""
CLEARLY, NOISE = 4.5, 0.003
"""Robust sigmas a patch stands out by at its width; and the least density of such a sigma."""
MIDDLE, AROUND = 0.4, 2.4
"""Where the middle of a patch and its surroundings are looked at, in widths."""
EVENLY = 0.3
"""Least rise above two opposite places of the surroundings, as a share of the mean: at an edge it is 0."""
HALF, APART = 0.5, 1.5
"""Share of its rise down to which a patch reaches; widths within which only the clearest counts."""
SMALLEST_MM, LARGEST_MM = 1.2, 9.0
ANGLES = np.arange(16) * (np.pi / 8)
BLOCK = np.ones((5, 5), np.uint8)
Numbers = NDArray[np.float64]


class Island(Struct, frozen=True, eq=False):
    """One patch: the part of the map it lies in, which pixels of that are inside, its middle and colour."""

    part: tuple[slice, slice]
    inside: Mask
    centre: tuple[float, float]
    density: Numbers


def islands(image: Map, density: Floats, mask: Mask, px_per_mm: float, *, least: float) -> Patches:
    """Find round patches of 1.2 to 9 mm that rise in `image` by `least` above what lies around them.

    image: blurred with `SMOOTH_MM`. density: (rows, columns, 3) of the same; a patch gets its mean inside
    less that of its ring. A patch reaches down to half of its rise.
    """
    found = []
    for x, y, width in _peaks(image, mask, px_per_mm):
        one = _island(image, density, (x, y), width, least=least)
        if one is not None and _is_round(one.inside, px_per_mm):
            found.append(one)
    labels = np.zeros(image.shape, np.int32)
    for number, one in enumerate(found, start=1):
        labels[one.part][one.inside & (labels[one.part] == 0)] = number
    return Patches(
        labels=labels,
        centre=np.array([one.centre for one in found], np.float64).reshape(-1, 2),
        area_mm2=np.array([one.inside.sum() for one in found], np.float64) / px_per_mm**2,
        density=np.array([one.density for one in found], np.float64).reshape(-1, 3),
    )


def _peaks(image: Map, mask: Mask, px_per_mm: float) -> list[tuple[float, float, float]]:
    """Middles (x, y) and widths, in pixels, of what stands out of the noise; the clearest first."""
    step = max(1.0, px_per_mm / COARSE)
    clear, which = _clearest(shrink(image, step), fully(mask, step), px_per_mm / step)
    rows, columns = np.nonzero((clear == cv2.dilate(clear, BLOCK)) & (clear > CLEARLY))
    order = np.argsort(-clear[rows, columns], kind="stable")
    kept = np.empty((0, 3))
    for row, column in zip(rows[order], columns[order], strict=True):
        width = WIDTHS_MM[which[row, column]] * px_per_mm
        x, y = (column + 0.5) * step - 0.5, (row + 0.5) * step - 0.5
        off = np.hypot(kept[:, 0] - x, kept[:, 1] - y)
        if (off > APART * np.maximum(kept[:, 2], width)).all():
            kept = np.vstack([kept, (x, y, width)])
    return [(float(x), float(y), float(width)) for x, y, width in kept]


def _clearest(image: Map, mask: Mask, px_per_mm: float) -> tuple[Map, Bytes]:
    """How many sigmas each place stands out at the width where it does most, and the number of that width."""
    blurred = _blurred(image, px_per_mm)
    best, which = np.zeros(image.shape, np.float32), np.zeros(image.shape, np.uint8)
    for number, width in enumerate(WIDTHS_MM):
        out = blurred[width] - blurred[2 * width]
        sigmas = out / np.float32(max(spread(out[mask]) if mask.any() else 0.0, NOISE))
        np.copyto(which, np.uint8(number), where=sigmas > best)
        best = np.maximum(best, sigmas)
    return np.where(mask, best, np.float32(0)), which


def _blurred(image: Map, px_per_mm: float) -> dict[float, Map]:
    """The image at every width and its double; the wide ones from a smaller copy."""
    widths = sorted({*WIDTHS_MM, *(2 * width for width in WIDTHS_MM)})
    fine = {w: blur(image, _more(w, SMOOTH_MM) * px_per_mm) for w in widths if w <= max(WIDTHS_MM[:-1])}
    known = WIDTHS_MM[2]
    step = max(1.0, px_per_mm / COARSEST)
    small = shrink(fine[known], step)
    return fine | {
        w: grow(blur(small, _more(w, known) * px_per_mm / step), image.shape) for w in widths if w not in fine
    }


def _more(wanted: float, done: float) -> float:
    """The blur that makes of one of `done` one of `wanted`."""
    return float(np.sqrt(wanted**2 - done**2))


def _island(
    image: Map, density: Floats, centre: tuple[float, float], width: float, *, least: float
) -> Island | None:
    """The patch around a middle; None when it rises too little, or not on every side."""
    ring = _ring(centre, AROUND * width, image.shape)
    around = image[ring]
    level = float(np.median(around))
    middle = float(image[_ring(centre, MIDDLE * width, image.shape)].mean())
    # Opposite places together: on the slope at the edge of a red cheek one is darker, and their mean is not.
    over = middle - (around[:8] + around[8:]) / 2
    if middle - level < least or over.min() < EVENLY * over.mean():
        return None
    part, inside = _within(image, centre, AROUND * width, level + HALF * (middle - level))
    if not inside.any():
        return None
    colour = density[part][inside].mean(axis=0) - np.median(density[ring], axis=0)
    return Island(part, inside, centre, np.asarray(colour, np.float64))


def _ring(centre: tuple[float, float], radius: float, shape: tuple[int, ...]) -> tuple[NDArray[np.intp], ...]:
    """Rows and columns of 16 pixels around a middle; the border stands for what lies beyond."""
    columns, rows = (
        np.rint(middle + radius * turn(ANGLES)).astype(np.intp)
        for middle, turn in zip(centre, (np.cos, np.sin), strict=True)
    )
    return rows.clip(0, shape[0] - 1), columns.clip(0, shape[1] - 1)


def _within(
    image: Map, centre: tuple[float, float], radius: float, level: float
) -> tuple[tuple[slice, slice], Mask]:
    """What is above a level within a radius and hangs together with the middle."""
    column, row = (round(middle) for middle in centre)
    reach = int(np.ceil(radius))
    part = (slice(max(row - reach, 0), row + reach + 1), slice(max(column - reach, 0), column + reach + 1))
    rows, columns = np.ogrid[part[0], part[1]]
    rows, columns = rows[: image[part].shape[0]], columns[:, : image[part].shape[1]]
    near = (columns - centre[0]) ** 2 + (rows - centre[1]) ** 2 <= radius**2
    _, labels = cv2.connectedComponents((near & (image[part] > level)).view(np.uint8), connectivity=4)
    own = labels[min(row - part[0].start, len(labels) - 1), min(column - part[1].start, labels.shape[1] - 1)]
    return part, np.asarray((labels == own) & (own > 0))


def _is_round(inside: Mask, px_per_mm: float) -> bool:
    """Neither too small nor too large, nor a streak."""
    area = inside.sum() / px_per_mm**2
    longest = max(inside.any(axis=0).sum(), inside.any(axis=1).sum()) / px_per_mm
    sized = np.pi / 4 * SMALLEST_MM**2 <= area <= np.pi / 4 * LARGEST_MM**2
    return bool(sized and area >= COMPACT * longest**2)
