import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.dose.abrasion import dwell_s, is_stationary, removed, thickness_um
from adamas.dose.model import band, model_of, point_of
from adamas.dose.subject import Exposure, Site, Skin
from adamas.dose.vascular import chance_of_marks, strain
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.sections import SECTIONS, read_section

LIBRARY = Library.of(
    {name: read_section(SECTIONS[name], default_root()) for name in ("parameters", "zones")}, digest="dose"
)
MODEL, POINT = model_of(LIBRARY, draws=256), point_of(LIBRARY)
ZONES = LIBRARY.section("zones")
CHEEK = Site.of(ZONES["cheek"])
CALM = Skin(age=30, is_dry=False, has_fragile_vessels=False)

sites = st.sampled_from([Site.of(zone) for zone in ZONES.values()])
skins = st.builds(
    Skin,
    age=st.none() | st.floats(0, 110),
    is_dry=st.none() | st.booleans(),
    has_fragile_vessels=st.none() | st.booleans(),
)
exposures = st.builds(
    Exposure,
    grit_um=st.floats(20, 300),
    vacuum_kpa=st.floats(0.5, 100),
    passes=st.integers(0, 30),
    pace_cm_s=st.none() | st.floats(0.05, 30),
)
ratios = st.floats(1, 10)


def taken(exposure: Exposure, site: Site = CHEEK, skin: Skin = CALM) -> np.ndarray:
    return removed(MODEL, exposure, site, skin)


@given(exposures, sites, skins, ratios)
def test_finer_grit_never_takes_more(e: Exposure, site: Site, skin: Skin, ratio: float) -> None:
    finer = Exposure(
        grit_um=e.grit_um / ratio, vacuum_kpa=e.vacuum_kpa, passes=e.passes, pace_cm_s=e.pace_cm_s
    )
    assert np.all(taken(finer, site, skin) <= taken(e, site, skin) + 1e-12)


@given(exposures, sites, skins, ratios)
def test_less_vacuum_never_takes_more_nor_strains_more(
    e: Exposure, site: Site, skin: Skin, ratio: float
) -> None:
    less = Exposure(
        grit_um=e.grit_um, vacuum_kpa=e.vacuum_kpa / ratio, passes=e.passes, pace_cm_s=e.pace_cm_s
    )
    assert np.all(taken(less, site, skin) <= taken(e, site, skin) + 1e-12)
    assert np.all(strain(MODEL, less, skin) <= strain(MODEL, e, skin) + 1e-12)


@given(exposures, sites, skins, st.integers(0, 30))
def test_fewer_passes_never_take_more_nor_strain_more(
    e: Exposure, site: Site, skin: Skin, fewer: int
) -> None:
    less = Exposure(
        grit_um=e.grit_um, vacuum_kpa=e.vacuum_kpa, passes=min(fewer, e.passes), pace_cm_s=e.pace_cm_s
    )
    assert np.all(taken(less, site, skin) <= taken(e, site, skin) + 1e-12)
    assert np.all(strain(MODEL, less, skin) <= strain(MODEL, e, skin) + 1e-12)


@given(exposures, skins, st.floats(5, 200), ratios)
def test_a_thicker_site_never_loses_a_larger_share(e: Exposure, skin: Skin, um: float, ratio: float) -> None:
    thin = Site(zone="cheek", region="face", horny_layer_um=um)
    thick = Site(zone="cheek", region="face", horny_layer_um=um * ratio)
    assert np.all(taken(e, thick, skin) <= taken(e, thin, skin) + 1e-12)


@given(exposures, sites, skins)
def test_what_nobody_said_counts_as_the_most_delicate(e: Exposure, site: Site, skin: Skin) -> None:
    assert np.all(taken(e, site, skin) <= taken(e, site, Skin()) + 1e-12)
    assert np.all(strain(MODEL, e, skin) <= strain(MODEL, e, Skin()) + 1e-12)


@given(exposures, sites, skins)
def test_the_band_holds_the_point_of_middle_belief(e: Exposure, site: Site, skin: Skin) -> None:
    shown = band(taken(e, site, skin), "share")
    point = float(removed(POINT, e, site, skin)[0])
    assert shown.low - 1e-9 <= point <= shown.high + 1e-9
    assert shown.low >= 0
    assert shown.high <= 1


@given(exposures, ratios)
def test_a_slower_hand_never_takes_less(e: Exposure, ratio: float) -> None:
    pace = e.pace_cm_s or 2.0
    told = {"grit_um": e.grit_um, "vacuum_kpa": e.vacuum_kpa, "passes": e.passes}
    slower = taken(Exposure(**told, pace_cm_s=pace / ratio))
    assert np.all(slower >= taken(Exposure(**told, pace_cm_s=pace)) - 1e-12)


def test_two_usual_passes_take_about_half_of_a_cheek() -> None:
    shown = band(taken(Exposure(grit_um=100, vacuum_kpa=20, passes=2)), "share")
    assert 0.40 <= shown.middle <= 0.55


def test_the_fraction_follows_the_law_of_equal_shares() -> None:
    one, four = (
        removed(POINT, Exposure(grit_um=100, vacuum_kpa=20, passes=n), CHEEK, CALM)[0] for n in (1, 4)
    )
    assert one == pytest.approx(0.25)
    assert four == pytest.approx(1 - (1 - one) ** 4)


def test_the_same_work_takes_a_larger_share_of_a_cheek_than_of_a_forearm() -> None:
    e = Exposure(grit_um=100, vacuum_kpa=20, passes=2)
    assert np.all(taken(e) > taken(e, Site.of(ZONES["arms"])))


def test_a_site_nobody_measured_is_given_the_whole_doubt() -> None:
    shown = band(thickness_um(MODEL, Site.of(ZONES["nose"])), "um")
    assert shown.low < 11
    assert shown.high > 19


@pytest.mark.parametrize(
    ("pace", "flagged"), [(0.0, True), (0.3, True), (1.9, True), (2.1, False), (6.0, False)]
)
def test_a_tip_that_may_rest_a_second_over_one_place_is_flagged(pace: float, flagged: bool) -> None:
    assert is_stationary(MODEL, Exposure(grit_um=100, vacuum_kpa=20, pace_cm_s=pace)) is flagged


def test_a_tip_held_still_strains_without_end() -> None:
    still = Exposure(grit_um=100, vacuum_kpa=20, pace_cm_s=0.0)
    assert np.all(np.isinf(dwell_s(MODEL, still)))
    assert chance_of_marks(strain(MODEL, still, CALM)) == 1


def test_the_usual_pace_is_not_flagged_for_want_of_a_number() -> None:
    assert not is_stationary(MODEL, Exposure(grit_um=100, vacuum_kpa=20))


@pytest.mark.parametrize("wrong", [{"grit_um": 0}, {"vacuum_kpa": -1}, {"passes": -1}, {"pace_cm_s": -0.1}])
def test_what_no_hand_can_do_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must not be|must be"):
        Exposure(**{"grit_um": 100, "vacuum_kpa": 20, **wrong})
