"""The skin of one photo made ready to be measured: cut out, corrected, shrunk to three scales and filled."""

from collections.abc import Mapping

import cv2
import numpy as np

from adamas.imaging import optics
from adamas.imaging.blobs import background
from adamas.imaging.given import check
from adamas.imaging.grid import (
    Bytes,
    Floats,
    Grid,
    blur,
    bytes_,
    extent,
    fill,
    floats,
    fully,
    medians,
    sampled,
    shrink,
    shrunk,
    soften,
)
from adamas.imaging.photo import Map, Mask, Pixels
from adamas.imaging.skin import LEVELS_PER_LN, MIDDLE, PHOTO, SMOOTH_MM, Correction, Labelled, Skin, Zones

SHARPEST, FINE, COARSE = 16.0, 8.0, 4.0
"""Pixels per millimetre of the three scales; a photo with fewer keeps its own."""
SAMPLE = 100_000
"""Pixels of a photo that are looked at for its typical colour."""
MARGIN_MM, RIM_MM = 3.0, 0.75
"""Beyond the skin what is cut out; within it what is not counted, because filters see past it."""
END, BURNT_SHARE, BURNT_MM = 0.95, 0.2, 1.0
"""Linear light from where a channel is taken for clipped; the share of the skin within about so many mm from
which colour there is not believed: single glints count as nothing."""
SURROUNDINGS_MM, SURROUNDINGS_OF_PORES_MM = 14.0, 0.8


def prepare(
    pixels: Pixels,
    zones: Zones,
    scale: float,
    *,
    correction: Correction | None = None,
    typical: Floats | None = None,
    blur_um: float = 0.0,
) -> Skin:
    """Compute what the measures share. `scale`: pixels per millimetre of the photo.

    correction: of linear light, by `adamas.imaging.colour`; it touches colours, never relief or pores.
    typical: density R, G, B by which this skin is sorted by tone; its own when None. Photographs of one
    person share one, by `typical_of`: else a shift of white balance would turn melanin into blood.
    blur_um: standard deviation of a blur on the skin that makes this photo like a less sharp one, µm.
    Raises PhotoUnusable when pixels, a mask or the scale is not what it should be.
    """
    check(pixels, _masks(zones), scale)
    union = _union(zones, pixels.shape[:2])
    left, top, right, below = _part(union, round(MARGIN_MM * scale))
    part, inside = pixels[top:below, left:right], union[top:below, left:right]
    sharp_step = max(1.0, scale / SHARPEST)
    sharp_grid = Grid(left, top, sharp_step)
    sharp_part, sharp_mask = shrink(np.ascontiguousarray(part), sharp_step), fully(inside, sharp_step)
    sharp_scale = scale / sharp_step
    sharp_part = soften(sharp_part, blur_um * 1e-3 * sharp_scale)
    fine_step = max(1.0, sharp_scale / FINE)
    fine, fine_mask = shrink(sharp_part, fine_step), fully(sharp_mask, fine_step)
    fine_grid = sharp_grid.coarser(fine_step)
    step = max(1.0, sharp_scale / fine_step / COARSE)
    grid, mask = fine_grid.coarser(step), fully(fine_mask, step)
    seen = shrink(optics.to_linear(fine), step)
    light = fill(_corrected(seen, correction), mask)
    counted = shrunk(mask, RIM_MM * scale / grid.step)
    densities = optics.density_of(light)
    typical = _typical(densities, mask) if typical is None else typical
    weights = optics.unmixing(typical)
    relief = fill(_ln_luminance(fine), fine_mask)
    return Skin(
        size=(pixels.shape[0], pixels.shape[1]),
        scale=scale,
        sharp_grid=sharp_grid,
        sharp=_sharp(sharp_part, sharp_mask, shrink(relief, step), scale / grid.step),
        sharp_mask=sharp_mask,
        fine_grid=fine_grid,
        relief=relief,
        fine_mask=fine_mask,
        grid=grid,
        light=light,
        excess=_excess(densities, scale / grid.step),
        lab=optics.lab(light),
        typical=typical,
        weights=weights,
        red_share=optics.red_share(typical),
        melanin=optics.melanin_of(typical),
        chromophores=optics.unmix(densities, weights),
        burnt=_burnt(seen, mask, scale / grid.step),
        mask=counted,
        zones=_zones(zones, grid, counted),
    )


