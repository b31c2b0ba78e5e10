"""A photograph that was admitted: upright sRGB pixels and what the camera said about them."""

from datetime import datetime
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 3) sRGB, 0-255."""
Mask = NDArray[np.bool_]
"""(height, width), true where something counts."""
Map = NDArray[np.float32]
"""(height, width), one value a pixel."""

View = Literal[
    "face", "left-three-quarter", "right-three-quarter", "cheek", "forehead", "nose", "hand", "back"
]
"""What a photograph shows: a face, or a close-up patch of skin."""
FACES: tuple[View, ...] = ("face", "left-three-quarter", "right-three-quarter")


class Capture(Struct, frozen=True, kw_only=True):
    """What the file says about how it was taken; None where it says nothing. Never a place.

    exposure_s: seconds. focal_length_mm: of the lens; focal_length_35mm: as on 35 mm film.
    profile: name of the colour profile the pixels came in. software: the last program that wrote the file.
    rendering: what the camera computed beyond a plain photograph. jpeg_quality: 1-100 by its tables, as of
    the Independent JPEG Group.
    """

    camera: str | None = None
    lens: str | None = None
    taken_at: datetime | None = None
    exposure_s: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_length_mm: float | None = None
    focal_length_35mm: float | None = None
    flash: bool | None = None
    software: str | None = None
    rendering: Literal["hdr", "panorama", "portrait"] | None = None
    jpeg_quality: int | None = None
    profile: str = "sRGB"
    format: str = "JPEG"


class Photo(Struct, frozen=True, kw_only=True, eq=False):
    """One photograph, upright, in sRGB, without its location.

    digest: SHA-256 of the bytes it was read from. px_per_mm: scale when a ruler, card or marker gave it.
    """

    pixels: Pixels
    view: View
    capture: Capture
    digest: str
    px_per_mm: float | None = None

    @property
    def height(self) -> int:
        """Rows of pixels."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Columns of pixels."""
        return int(self.pixels.shape[1])
