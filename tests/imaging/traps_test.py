"""What looks like skin and is light: why the measures are what they are, and not what is simpler."""

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.grid import floats
from adamas.imaging.measures import evenness, lines, papules, pores, redness, spots
from adamas.imaging.phantom.generate import photograph
from adamas.imaging.phantom.optics import melanin_for
from adamas.imaging.phantom.shade import LAMP
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import BARE, Skin
from adamas.imaging.phantom.truth import Some
from adamas.imaging.prepare import prepare, typical_of
from tests.support.seen_skin import CAMERA, seen_sheet, value


@pytest.fixture(scope="module")
def skin() -> Sheet:
    red = Some(count=2, size_mm=(14, 18), strength=(2.0, 2.4))
    return sheet(Skin(seed=12, size_mm=(44, 44), erythema=red))


def test_light_from_one_side_doubles_the_spread_of_lightness_but_not_of_redness(skin: Sheet) -> None:
    even, uneven = seen_sheet(skin), seen_sheet(skin, light=replace(LAMP, gradient=0.7))
    lightness = [seen.lab[..., 0][seen.mask].std() for seen in (even, uneven)]
    red = [value(evenness.measure(seen), "a-spread") for seen in (even, uneven)]
    assert lightness[1] > 1.4 * lightness[0]
    assert red[1] == pytest.approx(red[0], rel=0.11)


def test_a_balance_off_by_three_percent_moves_all_blood_but_not_its_excess(skin: Sheet) -> None:
    right, wrong = seen_sheet(skin), seen_sheet(skin, camera=replace(CAMERA, gains=(1.03, 0.97)))
    absolute = [float(np.median(seen.chromophores.blood[seen.mask])) for seen in (right, wrong)]
    excess = [value(redness.measure(seen), "excess") for seen in (right, wrong)]
    assert abs(absolute[1] / absolute[0] - 1) > 0.1
    assert excess[1] == pytest.approx(excess[0], rel=0.18)


def test_a_balance_off_by_three_percent_turns_brown_into_red_unless_photos_are_sorted_alike() -> None:
    tan = sheet(Skin(seed=12, size_mm=(44, 44), melanin=0.27))
    cameras = [replace(CAMERA, exposure_ev=0.6, gains=gains) for gains in ((1.03, 0.97), (0.97, 1.03))]
    taken = [photograph(tan, light=LAMP, camera=camera, seed=1).shot.pixels for camera in cameras]
    zones = {"cheek-left": np.ones(taken[0].shape[:2], bool)}
    apart = [prepare(pixels, zones, tan.px_per_mm) for pixels in taken]
    typical = floats(np.mean([typical_of(pixels, zones) for pixels in taken], axis=0))
    alike = [prepare(pixels, zones, tan.px_per_mm, typical=typical) for pixels in taken]
    volumes = [[value(spots.measure(seen), "volume") for seen in pair] for pair in (apart, alike)]
    assert abs(np.log(volumes[0][1] / volumes[0][0])) > 0.3
    assert volumes[1][1] == pytest.approx(volumes[1][0], rel=0.06)


@pytest.mark.parametrize("stops", [-0.5, 0.1])
def test_a_brighter_photo_has_the_same_spots(skin: Sheet, stops: float) -> None:
    first = value(spots.measure(seen_sheet(skin)), "volume")
    again = value(spots.measure(seen_sheet(skin, camera=replace(CAMERA, exposure_ev=stops))), "volume")
    assert again == pytest.approx(first, rel=0.06)


def test_plain_skin_has_no_lesions() -> None:
    seen = seen_sheet(sheet(replace(BARE, seed=5, size_mm=(44, 44))))
    assert [len(pores.find(seen).points), len(spots.find(seen))] == [0, 0]
    # Steps of a JPEG's colour may pass for a faint papule, the crest of a furrow for one short line.
    assert len(papules.find(seen)) <= 3
    assert lines.find(seen).length_mm.sum() < 8


