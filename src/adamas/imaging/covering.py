"""What covers skin: hair, frames of glasses, cloth; told from lesions by its size.

Only what is much darker than the skin around it, or coloured as skin never is, and longer than any lesion, is
taken for a covering. Redness never is. Thin strands of hair stay, and so do the lenses of glasses.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.photo import Mask, Pixels

DARK = 0.42
"""Share of the skin's own linear luminance below which something may be hair, a frame or deep shadow."""
BLUISH = 1.15
"""Blue to green, in linear light, above which nothing is skin: under any lamp skin reflects less blue."""
LONGEST_LESION_MM = 12.0
"""What is longer is no single spot or pimple; frames of glasses, strands and hairlines are."""
EDGE_MM = 1.0
"""Left out around a covering: its blurred edge."""


def covered(pixels: Pixels, zones: dict[str, Mask], *, px_per_mm: float) -> Mask:
    """Where the skin of these zones is covered. Pixels and masks at a few pixels per millimetre."""
    light = _linear(cv2.GaussianBlur(pixels, (0, 0), max(0.3, 0.4 * px_per_mm)))
    luminance = light @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    everywhere = np.logical_or.reduce(list(zones.values()))
    suspect = everywhere & (light[..., 2] > BLUISH * np.maximum(light[..., 1], 1e-3))
    face = _typical(luminance, everywhere)
    for mask in zones.values():
        # A cheek in the shade is dark as a whole; a temple under hair is too, so the face has its say.
        here = max(_typical(luminance, mask), 0.5 * face)
        suspect |= mask & (luminance < DARK * here)
    return _grown(_long(suspect, everywhere, px_per_mm=px_per_mm), EDGE_MM * px_per_mm)


def _linear(pixels: NDArray[np.generic]) -> NDArray[np.float32]:
    # A plain power is near enough to tell hair from skin, and needs no table.
    table = ((np.arange(256) / 255.0) ** 2.2).astype(np.float32)
    return np.asarray(cv2.LUT(np.asarray(pixels, np.uint8), table), np.float32)


def _typical(luminance: NDArray[np.float32], mask: Mask) -> float:
    # The upper quartile: hair and shadow pull a median down, gloss is rare.
    return float(np.percentile(luminance[mask][::5], 75)) if mask.any() else 0.0


def _long(suspect: Mask, everywhere: Mask, *, px_per_mm: float) -> Mask:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(suspect.view(np.uint8), connectivity=8)
    extent = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    chosen = extent > LONGEST_LESION_MM * px_per_mm
    if count:
        chosen[0] = False
    return np.asarray(chosen[labels] & everywhere)


def _grown(mask: Mask, radius: float) -> Mask:
    if not mask.any():
        return mask
    side = 2 * round(radius) + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return np.asarray(cv2.dilate(mask.view(np.uint8), disc), np.uint8).view(bool)
