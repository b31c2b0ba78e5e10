"""Phantom skin as a good phone sees it, prepared for the measures."""

import numpy as np
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.generate import photograph
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import BARE, Skin
from adamas.imaging.phantom.truth import Some
from adamas.imaging.prepare import prepare
from adamas.imaging.reading import Measured
from adamas.imaging.skin import Skin as Prepared

CAMERA = replace(PHONE, exposure_ev=-0.2, jpeg=96)


def bare(**changes: float | int | Some) -> Skin:
    """Skin with nothing on it but what is said."""
    return replace(BARE, size_mm=(30.0, 30.0), **changes)


def seen(skin: Skin, *, light: Light = LAMP) -> Prepared:
    """A photo of it, all of it skin."""
    return seen_sheet(sheet(skin), light=light)


def seen_sheet(drawn: Sheet, *, light: Light = LAMP, camera: Camera = CAMERA) -> Prepared:
    """A photo of skin that is drawn, all of it skin."""
    pixels = photograph(drawn, light=light, camera=camera, seed=1).shot.pixels
    return prepare(pixels, {"cheek-left": np.ones(pixels.shape[:2], bool)}, drawn.px_per_mm)


def value(measured: Measured, quantity: str) -> float:
    """One reading of the whole skin."""
    found = next(one.value for one in measured.readings if (one.zone, one.quantity) == ("whole", quantity))
    assert found is not None
    return found
