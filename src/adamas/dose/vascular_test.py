import numpy as np
import pytest

from adamas.dose.abrasion_test import CALM, MODEL
from adamas.dose.model import band
from adamas.dose.subject import Exposure, Skin
from adamas.dose.vascular import chance_of_marks, strain

USUAL = Exposure(grit_um=100, vacuum_kpa=20, passes=2, pace_cm_s=3)
FRAGILE = Skin(age=30, is_dry=False, has_fragile_vessels=True)


def test_a_usual_visit_stays_well_below_what_vessels_bear() -> None:
    shown = band(strain(MODEL, USUAL, CALM), "share")
    assert shown.high < 0.5
    assert chance_of_marks(strain(MODEL, USUAL, CALM)) == 0


def test_fragile_vessels_are_strained_more_by_the_same_vacuum() -> None:
    assert np.all(strain(MODEL, USUAL, FRAGILE) > strain(MODEL, USUAL, CALM))


def test_the_strain_grows_with_vacuum_times_rest() -> None:
    twice = Exposure(grit_um=100, vacuum_kpa=40, passes=2, pace_cm_s=1.5)
    assert strain(MODEL, twice, CALM) / strain(MODEL, USUAL, CALM) == pytest.approx(4)


def test_grain_does_not_strain_vessels() -> None:
    coarse = Exposure(grit_um=125, vacuum_kpa=20, passes=2, pace_cm_s=3)
    assert np.array_equal(strain(MODEL, coarse, CALM), strain(MODEL, USUAL, CALM))
