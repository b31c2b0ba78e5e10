"""Real portraits in phantom skin, photographed again and again: no drawn head shades like a real one."""

from itertools import product

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.camera import PHONE
from adamas.imaging.phantom.people import Setting, sit_down
from validation import faces

WHO: tuple[faces.Who, ...] = ("officer", "astronaut")
DARKER = (0.0, 0.3, 0.6)
SITTINGS = 3
STOPS, STOPS_DARKER = -0.3, 0.9
"""Exposure at which no part of these faces is burnt out, and how much more a darker skin takes."""


class Portrait(Struct, frozen=True):
    """A real portrait in phantom skin, with so much melanin laid over it."""

    who: faces.Who
    darker: float
    seed: int


def portraits(first_seed: int) -> tuple[Portrait, ...]:
    """Both faces in every tone, each with a skin of its own."""
    return tuple(
        Portrait(who, darker, seed)
        for seed, (darker, who) in enumerate(product(DARKER, WHO), start=first_seed)
    )


def retaken(one: Portrait, *, shots: int = 1) -> list[list[Inspected]]:
    """By sitting: head turned within 3 degrees, lamp moved, other focus, noise and JPEG each time."""
    person = faces.person(one.who, seed=one.seed, darker=one.darker)
    rng = np.random.default_rng((one.seed, 2))
    settings = [sit_down(rng) for _ in range(SITTINGS)]
    return [[_taken(one, person, setting, rng) for _ in range(shots)] for setting in settings]


def _taken(one: Portrait, person: faces.Person, setting: Setting, rng: np.random.Generator) -> Inspected:
    camera = replace(
        PHONE,
        exposure_ev=setting.exposure_ev + STOPS + STOPS_DARKER * one.darker,
        kelvin=setting.kelvin,
        focus_px=abs(float(rng.normal(0, 0.4))),
        jpeg=int(rng.integers(88, 97)),
    )
    pose = faces.Pose(yaw_deg=float(rng.uniform(-3, 3)), pitch_deg=float(rng.uniform(-3, 3)))
    seed = int(rng.integers(1 << 31))
    shot = faces.photograph(person, pose=pose, light=setting.light, camera=camera, seed=seed)
    return inspect(shot.photo)
