"""The map of shadow alone: colours mixed so that clouds of melanin and blood cancel and relief stays.

Shadow takes the same share of every colour. Among all mixtures that let it through whole, the one in which
this very photo varies least is free of whatever is coloured, on any camera and at any tone (Capon 1969, Proc
IEEE 57:1408, as recalled). A fixed matrix would amplify the noise of the darkest channel where it need not.
"""

import numpy as np
from numpy.typing import NDArray

from adamas.imaging.grid import Floats, blur, floats, medians
from adamas.imaging.photo import Map
from adamas.imaging.skin import SMOOTH_MM, Skin

WIDEST_MM = 0.7
"""Clouds up to about this sigma are what hides a line; wider ones no line filter sees."""
ORDINARY = 2.0
"""Robust sigmas of what counts as skin between spots; in spots the mixture would chase their nonlinearity."""
LEAST = 0.0013
"""Optical density of variation always assumed, so that a photo without noise has a solution, too."""
TO_SIGMA = 1.4826


def shadow(skin: Skin) -> Map:
    """Ln of light that shadow takes, on the coarse grid of the skin; its mean level means nothing."""
    density = np.linalg.lstsq(skin.weights.T.astype(np.float64), _mixture(skin), rcond=None)[0]
    maps = (skin.chromophores.melanin, skin.chromophores.blood, skin.chromophores.shading)
    shares = (density * np.log(10)).astype(np.float32)
    return floats(sum(each * share for each, share in zip(maps, shares, strict=True)))


def _mixture(skin: Skin) -> NDArray[np.float64]:
    """Shares of density R, G, B, together 1, in which the skin between the lesions varies least."""
    varied = _clouds(np.ascontiguousarray(skin.excess[::2, ::2]), skin.px_per_mm / 2)[skin.mask[::2, ::2]]
    wide = medians(np.abs(varied[::3])) * np.float32(TO_SIGMA)
    ordinary = varied[(np.abs(varied) < ORDINARY * wide).all(axis=1)].astype(np.float64)
    spread = ordinary.T @ ordinary / max(len(ordinary), 1) + LEAST**2 * np.eye(3)
    against = np.linalg.solve(spread, np.ones(3))
    return np.asarray(against / against.sum())


def _clouds(excess: Floats, px_per_mm: float) -> Floats:
    """What varies between `SMOOTH_MM`, which the excess was blurred with, and `WIDEST_MM`."""
    return excess - blur(excess, np.sqrt(WIDEST_MM**2 - SMOOTH_MM**2) * px_per_mm)
