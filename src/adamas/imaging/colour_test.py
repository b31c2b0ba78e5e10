from math import log2

import cv2
import numpy as np
import pytest
from msgspec.structs import replace
from skimage.color import deltaE_ciede2000

from adamas.errors import PhotoUnusable
from adamas.imaging import colour, optics
from adamas.imaging.chart import PATCHES, find_chart, find_grey_card
from adamas.imaging.grid import Floats
from adamas.imaging.phantom.camera import PHONE, Camera, shoot
from adamas.imaging.phantom.optics import linear_rgb, melanin_for
from adamas.imaging.phantom.shade import LAMP, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Mask, Pixels

OFF = replace(PHONE, gains=(1.04, 0.95), kelvin=6000)
SIDE = 800


def _chart(cell: int = 44) -> Floats:
    gap = cell // 6
    card = np.full((4 * cell + 7 * gap, 6 * cell + 9 * gap, 3), 0.012, np.float32)
    for row in range(4):
        for column in range(6):
            y, x = 2 * gap + row * (cell + gap), 2 * gap + column * (cell + gap)
            card[y : y + cell, x : x + cell] = optics.LINEAR[PATCHES[row, column]]
    return card


def _scene(ita: float, card: str) -> Floats:
    melanin = melanin_for(ita, blood=0.015)
    light = shade(sheet(Skin(seed=8, size_mm=(50, 50), melanin=melanin, blood=0.015)), LAMP).copy()
    if card == "chart":
        drawn = _chart()
        light[40 : 40 + drawn.shape[0], 240 : 240 + drawn.shape[1]] = drawn
    if card == "grey":
        light[40:220, 400:700] = 0.18
    return light


def _mask(rows: slice, columns: slice) -> Mask:
    mask = np.zeros((SIDE, SIDE), bool)
    mask[rows, columns] = True
    return mask


SKIN, UNTREATED = _mask(slice(380, 760), slice(120, 760)), _mask(slice(380, 760), slice(20, 90))


def _light(scene: Floats, mask: Mask) -> colour.Light:
    red, green, blue = (float(value) for value in np.exp(np.log(scene[mask]).mean(axis=0)))
    return red, green, blue


def _error(scene: Floats, pixels: Pixels, balance: colour.Balance) -> float:
    """CIEDE2000 of the skin after the correction."""
    got = balance.matrix @ np.array([*colour.light_of(pixels, SKIN), 1.0])
    both = optics.lab(np.array([[_light(scene, SKIN), got]], np.float32))[0]
    return float(deltaE_ciede2000(both[0], both[1]))


def _camera(ita: float, *, card: str) -> Camera:
    red = linear_rgb(melanin_for(ita, blood=0.015), 0.015)[0]
    # With a chart in the frame its white patch must not burn out.
    most = -0.1 if card == "chart" else 0.8
    return replace(OFF, exposure_ev=min(most, log2(0.5 / red)))


@pytest.mark.parametrize("ita", [55, 10, -45])
@pytest.mark.parametrize(
    ("card", "means"), [("chart", "chart"), ("grey", "grey-card"), ("zone", "reference-zone")]
)
def test_skin_is_within_two_units_of_its_colour_with_a_card(ita: float, card: str, means: str) -> None:
    scene = _scene(ita, card)
    pixels = shoot(scene, _camera(ita, card=card), seed=1).pixels
    baseline = _light(scene, UNTREATED) if card == "zone" else None
    balance = colour.balance(pixels, skin=SKIN, untreated=UNTREATED, baseline=baseline)
    assert balance.means == means
    assert _error(scene, pixels, balance) <= balance.expected.delta_e <= 2.0


def test_without_a_card_nothing_is_corrected_and_a_large_error_is_stated() -> None:
    scene = _scene(30, "none")
    balance = colour.balance(shoot(scene, OFF, seed=1).pixels, skin=SKIN)
    assert balance.means == "none"
    assert np.array_equal(balance.matrix, np.eye(3, 4))
    assert balance.expected.delta_e > 3 * colour.EXPECTED["chart"].delta_e


