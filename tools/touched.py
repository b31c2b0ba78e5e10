"""Phantoms photographed at random, then touched by software: what `fit_filters` learns from and is tried on.

Patches of skin seen by any camera in any light, and whole faces. Half of what counts as untouched was
sharpened a little, as phones do (at most 0.25).
"""

import sys

import cv2
import numpy as np
from msgspec.structs import replace

from adamas.imaging.gate import inspect
from adamas.imaging.phantom.camera import Camera, shoot
from adamas.imaging.phantom.face import face, photograph_face
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import Linear, melanin_for
from adamas.imaging.phantom.people import somebody
from adamas.imaging.phantom.shade import Light, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Capture, Mask, Photo, Pixels
from adamas.imaging.photo import View as Shown
from adamas.imaging.texture import Texture, texture_of
from tests.support import edits
from validation import faces

Row = tuple[str, Texture]
UNFOCUSED = {
    "out of focus by 3 px": {"focus_px": 3.0},
    "out of focus by 4 px": {"focus_px": 4.0},
    "out of focus by 6 px": {"focus_px": 6.0},
    "shaken by 8 px": {"motion_px": 8.0, "motion_deg": 30.0},
}
SLOW = "non-local means"
"""Takes as long as everything else that is done to a face."""


def scene(seed: int) -> tuple[Linear, Camera]:
    """A person, a light and a camera at random."""
    u = np.random.default_rng(seed).uniform
    blood = float(np.exp(u(np.log(0.01), np.log(0.03))))
    skin = Skin(
        seed=seed,
        size_mm=(28.0, 28.0),
        px_per_mm=u(7, 18),
        melanin=melanin_for(u(-60, 54), blood=blood),
        blood=blood,
        relief_mm=u(0.003, 0.009),
        shine=u(0.0, 0.05),
    )
    light = Light(azimuth_deg=u(0, 360), elevation_deg=u(35, 90), ambient=u(0.3, 0.8), gradient=u(0, 0.3))
    camera = Camera(
        soft_px=u(0.4, 1.0),
        focus_px=u(0.0, 1.0),
        noise=float(np.exp(u(np.log(12), np.log(60)))),
        read=u(0.0005, 0.0015),
        tone=u(0.0, 0.5),
        exposure_ev=u(-0.4, 0.4),
        gains=(u(0.96, 1.04), u(0.96, 1.04)),
    )
    return shade(sheet(skin), light), camera


def untouched(seed: int, **faults: float) -> Pixels:
    """What a camera makes of the scene, before it is saved. faults: of the camera, see `Camera`."""
    light, camera = scene(seed)
    return _as_phones_do(shoot(light, replace(camera, **faults), seed=seed).pixels, seed)


def _as_phones_do(pixels: Pixels, seed: int) -> Pixels:
    u = np.random.default_rng([seed, 1]).uniform
    return edits.sharpened(pixels, u(0.0, 0.25), u(0.8, 1.5)) if u() < 0.5 else pixels


def measured(
    pixels: Pixels, quality: int, *, skin: Mask | None = None, cut: tuple[int, ...] = (0, 0)
) -> Texture:
    """Save as the camera would, and measure. cut: rows and columns cut off above and left afterwards."""
    saved = np.ascontiguousarray(edits.compressed(pixels, quality)[cut[0] :, cut[1] :])
    texture = texture_of(_photo(saved), np.ones(saved.shape[:2], bool) if skin is None else skin)
    if texture is None:
        sys.exit("touched: a phantom is too small to have tiles")
    return texture


def rows(seed: int) -> list[Row]:
    """One phantom, untouched and edited in every way."""
    quality = int(np.random.default_rng([seed, 2]).integers(88, 97))
    pixels = untouched(seed)
    found = [("untouched", measured(pixels, quality))]
    for name, edit in (edits.SMOOTHED | edits.SHARPENED | edits.EVERYDAY).items():
        once = name.startswith("JPEG")
        found.append((name, measured(edit(pixels), 97 if once else quality)))
    for name, edit in edits.COMPRESSED.items():
        found.append((name, measured(edit(pixels), 95 if name.endswith("again") else 100)))
    for name, faults in UNFOCUSED.items():
        found.append((name, measured(untouched(seed, **faults), quality)))
    return found


