from collections import Counter

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.phantom import skin as wish
from adamas.imaging.phantom.sheet import Sheet, sheet
from adamas.imaging.phantom.skin import BARE, Skin
from adamas.imaging.phantom.truth import Some, Span, to_px

SMALL = Skin(seed=5, size_mm=(30, 24), px_per_mm=12)
QUIET = replace(BARE, seed=5, size_mm=(30, 24), px_per_mm=12, mottle=0.0, relief_mm=0.0)


def same(one: Sheet, other: Sheet) -> bool:
    return all(
        np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("linear", "height_mm", "gloss", "log_melanin", "log_blood")
    )


def test_the_same_seed_is_the_same_skin_and_another_is_not() -> None:
    first = sheet(SMALL)
    assert same(first, sheet(SMALL))
    assert first.truth == sheet(SMALL).truth
    assert not same(first, sheet(replace(SMALL, seed=6)))


def test_bare_skin_is_even_and_flat() -> None:
    drawn = sheet(QUIET)
    assert np.ptp(drawn.linear, axis=(0, 1)).max() == 0
    assert np.ptp(drawn.height_mm) == 0
    assert drawn.truth.lesions == ()


def test_a_sheet_holds_as_many_lesions_as_were_wished() -> None:
    for count in (0, 1, 17, 130):
        drawn = sheet(replace(QUIET, pores=Some(count=count, size_mm=(0.2, 0.4), depth_mm=(0.05, 0.1))))
        assert Counter(one.kind for one in drawn.truth.lesions) == ({"pore": count} if count else {})


def test_a_full_sheet_says_how_many_it_took() -> None:
    drawn = sheet(replace(QUIET, spots=replace(wish.SPOTS, count=500)))
    assert 2 < len(drawn.truth.of("spot")) < 100


@pytest.mark.parametrize(
    ("kind", "field", "strength"), [("spots", "melanin", 2.0), ("papules", "blood", 3.0)]
)
def test_patches_cover_the_area_the_truth_says(kind: str, field: str, strength: float) -> None:
    some = Some(count=4, size_mm=(2.5, 4), strength=(strength, strength), depth_mm=(0.1, 0.1))
    drawn = sheet(replace(QUIET, size_mm=(40, 40), **{kind: some}))
    covered = drawn.marked(**{field: strength**0.5}).sum() / drawn.px_per_mm**2
    assert covered == pytest.approx(sum(one.area_mm2 for one in drawn.truth.lesions), rel=0.03)


def test_pits_are_as_deep_and_as_wide_as_the_truth_says() -> None:
    some = Some(count=30, size_mm=(0.5, 0.9), depth_mm=(0.06, 0.12))
    drawn = sheet(replace(QUIET, px_per_mm=40, pores=some))
    centres = np.round(drawn.truth.centres_px("pore")).astype(int)
    for (x, y), pore in zip(centres, drawn.truth.of("pore"), strict=True):
        around = -drawn.height_mm[y - 24 : y + 25, x - 24 : x + 25]
        assert around.max() == pytest.approx(pore.depth_mm, rel=0.01)
        half = (around > pore.depth_mm / 2).sum() / drawn.px_per_mm**2
        assert half == pytest.approx(pore.area_mm2, rel=0.05)


def test_valleys_follow_their_paths() -> None:
    some = Some(count=3, size_mm=(8, 14), depth_mm=(0.05, 0.1), width_mm=(0.4, 0.6))
    drawn = sheet(replace(QUIET, lines=some))
    assert len(drawn.truth.of("line")) == 3
    for line in drawn.truth.of("line"):
        inner = np.asarray(line.path_mm)[3:-3]
        x, y = np.round(to_px(inner, px_per_mm=drawn.px_per_mm)).astype(int).T
        assert -drawn.height_mm[y, x] == pytest.approx(line.depth_mm, rel=0.1)
        assert line.length_mm >= 8


def test_all_lesions_lie_on_the_sheet_and_pores_apart() -> None:
    drawn = sheet(replace(SMALL, pores=replace(wish.PORES, per_cm2=30)))
    for lesion in drawn.truth.of("pore", "spot", "papule", "line"):
        assert 0.5 < lesion.x_mm < 29.5
        assert 0.5 < lesion.y_mm < 23.5
    places = np.array([(one.x_mm, one.y_mm) for one in drawn.truth.of("pore")])
    gaps = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 99 * np.eye(len(places))
    assert gaps.min() >= 0.9


def test_more_spots_leave_the_pores_and_the_first_spots_where_they_are() -> None:
    few, many = (sheet(replace(SMALL, size_mm=(60, 60), spots=replace(wish.SPOTS, count=n))) for n in (0, 5))
    assert few.truth.of("pore") == many.truth.of("pore")
    old, new = few.truth.of("spot"), many.truth.of("spot")
    assert old == new[: len(old)]
    assert len(new) > len(old)


def test_resolution_does_not_change_the_skin() -> None:
    coarse, fine = (sheet(replace(SMALL, px_per_mm=density)) for density in (8.0, 16.0))
    assert [one.x_mm for one in coarse.truth.lesions] == [one.x_mm for one in fine.truth.lesions]
    shrunk = fine.linear.reshape(192, 2, 240, 2, 3).mean((1, 3))
    assert np.abs(shrunk - coarse.linear).mean() < 0.004


def test_relief_has_the_roughness_that_was_wished() -> None:
    for relief in (0.002, 0.01):
        drawn = sheet(replace(QUIET, size_mm=(60, 60), px_per_mm=16, relief_mm=relief))
        assert drawn.height_mm.std() == pytest.approx(relief, rel=0.1)


def test_hairs_darken_and_are_not_counted_as_lesions() -> None:
    hairy = sheet(replace(QUIET, hairs=20))
    assert hairy.truth.lesions == ()
    assert (hairy.linear < sheet(QUIET).linear).any(axis=-1).mean() > 0.002


def test_contrast_is_the_light_lost_in_the_middle() -> None:
    some = Some(count=3, size_mm=(3, 4), strength=(1.5, 2.5))
    drawn = sheet(replace(QUIET, size_mm=(40, 40), spots=some))
    green = drawn.linear[..., 1]
    for (x, y), spot in zip(np.round(drawn.truth.centres_px()).astype(int), drawn.truth.lesions, strict=True):
        assert 1 - green[y, x] / green[0, 0] == pytest.approx(spot.contrast, abs=0.005)


def test_spans_reach_from_end_to_end() -> None:
    span: Span = (0.3, 0.5)
    drawn = sheet(replace(QUIET, size_mm=(80, 80), pores=Some(count=200, size_mm=span, depth_mm=(0.1, 0.1))))
    sizes = [one.diameter_mm for one in drawn.truth.of("pore")]
    assert 0.3 <= min(sizes) < 0.31
    assert 0.49 < max(sizes) <= 0.5
