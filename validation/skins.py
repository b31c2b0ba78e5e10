"""The people and the retakes that the studies of measures share.

Seeds below 100 were used to choose thresholds; the studies use seeds from 1000 on.
"""

from collections.abc import Sequence
from math import log2

import numpy as np
from msgspec.structs import replace

from adamas.imaging.grid import floats
from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.generate import Phantom, photograph
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import linear_rgb, melanin_for
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.sheet import Sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Mask
from adamas.imaging.prepare import prepare, typical_of
from adamas.imaging.skin import Skin as Prepared

TONES = (60, 45, 30, 10, 0, -20, -40, -60)
"""Degrees ITA."""
BLOOD = 0.015
RED_LIGHT = 0.5
"""Linear red light every tone is exposed for, as a camera does that meters the face."""
EDGE_MM = 1.0


def melanin(ita: float) -> float:
    """Volume fraction for this tone."""
    return melanin_for(ita, blood=BLOOD)


def metered(skin: Skin | Sheet) -> float:
    """Stops that bring the red light of the skin to `RED_LIGHT`."""
    one = skin.truth if isinstance(skin, Sheet) else skin
    return log2(RED_LIGHT / float(linear_rgb(one.melanin, one.blood)[0]))


def still(skin: Skin | Sheet, *, seed: int) -> Phantom:
    """One good photograph, exposed for the skin."""
    return photograph(skin, camera=replace(PHONE, exposure_ev=metered(skin)), seed=seed)


def retake(skin: Skin | Sheet, *, seed: int) -> Phantom:
    """The same skin photographed again by hand.

    Exposure +-7 %, balance +-3 %, light +-12 degrees with a gradient up to 15 %, focus to 1 px, JPEG 82-96,
    pose +-2 degrees, scale +-1.5 %, place +-10 px; evenly distributed.
    """
    rng = np.random.default_rng([seed, 77])

    def about(most: float) -> float:
        return float(rng.uniform(-most, most))

    light = Light(
        azimuth_deg=LAMP.azimuth_deg + about(12),
        elevation_deg=LAMP.elevation_deg + about(6),
        gradient=abs(about(0.15)),
    )
    view = View(
        yaw_deg=about(2),
        pitch_deg=about(2),
        roll_deg=about(2),
        scale=1 + about(0.015),
        shift_px=(about(10), about(10)),
    )
    camera: Camera = replace(
        PHONE,
        exposure_ev=metered(skin) + log2(1 + about(0.07)),
        gains=(1 + about(0.03), 1 + about(0.03)),
        focus_px=abs(about(1.0)),
        jpeg=int(rng.integers(82, 97)),
        view=view,
    )
    return photograph(skin, light=light, camera=camera, seed=seed)


def prepared(taken: Phantom) -> Prepared:
    """What the measures see: the skin of the sheet, at the scale the photo has."""
    return prepare(taken.shot.pixels, {"cheek-left": on_photo(taken)}, scale_of(taken))


def prepared_alike(taken: Sequence[Phantom]) -> list[Prepared]:
    """Photographs of one skin as a comparison prepares them: as skin of one tone."""
    zones = [{"cheek-left": on_photo(one)} for one in taken]
    each = [typical_of(one.shot.pixels, seen) for one, seen in zip(taken, zones, strict=True)]
    typical = floats(np.mean(each, axis=0))
    return [
        prepare(one.shot.pixels, seen, scale_of(one), typical=typical)
        for one, seen in zip(taken, zones, strict=True)
    ]


def scale_of(taken: Phantom) -> float:
    """Pixels per millimetre of the photo."""
    return taken.sheet.px_per_mm * taken.camera.view.scale


def on_photo(taken: Phantom) -> Mask:
    """Where the photo shows the same part of the sheet, a millimetre within its edges."""
    geometry, shape = taken.shot.geometry, taken.shot.pixels.shape[:2]
    points = np.stack(np.meshgrid(np.arange(0, shape[1], 8.0), np.arange(0, shape[0], 8.0)), axis=-1)
    height, width = taken.sheet.height_mm.shape
    edge = EDGE_MM * taken.sheet.px_per_mm + 0.0
    places = geometry.to_scene(points)
    inside = (
        (places[..., 0] > edge)
        & (places[..., 0] < width - 1 - edge)
        & (places[..., 1] > edge)
        & (places[..., 1] < height - 1 - edge)
    )
    whole = np.repeat(np.repeat(inside, 8, axis=0), 8, axis=1)
    return whole[: shape[0], : shape[1]]
