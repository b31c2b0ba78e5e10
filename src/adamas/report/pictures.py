"""Pictures for a report: the face cut out, small enough to send, with what a measure found drawn over it."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.align import Alignment
from adamas.imaging.colour import NONE, Balance
from adamas.imaging.gate import Inspected
from adamas.imaging.grid import Grid, bytes_
from adamas.imaging.photo import Pixels
from adamas.imaging.reading import Overlay
from adamas.report.document import Picture

LARGE_PX, SMALL_PX = 1100, 520
"""Longer side of the pair, and of a drawing."""
QUALITY = 86
MARGIN = 0.08
FADED = 0.35
"""How far the photo under a drawing is turned grey."""


class Window(Struct, frozen=True):
    """The part of a photo that is shown, in its pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def longer(self) -> int:
        """Its longer side."""
        return max(self.right - self.left, self.bottom - self.top)

    def shown(self, longer: int) -> tuple[int, int]:
        """Rows and columns when its longer side is made `longer` at most."""
        share = min(1.0, longer / max(1, self.longer))
        rows, columns = (
            max(1, round(size * share)) for size in (self.bottom - self.top, self.right - self.left)
        )
        return rows, columns


def window_of(seen: Inspected) -> Window:
    """The part that shows the face, or the skin of a close-up, with a margin."""
    if seen.face is not None:
        low, high = seen.face.landmarks[:, :2].min(axis=0), seen.face.landmarks[:, :2].max(axis=0)
    else:
        x, y, width, height = cv2.boundingRect((seen.zones.labels > 0).view(np.uint8))
        low, high = np.array([x, y], np.float32), np.array([x + width, y + height], np.float32)
    room = MARGIN * float((high - low).max())
    left, top = (max(0, int(edge - room)) for edge in low)
    right = min(seen.photo.width, int(high[0] + room))
    return Window(left, top, right, min(seen.photo.height, int(high[1] + room)))


def picture(
    pixels: Pixels,
    window: Window,
    *,
    longer: int,
    alt: str,
    caption: str = "",
    balance: Balance = NONE,
    onto: Alignment | None = None,
) -> Picture:
    """The window of a photo, at most `longer` pixels high or wide, in corrected colours.

    onto: how the photo lies on the one the window is of, when that is another.
    """
    part = _cut(pixels, window, longer) if onto is None else _carried(pixels, window, longer, onto)
    return _jpeg(_balanced(part, balance), alt=alt, caption=caption)


def drawing(
    pixels: Pixels,
    overlay: Overlay,
    window: Window,
    *,
    longer: int,
    alt: str,
    caption: str = "",
    balance: Balance = NONE,
) -> Picture:
    """The window with what a measure found drawn over it; the photo itself is paled."""
    base = _balanced(_cut(pixels, window, longer), balance).astype(np.float32)
    grey = base.mean(axis=2, keepdims=True)
    pale = base + FADED * (grey - base)
    rgba = _on_window(overlay, window, (base.shape[0], base.shape[1]))
    share = rgba[..., 3:].astype(np.float32) / 255
    mixed = pale * (1 - share) + rgba[..., :3] * share
    return _jpeg(np.clip(np.rint(mixed), 0, 255).astype(np.uint8), alt=alt, caption=caption)


def _balanced(pixels: Pixels, balance: Balance) -> Pixels:
    return pixels if balance.means == "none" else balance.apply(pixels)


def _cut(pixels: Pixels, window: Window, longer: int) -> Pixels:
    part = pixels[window.top : window.bottom, window.left : window.right]
    rows, columns = window.shown(longer)
    return bytes_(cv2.resize(part, (columns, rows), interpolation=cv2.INTER_AREA))


def _carried(pixels: Pixels, window: Window, longer: int, onto: Alignment) -> Pixels:
    shape = window.shown(longer)
    grid = Grid(window.left, window.top, (window.right - window.left) / shape[1])
    return onto.carry(pixels, grid=grid, shape=shape)


def _on_window(overlay: Overlay, window: Window, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """The overlay as it lies on the shrunk window, averaged where it is finer."""
    grid = overlay.grid
    shrink = (window.right - window.left) / shape[1]
    step = grid.step / shrink
    small = overlay.rgba
    if step < 1:
        small = np.asarray(cv2.resize(small, None, fx=step, fy=step, interpolation=cv2.INTER_AREA), np.uint8)
        step = 1.0
    left, top = (grid.left - window.left) / shrink, (grid.top - window.top) / shrink
    place = np.array([[step, 0, left + step / 2 - 0.5], [0, step, top + step / 2 - 0.5]])
    return np.asarray(cv2.warpAffine(small, place, shape[::-1], flags=cv2.INTER_LINEAR), np.uint8)


def _jpeg(pixels: Pixels, *, alt: str, caption: str) -> Picture:
    bgr = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2BGR)
    _, raw = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    height, width = pixels.shape[:2]
    return Picture(
        data=raw.tobytes(), media="image/jpeg", width=width, height=height, alt=alt, caption=caption
    )
