"""Evenness of tone: how much smoothed CIELAB a* and melanin vary over the skin.

Not the spread of L*: on the phantom that repeats hardly at all between two shots (ICC 0.06), because it is
mostly light falling from one side. Even a* grows with the light, so every place is first given the lightness
of the whole: what is left is colour.
"""

import cv2
import numpy as np

from adamas.imaging import optics
from adamas.imaging.grid import Floats, blur, floats, grow, median
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="evenness",
    version=4,
    quantities=(Quantity("a-spread", "a*", 0.0, 15.0), Quantity("melanin-spread", "OD", 0.0, 1.0)),
    needs_px_per_mm=2.0,
    conditions=("measure-same-colour", "measure-no-make-up"),
)
SMOOTH_MM, EVERY = 1.0, 2
"""Blur, and the pixels of the coarse grid of which one is looked at after it."""
LUMINANCE = np.array([[0.2126, 0.7152, 0.0722]], np.float32)
DARKEST = np.float32(1e-3)
FAR = 2.0
REDDER, PALER = (230, 60, 120), (40, 160, 90)


def measure(skin: Skin) -> Measured:
    """Measure how unevenly coloured the skin is; needs 2 px/mm. Less is more even.

    a-spread: standard deviation of a* smoothed over 1 mm, all at the lightness of the whole, a* units;
    melanin-spread: the same of melanin, optical density. Skin that is burnt out does not count. Checked on
    the phantom at ITA -60 to 60 degrees.
    """
    red = _redness(skin)
    melanin = blur(skin.unburnt(skin.chromophores.melanin), SMOOTH_MM * skin.px_per_mm)
    spaced = np.full(skin.mask.shape, np.nan, np.float32)
    spaced[::EVERY, ::EVERY] = red

    def values(inside: Inside) -> Values:
        here = inside.of(spaced)
        here = here[np.isfinite(here)]
        return float(here.std()) if len(here) else None, float(inside.of(melanin).std())

    known = skin.mask & ~skin.burnt
    off = grow(red - np.float32(median(red[known[::EVERY, ::EVERY]])), skin.mask.shape)
    alpha = np.where(known, np.clip((np.abs(off) - FAR) * 30, 0, 140), 0).astype(np.uint8)
    colours = {
        REDDER: np.where(off > 0, alpha, 0).astype(np.uint8),
        PALER: np.where(off < 0, alpha, 0).astype(np.uint8),
    }
    readings = by_zone(METHOD, skin, values, colours=True)
    return Measured(readings=readings, drawn=tinted(skin, skin.grid, colours))


def _redness(skin: Skin) -> Floats:
    """a* of every second pixel, each at the luminance of the middle of the skin."""
    smooth = np.ascontiguousarray(
        blur(skin.unburnt(skin.light), SMOOTH_MM * skin.px_per_mm)[::EVERY, ::EVERY]
    )
    luminance = np.maximum(floats(cv2.transform(smooth, LUMINANCE)), DARKEST)
    whole = float(LUMINANCE[0] @ np.power(10.0, -skin.typical))
    return optics.lab(floats(smooth * (whole / luminance)[:, :, None]))[:, :, 1]
