"""Oily skin mirrors white light; matt skin does not."""

from adamas.imaging.measures import shine
from tests.support.seen_skin import bare, seen, value


def test_more_mirrored_light_is_more_shine() -> None:
    found = [value(shine.measure(seen(bare(shine=share))), "white-light") for share in (0.05, 0.2, 0.3)]
    assert found[0] < found[1] < found[2]


def test_matt_skin_has_no_shining_area() -> None:
    assert value(shine.measure(seen(bare(shine=0.0))), "area-share") < 1
