"""A colour chart of 24 patches, or a grey card, found on a photo."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import bytes_, floats, shrink
from adamas.imaging.optics import LINEAR, to_linear
from adamas.imaging.photo import Mask, Pixels

PATCHES = np.array(
    [
        [(115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67), (133, 128, 177), (103, 189, 170)],
        [(214, 126, 44), (80, 91, 166), (193, 90, 99), (94, 60, 108), (157, 188, 64), (224, 163, 46)],
        [(56, 61, 150), (70, 148, 73), (175, 54, 60), (231, 199, 31), (187, 86, 149), (8, 133, 161)],
        [(243, 243, 242), (200, 200, 200), (160, 160, 160), (122, 122, 121), (85, 85, 85), (52, 52, 52)],
    ],
    np.uint8,
)
"""sRGB of the classic chart, row by row, as its maker has published it (as recalled, not looked up)."""
SEARCH_PX = 1400
"""Longer side of the copy in which the chart is searched; the time grows with it."""
WORST_MATCH = 0.05
"""Root mean square in linear light a found chart may be off after a correction: more is not a chart."""
CARD_SHARE, CARD_CHROMA, CARD_FLAT, CARD_FULL = 0.004, 0.35, 0.035, 0.92
"""A grey card: least share of the photo, most colour and spread, share of its four corners it fills."""
STRAIGHT = 0.04
"""Share of its outline by which an edge of a card may bend."""


class Chart(Struct, frozen=True, kw_only=True, eq=False):
    """The patches of a chart: linear light seen and true, (24, 3); where they lie, (24, 2) x and y."""

    light: NDArray[np.float32]
    reference: NDArray[np.float32]
    centres: NDArray[np.float64]


def find_chart(pixels: Pixels) -> Chart | None:
    """The classic chart of 24 patches if the photo shows it, in any rotation; None when it does not."""
    step = max(1.0, max(pixels.shape[:2]) / SEARCH_PX)
    small = shrink(np.ascontiguousarray(pixels), step)
    detector = cv2.mcc.CCheckerDetector.create()
    # Without the type nothing is found; getBestColorChecker crashes the process when nothing was.
    detector.setColorChartType(cv2.mcc.MCC24)
    detector.process(cv2.cvtColor(small, cv2.COLOR_RGB2BGR), 1)
    charts = [_read(one, step) for one in detector.getListColorChecker()]
    good = [(off, chart) for off, chart in charts if off <= WORST_MATCH]
    return min(good, key=lambda pair: pair[0])[1] if good else None


def _read(chart: cv2.mcc.CChecker, step: float) -> tuple[float, Chart]:
    """The chart in the pixels of the photo, and how far it is off a chart after the best correction."""
    codes = np.asarray(chart.getChartsRGB(), np.float64)[:, 1].reshape(24, 3)
    light = np.interp(codes, np.arange(256), LINEAR).astype(np.float32)
    reference = LINEAR[PATCHES.reshape(24, 3)]
    centres = np.asarray(chart.getColorCharts(), np.float64).reshape(24, 4, 2).mean(axis=1)
    matrix, *_ = np.linalg.lstsq(light, reference, rcond=None)
    off = float(np.sqrt(np.mean((light @ matrix - reference) ** 2)))
    return off, Chart(light=light, reference=reference, centres=(centres + 0.5) * step - 0.5)


def find_grey_card(pixels: Pixels) -> Mask | None:
    """The largest flat, nearly neutral quadrangle of at least 0.4 % of the photo, without its rim; or None.

    Red and blue may differ by a third of the mean; skin, however even, is more colourful. White walls may
    pass: keep the card the only such thing in the frame.
    """
    step = max(1.0, max(pixels.shape[:2]) / (SEARCH_PX / 2))
    small = shrink(np.ascontiguousarray(pixels), step)
    light = to_linear(small)
    middle = floats(light.mean(axis=2))
    chroma = (light.max(axis=2) - light.min(axis=2)) / np.maximum(middle, 1e-3)
    mean = cv2.blur(middle, (5, 5))
    spread = np.sqrt(np.maximum(cv2.blur(middle * middle, (5, 5)) - mean * mean, 0))
    flat = (chroma < CARD_CHROMA) & (spread < CARD_FLAT * mean) & (mean > 0.06) & (mean < 0.6)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(flat.astype(np.uint8), connectivity=4)
    for index in np.argsort(-stats[1:, cv2.CC_STAT_AREA]) + 1:
        if stats[index, cv2.CC_STAT_AREA] < CARD_SHARE * flat.size:
            break
        part = bytes_(labels == index)
        outlines, _ = cv2.findContours(part, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        if _is_card(max(outlines, key=cv2.contourArea), stats[index, cv2.CC_STAT_AREA]):
            inside = cv2.erode(part, np.ones((7, 7), np.uint8))
            whole = cv2.resize(inside, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_NEAREST)
            return bytes_(whole).view(bool)
    return None


def _is_card(outline: cv2.typing.MatLike, area_px: float) -> bool:
    """Four straight edges, also seen aslant, and nothing in it that is not the card."""
    hull = cv2.convexHull(np.asarray(outline, np.int32))
    corners = cv2.approxPolyDP(hull, STRAIGHT * cv2.arcLength(hull, closed=True), closed=True)
    return len(corners) == 4 and bool(area_px >= CARD_FULL * cv2.contourArea(hull))
