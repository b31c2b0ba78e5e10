"""Lines and wrinkles: dark valleys at least 5 mm long that keep their direction.

Ridge strength from the Hessian, kept where it goes on (after Ng, Yap, Costen & Li 2014, ACCV; Elbashir & Yap
2020, J Imaging 6:17), on shadow freed of colour, against the grain of this very skin. A line is found by how
far it stands out times how long it is: faint ones must be long. In print such methods find medium and coarse
wrinkles, not fine ones.
"""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Bytes, Floats, blur, bytes_, floats, median, ramp, shrink
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.ridges import DIRECTIONS, Ridges, ridges
from adamas.imaging.shadow import shadow
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="lines",
    version=4,
    quantities=(
        Quantity("length-per-cm2", "mm/cm2", 0.0, 60.0),
        Quantity("count-per-cm2", "1/cm2", 0.0, 5.0),
        Quantity("depth-index", "%", 0.0, 40.0),
    ),
    needs_px_per_mm=6.5,
    conditions=("measure-same-shadows", "measure-in-focus", "measure-same-expression"),
    caveats=("lines-not-fine",),
)
LEAST, MOST = 3.25, 10.0
"""Sigmas of the grain a crest stands out by, at least and as far as it counts."""
ENOUGH, SHORTEST_MM = 12.0, 5.0
"""What a line has beyond `LEAST`, in sigmas times millimetres of its extent; and that extent."""
CLEAR, PLENTY = 6.0, 30.0
"""Sigmas from which a crest, and what a line must have from which it, counts with its whole length.

What is at the edge of being found comes and goes with the noise, and weighs nothing when it does."""
NARROW_MM, WIDE_MM, ASIDE_PX = 0.15, 1.0, 1
BY_TONE = (
    (0.008, 0.035, 0.076, 0.146, 0.195, 0.273, 0.493, 0.657),
    (0.949, 0.976, 1.0, 1.023, 1.061, 1.184, 1.312, 1.443),
)
"""Melanin -> how much darker the same line looks than at ITA 30 (phantom, seeds 61-68)."""
COLOUR = (60, 220, 60)


class Lines(Struct, frozen=True, eq=False):
    """Crests of lines: points (n, 2) x and y on the coarse grid, the line 1.. of each, (n,).

    darker: ln of light lost. length_mm: of line that a point stands for, less where it is faint. found: what
    they were chosen from.
    """

    points: NDArray[np.float64]
    of: NDArray[np.int_]
    darker: NDArray[np.float32]
    length_mm: NDArray[np.float64]
    found: Ridges


def find(skin: Skin) -> Lines:
    """The lines of one photo."""
    found = ridges(shadow(skin), skin.mask, skin.px_per_mm)
    rows, columns = np.nonzero(found.crest & skin.mask & (found.strength > LEAST))
    of, weight = _names(found, rows, columns, skin.px_per_mm)
    here = of > 0
    rows, columns, of = rows[here], columns[here], of[here]
    clear = ramp(found.strength[rows, columns], LEAST, CLEAR) * weight[here]
    return Lines(
        np.stack([columns, rows], axis=1).astype(np.float64),
        of,
        _darker(skin)[rows, columns],
        clear * _steps(found.direction[rows, columns]) / skin.px_per_mm,
        found,
    )


def _names(
    found: Ridges, rows: NDArray[np.intp], columns: NDArray[np.intp], px_per_mm: float
) -> tuple[NDArray[np.int_], NDArray[np.float64]]:
    """Which line each point of a crest belongs to, and how far that one counts, 0-1.

    Lines are numbered from 1; 0 is what is too short or too faint for one.
    """
    crest = np.zeros(found.crest.shape, np.uint8)
    crest[rows, columns] = 1
    joined = cv2.dilate(crest, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    of = labels[rows, columns]
    extent = np.hypot(stats[:, cv2.CC_STAT_WIDTH] - 2, stats[:, cv2.CC_STAT_HEIGHT] - 2) / px_per_mm
    beyond = np.minimum(found.strength[rows, columns], MOST) - LEAST
    mean = np.bincount(of, beyond, minlength=count) / np.maximum(np.bincount(of, minlength=count), 1)
    keep = (extent >= SHORTEST_MM) & (mean * extent > ENOUGH)
    return np.asarray((np.cumsum(keep) * keep)[of]), ramp(mean * extent, ENOUGH, PLENTY)[of]


def _darker(skin: Skin) -> Floats:
    """How much darker, in ln, the darkest place at each pixel or beside it is than the skin around."""
    relief, scale = shrink(skin.relief, skin.grid.step / skin.fine_grid.step), skin.px_per_mm
    lost = blur(relief, WIDE_MM * scale) - blur(relief, NARROW_MM * scale)
    return floats(cv2.dilate(lost, np.ones((2 * ASIDE_PX + 1,) * 2, np.uint8)))


def _steps(direction: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Length in pixels that one pixel of a crest stands for: more when the line runs aslant."""
    angle = np.pi * direction / DIRECTIONS
    return np.asarray(1 / np.maximum(np.abs(np.cos(angle)), np.abs(np.sin(angle))))


def measure(skin: Skin) -> Measured:
    """Measure lines at least 5 mm long; needs 6.5 px/mm.

    length-per-cm2, mm, faint lines in part; count-per-cm2: lines whose larger part lies in the zone;
    depth-index: median darkness of the crests, %, which follows depth over width and the light. Checked on
    the phantom at ITA -60 to 60 degrees.
    """
    lines = find(skin)
    places = skin.places_of(lines.points, skin.grid)

    def values(inside: Inside) -> Values:
        here = inside.holds(places)
        area, last = inside.area_cm2, int(lines.of.max(initial=0)) + 1
        if not here.any():
            return 0.0, 0.0, None
        within = np.bincount(lines.of[here], minlength=last)
        count = int((2 * within > np.bincount(lines.of, minlength=last)).sum())
        depth = 100 * float(median(lines.darker[here]) / np.interp(skin.melanin, *BY_TONE))
        return float(lines.length_mm[here].sum()) / area, count / area, depth

    return Measured(
        readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {COLOUR: _drawn(lines)})
    )


def _drawn(lines: Lines) -> Bytes:
    alpha = np.zeros(lines.found.crest.shape, np.uint8)
    columns, rows = lines.points.astype(int).T
    alpha[rows, columns] = 220
    return bytes_(alpha)
