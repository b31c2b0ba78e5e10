"""What colour skin has that holds so much melanin and so much blood.

An epidermis that only absorbs lies on a dermis without end (Kubelka-Munk). Absorption and scattering follow
S. L. Jacques, "Skin Optics" (OMLC, 1998) and Phys. Med. Biol. 58:R37 (2013); haemoglobin follows Scott Prahl.
Simplified: the rough surface mirrors a fixed share of white light in every direction (its gloss towards one
direction is `shade`'s business), one saturation of oxygen, no fat, bilirubin or carotene.
"""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

SPECTRA = Path(__file__).with_name("spectra.csv")
MELANIN = (0.002, 1.0)
"""Volume fraction of melanosomes in 60 µm of epidermis. People have 0.013 (very light) to 0.43 (very dark);
dark spots and a thicker epidermis count as more."""
BLOOD = (0.001, 0.20)
"""Volume fraction of blood in the dermis; people have 0.002 to 0.07, inflamed skin up to about 0.10."""
EPIDERMIS_CM = 0.006
SATURATION = 0.75
SURFACE = 0.015
"""Share of light that never enters: of the 4-5 % its surface mirrors, the part seen off the mirror."""
HAEMOGLOBIN_G_PER_L, HAEMOGLOBIN_G_PER_MOL = 150.0, 64500.0
STEPS = 256

XYZ_TO_SRGB = np.array(
    [
        [3.2404542, -1.5371385, -0.4985314],
        [-0.9692660, 1.8760108, 0.0415560],
        [0.0556434, -0.2040259, 1.0572252],
    ]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
Floats = NDArray[np.float64]
Linear = NDArray[np.float32]
"""(height, width, 3) linear light in sRGB primaries; a white sheet in full light is 1."""


@cache
def spectra() -> Floats:
    """Columns of spectra.csv: wavelength in nm, x, y, z, oxygenated, deoxygenated haemoglobin."""
    return np.loadtxt(SPECTRA, delimiter=",", comments="#", skiprows=5)


def reflectance(melanin: Floats | float, blood: Floats | float, *, saturation: float = SATURATION) -> Floats:
    """Part of the light that comes back, 400-700 nm each 10 nm on the last axis; 0-1."""
    nm, _, _, _, oxy, deoxy = spectra().T
    m, b = np.asarray(melanin)[..., None], np.asarray(blood)[..., None]
    base = 0.244 + 85.3 * np.exp(-(nm - 154.0) / 66.2)
    epidermis = m * 6.6e11 * nm**-3.33 + (1 - m) * base
    molar = HAEMOGLOBIN_G_PER_L / HAEMOGLOBIN_G_PER_MOL
    red_cells = np.log(10.0) * molar * (saturation * oxy + (1 - saturation) * deoxy)
    dermis = b * red_cells + (1 - b) * base
    scattering = 46.0 * (nm / 500.0) ** -1.421
    # Below a quarter of the scattering the diffusion result no longer holds (violet light in much blood).
    back = np.maximum(0.75 * scattering - 0.25 * dermis, 0.25 * scattering)
    ratio = 2 * dermis / back
    return np.asarray(np.exp(-2 * epidermis * EPIDERMIS_CM) * (1 + ratio - np.sqrt(ratio**2 + 2 * ratio)))


def linear_rgb(melanin: Floats | float, blood: Floats | float, *, saturation: float = SATURATION) -> Floats:
    """Linear sRGB on the last axis, computed from the spectrum; `paint` does it for whole pictures."""
    xyz = reflectance(melanin, blood, saturation=saturation) @ spectra()[:, 1:4]
    return np.asarray(SURFACE + (1 - SURFACE) * (xyz @ XYZ_TO_SRGB.T))


@cache
def table() -> Linear:
    """(melanin, blood, RGB) for `STEPS` values of each, evenly spaced in the logarithm."""
    m, b = (np.geomspace(*span, STEPS) for span in (MELANIN, BLOOD))
    # Very dark, very red skin lies outside the sRGB triangle; a camera gives the least blue it can.
    return np.maximum(linear_rgb(m[:, None], b[None, :]), 0.2 * SURFACE).astype(np.float32)


def paint(log_melanin: NDArray[np.float32], log_blood: NDArray[np.float32]) -> Linear:
    """Linear sRGB of maps of the natural logarithms of melanin and blood; beyond a range its end counts."""
    rows, columns = (_index(field, span) for field, span in ((log_melanin, MELANIN), (log_blood, BLOOD)))
    picture = cv2.remap(table(), columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(picture, np.float32)


def _index(field: NDArray[np.float32], span: tuple[float, float]) -> NDArray[np.float32]:
    low, high = np.log(span)
    scale = (STEPS - 1) / (high - low)
    return (field - np.float32(low)) * np.float32(scale)


def lab(rgb: Floats | Linear) -> Floats:
    """CIELAB under D65 of linear sRGB on the last axis."""
    xyz = np.asarray(rgb, np.float64) @ np.linalg.inv(XYZ_TO_SRGB).T / WHITE
    f = np.where(xyz > 216 / 24389, np.cbrt(np.maximum(xyz, 0)), (24389 / 27 * xyz + 16) / 116)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def ita_deg(rgb: Floats | Linear) -> Floats:
    """Individual typology angle of linear sRGB on the last axis, degrees (Chardon 1991)."""
    lightness, _, b = np.moveaxis(lab(rgb), -1, 0)
    return np.asarray(np.degrees(np.arctan2(lightness - 50.0, b)))


def melanin_for(ita: float, *, blood: float) -> float:
    """Volume fraction of melanin that gives the typology angle `ita` in degrees at this much blood.

    Raises ValueError when no melanin within `MELANIN` gives it.
    """
    grid = np.geomspace(*MELANIN, 2000)
    angles = ita_deg(linear_rgb(grid, blood))
    if not angles.min() <= ita <= angles.max():
        raise ValueError(f"ITA {ita} is outside {angles.min():.0f} to {angles.max():.0f} at blood {blood}")
    return float(np.exp(np.interp(-ita, -angles, np.log(grid))))
