"""Photographs a phantom as phones do: each fault of a photograph is one number, and off unless asked for."""

from typing import Literal

import cv2
import numpy as np
import simplejpeg
from msgspec import Struct

from adamas.imaging.phantom.colour import encode, kelvin_gains, to_p3
from adamas.imaging.phantom.geometry import Geometry, Height, View
from adamas.imaging.phantom.optics import Linear
from adamas.imaging.photo import Pixels


class Camera(Struct, frozen=True, kw_only=True):
    """What happens between the skin and the file. Every default is "nothing".

    view: where it stands. focus_px: radius of the blur disc out of focus. soft_px: standard deviation of the
    blur of lens and demosaicing. motion_px, motion_deg: length and direction of shake.
    exposure_ev: stops; 0 shows a white sheet just below white. kelvin: of the light while the camera
    believes in 6504. gains: further red and blue balance (as multiples). vignette: light lost in the corners.
    noise: photo-electrons of white, in hundreds (a phone in good light has 40; 0 is no noise). read: standard
    deviation of the noise of reading, as a share of white.
    tone: strength of the S-curve phones lay over a picture, 0-1. denoise: strength 0-1. sharpen: amount, 0-2.
    beauty: strength of a beauty filter, 0-1. profile: colour space of the file. jpeg: quality; None is PNG.
    """

    view: View = View()
    focus_px: float = 0.0
    soft_px: float = 0.0
    motion_px: float = 0.0
    motion_deg: float = 0.0
    exposure_ev: float = 0.0
    kelvin: float = 6504.0
    gains: tuple[float, float] = (1.0, 1.0)
    vignette: float = 0.0
    noise: float = 0.0
    read: float = 0.0
    tone: float = 0.0
    denoise: float = 0.0
    sharpen: float = 0.0
    beauty: float = 0.0
    profile: Literal["sRGB", "Display P3"] = "sRGB"
    jpeg: int | None = None


GRAINS = 1 << 22
PHONE = Camera(soft_px=0.6, noise=40.0, read=0.001, jpeg=93)
"""A good phone, close and steady, in good light."""


class Shot(Struct, frozen=True, kw_only=True, eq=False):
    """A photograph of a phantom and where each of its points comes from.

    pixels: in the colour space of the camera's profile, with JPEG losses. jpeg: the file, without profile.
    """

    pixels: Pixels
    geometry: Geometry
    jpeg: bytes | None = None


def shoot(
    scene: Linear,
    camera: Camera,
    *,
    seed: int,
    shape: tuple[int, int] | None = None,
    relief: Height | None = None,
) -> Shot:
    """Photograph linear light.

    shape: height, width of the photo if it is not that of the scene. relief: of a scene that is not flat.
    """
    geometry = Geometry(camera.view, scene.shape[:2], shape or scene.shape[:2], relief)
    still = camera.view == View() and geometry.photo == geometry.scene and relief is None
    border = cv2.BORDER_REFLECT_101 if relief is None else cv2.BORDER_REPLICATE
    light = scene if still else geometry.take(scene, border=border)
    light = expose(blur(light, camera), camera)
    light = grain(light, camera, seed=seed)
    if camera.profile == "Display P3":
        light = to_p3(light)
    pixels = finish(encode(light, tone=camera.tone), camera)
    if camera.jpeg is None:
        return Shot(pixels=pixels, geometry=geometry)
    file = simplejpeg.encode_jpeg(np.ascontiguousarray(pixels), camera.jpeg, "RGB", "420")
    return Shot(pixels=simplejpeg.decode_jpeg(file), geometry=geometry, jpeg=file)


def blur(light: Linear, camera: Camera) -> Linear:
    """Lens, focus and shake."""
    if camera.soft_px:
        light = cv2.GaussianBlur(light, (0, 0), camera.soft_px).astype(np.float32)
    if camera.focus_px:
        light = cv2.filter2D(light, -1, _disc(camera.focus_px)).astype(np.float32)
    if camera.motion_px:
        light = cv2.filter2D(light, -1, _streak(camera.motion_px, camera.motion_deg)).astype(np.float32)
    return light


