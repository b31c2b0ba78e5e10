"""The maps a sheet of skin is drawn on, and how pits, valleys and blots are drawn."""

from dataclasses import dataclass
from math import log

import cv2
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.phantom.fields import Field, Rows, Taken

HALF = log(2.0)


@dataclass(slots=True)
class Canvas:
    """Maps being drawn; all (height, width) float32.

    height_mm: relief. log_melanin, log_blood: natural logarithms of volume fractions. cavity: part of the
    light that reaches the ground of pits, 0-1. hair: cover 0-1. hidden: where no lesion is drawn.
    """

    height_mm: Field
    log_melanin: Field
    log_blood: Field
    cavity: Field
    hair: Field
    px_per_mm: float
    hidden: Taken

    def around(self, x_mm: float, y_mm: float, reach_mm: float) -> tuple[tuple[slice, slice], Rows, Rows]:
        """The pixels within reach of a point, and their distances from it to the right and down, in mm."""
        height, width = self.height_mm.shape
        x, y, reach = (value * self.px_per_mm for value in (x_mm, y_mm, reach_mm))
        columns = slice(max(int(x - reach), 0), min(int(x + reach) + 2, width))
        rows = slice(max(int(y - reach), 0), min(int(y + reach) + 2, height))
        right = (np.arange(columns.start, columns.stop) + 0.5) / self.px_per_mm - x_mm
        down = (np.arange(rows.start, rows.stop) + 0.5) / self.px_per_mm - y_mm
        return (rows, columns), right[None, :], down[:, None]

    def pits(
        self, places: Rows, *, diameter_mm: Rows, depth_mm: Rows, occlusion: Rows, stretch: Rows, turn: Rows
    ) -> None:
        """Press many small pits in; all profiles are computed at once, only adding them goes one by one.

        stretch: long over short axis, at equal area. turn: direction of the long axis in radians.
        """
        if not len(places):
            return
        side = int(np.ceil(1.9 * (diameter_mm * np.sqrt(stretch)).max() * self.px_per_mm)) + 2
        corner = np.floor(places * self.px_per_mm - side / 2).astype(int)
        offsets = (corner[:, :, None] + np.arange(side) + 0.5) / self.px_per_mm - places[:, :, None]
        right, down = offsets[:, 0, None, :], offsets[:, 1, :, None]
        cos, sin = (f(turn)[:, None, None] for f in (np.cos, np.sin))
        radius = (diameter_mm / 2)[:, None, None]
        along = (right * cos + down * sin) / np.sqrt(stretch)[:, None, None]
        across = (down * cos - right * sin) * np.sqrt(stretch)[:, None, None]
        profile = np.exp(-HALF * ((along**2 + across**2) / radius**2) ** 1.5).astype(np.float32)
        drops = profile * depth_mm[:, None, None].astype(np.float32)
        lights = 1 - profile * occlusion[:, None, None].astype(np.float32)
        for (x, y), drop, light in zip(corner, drops, lights, strict=True):
            self.height_mm[y : y + side, x : x + side] -= drop
            self.cavity[y : y + side, x : x + side] *= light

    def valley(self, path_mm: Rows, *, width_mm: float, depth_mm: float, occlusion: float) -> None:
        """Press a line in along a path whose points go steadily from its one end to the other."""
        start, end = path_mm[0], path_mm[-1]
        chord = float(np.hypot(*(end - start)))
        cos, sin = (end - start) / chord
        middle = (path_mm.min(0) + path_mm.max(0)) / 2
        reach = float(np.ptp(path_mm, axis=0).max()) / 2 + 2 * width_mm
        where, right, down = self.around(middle[0], middle[1], reach)
        right, down = right + middle[0] - start[0], down + middle[1] - start[1]
        along, across = right * cos + down * sin, down * cos - right * sin
        bow = path_mm - start
        bow_along, bow_across = bow @ (cos, sin), bow @ (-sin, cos)
        slope = np.gradient(bow_across, bow_along)
        off = (across - np.interp(along, bow_along, bow_across)) / np.hypot(
            1, np.interp(along, bow_along, slope)
        )
        beyond = np.maximum(0, np.abs(along - chord / 2) - chord / 2)
        taper = np.clip(np.minimum(along, chord - along) / (0.1 * chord) + 0.5, 0, 1)
        profile = np.exp(-HALF * (off**2 + beyond**2) / (width_mm / 2) ** 2) * taper
        self.height_mm[where] -= (depth_mm * profile).astype(np.float32)
        self.cavity[where] *= (1 - occlusion * profile).astype(np.float32)

    def blot(
        self, x_mm: float, y_mm: float, *, diameter_mm: float, edge_mm: float, waves: Rows
    ) -> tuple[tuple[slice, slice], Field]:
        """Where an irregular round patch lies and how much of it each pixel there has, 0-1.

        waves: (n, 2) amplitude and phase of the 2nd, 3rd, ... wave of its outline, relative to the radius.
        """
        where, right, down = self.around(x_mm, y_mm, diameter_mm / 2 * 1.6 + 4 * edge_mm)
        angle = np.arctan2(down, right)
        order = np.arange(len(waves)) + 2
        outline = 1 + (waves[:, 0] * np.cos(order * angle[..., None] + waves[:, 1])).sum(-1)
        outline /= np.sqrt(1 + (waves[:, 0] ** 2).sum() / 2)
        inside = diameter_mm / 2 * outline - np.hypot(right, down)
        # A logistic edge: half at the outline, so that the patch keeps its area.
        return where, (1 / (1 + np.exp(np.clip(-2.2 * inside / edge_mm, -30, 30)))).astype(np.float32)

    def dome(self, x_mm: float, y_mm: float, *, diameter_mm: float, height_mm: float) -> None:
        """Raise a smooth dome, or press it in when `height_mm` is negative."""
        where, right, down = self.around(x_mm, y_mm, 1.1 * diameter_mm)
        squared = (right**2 + down**2) / (diameter_mm / 2) ** 2
        self.height_mm[where] += (height_mm * np.exp(-HALF * squared)).astype(np.float32)

    def strand(self, path_mm: Rows, *, width_mm: float) -> None:
        """Lay a hair over the skin."""
        points = np.round((path_mm * self.px_per_mm - 0.5) * 16).astype(np.int32)
        thickness = max(1, round(width_mm * self.px_per_mm))
        cover = min(1.0, width_mm * self.px_per_mm / thickness)
        cv2.polylines(self.hair, [points.reshape(-1, 1, 2)], False, cover, thickness, cv2.LINE_8, 4)


def blank(
    shape: tuple[int, int], *, px_per_mm: float, melanin: float, blood: float, hidden: Taken = ()
) -> Canvas:
    """Flat, even skin."""

    def full(value: float) -> NDArray[np.float32]:
        return np.full(shape, value, np.float32)

    return Canvas(full(0.0), full(log(melanin)), full(log(blood)), full(1.0), full(0.0), px_per_mm, hidden)
