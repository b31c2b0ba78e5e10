"""Every real picture the packages ship is measured, or refused with a reason."""

import pytest

from adamas.errors import PhotoUnusable
from adamas.imaging.admit import admit
from adamas.imaging.examine import examine, readings_of
from adamas.imaging.gate import inspect
from tests.support.pictures import WHO, Picture, shipped

INSTALLED = {"grace_hopper.jpg", "astronaut.png"}


@pytest.fixture(scope="module")
def pictures() -> tuple[Picture, ...]:
    return shipped()


def test_the_packages_ship_faces_and_much_else(pictures: tuple[Picture, ...]) -> None:
    assert {one.name for one in pictures} >= {*INSTALLED, "chelsea.png", "color.png", "rocket.jpg"}


def test_every_picture_without_a_face_is_refused_and_told_what_to_do(pictures: tuple[Picture, ...]) -> None:
    for picture in pictures:
        if picture.name in WHO:
            continue
        with pytest.raises(PhotoUnusable) as refusal:
            inspect(admit(picture.path.read_bytes()))
        assert refusal.value.hint, picture.name


def test_every_face_is_looked_over_and_every_number_that_is_missing_has_a_reason(
    pictures: tuple[Picture, ...],
) -> None:
    faces = [picture for picture in pictures if picture.name in WHO]
    for picture in faces:
        seen = inspect(admit(picture.path.read_bytes()))
        resolution = seen.finding("resolution")
        assert resolution is not None
        assert resolution.word == "bad", picture.name
        readings = readings_of(examine(seen))
        assert readings, picture.name
        assert [one for one in readings if one.value is None and not one.why_not] == [], picture.name


def test_what_is_special_about_a_face_is_named(pictures: tuple[Picture, ...]) -> None:
    special = {
        "grace_hopper.jpg": "glasses",
        "astronaut.png": "smile",
        "obama_partial_face.jpg": "cut-off",
        "obama_partial_face2.jpg": "cut-off",
    }
    for picture in pictures:
        if picture.name in special:
            finding = inspect(admit(picture.path.read_bytes())).finding(special[picture.name])
            assert finding is not None, picture.name
            assert finding.word != "good", picture.name
