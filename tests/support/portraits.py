"""Real photographs of faces, read from the packages that ship them."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import cv2
import matplotlib
import numpy as np

from adamas.imaging.admit import admit
from adamas.imaging.photo import Capture, Photo, Pixels, View


@cache
def hopper() -> Photo:
    """Grace Hopper: old skin, glasses, a cap (public domain, US Navy)."""
    return admit((Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg").read_bytes())


@cache
def astronaut() -> Photo:
    """Eileen Collins: a broad smile, a fringe (public domain, NASA)."""
    return admit((files("skimage") / "data" / "astronaut.png").read_bytes())


def photo_of(pixels: Pixels, view: View = "face", *, px_per_mm: float | None = None, **said: object) -> Photo:
    """A photo of these pixels; said: what the camera said, as in `Capture`."""
    capture = Capture(**said)  # type: ignore[arg-type] # names and types are those of Capture
    return Photo(pixels=pixels, view=view, capture=capture, digest="", px_per_mm=px_per_mm)


def enlarged(photo: Photo, factor: int) -> Photo:
    """As if from nearer, though no sharper."""
    size = (photo.width * factor, photo.height * factor)
    return photo_of(np.asarray(cv2.resize(photo.pixels, size, interpolation=cv2.INTER_CUBIC), np.uint8))
