"""A synthetic face: phantom skin on the relief of a mean face, with eyes, brows, lips and hair painted on.

The face model takes it for a face (logit about 24, real ones give 7-23), and all of it is known: lesions,
landmarks, pose and light. It is nobody, has no ears, glasses or beard, and hides nothing behind its nose:
turn it by 15 degrees at most.
"""

from collections.abc import Iterable

import cv2
import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from adamas.imaging.phantom import features
from adamas.imaging.phantom.camera import PHONE, Camera, Shot, shoot
from adamas.imaging.phantom.card import Kind, held
from adamas.imaging.phantom.fields import Field, noise, stream
from adamas.imaging.phantom.geometry import Points, View, turn_of
from adamas.imaging.phantom.head import SIZE_MM, STEP_MM, Relief, landmarks_mm, relief
from adamas.imaging.phantom.optics import Linear, linear_rgb
from adamas.imaging.phantom.shade import LAMP, STRIP, Light, shade
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.phantom.truth import to_px

FULL = 14.4
"""Pixels per mm at which a face fills a photo of 3024 x 4032."""
SCLERA, IRIS, DARK, GLINT, WALL = (0.55, 0.5, 0.46), (0.09, 0.05, 0.028), 0.008, 0.8, (0.32, 0.36, 0.40)
OCCLUSION_MM, NODE, LEAST = 14.0, 8, 1e-3


class Face(Struct, frozen=True, kw_only=True, eq=False):
    """A face that can be lit and photographed.

    sheet: skin and features as a flat picture, the head in its height map. relief: the head, in pixels.
    bare: where there is nothing but skin, a mask of the size of the sheet.
    """

    sheet: Sheet
    relief: Relief
    bare: NDArray[np.bool_]

    @property
    def landmarks_px(self) -> Points:
        """(478, 2) true landmarks in pixels of the sheet; `Geometry.to_photo` says where they are seen."""
        return to_px(landmarks_mm()[:, :2], px_per_mm=self.sheet.px_per_mm)


def face(skin: Skin) -> Face:
    """Dress the head in a skin, of which only lesions on bare skin stay; `size_mm` is ignored.

    Wish lesions by their number to the area: a `count` is of the sheet, of which bare skin is a quarter.
    """
    skin = replace(skin, size_mm=SIZE_MM)
    drawn = sheet(skin, hidden=((features.not_skin_mm(), 2.5),))
    height, width = skin.shape
    head = relief(px_per_mm=skin.px_per_mm)
    form = _form(head, (height, width))
    linear: Linear = drawn.linear * _cavities(form)[..., None]
    for name, mask in features.masks().items():
        _cover(linear, _enlarge(mask, (height, width)), _colour(name, skin))
    bare = _enlarge(features.bare(), (height, width))
    dressed = msgspec.structs.replace(
        drawn, linear=linear, height_mm=drawn.height_mm * bare + form, gloss=drawn.gloss * bare
    )
    return Face(sheet=dressed, relief=head, bare=bare > 0.9)


def photograph_face(
    one: Face, *, light: Light = LAMP, camera: Camera = PHONE, seed: int = 0, card: Kind | None = None
) -> Shot:
    """Light and photograph a face. The lamp stays where it is when the head turns. card: held beside it."""
    lit = light_face(one, light, camera.view)
    if card is not None:
        lit = held(lit, card, px_per_mm=one.sheet.px_per_mm)
    return shoot(lit, camera, seed=seed, relief=one.relief)


def light_face(one: Face, light: Light, view: View) -> Linear:
    """Linear light of a face that will be seen in this view, before an even wall."""
    lit = shade(one.sheet, _turned(light, view))
    _cover(lit, _enlarge(features.background(), lit.shape[:2]), np.asarray(WALL, np.float32))
    return lit


def portrait(scene: Linear, *, blur_px: float) -> Linear:
    """A lit face with everything behind it out of focus, as the portrait mode of a phone draws it."""
    behind = _enlarge(features.background(), scene.shape[:2])[..., None]
    far = cv2.GaussianBlur(scene, (0, 0), blur_px)
    return np.asarray(scene * (1 - behind) + far * behind, np.float32)


def _turned(light: Light, view: View) -> Light:
    """The same lamp as the turned head sees it."""
    x, y, z = turn_of(view).T @ (light.direction * (1, 1, -1)) * (1, 1, -1)
    azimuth, elevation = np.degrees([np.arctan2(-y, x), np.arcsin(z)])
    return replace(light, azimuth_deg=float(azimuth), elevation_deg=float(max(elevation, 5.0)))


def _heights(head: Relief, shape: tuple[int, int]) -> Field:
    """The head in mm, one value every 8 pixels."""
    rows, columns = (-(-side // NODE) for side in shape)
    x, y = np.meshgrid(
        *(
            (np.arange(count) + 0.5) * side / count - 0.5
            for count, side in ((columns, shape[1]), (rows, shape[0]))
        )
    )
    return (head.at(np.stack([x, y], axis=-1)) * (STEP_MM / head.step)).astype(np.float32)


def _form(head: Relief, shape: tuple[int, int]) -> Field:
    """The head in mm for every pixel; the blur takes away the ripple that enlarging leaves in the slopes."""
    return np.asarray(
        cv2.GaussianBlur(_enlarge(_heights(head, shape), shape), (0, 0), 0.8 * NODE), np.float32
    )


def _enlarge(field: Field, shape: tuple[int, int]) -> Field:
    return np.asarray(cv2.resize(field, shape[::-1], interpolation=cv2.INTER_CUBIC), np.float32)


def _cavities(form: Field) -> Field:
    """Less light where the head is hollow: beside the nose, under brows, lips and chin."""
    small = cv2.resize(form, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA)
    scale = small.shape[1] / SIZE_MM[0]
    hollow = cv2.GaussianBlur(small, (0, 0), OCCLUSION_MM * scale) - small
    return _enlarge(np.clip(1 - 0.035 * np.maximum(hollow, 0), 0.35, 1).astype(np.float32), form.shape[:2])


def _colour(name: str, skin: Skin) -> Linear | Field:
    """Linear colour of a feature; what is hair has strands."""
    if name in ("hair", "brows"):
        strands = noise(stream(skin.seed, name), SIZE_MM, (700, 525), scale_mm=0.6)
        strands = np.asarray(cv2.blur(strands, (1, 9) if name == "hair" else (5, 1)), np.float32)
        tone = 0.025 * np.exp(0.5 * strands / strands.std())
        return _enlarge(tone.astype(np.float32), skin.shape)[..., None]
    plain: dict[str, Iterable[float] | float] = {
        "lips": linear_rgb(min(1.5 * skin.melanin, 0.6), min(5 * skin.blood, 0.15)),
        "eyes": SCLERA,
        "irises": IRIS,
        "glints": GLINT,
    }
    return np.broadcast_to(np.asarray(plain.get(name, DARK), np.float32), 3).astype(np.float32)


def _cover(linear: Linear, mask: Field, colour: Linear | Field) -> None:
    rows = np.flatnonzero(mask.max(1) > LEAST)
    for top in range(rows[0], rows[-1] + 1, STRIP):
        strip = slice(top, min(top + STRIP, rows[-1] + 1))
        columns = np.flatnonzero(mask[strip].max(0) > LEAST)
        if not len(columns):
            continue
        where = (strip, slice(columns[0], columns[-1] + 1))
        part = np.clip(mask[where], 0, 1)[..., None]
        paint = colour[where] if colour.ndim == 3 else colour
        linear[where] += part * (paint - linear[where])