def sharpened_rows(seed: int) -> list[Row]:
    """One phantom, untouched and sharpened in every way; every fourth was cut out after it had been saved."""
    quality = int(np.random.default_rng([seed, 2]).integers(88, 97))
    draw = np.random.default_rng([seed, 9])
    cut = tuple(draw.integers(0, 8, 2).tolist()) if draw.random() < 0.25 else (0, 0)
    pixels = untouched(seed)
    return [
        ("untouched", measured(pixels, quality, cut=cut)),
        *((name, measured(edit(pixels), quality, cut=cut)) for name, edit in edits.SHARPENED.items()),
    ]


def face_rows(seed: int) -> list[Row]:
    """A whole face, untouched, sharpened and smoothed; every third is a real portrait in phantom skin."""
    pixels, skin = _cropped(_portrait(seed) if seed % 3 == 0 else _face(seed))
    pixels = _as_phones_do(pixels, seed)
    quality = int(np.random.default_rng([seed, 2]).integers(88, 97))
    done = {name: edit for name, edit in (edits.SHARPENED | edits.SMOOTHED).items() if name != SLOW}
    return [
        ("untouched", measured(pixels, quality, skin=skin)),
        *((name, measured(edit(pixels), quality, skin=skin)) for name, edit in done.items()),
    ]


def _taking(seed: int) -> tuple[np.random.Generator, float, Camera, Light]:
    """Where faces and portraits begin: the tone, a camera and a lamp at random."""
    rng = np.random.default_rng([seed, 4])
    u = rng.uniform
    ita = u(-55, 58)
    camera = Camera(
        view=View(yaw_deg=u(-3, 3), pitch_deg=u(-3, 3), roll_deg=u(-3, 3)),
        soft_px=u(0.4, 1.0),
        focus_px=u(0.0, 1.0),
        noise=float(np.exp(u(np.log(12), np.log(60)))),
        read=u(0.0005, 0.0015),
        tone=u(0.0, 0.5),
        # Dark skin is exposed longer.
        exposure_ev=u(-0.4, 0.4) + float(np.interp(ita, (-45, 58), (1.3, 0.0))),
        kelvin=u(5500, 7000),
    )
    light = Light(azimuth_deg=u(0, 360), elevation_deg=u(40, 85), ambient=u(0.3, 0.8), gradient=u(0, 0.3))
    return rng, ita, camera, light


def _face(seed: int) -> Pixels:
    rng, ita, camera, light = _taking(seed)
    one = face(somebody(seed, ita_deg=ita, px_per_mm=rng.uniform(6, 12)))
    return photograph_face(one, light=light, camera=camera, seed=seed).pixels


def _portrait(seed: int) -> Pixels:
    rng, _, camera, light = _taking(seed)
    u = rng.uniform
    one = faces.person(
        "astronaut" if seed % 2 else "officer",
        width=int(u(1200, 2400)),
        seed=seed,
        darker=u(0, 0.8),
        relief_mm=u(0.003, 0.009),
    )
    # They are large, and each is photographed once only.
    faces.person.cache_clear()
    camera = replace(camera, view=View(), exposure_ev=u(-0.4, 0.4) + 0.8)
    return faces.photograph(one, light=light, camera=camera, seed=seed).photo.pixels


def _cropped(pixels: Pixels) -> tuple[Pixels, Mask]:
    """The part with skin, from a corner of the blocks of JPEG, and its skin."""
    skin = inspect(_photo(pixels, "face")).zones.whole()
    x, y, width, height = cv2.boundingRect(skin.view(np.uint8))
    part = (slice(y // 8 * 8, y + height), slice(x // 8 * 8, x + width))
    return np.ascontiguousarray(pixels[part]), np.ascontiguousarray(skin[part])


def _photo(pixels: Pixels, view: Shown = "cheek") -> Photo:
    return Photo(pixels=pixels, view=view, capture=Capture(), digest="")