def typical_of(pixels: Pixels, zones: Zones, *, correction: Correction | None = None) -> Floats:
    """Median density R, G, B of the skin, (3,), from some of its pixels."""
    union = _union(zones, pixels.shape[:2])
    step = max(1, round(float(np.sqrt(union.size / SAMPLE))))
    inside = pixels[::step, ::step][union[::step, ::step]]
    if not len(inside):
        return np.zeros(3, np.float32)
    light = _corrected(optics.to_linear(inside[:, None]), correction)
    return medians(optics.density_of(light)[:, 0])


def _typical(densities: Floats, mask: Mask) -> Floats:
    """Median density of the skin, from every third pixel: it sets a tone, not a reading."""
    inside = densities[::3, ::3][mask[::3, ::3]]
    return medians(inside)


def _burnt(light: Floats, mask: Mask, px_per_mm: float) -> Mask:
    burnt = (cv2.inRange(light, (-1.0, -1.0, -1.0), (END, END, END)) == 0) & mask
    return blur(floats(burnt), BURNT_MM * px_per_mm) > BURNT_SHARE


def _corrected(light: Floats, correction: Correction | None) -> Floats:
    return light if correction is None else floats(cv2.transform(light, correction))


def _excess(densities: Floats, px_per_mm: float) -> Floats:
    smooth = blur(densities, SMOOTH_MM * px_per_mm)
    return smooth - background(smooth, px_per_mm, SURROUNDINGS_MM)


def _ln_luminance(pixels: Pixels) -> Map:
    luminance = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY)
    return floats(cv2.LUT(luminance, optics.DENSITY)) * np.float32(-np.log(10))


def _sharp(pixels: Pixels, mask: Mask, relief: Map, px_per_mm: float) -> Bytes:
    """Ln of luminance above that of the surroundings as bytes: dark skin has as many levels as light.

    relief: coarse, of px_per_mm.
    """
    table = np.rint(optics.DENSITY * (-np.log(10) * LEVELS_PER_LN)).astype(np.int16)
    sharp = cv2.LUT(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), table)
    around = np.rint(blur(relief, SURROUNDINGS_OF_PORES_MM * px_per_mm) * LEVELS_PER_LN - MIDDLE)
    wide = cv2.resize(
        around.astype(np.int16), (sharp.shape[1], sharp.shape[0]), interpolation=cv2.INTER_LINEAR
    )
    level = bytes_(cv2.subtract(sharp, wide, dtype=cv2.CV_8U))
    covered = np.full_like(level, MIDDLE)
    cv2.copyTo(level, mask.view(np.uint8), covered)
    return covered


def _zones(zones: Zones, grid: Grid, counted: Mask) -> dict[str, Mask]:
    if isinstance(zones, Labelled):
        labels = sampled(zones.labels, PHOTO, at=grid, shape=counted.shape)
        return {name: (labels == index + 1) & counted for index, name in enumerate(zones.names)}
    return {name: sampled(zones[name], PHOTO, at=grid, shape=counted.shape) & counted for name in zones}


def _masks(zones: Zones) -> Mapping[str, Mask]:
    return {"labels": zones.labels > 0} if isinstance(zones, Labelled) else zones


def _union(zones: Zones, shape: tuple[int, ...]) -> Mask:
    if isinstance(zones, Labelled):
        return zones.labels > 0
    union = np.zeros(shape[:2], np.uint8)
    for zone in (zones[name] for name in zones):
        cv2.bitwise_or(union, zone.view(np.uint8), dst=union)
    return union.view(bool)


def _part(union: Mask, margin: int) -> tuple[int, int, int, int]:
    """Columns and rows of the skin with a margin, sides a multiple of 4."""
    first, last = extent(union)
    left, top = max(0, first[0] - margin), max(0, first[1] - margin)
    right, below = min(union.shape[1], last[0] + margin), min(union.shape[0], last[1] + margin)
    return left, top, left + max(4, (right - left) // 4 * 4), top + max(4, (below - top) // 4 * 4)
