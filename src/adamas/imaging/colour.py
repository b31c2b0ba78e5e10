"""Colours made comparable: by a colour chart or a grey card in the frame, or by skin that was not treated.

A correction is an affine map of linear light, computed from what does not change; the treated skin itself is
never made alike, that would take away what is to be measured. Averages of the whole picture (gray-world) are
not offered: on real faces they made skin colour four times worse than no correction.
"""

from typing import Literal

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.errors import PhotoUnusable, told
from adamas.imaging import optics
from adamas.imaging.chart import Chart, find_chart, find_grey_card
from adamas.imaging.photo import Mask, Pixels

Means = Literal["chart", "grey-card", "reference-zone", "none"]
Light = tuple[float, float, float]
CLIPPED, DARK = 0.97, 0.002
SKIN_WEIGHT, SKIN_WIDTH = 4.0, 0.6
LEAST_PIXELS = 400


class Expected(Struct, frozen=True):
    """Error left in the median colour of skin: CIEDE2000 and degrees ITA, held by 95 of 100 photos."""

    delta_e: float
    ita_deg: float


EXPECTED: dict[Means, Expected] = {
    "chart": Expected(1.4, 3.5),
    "grey-card": Expected(2.0, 1.5),
    "reference-zone": Expected(1.0, 1.5),
    "none": Expected(11.0, 22.0),
}
"""The worse of with and without a phone's tone curve, on the phantom at every tone, photos off by 0.15 EV,
3 % of balance and 300 K; light falls alike on card and skin. `validation/colour.py` prints what was reached.
The reference zone does best because the phantom's untreated skin never changes; that of a person does.
"""


class Balance(Struct, frozen=True, kw_only=True, eq=False):
    """How the colours of a photo are corrected.

    matrix: (3, 4), linear light as corrected = matrix @ (R, G, B, 1). residual: root mean square of what the
    patches of a chart are still off, in linear light; None without a chart.
    """

    means: Means
    matrix: NDArray[np.float32]
    residual: float | None = None

    @property
    def expected(self) -> Expected:
        """Error to be expected of the colour of skin."""
        return EXPECTED[self.means]

    def apply(self, pixels: Pixels) -> Pixels:
        """The corrected photo, for looking at; measures correct in linear light without rounding."""
        return optics.to_srgb(np.asarray(cv2.transform(optics.to_linear(pixels), self.matrix), np.float32))


NONE = Balance(means="none", matrix=np.eye(3, 4, dtype=np.float32))


def balance(
    pixels: Pixels, *, skin: Mask | None = None, untreated: Mask | None = None, baseline: Light | None = None
) -> Balance:
    """The best correction this photo allows: chart, then grey card, then untreated skin, then none.

    skin: where the colour matters most, patches like it count more. untreated: a zone that is not treated,
    and `baseline`: its light (`light_of`) on the first photo. Searching for a chart takes 0.1-0.3 s.
    """
    if chart := find_chart(pixels):
        return by_chart(chart, like=light_of(pixels, skin) if skin is not None else None)
    card = find_grey_card(pixels)
    if card is not None:
        return by_grey(light_of(pixels, card))
    if untreated is not None and baseline is not None:
        return by_reference(light_of(pixels, untreated), baseline=baseline)
    return NONE


def light_of(pixels: Pixels, mask: Mask) -> Light:
    """Geometric mean of the linear light in a mask, R, G, B.

    Raises PhotoUnusable when less than 400 pixels of it are neither black nor burnt out.
    """
    x, y, width, height = cv2.boundingRect(mask.view(np.uint8))
    rows, columns = slice(y, y + height), slice(x, x + width)
    inside = optics.to_linear(pixels[rows, columns])[mask[rows, columns]]
    good = inside[(inside.max(axis=1) < CLIPPED) & (inside.min(axis=1) > DARK)]
    if len(good) < LEAST_PIXELS:
        raise PhotoUnusable(
            told("colour-no-reference", "There is not enough well-lit skin or card to take the colour from."),
            hint=told(
                "colour-no-reference-hint",
                "Light it evenly, neither in shadow nor glaring, and take it again.",
            ),
        )
    red, green, blue = (float(value) for value in np.exp(np.log(good).mean(axis=0)))
    return red, green, blue


def by_grey(light: Light, *, reflectance: float = 0.18) -> Balance:
    """Make a grey card grey, and as light as it is: three gains."""
    return Balance(means="grey-card", matrix=_gains([reflectance / value for value in light]))


def by_reference(light: Light, *, baseline: Light) -> Balance:
    """Make untreated skin look as on the first photo: three gains.

    The zone must really be untreated (neck, ear, under the jaw): a peeled forehead is red too and would
    hide it.
    """
    return Balance(
        means="reference-zone",
        matrix=_gains([before / now for before, now in zip(baseline, light, strict=True)]),
    )


def by_chart(chart: Chart, *, like: Light | None = None) -> Balance:
    """Least squares over the patches in linear light (Finlayson 2015, IEEE Trans Image Process 24:1460 [R]).

    like: light of the skin; patches of a similar colour count up to five times as much, so that the
    correction is best in the region of colours it is for. Errors count relative to how light a patch is,
    as the eye sees.
    """
    good = (chart.light.max(axis=1) < CLIPPED) & (chart.light.min(axis=1) > DARK)
    measured, true = chart.light[good].astype(np.float64), chart.reference[good].astype(np.float64)
    weight = 1 / (true.mean(axis=1) + 0.03)
    if like is not None:
        off = np.linalg.norm(np.log(measured + 0.01) - np.log(np.array(like) + 0.01), axis=1)
        weight *= 1 + SKIN_WEIGHT * np.exp(-((off / SKIN_WIDTH) ** 2))
    matrix, *_ = np.linalg.lstsq(measured * weight[:, None], true * weight[:, None], rcond=None)
    residual = float(np.sqrt(np.mean((measured @ matrix - true) ** 2)))
    return Balance(means="chart", matrix=np.c_[matrix.T, np.zeros(3)].astype(np.float32), residual=residual)


def _gains(gains: list[float]) -> NDArray[np.float32]:
    return np.asarray(np.c_[np.diag(gains), np.zeros(3)], np.float32)
