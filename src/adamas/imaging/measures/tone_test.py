"""The typology angle falls as melanin rises, and hardly with blood."""

from adamas.imaging.measures import tone
from tests.support.seen_skin import bare, seen, value


def test_darker_skin_has_the_smaller_angle() -> None:
    angles = [value(tone.measure(seen(bare(melanin=melanin))), "ita") for melanin in (0.015, 0.06, 0.2)]
    assert angles[0] > angles[1] > angles[2]
    assert angles[0] - angles[2] > 40


def test_light_skin_is_read_as_light_and_dark_skin_as_dark() -> None:
    assert value(tone.measure(seen(bare(melanin=0.015))), "ita") > 28
    assert value(tone.measure(seen(bare(melanin=0.3))), "ita") < -10
