import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms

from adamas.errors import PhotoUnusable
from adamas.imaging.admit import MAX_BYTES, admit
from adamas.imaging.photo import Pixels

# Four quadrants and a gradient: no turn or mirror image of it looks like another.
SCENE = np.zeros((240, 320, 3), np.uint8)
SCENE[:, :, 0] = np.linspace(60, 220, 320)[None, :]
SCENE[:, :, 1] = np.linspace(90, 180, 240)[:, None]
SCENE[:, :, 2] = 110
SCENE[:60, :80] = (230, 200, 190)


def encoded(pixels: Pixels, form: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    settings = {"quality": 97, "subsampling": 0} if form == "JPEG" else {}
    Image.fromarray(pixels).save(file, form, **(settings | options))
    return file.getvalue()


def exif(**tags: Any) -> Image.Exif:
    """Keys are numbers of tags with a letter before them: t is the main table, e that of the exposure."""
    made = Image.Exif()
    for name, value in tags.items():
        table = made if name[0] == "t" else made.get_ifd(0x8769)
        table[int(name[1:])] = value
    return made


def refusal(raw: bytes) -> PhotoUnusable:
    with pytest.raises(PhotoUnusable) as error:
        admit(raw, where="photo.jpg")
    assert error.value.where == "photo.jpg"
    assert error.value.hint
    return error.value


# What the camera turned, as EXIF 2.32 counts it: the stored picture for an upright scene.
STORED = {
    1: lambda p: p,
    2: lambda p: p[:, ::-1],
    3: lambda p: p[::-1, ::-1],
    4: lambda p: p[::-1],
    5: lambda p: p.transpose(1, 0, 2),
    6: lambda p: np.rot90(p, 1),
    7: lambda p: p.transpose(1, 0, 2)[::-1, ::-1],
    8: lambda p: np.rot90(p, -1),
}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whatever_the_camera_did(orientation: int, form: str) -> None:
    stored = np.ascontiguousarray(STORED[orientation](SCENE))
    photo = admit(encoded(stored, form, exif=exif(t274=orientation)))
    assert photo.pixels.shape == SCENE.shape
    assert np.abs(photo.pixels.astype(int) - SCENE).max() <= 12


def test_a_senseless_orientation_turns_nothing() -> None:
    assert admit(encoded(SCENE, exif=exif(t274=9))).pixels.shape == SCENE.shape


def test_what_the_camera_said_is_kept() -> None:
    said = exif(
        t271="Apple", t272="iPhone 15 Pro", t305="17.1", e33434=0.008, e33437=1.8, e34855=80, e37386=6.86,
        e41989=48, e37385=16, e36867="2026:03:07 14:05:06", e36881="+03:00", e42036="main",
    )  # fmt: skip # a table reads better packed
    capture = admit(encoded(SCENE, exif=said)).capture
    assert capture.camera == "Apple iPhone 15 Pro"
    assert (capture.exposure_s, capture.f_number, capture.iso) == (0.008, 1.8, 80)
    assert (capture.focal_length_mm, capture.focal_length_35mm) == (6.86, 48.0)
    assert (capture.flash, capture.software, capture.lens) == (False, "17.1", "main")
    assert capture.taken_at is not None
    assert capture.taken_at.isoformat() == "2026-03-07T14:05:06+03:00"
    assert (capture.profile, capture.format, capture.jpeg_quality) == ("sRGB", "JPEG", 97)


def test_the_place_is_nowhere_in_what_is_admitted() -> None:
    placed = exif(t271="Here")
    placed.get_ifd(0x8825).update({1: "N", 2: (55.0, 45.0, 7.0), 3: "E", 4: (37.0, 37.0, 1.0)})
    photo = admit(encoded(SCENE, exif=placed))
    assert photo.capture.camera == "Here"
    assert "55" not in repr(photo.capture)


def test_the_same_bytes_have_the_same_digest_and_others_another() -> None:
    one, other = encoded(SCENE), encoded(SCENE, quality=96)
    assert admit(one).digest == admit(one).digest != admit(other).digest


def test_pixels_that_were_admitted_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        admit(encoded(SCENE)).pixels[0, 0] = 0


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_lossless_files_come_in_unchanged(form: str) -> None:
    assert np.array_equal(admit(encoded(SCENE, form)).pixels, SCENE)


def test_a_heic_photo_comes_in_upright_though_it_says_so_twice(heic: Any) -> None:
    photo = admit(heic(SCENE, exif(t271="Apple", t274=6)))
    assert (photo.capture.format, photo.capture.camera) == ("HEIC", "Apple")
    # The container turned the picture a quarter; the same wish in EXIF is the same turn, not a second one.
    turned = np.rot90(SCENE, -1)
    assert photo.pixels.shape == turned.shape
    assert np.abs(photo.pixels.astype(int) - turned).mean() < 3


@pytest.fixture
def heic() -> Any:
    import pillow_heif

    def write(pixels: Pixels, wishes: Image.Exif) -> bytes:
        file = BytesIO()
        pillow_heif.from_pillow(Image.fromarray(pixels)).save(file, quality=95, exif=wishes.tobytes())
        return file.getvalue()

    return write


def test_sixteen_bits_come_in_as_the_upper_eight() -> None:
    deep = SCENE.astype(np.uint16) * 257
    done, raw = cv2.imencode(".png", cv2.cvtColor(deep, cv2.COLOR_RGB2BGR))
    assert done
    assert np.abs(admit(raw.tobytes()).pixels.astype(int) - SCENE).max() <= 1


def test_an_alpha_channel_that_hides_nothing_is_dropped() -> None:
    whole = np.dstack([SCENE, np.full(SCENE.shape[:2], 255, np.uint8)])
    assert np.array_equal(admit(encoded(whole, "PNG")).pixels, SCENE)


def test_a_picture_with_parts_cut_out_is_refused() -> None:
    cut = np.dstack([SCENE, np.full(SCENE.shape[:2], 255, np.uint8)])
    cut[:9, :9, 3] = 0
    assert "cut out" in refusal(encoded(cut, "PNG")).what


def converted(mode: str, form: str) -> bytes:
    file = BytesIO()
    Image.fromarray(SCENE).convert(mode).save(file, form)
    return file.getvalue()


@pytest.mark.parametrize(
    ("mode", "form", "said"),
    [
        ("L", "JPEG", "no colours"),
        ("L", "PNG", "no colours"),
        ("1", "TIFF", "no colours"),
        ("I;16", "PNG", "no colours"),
        ("P", "PNG", "a few colours"),
        ("CMYK", "JPEG", "for print (CMYK)"),
        ("CMYK", "TIFF", "for print (CMYK)"),
        ("LAB", "TIFF", "for print (LAB)"),
    ],
)
def test_a_picture_that_lost_its_colours_is_refused_by_name(mode: str, form: str, said: str) -> None:
    assert said in refusal(converted(mode, form)).what


@pytest.mark.parametrize("form", ["PNG", "TIFF", "GIF"])
def test_several_pictures_in_one_file_are_refused(form: str) -> None:
    file = BytesIO()
    one, other = Image.fromarray(SCENE), Image.fromarray(SCENE[::-1].copy())
    one.save(file, form, save_all=True, append_images=[other])
    refusal(file.getvalue())


SVG = b"<?xml version='1.0'?>\n<!-- made -->\n<svg xmlns='x' onload='alert(1)'/>"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (SVG, "of the kind SVG"),
        (b"<!DOCTYPE html><html></html>", "of the kind HTML"),
        (b"%PDF-1.7\n", "of the kind PDF"),
        (b"GIF89a" + bytes(50), "of the kind GIF"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "of the kind WebP"),
        (b"PK\x03\x04" + bytes(40), "of the kind ZIP"),
        (b"\0\0\0\x20ftypisom" + bytes(40), "of the kind MP4"),
        (b"\0\0\0\x20ftypavif" + bytes(40), "of the kind AVIF"),
        (b"\0\0\0\x20ftypcrx " + bytes(40), "raw file (CR3)"),
        (b"II*\0\x10\0\0\0CR\x02\0" + bytes(40), "raw file (CR2)"),
        (b"just some words", "no picture"),
        (b"\xff\xd8\xff" + bytes(100), "JPEG file is damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG file is damaged"),
        (b"II*\0" + bytes(100), "TIFF file is damaged"),
        (b"\0\0\0\x18ftypheic" + bytes(100), "HEIC file is damaged"),
    ],
)
def test_a_file_is_judged_by_its_content_and_never_by_its_name(raw: bytes, said: str) -> None:
    assert said in refusal(raw).what


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_file_is_refused_as_incomplete(form: str, share: float) -> None:
    noisy = np.random.default_rng(1).integers(0, 255, SCENE.shape, np.uint8)
    raw = encoded(noisy, form)
    assert "damaged or incomplete" in refusal(raw[: int(len(raw) * share)]).what


