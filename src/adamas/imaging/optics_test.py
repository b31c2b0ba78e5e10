import colour
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.imaging import optics
from adamas.imaging.phantom.optics import linear_rgb


def _pixels(*colours: tuple[int, int, int]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.array([colours], np.uint8)


def test_every_level_of_srgb_survives_linear_light_and_back() -> None:
    levels = np.stack([np.arange(256, dtype=np.uint8)] * 3, axis=-1)[None]
    assert np.array_equal(optics.to_srgb(optics.to_linear(levels)), levels)


def test_density_falls_with_light_and_black_stays_finite() -> None:
    assert (np.diff(optics.DENSITY) <= 0).all()
    assert optics.DENSITY[255] == pytest.approx(0.0, abs=1e-6)
    assert np.isfinite(optics.DENSITY).all()


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_lab_agrees_with_the_colour_science_library(rgb: tuple[int, int, int]) -> None:
    ours = optics.lab(optics.to_linear(_pixels(rgb)))[0, 0]
    theirs = colour.XYZ_to_Lab(colour.RGB_to_XYZ(np.array(rgb) / 255, "sRGB", apply_cctf_decoding=True))
    assert ours == pytest.approx(np.asarray(theirs), abs=0.1)


def test_ita_is_right_at_a_known_colour() -> None:
    assert optics.ita_deg(65.0, 15.0) == pytest.approx(45.0)
    assert optics.ita_deg(40.0, 10.0) == pytest.approx(-45.0)


@pytest.mark.parametrize("melanin", [0.01, 0.03, 0.1, 0.2, 0.35, 0.5])
def test_directions_are_those_of_the_layered_model(melanin: float) -> None:
    base = -np.log10(linear_rgb(melanin, 0.02))
    steps = -np.log10(linear_rgb(1.5 * melanin, 0.02)) - base, -np.log10(linear_rgb(melanin, 0.036)) - base
    for step, direction in zip(steps, optics.directions(melanin), strict=True):
        assert direction == pytest.approx(step / np.linalg.norm(step), abs=0.03)


@pytest.mark.parametrize("melanin", [0.01, 0.05, 0.15, 0.3, 0.5])
@pytest.mark.parametrize("exposure", [0.6, 1.0, 1.5])
def test_the_tone_is_read_whatever_the_exposure(melanin: float, exposure: float) -> None:
    typical = -np.log10(linear_rgb(melanin, 0.02) * exposure).astype(np.float32)
    assert optics.melanin_of(typical) == pytest.approx(melanin, rel=0.1)


@pytest.mark.parametrize("melanin", [0.01, 0.05, 0.15])
def test_a_shadow_and_melanin_are_no_blood_and_each_is_worth_one(melanin: float) -> None:
    typical = -np.log10(linear_rgb(melanin, 0.02)).astype(np.float32)
    weights = optics.unmixing(typical)
    brown, red = optics.directions(melanin)
    assert abs(weights[1] @ np.ones(3)) < 0.1
    assert weights[1] @ red == pytest.approx(1, abs=0.01)
    assert weights[0] @ brown == pytest.approx(1, abs=0.01)
    assert abs(weights[1] @ brown) < 0.1


@pytest.mark.parametrize("melanin", [0.01, 0.05, 0.15, 0.3, 0.5])
def test_red_light_divides_blood_from_melanin_at_every_tone(melanin: float) -> None:
    base = -np.log10(linear_rgb(melanin, 0.02))
    share = optics.red_share(base.astype(np.float32))
    brown = -np.log10(linear_rgb(2 * melanin, 0.02)) - base
    red = -np.log10(linear_rgb(melanin, 0.05)) - base
    assert red[0] / red[1] < share < brown[0] / brown[1]
