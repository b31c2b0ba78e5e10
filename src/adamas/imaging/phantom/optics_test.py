import numpy as np
import pytest

from adamas.imaging.phantom import optics

TONES = np.geomspace(0.005, 0.6, 25)


def test_more_melanin_is_darker_at_every_wavelength() -> None:
    spectra = optics.reflectance(TONES, 0.02)
    assert (np.diff(spectra, axis=0) < 0).all()
    assert spectra.max() < 1
    assert spectra.min() > 0


def test_more_blood_is_darker_at_every_wavelength() -> None:
    assert (np.diff(optics.reflectance(0.03, np.geomspace(0.002, 0.2, 25)), axis=0) < 0).all()


@pytest.mark.parametrize("melanin", [0.013, 0.05, 0.15, 0.3])
def test_more_blood_is_redder_in_every_tone(melanin: float) -> None:
    redness = optics.lab(optics.linear_rgb(melanin, np.geomspace(0.005, 0.06, 12)))[:, 1]
    assert (np.diff(redness) > 0).all()


def test_typology_angle_falls_with_melanin() -> None:
    assert (np.diff(optics.ita_deg(optics.linear_rgb(TONES, 0.015))) < 0).all()


@pytest.mark.parametrize("ita", range(-60, 61, 10))
def test_every_skin_tone_is_reached(ita: float) -> None:
    melanin = optics.melanin_for(ita, blood=0.015)
    assert optics.ita_deg(optics.linear_rgb(melanin, 0.015)) == pytest.approx(ita, abs=0.05)


def test_a_tone_that_no_melanin_gives_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        optics.melanin_for(85, blood=0.05)


def test_painting_agrees_with_the_spectrum() -> None:
    rng = np.random.default_rng(0)
    melanin, blood = (
        np.exp(rng.uniform(np.log(span[0]), np.log(span[1]), 60)) for span in ((0.01, 0.5), (0.004, 0.1))
    )
    exact = optics.linear_rgb(melanin, blood)
    logs = [np.log(field).astype(np.float32)[None, :] for field in (melanin, blood)]
    assert np.abs(optics.paint(*logs)[0] - exact).max() < 0.002


def test_white_is_white() -> None:
    weights = optics.spectra()[:, 1:4].sum(0)
    assert weights == pytest.approx(optics.WHITE, abs=2e-3)
    assert optics.XYZ_TO_SRGB @ weights == pytest.approx([1, 1, 1], abs=5e-3)


def test_density_of_melanin_and_blood_points_where_the_prototype_measured() -> None:
    def density(melanin: float, blood: float) -> optics.Floats:
        through = (optics.linear_rgb(melanin, blood) - optics.SURFACE) / (1 - optics.SURFACE)
        return np.asarray(-np.log10(through))

    start = density(0.03, 0.02)
    for step, expected in (((0.033, 0.02), (0.236, 0.470, 0.850)), ((0.03, 0.022), (0.189, 0.644, 0.741))):
        way = density(*step) - start
        assert way / np.linalg.norm(way) == pytest.approx(expected, abs=0.005)
