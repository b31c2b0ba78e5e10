"""What a measure gives back: a value with its unit, where and how it was measured."""

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.grid import Grid


class Reading(Struct, frozen=True, kw_only=True):
    """One number. measure and quantity: ``pores`` and ``count-per-cm2``. zone: where, or ``whole``.

    value: in `unit`; None when it cannot be measured here, and `why_not` says why (a message id).
    version: of the method; readings of different versions are never compared.
    area_cm2: skin that was looked at. px_per_mm: scale it was measured at.
    """

    measure: str
    quantity: str
    zone: str
    value: float | None
    unit: str
    version: int
    area_cm2: float | None = None
    px_per_mm: float | None = None
    why_not: str = ""


class Overlay(Struct, frozen=True, kw_only=True, eq=False):
    """What a measure found, drawn at its own scale: twenty of the size of a photo would fill the memory.

    rgba: (rows, columns, 4) uint8, transparent where nothing was found. grid: where it lies on the photo.
    size: height and width of the photo.
    """

    rgba: NDArray[np.uint8]
    grid: Grid
    size: tuple[int, int]

    def on_photo(self) -> NDArray[np.uint8]:
        """The overlay as (height, width, 4) of the photo, transparent around what was looked at."""
        step, offset = self.grid.step, self.grid.step / 2 - 0.5
        to_photo = np.array([[step, 0, self.grid.left + offset], [0, step, self.grid.top + offset]])
        height, width = self.size
        whole = cv2.warpAffine(self.rgba, to_photo, (width, height), flags=cv2.INTER_LINEAR)
        return np.asarray(whole, np.uint8)


class Measured(Struct, frozen=True, kw_only=True, eq=False):
    """All readings of one measure on one photo, and what to draw over it."""

    readings: tuple[Reading, ...]
    drawn: Overlay | None = None

    @property
    def overlay(self) -> NDArray[np.uint8] | None:
        """(height, width, 4) uint8 RGBA of the size of the photo, drawn each time it is asked for."""
        return None if self.drawn is None else self.drawn.on_photo()
