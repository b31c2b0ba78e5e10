"""From the colours a camera wrote to sRGB.

A Display-P3 picture read as sRGB shows skin 3-6 a* too pale: more than any change worth measuring. Profiles
of three primaries and curves (all phones and cameras) become two tables and a matrix, about 25 ms for 12 MP;
tables of other profiles are left to LittleCMS.

Formats: ICC.1:2022; sRGB: IEC 61966-2-1; Display P3: SMPTE EG 432-1 with the curve of sRGB; Adobe RGB (1998).
"""

import struct
from functools import cache
from io import BytesIO

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PIL import Image, ImageCms

from adamas.imaging.photo import Pixels

Curve = NDArray[np.float64]
"""256 linear values, 0-1, of the levels 0-255."""
Matrix = NDArray[np.float64]

D50 = np.array([0.9642, 1.0, 0.8249])
BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
D65 = (0.3127, 0.3290)
SRGB = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), D65)
DISPLAY_P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), D65)
ADOBE_RGB = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), D65)
Primaries = tuple[tuple[float, float], ...]
_LEVELS = np.linspace(0.0, 1.0, 256)
_UNSEEN = 1.0
"""Levels of 255 below which a conversion is not worth its time."""


class Space(Struct, frozen=True, eq=False):
    """A colour space of three primaries: its name, one curve a channel, and a matrix to XYZ under D50."""

    name: str
    curves: tuple[Curve, Curve, Curve]
    to_xyz: Matrix


