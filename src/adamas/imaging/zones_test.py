import cv2
import numpy as np
import pytest

from adamas.errors import PhotoUnusable
from adamas.imaging import regions
from adamas.imaging.landmarks import find_face
from adamas.imaging.photo import Photo
from adamas.imaging.zones import Zones, close_up_zones, face_zones
from tests.support.portraits import astronaut, enlarged, hopper, photo_of

NAMES = {
    "forehead", "nose", "chin", "temple-left", "temple-right", "periorbital-left", "periorbital-right",
    "cheek-left", "cheek-right",
}  # fmt: skip # a table reads better packed
KNOWLEDGE = {"forehead", "temple", "periorbital", "nose", "cheek", "chin"}


def zones_of(photo: Photo) -> Zones:
    return face_zones(photo, find_face(photo))


def test_a_face_from_the_front_has_every_zone_the_knowledge_names() -> None:
    assert set(zones_of(hopper())) == NAMES
    assert {name.removesuffix("-left").removesuffix("-right") for name in NAMES} == KNOWLEDGE


def test_no_pixel_belongs_to_two_zones_and_all_together_are_the_whole() -> None:
    zones = zones_of(hopper())
    count = np.sum([zones[name] for name in zones], axis=0)
    assert count.max() == 1
    assert np.array_equal(count > 0, zones.whole())


def test_left_is_the_left_of_the_person_and_so_right_of_the_nose_in_the_picture() -> None:
    zones = zones_of(hopper())
    left, nose, right = (np.nonzero(zones[name])[1].mean() for name in ("cheek-left", "nose", "cheek-right"))
    assert right < nose < left


def test_a_mirrored_face_has_mirrored_zones() -> None:
    zones = zones_of(hopper())
    mirrored = zones_of(photo_of(np.ascontiguousarray(hopper().pixels[:, ::-1])))
    for name in ("forehead", "nose", "chin", "cheek-left", "cheek-right"):
        twin = name.replace("left", "LEFT").replace("right", "left").replace("LEFT", "right")
        one, other = zones[name], mirrored[twin][:, ::-1]
        assert (one & other).sum() / (one | other).sum() > 0.8, name


@pytest.mark.parametrize("parts", [regions.EYES, (regions.LIPS,), regions.BROWS, regions.NOSTRILS])
def test_eyes_lips_brows_and_nostrils_are_no_skin(parts: tuple[tuple[int, ...], ...]) -> None:
    face, whole = find_face(hopper()), zones_of(hopper()).whole()
    for part in parts:
        canvas = np.zeros(whole.shape, np.uint8)
        cv2.fillPoly(canvas, [np.round(face.landmarks[list(part), :2]).astype(np.int32)], (1,))
        assert not (whole & (canvas > 0)).any()


@pytest.mark.parametrize("factor", [2, 3])
def test_a_larger_picture_has_the_same_areas(factor: int) -> None:
    small, large = zones_of(hopper()), zones_of(enlarged(hopper(), factor))
    for name in ("forehead", "cheek-left", "cheek-right", "chin"):
        assert large.area_cm2(name) == pytest.approx(small.area_cm2(name), rel=0.12), name


def test_a_cheek_has_about_the_area_a_cheek_has() -> None:
    zones = zones_of(hopper())
    assert 10 < zones.area_cm2("cheek-left") < 35
    assert 10 < zones.area_cm2("forehead") < 45


def test_a_scale_that_is_known_counts_more_than_the_distance_of_the_pupils() -> None:
    known = photo_of(hopper().pixels, px_per_mm=2.0)
    assert zones_of(known).px_per_mm == 2.0


def painted(colour: tuple[int, int, int], size_mm: float, zone: str = "cheek-left") -> Zones:
    """Hopper with a disc of one colour in the middle of a zone."""
    zones = zones_of(hopper())
    y, x = (int(np.median(values)) for values in np.nonzero(zones[zone]))
    pixels = hopper().pixels.copy()
    cv2.circle(pixels, (x, y), round(size_mm / 2 * zones.px_per_mm), colour, -1)
    return face_zones(photo_of(pixels), find_face(hopper()))


def test_a_dark_spot_is_measured_and_a_dark_covering_is_not() -> None:
    bare = zones_of(hopper()).hidden["cheek-left"]
    assert painted((60, 40, 30), 4).hidden["cheek-left"] == pytest.approx(bare, abs=0.02)
    assert painted((60, 40, 30), 20).hidden["cheek-left"] > bare + 0.1


def test_redness_however_large_is_skin() -> None:
    bare = zones_of(hopper()).hidden["cheek-left"]
    assert painted((190, 90, 80), 24).hidden["cheek-left"] == pytest.approx(bare, abs=0.02)


def test_blue_cloth_is_no_skin() -> None:
    assert painted((120, 160, 220), 24).hidden["cheek-left"] > 0.2


def test_a_fringe_hides_the_forehead_and_glasses_the_skin_around_the_eyes() -> None:
    assert zones_of(astronaut()).hidden["forehead"] > 0.3
    glasses = zones_of(hopper()).hidden
    assert min(glasses["periorbital-left"], glasses["periorbital-right"]) > 0.2


def test_the_photo_is_not_touched_and_labels_cannot_be() -> None:
    before = hopper().pixels.copy()
    zones = zones_of(hopper())
    assert np.array_equal(hopper().pixels, before)
    with pytest.raises(ValueError, match="read-only"):
        zones.labels[0, 0] = 1


def test_a_zone_that_is_not_seen_is_a_key_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        zones_of(hopper())["back"]


SKIN = np.full((700, 900, 3), (200, 150, 130), np.uint8)


def test_a_close_up_has_one_zone_with_the_name_of_the_knowledge() -> None:
    zones = close_up_zones(photo_of(SKIN, "hand", px_per_mm=10.0))
    assert tuple(zones) == ("hands",)
    assert zones.area_cm2("hands") == pytest.approx(9 * 7 * 0.94, rel=0.03)


def test_a_close_up_without_a_scale_is_refused_with_what_to_lay_beside_it() -> None:
    with pytest.raises(PhotoUnusable, match="how large") as error:
        close_up_zones(photo_of(SKIN, "cheek"), where="b.jpg")
    assert "ruler" in error.value.hint
