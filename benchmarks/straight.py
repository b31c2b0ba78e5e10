"""The same measures written straight with scikit-image, as most published code does; for the clock only."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter
from skimage import feature, filters, morphology
from skimage import measure as measuring
from skimage.color import rgb2hsv, rgb2lab

# scikit-image gives types to a part of itself.
gaussian: Any = filters.gaussian
frangi: Any = filters.frangi
blob_log: Any = feature.blob_log
skeletonize: Any = morphology.skeletonize
label: Any = measuring.label
regionprops: Any = measuring.regionprops
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


def measure(pixels: NDArray[np.uint8], skin: Mask, px_per_mm: float) -> dict[str, float]:
    """Measure the skin of one photo; nothing outside the smallest box around it is looked at."""
    rows, columns = (np.flatnonzero(skin.any(axis)) for axis in (1, 0))
    box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    part, inside = pixels[box], skin[box]
    lab, hsv = rgb2lab(part), rgb2hsv(part)
    grey = part[..., 1] / 255
    density = -np.log10(np.maximum((part / 255) ** 2.2, 1e-4))
    melanin, blood = density[..., 2] - density[..., 1], density[..., 1] - density[..., 0]
    fine, wide = gaussian(grey, 0.1 * px_per_mm), gaussian(grey, 0.4 * px_per_mm)
    return {
        "pores": float(len(blob_log(1 - grey, 0.08 * px_per_mm, 0.25 * px_per_mm, 5, threshold=0.02))),
        "lines": float(skeletonize(frangi(grey, sigmas=(0.3 * px_per_mm,)) > 1e-6).sum()),
        "spots": _patches(melanin, inside, px_per_mm),
        "papules": _patches(blood, inside, px_per_mm),
        "comedones": _patches(-np.log10(np.maximum(grey, 1e-3)), inside, px_per_mm),
        "marks": _patches(melanin + blood, inside, px_per_mm),
        "scars": float((gaussian(grey, px_per_mm) - gaussian(grey, 3 * px_per_mm))[inside].std()),
        "redness": float(np.percentile(lab[..., 1][inside], 95) - np.median(lab[..., 1][inside])),
        "evenness": float(gaussian(lab[..., 1], px_per_mm)[inside].std()),
        "relief": float((fine - wide)[inside].std()),
        "shine": float(((hsv[..., 2] > 0.9) & (hsv[..., 1] < 0.25))[inside].mean()),
        "tone": float(np.median(np.degrees(np.arctan2(lab[..., 0] - 50, lab[..., 2]))[inside])),
    }


def _patches(density: Floats, inside: Mask, px_per_mm: float) -> float:
    smooth = gaussian(density, 0.25 * px_per_mm)
    # A median over 12 mm at full size would take hours: every fourth pixel must do.
    around = median_filter(smooth[::4, ::4], size=round(3 * px_per_mm))
    excess = smooth - np.kron(around, np.ones((4, 4)))[: smooth.shape[0], : smooth.shape[1]]
    found = regionprops(label((excess > 3.5 * np.median(np.abs(excess[inside]))) & inside))
    return float(sum(one.area for one in found if one.area > (0.9 * px_per_mm) ** 2)) / px_per_mm**2
