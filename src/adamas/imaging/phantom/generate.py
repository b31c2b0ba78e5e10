"""Writes a phantom photograph and, beside it, the truth about it."""

from pathlib import Path

import cv2
import msgspec
import numpy as np
from msgspec import Struct

from adamas.imaging.phantom.camera import PHONE, Camera, Shot, shoot
from adamas.imaging.phantom.face import Face, face, photograph_face
from adamas.imaging.phantom.icc import DISPLAY_P3, with_profile
from adamas.imaging.phantom.shade import LAMP, Light, shade
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.phantom.stamp import with_capture
from adamas.imaging.photo import Capture


class Phantom(Struct, frozen=True, kw_only=True, eq=False):
    """A photograph of skin of which everything is known; of a face also its landmarks and relief."""

    sheet: Sheet
    face: Face | None = None
    shot: Shot
    light: Light
    camera: Camera


def photograph(skin: Skin | Sheet, *, light: Light = LAMP, camera: Camera = PHONE, seed: int = 0) -> Phantom:
    """Draw, light and photograph a skin. seed: of the noise of this one shot."""
    drawn = sheet(skin) if isinstance(skin, Skin) else skin
    return Phantom(
        sheet=drawn, shot=shoot(shade(drawn, light), camera, seed=seed), light=light, camera=camera
    )


def portray(skin: Skin, *, light: Light = LAMP, camera: Camera = PHONE, seed: int = 0) -> Phantom:
    """Draw, light and photograph a face; at 14.4 pixels per mm it is a photo of 12 MP."""
    one = face(skin)
    shot = photograph_face(one, light=light, camera=camera, seed=seed)
    return Phantom(sheet=one.sheet, face=one, shot=shot, light=light, camera=camera)


def write(phantom: Phantom, place: Path, *, capture: Capture | None = None) -> tuple[Path, Path]:
    """Write the photo (JPEG if the camera made one, else PNG) and its truth as JSON; returns both paths.

    place: path without ending. capture: what a JPEG says about how it was taken.
    """
    shot = phantom.shot
    if shot.jpeg is not None:
        picture = place.with_name(f"{place.name}.jpg")
        raw = shot.jpeg
        if phantom.camera.profile == "Display P3":
            raw = with_profile(raw, DISPLAY_P3)
        picture.write_bytes(with_capture(raw, capture) if capture else raw)
    else:
        picture = place.with_name(f"{place.name}.png")
        cv2.imwrite(str(picture), cv2.cvtColor(shot.pixels, cv2.COLOR_RGB2BGR))
    facts = place.with_name(f"{place.name}.json")
    facts.write_bytes(
        msgspec.json.format(msgspec.json.encode(truth_of(phantom), enc_hook=np.generic.item), indent=1)
        + b"\n"
    )
    return picture, facts


def truth_of(phantom: Phantom) -> dict[str, object]:
    """Everything that is known of a photo: skin, lesions with their places on the photo, light and camera."""
    geometry, one = phantom.shot.geometry, phantom.face
    centres = geometry.to_photo(phantom.sheet.truth.centres_px())
    landmarks = {"landmarks_px": np.round(geometry.to_photo(one.landmarks_px), 2).tolist()} if one else {}
    return landmarks | {
        "truth": phantom.sheet.truth,
        "photo_px": np.round(centres, 2).tolist(),
        "light": phantom.light,
        "camera": phantom.camera,
        "photo_size_px": phantom.shot.pixels.shape[1::-1],
    }


def generate(
    skin: Skin, place: Path, *, light: Light = LAMP, camera: Camera = PHONE, seed: int = 0
) -> tuple[Path, Path]:
    """Photograph a phantom and write it with its truth; returns the paths of the photo and of the JSON."""
    return write(photograph(skin, light=light, camera=camera, seed=seed), place)
