"""Dark plugs are counted; red bumps are not."""

from adamas.imaging.measures import comedones
from adamas.imaging.phantom.truth import Some
from tests.support.seen_skin import bare, seen, value

PLUGS = Some(count=8, size_mm=(0.7, 0.9), strength=(9.0, 11.0))
BUMPS = Some(count=8, size_mm=(2.0, 3.0), strength=(2.0, 2.5))


def test_skin_with_plugs_has_more_of_them_than_skin_without() -> None:
    plugged, clear = (
        value(comedones.measure(seen(skin)), "count-per-cm2") for skin in (bare(comedones=PLUGS), bare())
    )
    assert clear < 0.2
    assert plugged > clear + 0.4


def test_red_bumps_are_no_plugs() -> None:
    assert value(comedones.measure(seen(bare(papules=BUMPS))), "count-per-cm2") < 0.3
