"""Pores: dark round pits from 0.22 mm, counted where the skin is darker than all of its surroundings.

A difference of Gaussians finds candidates (Lindeberg 1998, Int J Comput Vis 30:79 [R]); a pore is one whose
middle is darker than what lies around it in every direction: a line, the edge of a spot or a grain is not.
Published methods agree only moderately with the eye (Dissanayake 2019, Skin Res Technol 25:631). [R] marks
what was not looked up.
"""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from adamas.imaging.grid import Bytes, Floats, between, blur, bytes_, floats, median
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured, Overlay
from adamas.imaging.skin import LEVELS_PER_LN, Inside, Skin

METHOD = Method(
    name="pores",
    version=3,
    quantities=(
        Quantity("count-per-cm2", "1/cm2", 0.0, 300.0),
        Quantity("area-share", "%", 0.0, 30.0),
        Quantity("diameter", "mm", 0.15, 1.0),
        Quantity("depth-index", "%", 0.0, 80.0),
    ),
    needs_px_per_mm=11.8,
    conditions=("measure-same-light", "measure-in-focus", "measure-no-make-up"),
    caveats=("pores-enlarged-only",),
)
SIGMA_MM, RATIO = 0.12, 2.2
NEAR_MM, RING_MM = 0.14, 0.34
APART, APART_MM = 5, 0.3
"""Pixels and mm within which only the strongest candidate counts."""
CANDIDATE = 6
DARKER = ((0.40, 0.60), (0.05, 0.08))
EACH = ((0.20, 0.60), (0.04, 0.06))
EVENLY, PEAKED = 0.6, 0.2
"""Ln of light by which the middle is darker than each opposite pair of its ring, and than each single point
of it, by melanin: the relief of very dark skin mirrors more of the light; the least pair as a share of the
mean; and how much of the rise lies near the middle: a freckle is darker too, but flat."""
DIAMETER = (
    (0.29, 0.302, 0.327, 0.347, 0.364, 0.378, 0.392, 0.404, 0.423, 0.45),
    (0.45, 0.415, 0.370, 0.333, 0.302, 0.280, 0.247, 0.230, 0.208, 0.18),
)
"""Share of the depth risen 0.14 mm from the middle -> diameter in mm, on the phantom (r = 0.93)."""
BY_TONE = ((0.076, 0.274, 0.497, 0.66), (1.0, 1.07, 1.14, 1.21))
"""Melanin -> how much darker the same pore looks than at ITA 30 (phantom, seeds 20-23)."""
COLOUR = (0, 120, 255)
DOT = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))


class Pores(Struct, frozen=True, eq=False):
    """Pores of one photo: points (n, 2) x and y on the sharp grid, contrast (ln) and diameter in mm, (n,)."""

    points: NDArray[np.float64]
    contrast: Floats
    diameter_mm: Floats


def find(skin: Skin) -> Pores:
    """The pores of one photo."""
    scale = skin.sharp_px_per_mm
    near = blur(skin.sharp, SIGMA_MM * scale)
    pits = cv2.subtract(blur(near, SIGMA_MM * (RATIO**2 - 1) ** 0.5 * scale), near)
    highest = cv2.dilate(pits, np.ones((APART, APART), np.uint8))
    peaks = cv2.bitwise_and(cv2.compare(pits, highest, cv2.CMP_EQ), cv2.inRange(pits, CANDIDATE, 255))
    found = np.asarray(cv2.findNonZero(peaks)) if cv2.hasNonZero(peaks) else np.zeros((0, 2))
    columns, rows = found.reshape(-1, 2).T.astype(np.intp)
    counted = np.take(skin.mask, skin.places_of(np.stack([columns, rows], axis=1), skin.sharp_grid))
    rows, columns = rows[counted], columns[counted]
    inner = _ring(near, rows, columns, NEAR_MM * scale).mean(axis=1)
    ring = _ring(near, rows, columns, RING_MM * scale)
    mean, least = ring.mean(axis=1), ring.min(axis=1)
    # Opposite points together: on the slope at the edge of a spot one is darker, and their mean is not.
    both = (ring[:, :4] + ring[:, 4:]).min(axis=1) / 2
    darker, each = (np.interp(skin.melanin, *by_tone) for by_tone in (DARKER, EACH))
    keep = (both > darker) & (both > EVENLY * mean) & (least > each) & (inner > PEAKED * mean)
    points = np.stack([columns, rows], axis=1)[keep].astype(np.float64)
    once = _apart(points, mean[keep], APART_MM * scale)
    return Pores(points[once], mean[keep][once], _diameter((inner[keep] / mean[keep])[once]))


def _apart(points: NDArray[np.float64], strength: Floats, distance: float) -> NDArray[np.intp]:
    """Which points are the strongest within a distance; of equals the first."""
    order = np.argsort(-strength, kind="stable")
    weaker = {second for _, second in cKDTree(points[order]).query_pairs(distance)} if len(order) else set()
    return np.array([index for place, index in enumerate(order) if place not in weaker], np.intp)


def _ring(image: Bytes, rows: NDArray[np.intp], columns: NDArray[np.intp], radius: float) -> Floats:
    """How much lighter, in ln, eight points around each pixel are than the pixel: (n, 8).

    Between pixels: a ring of whole pixels stays as it is while the face comes nearer, and pores come and go.
    """
    angle = np.arange(8) * (np.pi / 4)
    x, y = (floats(middle[:, None] + radius * f(angle)) for middle, f in ((columns, np.cos), (rows, np.sin)))
    ring = between(image, x, y)
    return np.asarray((ring - image[rows, columns, None]) / np.float32(LEVELS_PER_LN), np.float32)


def _diameter(rise: Floats) -> Floats:
    """Diameter in mm of pits that have risen by this share of their depth near the middle."""
    return np.asarray(np.interp(rise, *DIAMETER), np.float32)


def measure(skin: Skin) -> Measured:
    """Count pores of at least 0.22 mm; needs 11.8 px/mm.

    count-per-cm2; area-share: of the skin they cover, %; diameter: median, mm; depth-index: median
    darkening of the middle, %. Checked on the phantom at ITA -60 to 60 degrees.
    """
    found = find(skin)
    places = skin.places_of(found.points, skin.sharp_grid)

    def values(inside: Inside) -> Values:
        here = inside.holds(places)
        area, count = inside.area_cm2, int(here.sum())
        if not count:
            return 0.0, 0.0, None, None
        diameter = found.diameter_mm[here]
        covered = float(np.pi / 4 * (diameter**2).sum())
        darkening = -np.expm1(-median(found.contrast[here])) / np.interp(skin.melanin, *BY_TONE)
        return count / area, covered / area, median(diameter), float(100 * darkening)

    return Measured(readings=by_zone(METHOD, skin, values), drawn=_draw(skin, found))


def _draw(skin: Skin, found: Pores) -> Overlay:
    rows, columns = skin.fine_mask.shape
    dots = np.zeros((rows, columns), np.uint8)
    x, y = np.rint(skin.fine_grid.from_photo(skin.sharp_grid.on_photo(found.points))).astype(int).T
    dots[y.clip(0, rows - 1), x.clip(0, columns - 1)] = 200
    return tinted(skin, skin.fine_grid, {COLOUR: bytes_(cv2.dilate(dots, DOT))})
