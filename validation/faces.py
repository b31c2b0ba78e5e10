"""Real faces that packages ship, dressed in phantom skin and photographed anew with everything known.

The person's features are real; pores, lines, spots, relief and light are drawn, because the pictures that
may be used are small. A face turns by the depth of its own landmarks, so what the nose hides is not modelled:
views differ by a few degrees only.
"""

from collections.abc import Callable
from functools import cache
from math import cos, radians, sin
from pathlib import Path
from typing import Literal

import cv2
import matplotlib
import numpy as np
import simplejpeg
import skimage
from msgspec import Struct
from numpy.typing import NDArray
from scipy.interpolate import RBFInterpolator

from adamas.imaging.landmarks import find_face, find_faces
from adamas.imaging.optics import to_linear
from adamas.imaging.phantom.camera import PHONE, Camera, blur, expose, finish, grain
from adamas.imaging.phantom.colour import encode
from adamas.imaging.phantom.geometry import Geometry
from adamas.imaging.phantom.shade import LAMP, Light, shade
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Capture, Photo, Pixels
from adamas.imaging.zones import face_zones

Who = Literal["officer", "astronaut"]
_SHIPPED = Path(matplotlib.__file__).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg"
_PICTURES: dict[Who, Path] = {
    "officer": _SHIPPED,
    "astronaut": Path(skimage.__file__).parent / "data" / "astronaut.png",
}
"""Both in the public domain: US Navy, NASA."""
MELANIN = np.array([0.236, 0.470, 0.850])
FACE_WIDTH = 0.28
"""Distance between the eyes as a share of the photo's width: a face that fills an upright photo."""
INTEROCULAR_MM = 63.0
NODE = 8
Floats = NDArray[np.float32]
Points = NDArray[np.float64]


class Person(Struct, frozen=True, kw_only=True, eq=False):
    """A face to photograph: linear colour under even light, depth towards the camera, skin."""

    linear: Floats
    depth: Floats
    skin: Sheet
    centre: tuple[float, float]
    px_per_mm: float


class Pose(Struct, frozen=True, kw_only=True):
    """How the head is held, beyond what `View` says of a flat scene, which lies behind it."""

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0


STRAIGHT = Pose()
UNSAID = Capture()


class Taken(Struct, frozen=True, kw_only=True, eq=False):
    """A photograph and where its pixels come from: `to_person` maps points of the photo to the person."""

    photo: Photo
    to_person: Callable[[Points], Points]
    to_photo: Callable[[Points], Points]


