import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.dose.abrasion_test import CALM, CHEEK, MODEL, ZONES, sites, skins
from adamas.dose.model import Worlds
from adamas.dose.recovery import (
    barrier,
    days_until,
    earliest_next_visit,
    layer_days,
    layer_left,
    recovered,
    water_loss,
)
from adamas.dose.subject import Site, Skin

shares = st.floats(0.01, 0.99)
hours = st.floats(0, 2000)


def gone(share: float) -> Worlds:
    return np.full_like(MODEL["repair-shape"], share)


@given(sites, skins, st.floats(0, 110), shares, hours)
def test_older_never_recovers_faster(site: Site, skin: Skin, age: float, share: float, h: float) -> None:
    young, old = sorted((age, skin.age if skin.age is not None else 110.0))
    told = {"is_dry": skin.is_dry, "has_fragile_vessels": skin.has_fragile_vessels}
    younger, older = (
        recovered(MODEL, site, Skin(age=a, **told), hours=h, removed=gone(share)) for a in (young, old)
    )
    assert np.all(older <= younger + 1e-12)


@given(sites, skins, shares, shares, hours)
def test_a_deeper_visit_never_recovers_faster(
    site: Site, skin: Skin, one: float, other: float, h: float
) -> None:
    light, deep = (recovered(MODEL, site, skin, hours=h, removed=gone(s)) for s in sorted((one, other)))
    assert np.all(deep <= light + 1e-12)


@given(sites, skins, shares, hours, hours)
def test_the_longer_the_more_is_repaired(
    site: Site, skin: Skin, share: float, one: float, other: float
) -> None:
    sooner, later = (recovered(MODEL, site, skin, hours=h, removed=gone(share)) for h in sorted((one, other)))
    assert np.all((sooner <= later + 1e-12) & (sooner >= 0) & (later <= 1))


@given(sites, skins, shares)
def test_on_the_earliest_day_the_asked_share_is_repaired_in_nineteen_of_twenty_worlds(
    site: Site, skin: Skin, share: float
) -> None:
    days, _ = earliest_next_visit(MODEL, site, skin, share=0.95, removed=gone(share))
    repaired = recovered(MODEL, site, skin, hours=24 * days, removed=gone(share))
    assert np.mean(repaired >= 0.95 - 1e-9) >= 0.945


@given(sites, skins, shares, st.floats(0.05, 0.99))
def test_the_days_until_a_share_undo_the_share(site: Site, skin: Skin, share: float, wanted: float) -> None:
    days = days_until(MODEL, site, skin, share=wanted, removed=gone(share))
    world = int(np.argmax(days))
    found = recovered(MODEL, site, skin, hours=24 * float(days[world]), removed=gone(share))
    assert found[world] == pytest.approx(wanted, abs=1e-6)


@given(sites, skins, shares, hours)
def test_dry_or_unsaid_skin_never_recovers_faster(site: Site, skin: Skin, share: float, h: float) -> None:
    normal = Skin(age=skin.age, is_dry=False)
    for other in (Skin(age=skin.age, is_dry=True), Skin(age=skin.age), Skin()):
        slow = recovered(MODEL, site, other, hours=h, removed=gone(share))
        assert np.all(slow <= recovered(MODEL, site, normal, hours=h, removed=gone(share)) + 1e-12)


def test_water_loss_is_one_at_rest_and_has_no_end_without_a_layer() -> None:
    assert water_loss(np.array([0.0, 0.5, 1.0]), np.zeros(3)).tolist() == [1.0, 2.0, np.inf]
    assert water_loss(np.array([0.5]), np.ones(1)).tolist() == [1.0]


def test_a_young_face_is_ready_after_about_a_week() -> None:
    days, _ = earliest_next_visit(MODEL, CHEEK, CALM, share=0.95, removed=gone(0.45))
    assert 6 <= days <= 10


@pytest.mark.parametrize("skin", [Skin(age=78, is_dry=False), Skin(age=45, is_dry=True)])
def test_old_and_dry_skin_waits_two_to_four_weeks(skin: Skin) -> None:
    days, _ = earliest_next_visit(MODEL, CHEEK, skin, share=0.95, removed=gone(0.45))
    assert 14 <= days <= 28


def test_thickness_grows_back_in_a_straight_line_and_no_further() -> None:
    site = Site.of(ZONES["arms"])
    days = layer_days(MODEL, site, CALM, removed=gone(0.6))
    half = layer_left(MODEL, site, CALM, hours=12 * float(days[0]), removed=gone(0.6))
    assert half[0] == pytest.approx(0.7)
    assert np.all(layer_left(MODEL, site, CALM, hours=24 * 60, removed=gone(0.6)) == 1)


def test_a_course_is_a_sequence_of_insults_and_repairs() -> None:
    insults = [(0.0, gone(0.4)), (24.0 * 14, gone(0.4))]
    at = {
        hour: float(np.median(barrier(MODEL, CHEEK, CALM, hours=hour, insults=insults)))
        for hour in (0, 24 * 14 - 1, 24 * 14, 24 * 28)
    }
    assert at[0] == pytest.approx(0.6)
    assert at[24 * 14 - 1] > 0.97
    assert 0.55 < at[24 * 14] < 0.6
    assert at[24 * 28] > 0.97


def test_visits_too_close_leave_less_of_the_barrier_than_visits_apart() -> None:
    close = barrier(MODEL, CHEEK, CALM, hours=48.0, insults=[(0.0, gone(0.4)), (48.0, gone(0.4))])
    apart = barrier(MODEL, CHEEK, CALM, hours=336.0, insults=[(0.0, gone(0.4)), (336.0, gone(0.4))])
    assert np.all(close < apart)
