"""What a measure must be given: upright 8-bit pixels, masks of their size, a scale."""

from collections.abc import Mapping

import numpy as np

from adamas.errors import PhotoUnusable, told
from adamas.imaging.photo import Mask, Pixels


def check(pixels: Pixels, masks: Mapping[str, Mask], scale: float) -> None:
    """Raises PhotoUnusable when pixels, a mask or the scale is not what it should be."""
    hint = told("measure-input-hint", "Give upright 8-bit sRGB pixels, masks of their size, and px per mm.")
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3:
        raise PhotoUnusable(
            told(
                "measure-pixels",
                "Pixels are {dtype} of shape {shape}, not uint8 of (rows, columns, 3).",
                dtype=str(pixels.dtype),
                shape=str(pixels.shape),
            ),
            hint=hint,
        )
    for name, zone in masks.items():
        if zone.dtype != np.bool_ or zone.shape != pixels.shape[:2]:
            raise PhotoUnusable(
                told(
                    "measure-mask",
                    "The mask is {dtype} of shape {shape}, not a truth value for each pixel.",
                    dtype=str(zone.dtype),
                    shape=str(zone.shape),
                ),
                where=name,
                hint=hint,
            )
    if not 0 < scale < float("inf"):
        raise PhotoUnusable(
            told("measure-scale", "A scale of {scale} px per mm cannot be.", scale=scale), hint=hint
        )
