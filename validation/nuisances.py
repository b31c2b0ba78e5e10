"""What each fault of a photograph does to colour, detail and relief, over the range the other studies use."""

from collections.abc import Iterator
from functools import cache

import cv2
import numpy as np
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, Camera, shoot
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import Linear, ita_deg, lab
from adamas.imaging.phantom.shade import LAMP, Light, shade
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Pixels
from validation.study import Bar, Part, Step, Study, Table

FAULTS: tuple[tuple[str, Light, Camera], ...] = (
    ("none but new noise", LAMP, PHONE),
    ("exposure +0.3 EV", LAMP, replace(PHONE, exposure_ev=0.3)),
    ("light 300 K warmer", LAMP, replace(PHONE, kelvin=6204)),
    ("light 3500 K, not balanced", LAMP, replace(PHONE, kelvin=3500)),
    ("out of focus, 2 px", LAMP, replace(PHONE, focus_px=2.0)),
    ("shake, 6 px", LAMP, replace(PHONE, motion_px=6.0)),
    ("noise of a dark room", LAMP, replace(PHONE, noise=3.0)),
    ("tone curve", LAMP, replace(PHONE, tone=0.6)),
    ("denoise", LAMP, replace(PHONE, denoise=0.8)),
    ("sharpen", LAMP, replace(PHONE, sharpen=0.8)),
    ("beauty filter", LAMP, replace(PHONE, beauty=0.6)),
    ("JPEG 60", LAMP, replace(PHONE, jpeg=60)),
    ("JPEG 30", LAMP, replace(PHONE, jpeg=30)),
    ("Display P3 read as sRGB", LAMP, replace(PHONE, profile="Display P3")),
    ("yaw 5°", LAMP, replace(PHONE, view=View(yaw_deg=5))),
    ("lens, barrel 4 %", LAMP, replace(PHONE, view=View(lens=-0.04))),
    ("light from the right", Light(azimuth_deg=0), PHONE),
    ("light from below", Light(azimuth_deg=270), PHONE),
    ("frontal light", Light(elevation_deg=88), PHONE),
    ("gradient 20 %", Light(gradient=0.2), PHONE),
)


@cache
def _skin() -> Sheet:
    return sheet(Skin(seed=3, size_mm=(40, 40)))


@cache
def _lit(light: Light) -> Linear:
    return shade(_skin(), light)


def _linear(pixels: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    code = pixels / 255
    return np.asarray(np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4))


def _relief(pixels: Pixels) -> Linear:
    """Shading of the fine relief."""
    grey = np.log(cv2.GaussianBlur(pixels[..., 1].astype(np.float32), (0, 0), 1.5) + 1)
    return np.asarray(grey - cv2.GaussianBlur(grey, (0, 0), 5), np.float32)


def run() -> Iterator[Step | Part]:
    """One row a fault, each against the same skin without it."""
    plain = shoot(_lit(LAMP), PHONE, seed=0)
    start, relief = lab(_linear(plain.pixels).mean((0, 1))), _relief(plain.pixels)
    tone = float(ita_deg(_linear(plain.pixels).mean((0, 1))))
    rows: list[tuple[str | float, ...]] = []
    kept: dict[str, float] = {}
    for index, (name, light, camera) in enumerate(FAULTS):
        shot = shoot(_lit(light), camera, seed=1 + index)
        middle = _linear(shot.pixels).mean((0, 1))
        where = plain.geometry.to_photo
        columns, rows_px = np.meshgrid(np.arange(640.0), np.arange(640.0))
        on_shot = shot.geometry.to_photo(where(np.stack([columns, rows_px], axis=-1))).astype(np.float32)
        back = cv2.remap(shot.pixels, on_shot, None, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)  # type: ignore[call-overload]  # OpenCV takes no second map here
        inner = (slice(40, -40), slice(40, -40))
        seen = _relief(np.asarray(back, np.uint8))
        kept[name] = float(np.corrcoef(seen[inner].ravel(), relief[inner].ravel())[0, 1])
        change = lab(middle) - start
        contrast = float(seen[inner].std() / relief[inner].std())
        rows.append(
            (
                name,
                *(round(float(c), 2) for c in change),
                round(float(ita_deg(middle)) - tone, 2),
                round(kept[name], 3),
                round(contrast, 2),
            )
        )
        yield Step(index + 1, len(FAULTS))
    yield Table(
        title="One fault at a time",
        columns=("fault", "ΔL*", "Δa*", "Δb*", "ΔITA, degrees", "relief correlation", "relief contrast"),
        rows=tuple(rows),
        note="Relief correlation: of band-passed relief (1.5-5 px) after alignment by the known geometry.",
    )
    below, right, again = (kept[name] for name in ("light from below", "light from the right", FAULTS[0][0]))
    yield Bar(
        claim="phantom: light from another side turns relief round",
        bar="relief correlation below 0 (opposite), below 0.6 (from the side), above 0.9 (the same light)",
        measured=f"{below:.2f}, {right:.2f}, {again:.2f}",
        is_met=below < 0 and right < 0.6 and again > 0.9,
    )


STUDY = Study(
    title="The phantom: what each fault of a photograph does",
    about="""
One skin (ITA 50), photographed by a good phone, then again with one thing changed. These are the faults the
gate, the comparability of a pair and the repeatability of measures are tested with.
""",
    run=run,
    order=11,
)
