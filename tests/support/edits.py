"""What people and apps do to photographs, for trying whether it is noticed."""

from collections.abc import Callable

import cv2
import numpy as np
import simplejpeg

from adamas.imaging.phantom.camera import beautify
from adamas.imaging.photo import Pixels

Edit = Callable[[Pixels], Pixels]


def compressed(pixels: Pixels, quality: int) -> Pixels:
    file = simplejpeg.encode_jpeg(np.ascontiguousarray(pixels), quality, "RGB", "420")
    return np.asarray(simplejpeg.decode_jpeg(file, "RGB"), np.uint8)


def sharpened(pixels: Pixels, amount: float, sigma: float) -> Pixels:
    return np.asarray(
        cv2.addWeighted(pixels, 1 + amount, cv2.GaussianBlur(pixels, (0, 0), sigma), -amount, 0), np.uint8
    )


def guided(pixels: Pixels, radius: int, noise: float) -> Pixels:
    """Guided by itself (He et al. 2013): smooth where the variance is below `noise`."""
    size = (2 * radius + 1, 2 * radius + 1)
    picture = pixels.astype(np.float32)
    mean = cv2.blur(picture, size)
    variance = cv2.blur(picture * picture, size) - mean * mean
    gain = variance / (variance + noise)
    done = np.asarray(cv2.blur(gain, size)) * picture + np.asarray(cv2.blur(mean - gain * mean, size))
    return np.asarray(np.clip(done, 0, 255), np.uint8)


def bilateral(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.bilateralFilter(pixels, 5, 30, 2), np.uint8)


def mixed(edit: Edit, share: float) -> Edit:
    return lambda pixels: np.asarray(cv2.addWeighted(edit(pixels), share, pixels, 1 - share, 0), np.uint8)


SMOOTHED: dict[str, Edit] = {
    "beauty filter, half": lambda p: beautify(p, strength=0.5),
    "beauty filter, full": lambda p: beautify(p, strength=1.0),
    "guided filter": lambda p: guided(p, 6, 60),
    "guided filter, three quarters": mixed(lambda p: guided(p, 8, 120), 0.75),
    "non-local means": lambda p: np.asarray(cv2.fastNlMeansDenoisingColored(p, None, 4, 4, 5, 11), np.uint8),
    "bilateral filter": bilateral,
    "median filter": lambda p: np.asarray(cv2.medianBlur(p, 3), np.uint8),
}
SHARPENED: dict[str, Edit] = {
    "sharpened 1.0 at 0.8 px": lambda p: sharpened(p, 1.0, 0.8),
    "sharpened 1.0 at 1.2 px": lambda p: sharpened(p, 1.0, 1.2),
    "sharpened 1.0 at 2 px": lambda p: sharpened(p, 1.0, 2.0),
    "sharpened 1.5 at 1.2 px": lambda p: sharpened(p, 1.5, 1.2),
}
COMPRESSED: dict[str, Edit] = {
    "JPEG 30": lambda p: compressed(p, 30),
    "JPEG 50": lambda p: compressed(p, 50),
    "JPEG 60": lambda p: compressed(p, 60),
    "JPEG 50, saved again": lambda p: compressed(p, 50),
}
EVERYDAY: dict[str, Edit] = {
    "bilateral filter, 0.6 (mild)": mixed(bilateral, 0.6),
    "sharpened 0.6 (mild)": lambda p: sharpened(p, 0.6, 1.2),
    "JPEG 75 (mild)": lambda p: compressed(p, 75),
}
"""Milder than what is promised to be noticed; how often they are is published all the same."""
