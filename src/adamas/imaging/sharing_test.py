import numpy as np
import pytest

from adamas.imaging.align import Alignment
from adamas.imaging.grid import Grid
from adamas.imaging.sharing import lost, shared_zones
from adamas.imaging.zones import Labels, Zones

SIDE = 200


def zones(labels: Labels, *names: str) -> Zones:
    return Zones(labels=labels, names=names, px_per_mm=4.0, hidden={})


def square(left: int, top: int, right: int, below: int, label: int = 1) -> Labels:
    labels = np.zeros((SIDE, SIDE), np.uint8)
    labels[top:below, left:right] = label
    return labels


def moved(x: float, y: float, *, trusted: bool = True) -> Alignment:
    return Alignment(
        matrix=np.array([[1.0, 0, x], [0, 1, y]]),
        grid=Grid(0, 0, 4.0),
        shift=np.zeros((50, 50, 2), np.float32),
        found=np.zeros((50, 50, 2), np.float32),
        residual_px=np.zeros((50, 50), np.float32),
        trusted=np.full((50, 50), trusted),
        relief=1.0,
        size=(SIDE, SIDE),
        size_after=(SIDE, SIDE),
        is_dense=True,
    )


def test_zones_that_lie_on_each_other_are_kept_whole() -> None:
    first, second = zones(square(40, 40, 120, 120), "chin"), zones(square(60, 48, 140, 128), "chin")
    shared = shared_zones((first, second), (moved(20, 8),))
    assert shared[0].area_cm2("chin") == pytest.approx(first.area_cm2("chin"), rel=0.05)
    assert shared[1].area_cm2("chin") == pytest.approx(second.area_cm2("chin"), rel=0.05)


def test_both_photos_keep_the_same_skin() -> None:
    first, second = zones(square(40, 40, 120, 120), "chin"), zones(square(80, 40, 160, 120), "chin")
    shared = shared_zones((first, second), (moved(0, 0),))
    assert (shared[0]["chin"] == shared[1]["chin"]).all()
    assert shared[0].area_cm2("chin") == pytest.approx(first.area_cm2("chin") / 2, rel=0.06)


def test_where_two_zones_meet_no_skin_is_lost_and_the_border_is_that_of_the_first_photo() -> None:
    first, second = (
        zones(square(40, 40, border, 120) + square(border, 40, 120, 120, label=2), "chin", "nose")
        for border in (80, 92)
    )
    shared = shared_zones((first, second), (moved(0, 0),))
    assert [one.area_cm2("chin") for one in shared] == pytest.approx([first.area_cm2("chin")] * 2)
    assert shared[1].area_cm2("nose") == pytest.approx(first.area_cm2("nose"))


def test_skin_that_the_other_photo_does_not_show_is_not_shared() -> None:
    first, second = zones(square(40, 40, 120, 120), "chin"), zones(square(130, 40, 190, 120), "chin")
    assert not shared_zones((first, second), (moved(0, 0),))[0].whole().any()


def test_zones_are_matched_by_name_not_by_number() -> None:
    first = zones(square(40, 40, 120, 120), "chin", "nose")
    second = zones(square(40, 40, 120, 120, label=2), "nose", "chin")
    shared = shared_zones((first, second), (moved(0, 0),))
    assert shared[1].names == ("chin", "nose")
    assert shared[1].area_cm2("chin") == pytest.approx(second.area_cm2("chin"), rel=0.01)


def test_where_alignment_is_not_trusted_nothing_is_shared() -> None:
    both = zones(square(40, 40, 120, 120), "chin")
    shared = shared_zones((both, both), (moved(0, 0, trusted=False),))
    assert lost(both, shared[0]) == {"chin": 1.0}


def test_nothing_is_added_to_what_a_photo_shows() -> None:
    first, second = zones(square(41, 43, 119, 122), "chin"), zones(square(43, 41, 121, 118), "chin")
    for shared, own in zip(shared_zones((first, second), (moved(1, -1),)), (first, second), strict=True):
        assert not (shared["chin"] & ~own["chin"]).any()


def test_the_first_photo_shares_everything_with_nobody() -> None:
    only = zones(square(40, 40, 120, 120), "chin")
    assert lost(only, shared_zones((only,), ())[0]) == {"chin": 0.0}