@cache
def person(
    who: Who, *, width: int = 3024, seed: int = 0, darker: float = 0.0, relief_mm: float = 0.006
) -> Person:
    """The face, enlarged to a photo of this width (4:3 upright). darker: melanin density laid over it."""
    raw = cv2.cvtColor(np.asarray(cv2.imread(str(_PICTURES[who]))), cv2.COLOR_BGR2RGB)
    small = np.asarray(raw, np.uint8)
    points = find_faces(small)[0].landmarks.astype(np.float64)
    left, right = points[468, :2], points[473, :2]
    enlarge = FACE_WIDTH * width / float(np.hypot(*(right - left)))
    middle = points[:, :2].mean(axis=0)
    height = width * 4 // 3
    matrix = np.array(
        [[enlarge, 0, width / 2 - enlarge * middle[0]], [0, enlarge, height / 2 - enlarge * middle[1]]]
    )
    size = (width, height)
    face = cv2.warpAffine(small, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    face = _without_texture(np.asarray(cv2.GaussianBlur(face, (0, 0), 0.35 * enlarge), np.uint8))
    linear = to_linear(face) * (10.0 ** (-darker * MELANIN)).astype(np.float32)
    marks = points[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    scale = FACE_WIDTH * width / INTEROCULAR_MM
    mm = (1.15 * (marks.max(axis=0) - marks.min(axis=0)) / scale).tolist()
    dress = Skin(
        seed=seed, size_mm=(round(mm[0]), round(mm[1])), px_per_mm=scale, mottle=0.02, relief_mm=relief_mm
    )
    return Person(
        linear=linear.astype(np.float32),
        depth=_depth(marks, points[:, 2] * enlarge, (height, width)),
        skin=sheet(dress),
        centre=(float(marks[:, 0].mean()), float(marks[:, 1].mean())),
        px_per_mm=scale,
    )


def photograph(
    one: Person,
    *,
    pose: Pose = STRAIGHT,
    light: Light = LAMP,
    camera: Camera = PHONE,
    seed: int = 0,
    capture: Capture = UNSAID,
) -> Taken:
    """Photograph a person: light from somewhere over skin and face, head turned, camera with its faults."""
    scene = lit(one, light)
    flat = Geometry(camera.view, scene.shape[:2], scene.shape[:2])
    to_person = _unturned(one, pose)
    turned = _turned(one, pose)

    def back(points: Points) -> Points:
        return to_person(flat.to_scene(points))

    def forth(points: Points) -> Points:
        return flat.to_photo(turned(points))

    picture = cv2.remap(
        scene, *_maps(back, scene.shape[:2]), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
    )
    seen = grain(expose(blur(np.asarray(picture, np.float32), camera), camera), camera, seed=seed)
    pixels = jpeg(finish(encode(seen, tone=camera.tone), camera), camera.jpeg)
    return Taken(
        photo=Photo(pixels=pixels, view="face", capture=capture, digest=""), to_person=back, to_photo=forth
    )


def lit(one: Person, light: Light) -> Floats:
    """Linear light of the person facing the camera."""
    skin = shade(one.skin, light) / np.median(one.skin.linear, axis=(0, 1)).astype(np.float32)
    rows, columns = skin.shape[:2]
    left, top = round(one.centre[0] - columns / 2), round(one.centre[1] - rows / 2)
    scene = one.linear * _form(one, light)[..., None]
    height, width = scene.shape[:2]
    inner = (slice(max(0, top), min(height, top + rows)), slice(max(0, left), min(width, left + columns)))
    scene[inner] = (
        scene[inner]
        * skin[inner[0].start - top : inner[0].stop - top, inner[1].start - left : inner[1].stop - left]
    )
    return scene


def jpeg(pixels: Pixels, quality: int | None) -> Pixels:
    """The pixels after a JPEG of this quality; None: as they are."""
    if quality is None:
        return pixels
    file = simplejpeg.encode_jpeg(np.ascontiguousarray(pixels), quality, "RGB", "420")
    return np.asarray(simplejpeg.decode_jpeg(file), np.uint8)


def _without_texture(face: Pixels) -> Pixels:
    """The picture with plain skin: its own relief was lit once and for all and would not follow the light."""
    photo = Photo(pixels=face, view="face", capture=Capture(), digest="")
    zones = face_zones(photo, find_face(photo))
    inside = zones.whole().astype(np.float32)
    near, wide = 1.0 * zones.px_per_mm, 4.0 * zones.px_per_mm
    step = max(1, round(zones.px_per_mm / 2))
    small, share = (
        cv2.resize(one, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
        for one in (face.astype(np.float32) * inside[..., None], inside)
    )
    total = cv2.GaussianBlur(share, (0, 0), wide / step)[..., None]
    near_by = cv2.GaussianBlur(small, (0, 0), wide / step) / np.maximum(total, 1e-3)
    plain = cv2.resize(near_by, face.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(inside, (0, 0), near)[..., None]
    return np.asarray(np.clip(soft * plain + (1 - soft) * face, 0, 255), np.uint8)


def _depth(marks: Points, depth: Points, shape: tuple[int, int]) -> Floats:
    """A smooth surface through the landmarks, drawn small; beyond the face it goes on level."""
    step = max(1, shape[1] // 96)
    rows, columns = (-(-side // step) for side in shape)
    x, y = np.meshgrid((np.arange(columns) + 0.5) * step, (np.arange(rows) + 0.5) * step)
    chosen = slice(0, 468, 3)
    low, high = marks.min(axis=0), marks.max(axis=0)
    inside = np.clip(np.stack([x.ravel(), y.ravel()], 1), low, high)
    through = RBFInterpolator(marks[chosen], depth[chosen], smoothing=50.0, neighbors=60)(inside)
    level = through.clip(depth.min(), depth.max()).reshape(rows, columns).astype(np.float32)
    small = cv2.GaussianBlur(level, (0, 0), 2)
    large = cv2.resize(small, (columns * step, rows * step), interpolation=cv2.INTER_CUBIC)
    return np.ascontiguousarray(large[: shape[0], : shape[1]], np.float32)


def _form(one: Person, light: Light) -> Floats:
    """Light and shade of the whole head, relative to light from the camera."""
    step = 8
    small = cv2.resize(one.depth, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    slope_x, slope_y = (0.6 * cv2.Sobel(small, cv2.CV_32F, *d, scale=1 / 8 / step) for d in ((1, 0), (0, 1)))
    x, y, z = light.direction
    lit_part = np.maximum(z - x * slope_x - y * slope_y, 0) / (z * np.sqrt(1 + slope_x**2 + slope_y**2))
    form = light.ambient + (1 - light.ambient) * lit_part
    large = cv2.resize(form.astype(np.float32), one.depth.shape[::-1], interpolation=cv2.INTER_LINEAR)
    if light.gradient:
        across = np.linspace(-0.5, 0.5, one.depth.shape[1], dtype=np.float32)[None, :]
        down = np.linspace(-0.5, 0.5, one.depth.shape[0], dtype=np.float32)[:, None]
        large = large * (1 + np.float32(light.gradient) * (np.float32(x) * across + np.float32(y) * down))
    return np.asarray(large, np.float32)


def _turned(one: Person, pose: Pose) -> Callable[[Points], Points]:
    """Where points of the person lie after the head has turned (seen from far away)."""
    yaw, pitch = radians(pose.yaw_deg), radians(pose.pitch_deg)
    cx, cy = one.centre
    middle = float(np.median(one.depth))

    def forth(points: Points) -> Points:
        x, y = points[..., 0] - cx, points[..., 1] - cy
        z = _at(one.depth, points) - middle
        # Yaw to the person's left moves what is near to the right; pitch down moves it down.
        x, z = x * cos(yaw) + z * sin(yaw), z * cos(yaw) - x * sin(yaw)
        y = y * cos(pitch) + z * sin(pitch)
        return np.stack([x + cx, y + cy], axis=-1)

    return forth


def _unturned(one: Person, pose: Pose) -> Callable[[Points], Points]:
    forth = _turned(one, pose)
    if pose == Pose():
        return lambda points: points

    def back(points: Points) -> Points:
        found = points.copy()
        for _ in range(25):
            found += points - forth(found)
        return found

    return back


def _at(surface: Floats, points: Points) -> Points:
    shape = points.shape[:-1]
    flat = points.reshape(-1, 2).astype(np.float32)
    # remap takes no picture wider than 32767: the points are laid out in rows.
    rows = -(-len(flat) // 1024)
    padded = np.zeros((rows * 1024, 2), np.float32)
    padded[: len(flat)] = flat
    x, y = cv2.split(padded.reshape(rows, 1024, 2))
    values = cv2.remap(surface, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(values, np.float64).ravel()[: len(flat)].reshape(shape)


def _maps(back: Callable[[Points], Points], shape: tuple[int, int]) -> tuple[Floats, Floats]:
    height, width = shape
    columns, rows = (-(-side // NODE) + 2 for side in (width, height))
    x, y = np.meshgrid(*((np.arange(count) - 0.5) * NODE - 0.5 for count in (columns, rows)))
    nodes = back(np.stack([x, y], axis=-1)).astype(np.float32)
    fine = cv2.resize(nodes, (columns * NODE, rows * NODE), interpolation=cv2.INTER_LINEAR)
    fine = fine[NODE : NODE + height, NODE : NODE + width]
    return np.ascontiguousarray(fine[..., 0]), np.ascontiguousarray(fine[..., 1])
