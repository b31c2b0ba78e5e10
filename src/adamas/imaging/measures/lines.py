"""Lines and wrinkles: dark valleys at least 5 mm long that keep their direction.

Ridge strength from the Hessian, kept where it goes on (after Ng, Yap, Costen & Li 2014, ACCV; Elbashir & Yap
2020, J Imaging 6:17), with two thresholds: strong crests, and weaker ones joined to them. In print such
methods find medium and coarse wrinkles, not fine ones.
"""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Bytes, Floats, blur, bytes_, floats, shrink
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.photo import Mask
from adamas.imaging.reading import Measured
from adamas.imaging.ridges import DIRECTIONS, Ridges, ridges
from adamas.imaging.skin import WHOLE, Skin

METHOD = Method(
    name="lines",
    version=1,
    quantities=(
        Quantity("length-per-cm2", "mm/cm2", 0.0, 60.0),
        Quantity("count-per-cm2", "1/cm2", 0.0, 5.0),
        Quantity("depth-index", "%", 0.0, 40.0),
    ),
    needs_px_per_mm=6.5,
    conditions=("measure-same-light", "measure-in-focus", "measure-same-expression"),
    caveats=("lines-not-fine",),
)
LEAST, OVER_GRAIN, JOINED = 0.0075, 1.0, 0.8
GRAIN_PERCENTILE = 85.0
STRONG_SHARE, ALONE_SHARE = 0.3, 0.4
SHORTEST_MM = 5.0
NARROW_MM, WIDE_MM, ASIDE_PX = 0.15, 1.0, 1
BY_TONE = (
    (0.008, 0.035, 0.076, 0.146, 0.195, 0.273, 0.493, 0.657),
    (0.914, 0.951, 1.0, 1.021, 1.054, 1.140, 1.267, 1.410),
)
"""Melanin -> how much darker the same line looks than at ITA 30 (phantom, seeds 61-63)."""
COLOUR = (60, 220, 60)


class Lines(Struct, frozen=True, eq=False):
    """Crests of lines: points (n, 2) x and y, the line 1.. of each, ln of light lost, length in mm, (n,)."""

    points: NDArray[np.float64]
    of: NDArray[np.int_]
    darker: NDArray[np.float32]
    length_mm: NDArray[np.float64]
    found: Ridges


def find(skin: Skin) -> Lines:
    """The lines of one photo."""
    found = ridges(skin.relief, skin.fine_grid, skin.fine_px_per_mm)
    rows, columns = np.nonzero(found.crest & (found.strength > 0))
    counted = skin.zone_at(WHOLE, np.stack([columns, rows], axis=1), found.grid)
    crest = np.zeros(found.crest.shape, bool)
    crest[rows[counted], columns[counted]] = True
    grain = float(np.percentile(found.strength[crest], GRAIN_PERCENTILE)) if crest.any() else 0.0
    strong = LEAST + OVER_GRAIN * grain
    crest &= found.strength > JOINED * strong
    joined = cv2.dilate(crest.view(np.uint8), np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    rows, columns = np.nonzero(crest)
    of = labels[rows, columns]
    pixels = np.maximum(np.bincount(of, minlength=count), 1)

    def share(truth: Mask) -> NDArray[np.float64]:
        return np.asarray(np.bincount(of, truth[rows, columns], minlength=count) / pixels)

    px_per_mm = skin.scale / found.grid.step
    extent = np.hypot(stats[:, cv2.CC_STAT_WIDTH] - 2, stats[:, cv2.CC_STAT_HEIGHT] - 2) / px_per_mm
    keep = (
        (extent >= SHORTEST_MM)
        & (share(found.strength > strong) > STRONG_SHARE)
        & (share(found.alone) > ALONE_SHARE)
    )
    names = np.cumsum(keep) * keep
    here = names[of] > 0
    rows, columns, of = rows[here], columns[here], names[of[here]]
    return Lines(
        np.stack([columns, rows], axis=1).astype(np.float64),
        of,
        _darker(skin, found)[rows, columns],
        _steps(found.direction[rows, columns]) / px_per_mm,
        found,
    )


def _darker(skin: Skin, found: Ridges) -> Floats:
    """How much darker, in ln, the darkest place at each pixel or beside it is than the skin around."""
    relief, scale = shrink(skin.relief, found.grid.step / skin.fine_grid.step), skin.scale / found.grid.step
    lost = blur(relief, WIDE_MM * scale) - blur(relief, NARROW_MM * scale)
    return floats(cv2.dilate(lost, np.ones((2 * ASIDE_PX + 1,) * 2, np.uint8)))


def _steps(direction: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Length in pixels that one pixel of a crest stands for: more when the line runs aslant."""
    angle = np.pi * direction / DIRECTIONS
    return np.asarray(1 / np.maximum(np.abs(np.cos(angle)), np.abs(np.sin(angle))))


def measure(skin: Skin) -> Measured:
    """Measure lines at least 5 mm long; needs 6.5 px/mm.

    length-per-cm2, mm; count-per-cm2: lines whose larger part lies in the zone; depth-index: median
    darkness of the crests, %, which follows depth over width and the light. Checked on the phantom at ITA
    -60 to 60 degrees.
    """
    lines = find(skin)

    def values(zone: str, mask: Mask) -> Values:
        inside = skin.zone_at(zone, lines.points, lines.found.grid)
        area, last = skin.area_cm2(mask), int(lines.of.max(initial=0)) + 1
        if not inside.any():
            return 0.0, 0.0, None
        within = np.bincount(lines.of[inside], minlength=last)
        count = int((2 * within > np.bincount(lines.of, minlength=last)).sum())
        depth = 100 * float(np.median(lines.darker[inside]) / np.interp(skin.melanin, *BY_TONE))
        return float(lines.length_mm[inside].sum()) / area, count / area, depth

    return Measured(
        readings=by_zone(METHOD, skin, values), drawn=tinted(skin, lines.found.grid, {COLOUR: _drawn(lines)})
    )


def _drawn(lines: Lines) -> Bytes:
    alpha = np.zeros(lines.found.crest.shape, np.uint8)
    columns, rows = lines.points.astype(int).T
    alpha[rows, columns] = 220
    return bytes_(alpha)
