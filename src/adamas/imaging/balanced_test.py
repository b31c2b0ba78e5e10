"""A card in the frame, or skin that nobody treats, takes the lamp out of the colours."""

from functools import cache

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.errors import InputError, PhotoUnusable
from adamas.imaging.admit import admit
from adamas.imaging.balanced import alike, balanced, by_untreated
from adamas.imaging.comparability import compare
from adamas.imaging.examine import examine, lay, readings_of
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.camera import PHONE
from adamas.imaging.phantom.card import Kind
from adamas.imaging.phantom.face import face, photograph_face
from adamas.imaging.phantom.people import somebody

WARM, COLD = 5700.0, 6800.0


@cache
def shot(card: Kind | None, kelvin: float = 6504.0) -> Inspected:
    one = face(somebody(3, ita_deg=30, px_per_mm=5.0))
    camera = replace(PHONE, kelvin=kelvin, exposure_ev=-0.15)
    raw = photograph_face(one, camera=camera, seed=1, card=card).jpeg
    assert raw is not None
    return inspect(admit(raw))


def ita(seen: Inspected) -> float:
    (tone,) = (
        reading.value
        for reading in readings_of(examine(seen, only=("tone",)))
        if (reading.quantity, reading.zone) == ("ita", "whole")
    )
    assert tone is not None
    return tone


@pytest.mark.parametrize("card", ["chart", "grey-card"])
def test_with_a_card_another_lamp_gives_the_same_tone_of_skin(card: Kind) -> None:
    warm, cold = shot(card, WARM), shot(card, COLD)
    corrected = [balanced(one, card) for one in (warm, cold)]
    assert [one.balance.means for one in corrected] == [card, card]
    assert abs(ita(corrected[0]) - ita(corrected[1])) < 0.8 < 1.6 < abs(ita(warm) - ita(cold))


def test_a_pair_under_two_lamps_is_comparable_in_colour_only_with_a_card() -> None:
    plain = [shot("chart", WARM), shot("chart", COLD)]
    corrected = [balanced(one, "chart") for one in plain]
    alignment = lay(plain).alignments[0]
    assert compare(plain[0], plain[1], alignment, blur_um=0.0).check("light-colour").word == "bad"
    assert compare(corrected[0], corrected[1], alignment, blur_um=0.0).check("light-colour").word == "good"


def test_automatic_search_takes_the_chart_the_grey_card_or_nothing() -> None:
    found = [balanced(shot(card), "auto").balance.means for card in ("chart", "grey-card", None)]
    assert found == ["chart", "grey-card", "none"]


@pytest.mark.parametrize("card", ["chart", "grey-card"])
def test_a_card_that_is_asked_for_and_not_there_is_missed_by_name(card: Kind) -> None:
    with pytest.raises(PhotoUnusable, match="is seen") as caught:
        balanced(shot(None), card, where="a.jpg")
    assert caught.value.where == "a.jpg"
    assert caught.value.hint


def test_photographs_of_which_one_lacks_its_card_are_all_left_as_they_are() -> None:
    mixed = alike([balanced(shot(card), "auto") for card in ("chart", None)])
    assert [(one.balance.means, one.balance.is_unshared) for one in mixed] == [("none", True)] * 2
    both = alike([balanced(shot("chart", kelvin), "auto") for kelvin in (WARM, COLD)])
    assert [(one.balance.means, one.balance.is_unshared) for one in both] == [("chart", False)] * 2


def test_untreated_skin_takes_the_lamp_out_and_is_not_measured_itself() -> None:
    warm, cold = shot(None, WARM), shot(None, COLD)
    laid = by_untreated(lay([warm, cold]), "chin")
    assert abs(ita(laid.photos[0]) - ita(laid.photos[1])) < 1.5
    assert ita(laid.photos[0]) == pytest.approx(ita(warm), abs=0.1)
    assert all("chin" not in zones for zones in laid.zones)
    assert "chin" not in laid.left_out
    kept = lay([warm, cold]).zones[1]
    assert all(np.array_equal(laid.zones[1][name], kept[name]) for name in laid.zones[1])


def test_a_zone_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="chn") as caught:
        by_untreated(lay([shot(None), shot(None)]), "chn")
    assert "chin" in caught.value.hint


def test_a_card_on_the_skin_of_a_close_up_is_no_skin() -> None:
    seen = shot("chart")
    labels = np.full_like(seen.zones.labels, 1)
    close = replace(seen, zones=replace(seen.zones, labels=labels, names=("cheek",)))
    found = balanced(close, "chart")
    assert found.balance.outline is not None
    x, y = found.balance.outline.mean(axis=0).astype(int)
    assert not found.zones["cheek"][y, x]
    assert found.zones["cheek"][20, 20]
    assert 0.02 < 1 - found.zones["cheek"].mean() < 0.2