def srgb_to_linear(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """IEC 61966-2-1, both 0-1."""
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(value: NDArray[np.float64]) -> NDArray[np.float64]:
    """IEC 61966-2-1, both 0-1."""
    return np.where(value <= 0.0031308, value * 12.92, 1.055 * np.maximum(value, 0.0) ** (1 / 2.4) - 0.055)


def space_of(name: str, primaries: Primaries, *, gamma: float | None = None) -> Space:
    """A space by the x, y of red, green, blue and white, adapted to D50 by Bradford; no gamma: as sRGB."""
    *colours, white = (np.array([x / y, 1.0, (1 - x - y) / y]) for x, y in primaries)
    columns = np.stack(colours, axis=1)
    columns = columns * np.linalg.solve(columns, white)
    adapt = np.linalg.solve(BRADFORD, np.diag((BRADFORD @ D50) / (BRADFORD @ white)) @ BRADFORD)
    curve = srgb_to_linear(_LEVELS) if gamma is None else _LEVELS**gamma
    return Space(name, (curve, curve, curve), adapt @ columns)


def read_icc(icc: bytes) -> Space | None:
    """The space of a profile of primaries and curves; None when the profile is of another kind or broken."""
    try:
        tags = _tags(icc)
        if icc[16:20] != b"RGB " or b"A2B0" in tags:
            return None
        to_xyz = np.stack([_xyz(tags[name]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")], axis=1)
        red, green, blue = (_curve(tags[name]) for name in (b"rTRC", b"gTRC", b"bTRC"))
        is_sound = np.linalg.cond(to_xyz) < 1e3 and np.isfinite([red, green, blue]).all()
        return Space(profile_name(icc), (red, green, blue), to_xyz) if is_sound else None
    except (struct.error, KeyError, IndexError, ValueError, ZeroDivisionError, FloatingPointError):
        return None


def profile_name(icc: bytes) -> str:
    """What the profile calls itself, at most 40 characters; ``unreadable`` when it does not say."""
    try:
        text = _tags(icc)[b"desc"]
        if text[:4] == b"mluc":
            length, offset = struct.unpack(">II", text[20:28])
            name = text[offset : offset + length].decode("utf-16-be")
        else:
            name = text[12 : 12 + struct.unpack(">I", text[8:12])[0]].decode("ascii")
    except (struct.error, KeyError, UnicodeDecodeError):
        return "unreadable"
    return "".join(c for c in name if c.isprintable()).strip()[:40] or "unreadable"


def to_srgb(pixels: Pixels, space: Space) -> Pixels:
    """The same colours in sRGB, 0-255; what sRGB cannot show is cut off. The input itself if it is sRGB."""
    if _is_srgb(space):
        return pixels
    linear = cv2.LUT(pixels, _table(space))
    return _pixels(cv2.LUT(cv2.transform(linear, _matrix(space)), _encoder()))


def to_srgb_by_tables(pixels: Pixels, icc: bytes) -> Pixels | None:
    """By LittleCMS, for profiles that are tables; None when it cannot read them. 12 MP take 0.3 s."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(icc))
        target = ImageCms.createProfile("sRGB")
        done = ImageCms.profileToProfile(Image.fromarray(pixels), source, target)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    return None if done is None else np.asarray(done)


def _tags(icc: bytes) -> dict[bytes, bytes]:
    if icc[36:40] != b"acsp":
        raise ValueError
    count = min(struct.unpack(">I", icc[128:132])[0], 100)
    entries = (struct.unpack(">4sII", icc[132 + 12 * i : 144 + 12 * i]) for i in range(count))
    return {name: icc[start : start + size] for name, start, size in entries}


def _xyz(tag: bytes) -> NDArray[np.float64]:
    return np.array(struct.unpack(">3i", tag[8:20])) / 65536.0


def _curve(tag: bytes) -> Curve:
    if tag[:4] == b"para":
        return _parametric(tag)
    (count,) = struct.unpack(">I", tag[8:12])
    if count == 0:
        return _LEVELS
    table = np.frombuffer(tag[12 : 12 + 2 * count], ">u2").astype(np.float64)
    if count == 1:
        return np.asarray(_LEVELS ** (table[0] / 256.0))
    if table.size != count:
        # Never make room for what a damaged file only says it holds: that may be gigabytes.
        raise ValueError
    return np.interp(_LEVELS, np.linspace(0.0, 1.0, count), table / 65535.0)


def _parametric(tag: bytes) -> Curve:
    (kind,) = struct.unpack(">H", tag[8:10])
    count = (1, 3, 4, 5, 7)[kind]
    g, *rest = np.array(struct.unpack(f">{count}i", tag[12 : 12 + 4 * count])) / 65536.0
    a, b, c, d, e, f = ([*rest, 0, 0, 0, 0, 0, 0] if rest else [1.0, 0, 0, 0, 0, 0])[:6]
    x = _LEVELS
    with np.errstate(over="ignore", divide="ignore"):
        power = np.maximum(a * x + b, 0.0) ** g
    if kind <= 2:
        # Types 1 and 2 add c, and are constant where the base would be negative.
        return np.where(a * x + b >= 0, power, 0.0) + c
    return np.where(x >= d, power + e, c * x + f)


@cache
def _srgb() -> Space:
    return space_of("sRGB", SRGB)


def _matrix(space: Space) -> NDArray[np.float32]:
    return np.linalg.solve(_srgb().to_xyz, space.to_xyz).astype(np.float32)


def _table(space: Space) -> NDArray[np.uint16]:
    stacked = np.stack(space.curves, axis=-1)[None]
    return np.round(np.clip(stacked, 0.0, 1.0) * 65535.0).astype(np.uint16)


@cache
def _encoder() -> NDArray[np.uint8]:
    return np.round(255.0 * linear_to_srgb(np.arange(65536) / 65535.0)).astype(np.uint8)


def _is_srgb(space: Space) -> bool:
    levels = np.array(np.meshgrid(*3 * [np.arange(0, 256, 51)], indexing="ij")).reshape(3, -1)
    linear = np.stack([curve[level] for curve, level in zip(space.curves, levels, strict=True)])
    shown = 255.0 * linear_to_srgb(np.clip(_matrix(space) @ linear, 0.0, 1.0))
    return bool(np.abs(shown - levels).max() < _UNSEEN)


def _pixels(array: NDArray[np.generic]) -> Pixels:
    return np.asarray(array, np.uint8)
