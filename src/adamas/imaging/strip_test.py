from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from adamas.errors import PhotoUnusable
from adamas.imaging.admit import admit
from adamas.imaging.phantom.icc import DISPLAY_P3
from adamas.imaging.strip import without_place

SECRET = b"55.751244"
NOISE = np.random.default_rng(5).integers(0, 255, (232, 248, 3), np.uint8)


def placed(form: str = "JPEG", **options: Any) -> bytes:
    """A photograph that says where it was in every way there is."""
    exif = Image.Exif()
    exif[271], exif[272], exif[274], exif[270] = "Make", "Model 1", 6, "at 55.751244"
    exif.get_ifd(0x8769).update(
        {33434: 0.01, 34855: 100, 36867: "2026:01:02 03:04:05", 37500: SECRET, 37510: SECRET}
    )
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (55.0, 45.0, 4.4), 3: "E", 4: (37.0, 37.0, 5.0), 29: "2026:01:02"}
    )
    file = BytesIO()
    if form == "JPEG":
        options = {"quality": 90, "comment": SECRET, "xmp": b"<x>" + SECRET + b"</x>"} | options
    Image.fromarray(NOISE).save(file, form, exif=exif, icc_profile=DISPLAY_P3, **options)
    return file.getvalue()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_a_jpeg_keeps_every_pixel_and_loses_its_place(options: dict[str, Any]) -> None:
    raw = placed(**options)
    # A phone's second picture, with a place of its own, behind the first.
    bare = without_place(raw + raw)
    assert SECRET in raw
    assert SECRET not in bare
    assert not Image.open(BytesIO(bare)).getexif().get_ifd(0x8825)
    before, after = admit(raw), admit(bare)
    assert np.array_equal(before.pixels, after.pixels)
    assert before.capture == after.capture
    assert len(bare) < len(raw)


def test_an_upright_png_keeps_every_pixel_and_loses_its_words() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("place", SECRET.decode())
    file = BytesIO()
    Image.fromarray(NOISE).save(file, "PNG", pnginfo=words, icc_profile=DISPLAY_P3)
    bare = without_place(file.getvalue())
    assert SECRET not in bare
    with Image.open(BytesIO(bare)) as picture:
        assert np.array_equal(np.asarray(picture), NOISE)
        assert picture.info["icc_profile"] == DISPLAY_P3


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_another_file_becomes_an_upright_png_without_anything_else(form: str) -> None:
    raw = placed(form)
    bare = without_place(raw)
    assert SECRET in raw
    assert SECRET not in bare
    assert np.array_equal(admit(bare).pixels, admit(raw).pixels)
    with Image.open(BytesIO(bare)) as picture:
        assert not picture.getexif()


def test_what_was_stripped_once_stays_as_it_is() -> None:
    bare = without_place(placed())
    assert without_place(bare) == bare


def test_what_is_no_photograph_is_refused_here_as_well() -> None:
    with pytest.raises(PhotoUnusable, match="HTML"):
        without_place(b"<html></html>", where="x")
