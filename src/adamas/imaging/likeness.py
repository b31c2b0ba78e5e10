"""Whether the relief of the skin looks the same on two aligned photographs: only the same light does that.

Light from the other side turns every ridge into a furrow; dense alignment then follows the shadows, and its
own consistency does not show it. The likeness of fine relief after alignment does: on the phantom 0.96-0.98
under the same light (12 degrees apart included), 0.87-0.94 at 45 degrees, 0.64-0.86 at 90, 0.48-0.80 from
the other side, whatever the tone of the skin.
"""

import cv2
import numpy as np
from msgspec import Struct

from adamas.imaging.flow import CONTRAST, Copy, bring
from adamas.imaging.grid import Bytes, Floats, blur, floats
from adamas.imaging.photo import Map

BAND_PX = (0.8, 2.5)
"""Standard deviations of the two Gaussians, in pixels of the coarse copy: relief of 0.25 to 0.75 mm."""
WINDOW_PX = 8.0
"""Standard deviation of the window in which likeness is judged: 2.4 mm."""
FLAT = 1e-3
"""Squared contrast in per cent under which there is nothing to compare."""


class Likeness(Struct, frozen=True, eq=False):
    """Local correlation of the relief, -1 to 1, and its median on the skin (0 where there is none)."""

    local: Map
    median: float


def likeness(copy: Copy, shift: Floats | None) -> Likeness:
    """Compare the relief of the photo before with that of the photo after, brought onto it.

    shift: in pixels of the copy; None: by the first guess alone.
    """
    mask = copy.skin.astype(np.float32)
    ours, theirs = (_relief(picture, mask) for picture in (copy.ours, bring(copy.theirs, copy, shift=shift)))
    both, first, second = (blur(one, WINDOW_PX) for one in (ours * theirs, ours * ours, theirs * theirs))
    local = both / np.sqrt(np.maximum(first * second, FLAT**2))
    return Likeness(local, float(np.median(local[copy.skin])) if copy.skin.any() else 0.0)


def _relief(grey: Bytes, mask: Floats) -> Floats:
    values = floats(cv2.LUT(grey, CONTRAST))
    return (blur(values, BAND_PX[0]) - blur(values, BAND_PX[1])) * mask
