import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, shoot
from adamas.imaging.phantom.card import BLACK, GREY, patches, with_chart, with_grey_card
from adamas.imaging.phantom.shade import FLAT, LAMP, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin

SKIN = sheet(Skin(seed=2, size_mm=(60, 50), px_per_mm=12))
CHARTED = with_chart(SKIN, centre_mm=(30, 25), width_mm=36)


def test_the_chart_has_skin_colours_first_and_greys_last() -> None:
    dark, light = patches()[0, 0], patches()[0, 1]
    assert (light > dark).all()
    assert np.ptp(patches()[3], axis=1).max() < 0.03
    assert (np.diff(patches()[3, :, 1]) < 0).all()


def test_patches_have_their_colours_where_they_lie() -> None:
    flat = shade(CHARTED, FLAT)
    for row in range(4):
        for column in range(6):
            x, y = 30 + 6 * (column - 2.5), 25 + 6 * (row - 1.5)
            assert flat[round(y * 12), round(x * 12)] == pytest.approx(patches()[row, column], abs=0.02)
    assert flat[(12 * 25), (12 * 30)] == pytest.approx([BLACK] * 3, abs=0.005)


def test_skin_beside_the_chart_stays_as_it_was_and_lesions_below_are_gone() -> None:
    assert np.array_equal(CHARTED.linear[:60], SKIN.linear[:60])
    kept = set(CHARTED.truth.lesions)
    assert kept < set(SKIN.truth.lesions)
    for lesion in CHARTED.truth.lesions:
        assert abs(lesion.x_mm - 30) > 19 or abs(lesion.y_mm - 25) > 13


@pytest.mark.parametrize("turn", [0.0, 20.0, 90.0])
def test_a_chart_detector_finds_it(turn: float) -> None:
    wide = sheet(replace(Skin(seed=2), size_mm=(70, 70), px_per_mm=12))
    laid = with_chart(wide, centre_mm=(35, 35), width_mm=42, turn_deg=turn)
    shot = shoot(shade(laid, LAMP), PHONE, seed=1)
    detector = cv2.mcc.CCheckerDetector.create()
    detector.setColorChartType(cv2.mcc.MCC24)
    assert detector.process(cv2.cvtColor(shot.pixels, cv2.COLOR_RGB2BGR), 1)
    assert len(detector.getListColorChecker()) == 1


def test_a_grey_card_is_grey() -> None:
    laid = with_grey_card(SKIN, centre_mm=(30, 25), width_mm=30, turn_deg=10)
    middle = shade(laid, FLAT)[280:320, 340:380]
    assert middle == pytest.approx(np.full(middle.shape, GREY), abs=1e-4)
