"""Shine: light the surface mirrors instead of taking on the colour of the skin.

Dichromatic reflection (Shafer 1985, Color Res Appl 10:210 [R]): each pixel is so much of the colour of the
skin around plus so much white. Unlike a threshold on L* it reads the same on dark and on light skin. [R]
marks what was not looked up.
"""

import cv2
import numpy as np

from adamas.imaging.blobs import background
from adamas.imaging.grid import Floats, floats, grow, shrink
from adamas.imaging.measures.base import Method, Quantity, Values, by_zone, tinted
from adamas.imaging.photo import Map
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Inside, Skin

METHOD = Method(
    name="shine",
    version=1,
    quantities=(Quantity("white-light", "%", 0.0, 100.0), Quantity("area-share", "%", 0.0, 100.0)),
    needs_px_per_mm=2.0,
    conditions=("measure-same-light", "measure-same-colour"),
    caveats=("shine-clipped",),
)
WINDOW_MM, SHINING = 15.0, 0.03
PX_PER_MM = 2.0
COLOUR = (255, 230, 80)


def measure(skin: Skin) -> Measured:
    """Measure mirrored light above that of the skin within 15 mm; needs 2 px/mm.

    white-light: mean over the skin, % of a white sheet; area-share: skin with more than 3 %. Where the
    photo is clipped it reads too low. Checked on the phantom at ITA -60 to 60 degrees.
    """
    white = mirrored(skin)

    def values(inside: Inside) -> Values:
        here = np.maximum(inside.of(white), 0)
        return float(100 * here.mean()), float(100 * np.mean(here > SHINING))

    alpha = np.where(skin.mask, np.clip((white - SHINING) * 2000, 0, 170), 0).astype(np.uint8)
    return Measured(readings=by_zone(METHOD, skin, values), drawn=tinted(skin, skin.grid, {COLOUR: alpha}))


def mirrored(skin: Skin) -> Map:
    """White light of each pixel, as a share of a white sheet: least squares against the colour around it."""
    step = max(1.0, skin.px_per_mm / PX_PER_MM)
    light = shrink(skin.light, step)
    around = background(light, skin.px_per_mm / step, WINDOW_MM)
    white = np.float32(1 / 3)
    cc, cw, ww = _dot(around, around), floats(around.sum(axis=2)) * white, np.float32(1 / 3)
    lc, lw = _dot(light, around), floats(light.sum(axis=2)) * white
    share = (cc * lw - cw * lc) / np.maximum(cc * ww - cw * cw, 1e-6)
    return grow(floats(cv2.GaussianBlur(share * white, (0, 0), 1.0)), skin.mask.shape)


def _dot(a: Floats, b: Floats) -> Map:
    return floats(cv2.transform(a * b, np.ones((1, 3), np.float32)))