def test_making_the_whole_picture_grey_would_be_worse_than_nothing() -> None:
    scene = _scene(30, "none")
    pixels = shoot(scene, replace(PHONE, gains=(1.03, 0.97)), seed=1).pixels
    mean = optics.to_linear(pixels).mean(axis=(0, 1))
    grey_world = replace(
        colour.NONE, matrix=np.c_[np.diag(mean.mean() / mean), np.zeros(3)].astype(np.float32)
    )
    assert _error(scene, pixels, grey_world) > 3 * _error(scene, pixels, colour.NONE)


def test_redder_skin_stays_redder_when_untreated_skin_is_the_reference() -> None:
    scene = _scene(30, "none")
    redder = scene.copy()
    redder[SKIN] *= np.array([1.0, 0.85, 0.88], np.float32)
    pixels = shoot(redder, OFF, seed=1).pixels
    balance = colour.by_reference(colour.light_of(pixels, UNTREATED), baseline=_light(scene, UNTREATED))
    assert _error(redder, pixels, balance) < 1.0
    assert _error(scene, pixels, balance) > 3.0


@pytest.mark.parametrize("turns", range(4))
def test_the_chart_is_found_in_every_rotation_and_its_patches_in_order(turns: int) -> None:
    pixels = np.ascontiguousarray(np.rot90(shoot(_scene(30, "chart"), PHONE, seed=1).pixels, turns))
    chart = find_chart(pixels)
    assert chart is not None
    assert (
        np.abs(optics.to_srgb(chart.light[None]).astype(int) - optics.to_srgb(chart.reference[None])).max()
        < 12
    )


def test_bare_skin_and_noise_hold_neither_chart_nor_card() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (400, 400, 3), np.uint8)
    for pixels in (shoot(_scene(30, "none"), PHONE, seed=1).pixels, noise):
        assert find_chart(pixels) is None
        assert find_grey_card(pixels) is None


def test_a_grey_card_is_outlined_without_its_rim() -> None:
    mask = find_grey_card(shoot(_scene(30, "grey"), PHONE, seed=1).pixels)
    assert mask is not None
    x, y, width, height = cv2.boundingRect(mask.view(np.uint8))
    assert (400 < x < 430, 40 < y < 70, x + width < 700, y + height < 220) == (True,) * 4
    assert mask.sum() > 0.7 * 300 * 180


def test_a_reference_in_the_dark_is_refused() -> None:
    with pytest.raises(PhotoUnusable, match="not enough"):
        colour.light_of(np.zeros((80, 80, 3), np.uint8), np.ones((80, 80), bool))


def test_a_correction_reaches_the_measures_but_not_the_relief() -> None:
    from adamas.imaging.prepare import prepare

    pixels = shoot(_scene(30, "none"), OFF, seed=1).pixels
    plain, corrected = (
        prepare(pixels, {"cheek-left": SKIN}, 16.0, correction=matrix)
        for matrix in (None, np.c_[np.diag([0.9, 1.0, 1.1]), np.zeros(3)].astype(np.float32))
    )
    assert np.array_equal(plain.sharp, corrected.sharp)
    assert np.array_equal(plain.relief, corrected.relief)
    assert np.median(corrected.lab[..., 1]) < np.median(plain.lab[..., 1]) - 2


def test_a_chart_under_glare_is_refused_by_name_and_passed_over_when_anything_will_do() -> None:
    pixels = shoot(_scene(30, "chart"), replace(PHONE, exposure_ev=1.4), seed=1).pixels
    chart = find_chart(pixels)
    if chart is not None:
        with pytest.raises(PhotoUnusable, match="burnt out"):
            colour.balance(pixels, "chart")
    assert colour.balance(pixels).means == "none"
