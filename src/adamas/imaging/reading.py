"""What a measure gives back: a value with its unit, where and how it was measured."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray


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


class Measured(Struct, frozen=True, kw_only=True, eq=False):
    """All readings of one measure on one photo, and the overlay that shows what was found.

    overlay: (height, width, 4) uint8 RGBA of the size of the photo, transparent where nothing was found.
    """

    readings: tuple[Reading, ...]
    overlay: NDArray[np.uint8] | None = None
