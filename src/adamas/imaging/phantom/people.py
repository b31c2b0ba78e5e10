"""Synthetic people photographed again and again as a clinic can: nothing is ever quite the same."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, Camera, shoot
from adamas.imaging.phantom.card import Kind, with_marker
from adamas.imaging.phantom.face import FULL, Face, photograph_face
from adamas.imaging.phantom.generate import Phantom
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import melanin_for
from adamas.imaging.phantom.shade import LAMP, Light, shade
from adamas.imaging.phantom.sheet import Sheet
from adamas.imaging.phantom.skin import ORDINARY, Skin

BLOOD = 0.015
CLOSE_MM = (70.0, 52.5)
"""Width and height of a close-up."""
_VARY = ("pores", "lines", "spots", "papules", "erythema")


class Setting(Struct, frozen=True):
    """What a sitting keeps for all its shots: lamp, exposure and white balance."""

    light: Light
    exposure_ev: float
    kelvin: float


def somebody(seed: int, *, ita_deg: float, px_per_mm: float = FULL) -> Skin:
    """An ordinary person of this skin tone; no two have as many pores, spots or red places.

    Raises ValueError for a tone skin does not have, see `optics.melanin_for`.
    """
    rng = np.random.default_rng((seed, 1))
    factors = np.exp(rng.normal(0, 0.35, len(_VARY)))
    more = {
        name: replace(getattr(ORDINARY, name), per_cm2=getattr(ORDINARY, name).per_cm2 * float(factor))
        for name, factor in zip(_VARY, factors, strict=True)
    }
    return replace(
        ORDINARY,
        seed=seed,
        melanin=melanin_for(ita_deg, blood=BLOOD),
        blood=BLOOD,
        relief_mm=ORDINARY.relief_mm * float(np.exp(rng.normal(0, 0.2))),
        px_per_mm=px_per_mm,
        **more,
    )


def treated(skin: Skin, *, pores: float = 1.0, spots: float = 1.0, redness: float = 1.0) -> Skin:
    """The same person with so many times the pores, and so much of what makes spots and redness stand out."""
    return replace(
        skin,
        pores=replace(skin.pores, per_cm2=skin.pores.per_cm2 * pores),
        spots=replace(skin.spots, strength=_faded(skin.spots.strength, spots)),
        erythema=replace(skin.erythema, strength=_faded(skin.erythema.strength, redness)),
    )


def _faded(strength: tuple[float, float], share: float) -> tuple[float, float]:
    low, high = strength
    return 1 + share * (low - 1), 1 + share * (high - 1)


def sit_down(rng: np.random.Generator) -> Setting:
    """A new sitting: the lamp a little elsewhere, the camera a little brighter or warmer."""
    light = replace(
        LAMP,
        azimuth_deg=LAMP.azimuth_deg + float(rng.normal(0, 4)),
        elevation_deg=LAMP.elevation_deg + float(rng.normal(0, 2)),
        gradient=abs(float(rng.normal(0, 0.03))),
    )
    return Setting(light, float(rng.normal(0, 0.06)), 6504.0 + float(rng.normal(0, 60)))


def take(one: Face, setting: Setting, rng: np.random.Generator, *, card: Kind | None = None) -> Phantom:
    """One photograph: taken up anew, so pose, distance, focus, exposure and compression differ."""
    camera = _camera(setting, rng)
    seed = int(rng.integers(1 << 31))
    shot = photograph_face(one, light=setting.light, camera=camera, seed=seed, card=card)
    return Phantom(sheet=one.sheet, face=one, shot=shot, light=setting.light, camera=camera)


def take_close(skin: Sheet, setting: Setting, rng: np.random.Generator) -> Phantom:
    """One close-up with a marker, which never lies twice in the same place."""
    camera = _camera(setting, rng)
    corner = (6 + float(rng.uniform(0, 6)), 6 + float(rng.uniform(0, 6)))
    lit = with_marker(shade(skin, setting.light), corner_mm=corner, px_per_mm=skin.px_per_mm)
    shot = shoot(lit, camera, seed=int(rng.integers(1 << 31)))
    return Phantom(sheet=skin, shot=shot, light=setting.light, camera=camera)


def _camera(setting: Setting, rng: np.random.Generator) -> Camera:
    view = View(
        yaw_deg=float(rng.normal(0, 1.2)),
        pitch_deg=float(rng.normal(0, 1.2)),
        roll_deg=float(rng.normal(0, 1.2)),
        scale=float(np.exp(rng.normal(0, 0.012))),
        shift_px=(float(rng.normal(0, 25)), float(rng.normal(0, 25))),
    )
    return replace(
        PHONE,
        view=view,
        focus_px=abs(float(rng.normal(0, 0.4))),
        exposure_ev=setting.exposure_ev + float(rng.normal(0, 0.04)),
        kelvin=setting.kelvin + float(rng.normal(0, 40)),
        jpeg=int(rng.integers(88, 97)),
    )