def test_too_many_bytes_are_refused_before_anything_looks_at_them() -> None:
    assert "at most 80 MB" in refusal(b"\xff\xd8\xff" + bytes(MAX_BYTES)).what


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    raw = bytearray(encoded(SCENE, "PNG"))
    raw[16:24] = struct.pack(">II", 60_000, 60_000)
    raw[29:33] = struct.pack(">I", zlib.crc32(bytes(raw[12:29])))
    assert "3600 megapixels; at most 64" in refusal(bytes(raw)).what


def test_a_jpeg_of_countless_scans_is_refused_before_it_is_decoded() -> None:
    raw = encoded(SCENE)
    assert "damaged" in refusal(raw[:-2] + b"\xff\xda\0\x08" * 5000 + raw[-2:]).what


def test_an_icon_is_refused() -> None:
    assert "64 by 64 pixels" in refusal(encoded(SCENE[:64, :64].copy())).what


def profile_of(name: str) -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes())  # type: ignore[arg-type] # a name of a known profile


def test_an_srgb_profile_changes_no_pixel() -> None:
    photo = admit(encoded(SCENE, "PNG", icc_profile=profile_of("sRGB")))
    assert np.array_equal(photo.pixels, SCENE)
    assert "sRGB" in photo.capture.profile


def test_a_profile_nobody_can_read_is_named_and_changes_nothing() -> None:
    photo = admit(encoded(SCENE, "PNG", icc_profile=b"nonsense" * 40))
    assert (photo.capture.profile, np.array_equal(photo.pixels, SCENE)) == ("unreadable", True)


def test_a_photo_from_a_package_is_admitted_as_it_is() -> None:
    import matplotlib

    path = Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg"
    photo = admit(path.read_bytes())
    assert (photo.height, photo.width, photo.capture.format) == (600, 512, "JPEG")
