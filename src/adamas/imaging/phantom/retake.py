"""The same skin photographed again: all that differs between two photos nobody meant to differ, and more."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.truth import Some


class Jitter(Struct, frozen=True, kw_only=True):
    """Standard deviations of what changes from shot to shot; focus and gradient only ever get worse.

    azimuth_deg, elevation_deg, gradient: of the light. exposure_ev, kelvin, focus_px: of the camera.
    turn_deg: of yaw, pitch and roll, each. scale: of the distance, relative. shift: as a share of the width.
    bend_px: movement of the face. jpeg: lowest and highest quality.
    """

    azimuth_deg: float = 12.0
    elevation_deg: float = 4.0
    gradient: float = 0.05
    exposure_ev: float = 0.1
    kelvin: float = 100.0
    focus_px: float = 0.5
    turn_deg: float = 1.5
    scale: float = 0.015
    shift: float = 0.01
    bend_px: float = 0.0
    jpeg: tuple[int, int] = (82, 96)


USUAL = Jitter()
"""A careful person without a stand: hand-held phone, the same room and lamp."""
STAND = Jitter(
    azimuth_deg=2,
    elevation_deg=1,
    gradient=0.01,
    exposure_ev=0.03,
    kelvin=20,
    focus_px=0.2,
    turn_deg=0.7,
    scale=0.005,
    shift=0.004,
    jpeg=(92, 96),
)
"""A head rest, a stand, fixed exposure and white balance."""


def retake(
    seed: int, *, jitter: Jitter = USUAL, light: Light = LAMP, camera: Camera = PHONE, width_px: int = 3024
) -> tuple[Light, Camera]:
    """Light and camera of one more shot; the seed decides how it differs from `light` and `camera`."""
    z = np.random.default_rng(seed).standard_normal(13).tolist()
    view = View(
        yaw_deg=camera.view.yaw_deg + jitter.turn_deg * z[0],
        pitch_deg=camera.view.pitch_deg + jitter.turn_deg * z[1],
        roll_deg=camera.view.roll_deg + jitter.turn_deg * z[2],
        scale=camera.view.scale * float(np.exp(jitter.scale * z[3])),
        shift_px=(
            camera.view.shift_px[0] + jitter.shift * width_px * z[4],
            camera.view.shift_px[1] + jitter.shift * width_px * z[5],
        ),
        distance=camera.view.distance,
        bend_px=camera.view.bend_px + jitter.bend_px * abs(z[6]),
        bend_seed=seed,
        lens=camera.view.lens,
    )
    low, high = jitter.jpeg
    share = np.random.default_rng([seed, 1]).random()
    shot = replace(
        camera,
        view=view,
        exposure_ev=camera.exposure_ev + jitter.exposure_ev * z[7],
        kelvin=camera.kelvin + jitter.kelvin * z[8],
        focus_px=camera.focus_px + jitter.focus_px * abs(z[9]),
        jpeg=None if camera.jpeg is None else round(low + share * (high - low)),
    )
    lamp = replace(
        light,
        azimuth_deg=light.azimuth_deg + jitter.azimuth_deg * z[10],
        elevation_deg=min(light.elevation_deg + jitter.elevation_deg * z[11], 90.0),
        gradient=light.gradient + jitter.gradient * abs(z[12]),
    )
    return lamp, shot


def faded(some: Some, *, count: float = 1.0, depth: float = 1.0, strength: float = 1.0) -> Some:
    """Lesions after a treatment: a share of their number, depth and excess colour, each in its old place.

    strength 0.5 turns a spot of twice the melanin into one of one and a half times.
    """
    low, high = (1 + (end - 1) * strength for end in some.strength)
    return replace(
        some,
        count=round(some.count * count),
        per_cm2=some.per_cm2 * count,
        depth_mm=(some.depth_mm[0] * depth, some.depth_mm[1] * depth),
        strength=(low, high),
    )
