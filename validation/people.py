"""Synthetic people photographed again and again as a clinic can: nothing is ever quite the same."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.examine import examine, lay, readings_of
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.face import FULL, Face, face, photograph_face
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import melanin_for
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.skin import ORDINARY, Skin
from adamas.imaging.photo import Capture, Photo
from adamas.imaging.reading import Reading
from adamas.outcome.calibration import Sitting

TONES = (55.0, 35.0, 15.0, -10.0, -35.0, -55.0)
BLOOD = 0.015


class Setting(Struct, frozen=True):
    """What a sitting keeps for all its shots: lamp, exposure and white balance."""

    light: Light
    exposure_ev: float
    kelvin: float


class Visits(Struct, frozen=True, kw_only=True):
    """One person and how often she is photographed. seed: of person and faults. treated: skin at the end."""

    seed: int
    tone: float
    sittings: int
    shots: int
    treated: Skin | None = None


def skin_of(seed: int, tone: float) -> Skin:
    """An ordinary person of this tone; no two have as many pores, spots or red places."""
    rng = np.random.default_rng((seed, 1))
    more = {
        name: replace(getattr(ORDINARY, name), per_cm2=getattr(ORDINARY, name).per_cm2 * float(factor))
        for name, factor in zip(
            ("pores", "lines", "spots", "papules", "erythema"), np.exp(rng.normal(0, 0.35, 5)), strict=True
        )
    }
    relief = ORDINARY.relief_mm * float(np.exp(rng.normal(0, 0.2)))
    melanin = melanin_for(tone, blood=BLOOD)
    return replace(
        ORDINARY, seed=seed, melanin=melanin, blood=BLOOD, relief_mm=relief, px_per_mm=FULL, **more
    )


def setting(rng: np.random.Generator) -> Setting:
    """A new sitting: the lamp a little elsewhere, the camera a little brighter or warmer."""
    light = replace(
        LAMP,
        azimuth_deg=LAMP.azimuth_deg + float(rng.normal(0, 4)),
        elevation_deg=LAMP.elevation_deg + float(rng.normal(0, 2)),
        gradient=abs(float(rng.normal(0, 0.03))),
    )
    return Setting(light, float(rng.normal(0, 0.06)), 6504.0 + float(rng.normal(0, 60)))


def shot(one: Face, place: Setting, rng: np.random.Generator) -> Photo:
    """One photograph: taken up anew, so pose, distance, focus, exposure and compression differ."""
    view = View(
        yaw_deg=float(rng.normal(0, 1.2)),
        pitch_deg=float(rng.normal(0, 1.2)),
        roll_deg=float(rng.normal(0, 1.2)),
        scale=float(np.exp(rng.normal(0, 0.012))),
        shift_px=(float(rng.normal(0, 25)), float(rng.normal(0, 25))),
    )
    camera: Camera = replace(
        PHONE,
        view=view,
        focus_px=abs(float(rng.normal(0, 0.4))),
        exposure_ev=place.exposure_ev + float(rng.normal(0, 0.04)),
        kelvin=place.kelvin + float(rng.normal(0, 40)),
        jpeg=int(rng.integers(88, 97)),
    )
    pixels = photograph_face(one, light=place.light, camera=camera, seed=int(rng.integers(1 << 31))).pixels
    return Photo(pixels=pixels, view="face", capture=Capture(), digest="")


def photographed(visits: Visits) -> list[list[Inspected]]:
    """The photographs of one person, by sitting; one more sitting shows the treated skin, if there is any."""
    rng = np.random.default_rng((visits.seed, 2))
    untreated = face(skin_of(visits.seed, visits.tone))
    faces = [untreated] * visits.sittings
    if visits.treated is not None:
        faces.append(face(visits.treated))
    places = [setting(rng) for _ in faces]
    return [
        [inspect(shot(one, place, rng)) for _ in range(visits.shots)]
        for one, place in zip(faces, places, strict=True)
    ]


def measured(photos: Sequence[Inspected]) -> list[tuple[Reading, ...]]:
    """Readings of photographs of one person on the skin that all of them show."""
    laid = lay(photos)
    return [
        readings_of(examine(photo, zones=zones)) for photo, zones in zip(laid.photos, laid.zones, strict=True)
    ]


def sittings_of(visits: Visits) -> list[Sitting]:
    """Everything one person's photographs measure, by sitting."""
    sat = photographed(visits)
    readings = iter(measured([photo for photos in sat for photo in photos]))
    return [Sitting(str(visits.seed), tuple(next(readings) for _ in photos)) for photos in sat]