@pytest.mark.parametrize("melanin", [0.01, 0.05, 0.2, 0.45])
def test_brown_is_not_called_red_nor_red_brown(melanin: float) -> None:
    plain = replace(BARE, seed=7, size_mm=(44, 44), melanin=melanin)
    camera = replace(CAMERA, exposure_ev=float(np.interp(melanin, (0.05, 0.45), (-0.1, 1.6))))
    brown = seen_sheet(
        sheet(replace(plain, spots=Some(count=6, size_mm=(2.5, 4), strength=(2.2, 2.6)))), camera=camera
    )
    red = seen_sheet(
        sheet(replace(plain, papules=Some(count=6, size_mm=(2.5, 4), strength=(3.4, 4)))), camera=camera
    )
    assert max(len(papules.find(brown)), len(spots.find(red))) <= 1
    assert len(papules.find(red)) >= 5
    assert len(spots.find(brown)) >= (5 if melanin > 0.02 else 0)


def test_a_line_is_no_row_of_pores_and_pores_are_no_line() -> None:
    plain = replace(BARE, seed=9, size_mm=(44, 44), relief_mm=0.003)
    valleys = Some(count=4, size_mm=(12, 18), depth_mm=(0.08, 0.12), width_mm=(0.4, 0.6))
    wrinkled = seen_sheet(sheet(replace(plain, lines=valleys)))
    porous = seen_sheet(
        sheet(replace(plain, pores=Some(count=150, size_mm=(0.3, 0.5), depth_mm=(0.08, 0.14))))
    )
    assert len(pores.find(wrinkled).points) <= 2
    assert lines.find(porous).length_mm.sum() < 6
    assert lines.find(wrinkled).of.max() >= 3
    assert len(pores.find(porous).points) > 120


@pytest.mark.parametrize("ita", [50.0, -20.0])
def test_a_sharper_photo_shows_more_pores_until_it_is_softened_alike(ita: float) -> None:
    fine = Some(count=900, size_mm=(0.2, 0.32), depth_mm=(0.04, 0.1))
    tone = melanin_for(ita, blood=0.02)
    drawn = sheet(replace(BARE, seed=4, size_mm=(44, 44), px_per_mm=12.0, melanin=tone, pores=fine))
    softer = float(np.hypot(CAMERA.soft_px, 0.6))
    cameras = (replace(CAMERA, soft_px=softer), CAMERA)
    soft, sharp = (photograph(drawn, light=LAMP, camera=camera, seed=1).shot.pixels for camera in cameras)
    zones = {"cheek-left": np.ones(sharp.shape[:2], bool)}
    given = ((soft, 0.0), (sharp, 0.0), (sharp, 1e3 * 0.6 / 12.0))
    counts = [
        value(pores.measure(prepare(pixels, zones, 12.0, blur_um=blur)), "count-per-cm2")
        for pixels, blur in given
    ]
    assert counts[1] > 1.06 * counts[0]
    assert counts[2] == pytest.approx(counts[0], rel=0.02)


def test_where_red_is_burnt_out_its_spread_is_not_believed() -> None:
    drawn = sheet(Skin(seed=12, size_mm=(44, 44), melanin=0.05))
    uneven = replace(LAMP, gradient=0.6)
    right, over = (
        seen_sheet(drawn, light=uneven, camera=replace(CAMERA, exposure_ev=stops)) for stops in (0.3, 0.5)
    )
    assert float(right.burnt.mean()) == 0
    assert 0.1 < float(over.burnt.mean()) < 0.5
    spread = [value(evenness.measure(one), "a-spread") for one in (right, over)]
    assert spread[1] == pytest.approx(spread[0], rel=0.12)


def test_skin_that_is_burnt_out_all_over_has_no_evenness() -> None:
    burnt = seen_sheet(sheet(replace(BARE, size_mm=(30, 30))), camera=replace(CAMERA, exposure_ev=3.0))
    found = evenness.measure(burnt)
    assert {one.value for one in found.readings} == {None}
    assert {one.why_not for one in found.readings} == {"measure-burnt-out"}


def test_what_is_burnt_out_does_not_redden_the_skin_beside_it() -> None:
    plain = sheet(replace(BARE, seed=6, size_mm=(44, 44), melanin=0.1))
    pixels = photograph(plain, light=LAMP, camera=CAMERA, seed=1).shot.pixels.copy()
    zones = {"cheek-left": np.ones(pixels.shape[:2], bool)}
    whole = redness.measure(prepare(pixels, zones, plain.px_per_mm))
    pixels[:, : pixels.shape[1] // 3, 0] = 255
    burnt = redness.measure(prepare(pixels, zones, plain.px_per_mm))
    assert value(burnt, "excess") == pytest.approx(value(whole, "excess"), abs=0.004)
    assert value(burnt, "area-share") < 0.5
