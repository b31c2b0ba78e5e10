from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from adamas.imaging.exif import read
from adamas.imaging.phantom.camera import PHONE
from adamas.imaging.phantom.generate import photograph, write
from adamas.imaging.phantom.skin import BARE
from adamas.imaging.phantom.stamp import with_capture
from adamas.imaging.photo import Capture

SAID = Capture(
    camera="Phantom One",
    lens="24 mm",
    taken_at=datetime(2026, 3, 2, 10, 15, tzinfo=UTC),
    exposure_s=0.01,
    f_number=1.8,
    iso=80,
    focal_length_mm=6.9,
    focal_length_35mm=26.0,
    flash=True,
    software="17.1",
)
SMALL = photograph(replace(BARE, size_mm=(10, 10)), camera=PHONE)


def test_what_is_stamped_is_read_again() -> None:
    assert SMALL.shot.jpeg is not None
    with Image.open(BytesIO(with_capture(SMALL.shot.jpeg, SAID, orientation=6))) as image:
        said = read(image.getexif(), form="JPEG")
    assert said.orientation == 6
    assert said.capture.exposure_s == pytest.approx(0.01)
    assert said.capture.f_number == pytest.approx(1.8)
    assert replace(
        said.capture, exposure_s=0.01, f_number=1.8, focal_length_mm=6.9, focal_length_35mm=26.0
    ) == replace(SAID, rendering=said.capture.rendering)


def test_a_written_photo_carries_its_capture(tmp_path: Path) -> None:
    picture, _ = write(SMALL, tmp_path / "a", capture=SAID)
    with Image.open(picture) as image:
        assert read(image.getexif(), form="JPEG").capture.camera == "Phantom One"
        assert image.size == (160, 160)
    plain, _ = write(SMALL, tmp_path / "b")
    with Image.open(plain) as image:
        assert not image.getexif()