def _disc(radius: float) -> Linear:
    reach = int(np.ceil(radius)) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
    return np.asarray(disc / disc.sum(), np.float32)


def _streak(length: float, direction_deg: float) -> Linear:
    """A segment of this length, drawn with soft edges one pixel wide."""
    reach = int(np.ceil(length / 2)) + 1
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    turn = np.radians(direction_deg)
    along, across = np.abs(x * np.cos(turn) - y * np.sin(turn)), np.abs(x * np.sin(turn) + y * np.cos(turn))
    streak = np.clip(length / 2 + 0.5 - along, 0, 1) * np.clip(1 - across, 0, 1)
    return np.asarray(streak / streak.sum(), np.float32)


def expose(light: Linear, camera: Camera) -> Linear:
    """Exposure, colour of the light and dark corners."""
    gains = 2.0**camera.exposure_ev * kelvin_gains(camera.kelvin) * (camera.gains[0], 1.0, camera.gains[1])
    if not np.allclose(gains, 1.0):
        light = np.asarray(cv2.transform(light, np.diag(gains)), np.float32)
    if camera.vignette:
        height, width = light.shape[:2]
        x, y = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
        corner = (x[None, :] ** 2 + y[:, None] ** 2) / 2
        light = np.asarray(light * (1 - np.float32(camera.vignette) * corner)[..., None], np.float32)
    return light


def grain(light: Linear, camera: Camera, *, seed: int) -> Linear:
    """Noise of photons and of reading, in linear light."""
    if not camera.noise and not camera.read:
        return light
    rng = np.random.default_rng(seed)
    # Rows take their grains from one store, each from its own place: four times as fast as drawing all.
    store = rng.standard_normal(GRAINS + light[0].size, dtype=np.float32)
    starts = rng.integers(0, GRAINS, len(light))
    per_photon = np.float32(0.01 / camera.noise if camera.noise else 0.0)
    noisy = np.empty_like(light)
    for y, start in enumerate(starts):
        row, out = light[y], noisy[y]
        np.maximum(row, 0, out=out)
        out *= per_photon
        out += np.float32(camera.read**2)
        np.sqrt(out, out=out)
        out *= store[start : start + row.size].reshape(row.shape)
        out += row
    return noisy


def finish(pixels: Pixels, camera: Camera) -> Pixels:
    """What the phone's software does to the finished picture."""
    if camera.denoise:
        calm = cv2.bilateralFilter(pixels, 5, 25 * camera.denoise + 5, 2)
        pixels = cv2.addWeighted(calm, camera.denoise, pixels, 1 - camera.denoise, 0).astype(np.uint8)
    if camera.beauty:
        pixels = beautify(pixels, strength=camera.beauty)
    if camera.sharpen:
        soft = cv2.GaussianBlur(pixels, (0, 0), 1.2)
        pixels = cv2.addWeighted(pixels, 1 + camera.sharpen, soft, -camera.sharpen, 0).astype(np.uint8)
    return pixels


def beautify(pixels: Pixels, *, strength: float) -> Pixels:
    """Smooth skin as beauty apps do: edges stay, pores and fine lines go. strength 0-1."""
    height, width = pixels.shape[:2]
    half = cv2.resize(pixels, (max(width // 2, 1), max(height // 2, 1)), interpolation=cv2.INTER_AREA)
    smooth = cv2.bilateralFilter(half, 13, 15 + 30 * strength, 6)
    smooth = cv2.resize(smooth, (width, height), interpolation=cv2.INTER_LINEAR)
    share = min(1.0, 0.4 + 0.6 * strength)
    return cv2.addWeighted(smooth, share, pixels, 1 - share, 0).astype(np.uint8)
