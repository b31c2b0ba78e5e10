"""Colours made comparable: by a colour chart or a grey card in the frame, or by skin that was not treated.

A correction is an affine map of linear light, computed from what does not change; the treated skin itself is
never made alike, that would take away what is to be measured. Averages of the whole picture (gray-world) are
not offered: on real faces they made skin colour four times worse than no correction.
"""

from typing import Literal

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from adamas.errors import PhotoUnusable, told
from adamas.imaging import optics
from adamas.imaging.chart import Chart, find_chart, find_grey_card
from adamas.imaging.photo import Mask, Pixels

Means = Literal["chart", "grey-card", "reference-zone", "none"]
How = Literal["auto", "chart", "grey-card", "none"]
"""What is looked for in the frame; *auto* takes the best there is."""
Light = tuple[float, float, float]
CLIPPED, DARK = 0.97, 0.002
SKIN_WEIGHT, SKIN_WIDTH = 4.0, 0.6
LEAST_PIXELS, ENOUGH_PIXELS = 400, 250_000
LEAST_PATCHES = 16
"""Patches of a chart that must be neither black nor burnt out: four for each number that is sought."""
CARD_RIM = 0.1
"""Width of what is left off a grey card and of its edge, both sides together, as a share of its length."""
FRAME_PITCHES = 1.0
"""Width of a chart's frame around the centres of its outer patches, in distances of patches."""


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
    patches of a chart are still off, in linear light; None without a chart. outline: (4, 2) corners of the
    card on the photo, x and y; None without one. is_unshared: a card was seen, but not the same kind on every
    photo that is compared, so that none is used.
    """

    means: Means
    matrix: NDArray[np.float32]
    residual: float | None = None
    outline: NDArray[np.float64] | None = None
    is_unshared: bool = False

    @property
    def expected(self) -> Expected:
        """Error to be expected of the colour of skin."""
        return EXPECTED[self.means]

    def apply(self, pixels: Pixels) -> Pixels:
        """The corrected photo, for looking at; measures correct in linear light without rounding."""
        return optics.to_srgb(np.asarray(cv2.transform(optics.to_linear(pixels), self.matrix), np.float32))


NONE = Balance(means="none", matrix=np.eye(3, 4, dtype=np.float32))


def balance(
    pixels: Pixels,
    how: How = "auto",
    *,
    skin: Mask | None = None,
    untreated: Mask | None = None,
    baseline: Light | None = None,
) -> Balance:
    """The correction a photo allows; *auto*: chart, then grey card, then untreated skin, then none.

    skin: where the colour matters most, patches like it count more. untreated: a zone that is not treated,
    and `baseline`: its light (`light_of`) on the first photo. Searching for a chart takes 0.1-0.3 s.
    Raises PhotoUnusable when the card that was asked for is not seen, or is burnt out.
    """
    if how in ("auto", "chart"):
        chart = find_chart(pixels)
        if chart is not None and (how == "chart" or _is_readable(chart)):
            return by_chart(chart, like=light_of(pixels, skin) if skin is not None else None)
    if how in ("auto", "grey-card"):
        card = find_grey_card(pixels)
        if card is not None:
            return replace(by_grey(light_of(pixels, card)), outline=_corners(card))
    if how in ("chart", "grey-card"):
        raise _not_seen(how)
    if how == "auto" and untreated is not None and baseline is not None:
        return by_reference(light_of(pixels, untreated), baseline=baseline)
    return NONE


def light_of(pixels: Pixels, mask: Mask) -> Light:
    """Geometric mean of the linear light in a mask, R, G, B.

    Raises PhotoUnusable when less than 400 pixels of it are neither black nor burnt out.
    """
    x, y, width, height = cv2.boundingRect(mask.view(np.uint8))
    rows, columns = slice(y, y + height), slice(x, x + width)
    every = max(1, int((width * height / ENOUGH_PIXELS) ** 0.5))
    inside = optics.to_linear(pixels[rows, columns][::every, ::every])[mask[rows, columns][::every, ::every]]
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
    as the eye sees. Raises PhotoUnusable when too many patches are burnt out or black.
    """
    if not _is_readable(chart):
        raise PhotoUnusable(
            told("colour-chart-burnt", "Too many patches of the colour chart are burnt out or black."),
            hint=told(
                "colour-chart-burnt-hint",
                "Keep glare off the chart, expose for its white patch, take it again.",
            ),
        )
    good = _readable(chart)
    measured, true = chart.light[good].astype(np.float64), chart.reference[good].astype(np.float64)
    weight = 1 / (true.mean(axis=1) + 0.03)
    if like is not None:
        off = np.linalg.norm(np.log(measured + 0.01) - np.log(np.array(like) + 0.01), axis=1)
        weight *= 1 + SKIN_WEIGHT * np.exp(-((off / SKIN_WIDTH) ** 2))
    matrix, *_ = np.linalg.lstsq(measured * weight[:, None], true * weight[:, None], rcond=None)
    residual = float(np.sqrt(np.mean((measured @ matrix - true) ** 2)))
    return Balance(
        means="chart",
        matrix=np.c_[matrix.T, np.zeros(3)].astype(np.float32),
        residual=residual,
        outline=_frame(chart),
    )


def _readable(chart: Chart) -> Mask:
    return np.asarray((chart.light.max(axis=1) < CLIPPED) & (chart.light.min(axis=1) > DARK))


def _is_readable(chart: Chart) -> bool:
    return int(np.count_nonzero(_readable(chart))) >= LEAST_PATCHES


def _frame(chart: Chart) -> NDArray[np.float64]:
    """Corners of the chart with its frame, from the centres of its patches."""
    middle, (wide, high), turn = cv2.minAreaRect(chart.centres.astype(np.float32))
    room = 2 * FRAME_PITCHES * max(wide, high) / 5
    return np.asarray(cv2.boxPoints((middle, (wide + room, high + room), turn)), np.float64)


def _corners(card: Mask) -> NDArray[np.float64]:
    outlines, _ = cv2.findContours(card.view(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    middle, (wide, high), turn = cv2.minAreaRect(max(outlines, key=cv2.contourArea))
    # The rim was cut off, so that nothing of the skin's colour counts as the card's.
    room = CARD_RIM * max(wide, high)
    return np.asarray(cv2.boxPoints((middle, (wide + room, high + room), turn)), np.float64)


def _not_seen(how: How) -> PhotoUnusable:
    if how == "chart":
        return PhotoUnusable(
            told("colour-no-chart", "No colour chart of 24 patches is seen."),
            hint=told(
                "colour-no-chart-hint",
                "Show the whole chart, flat and free of glare, at least an eighth of the picture wide.",
            ),
        )
    return PhotoUnusable(
        told("colour-no-card", "No grey card is seen."),
        hint=told(
            "colour-no-card-hint",
            "Show the whole card, level and evenly lit, and nothing else that is grey and flat.",
        ),
    )


def _gains(gains: list[float]) -> NDArray[np.float32]:
    return np.asarray(np.c_[np.diag(gains), np.zeros(3)], np.float32)
