import struct
from io import BytesIO

import cv2
import numpy as np
import pytest
from PIL import Image

from adamas.imaging import profile
from adamas.imaging.admit import admit
from adamas.imaging.light import to_lab
from adamas.imaging.phantom.icc import DISPLAY_P3
from adamas.imaging.photo import Pixels

TONES = np.array(
    [
        (238, 205, 190),
        (224, 172, 150),
        (198, 134, 110),
        (150, 95, 72),
        (110, 66, 50),
        (70, 42, 34),
        (205, 110, 100),
    ]
)
"""Skin from very light to very dark, and a reddened cheek, in sRGB."""
FLAT = np.repeat(np.repeat(TONES, 60, axis=0)[None], 240, axis=0).astype(np.uint8)


def as_p3(pixels: Pixels) -> Pixels:
    """The same colours as a phone with wide colours writes them; computed here on its own."""
    linear = profile.srgb_to_linear(pixels / 255.0)
    to_xyz = {
        "sRGB": np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]),
        "P3": np.array([[0.48657, 0.26567, 0.19822], [0.22897, 0.69174, 0.07929], [0.0, 0.04511, 1.04394]]),
    }
    wide = linear @ (np.linalg.inv(to_xyz["P3"]) @ to_xyz["sRGB"]).T
    return np.round(255 * profile.linear_to_srgb(np.clip(wide, 0, 1))).astype(np.uint8)


def png(pixels: Pixels, icc: bytes | None) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG", icc_profile=icc)
    return file.getvalue()


def redness(pixels: Pixels) -> list[float]:
    return [
        float(to_lab(profile.srgb_to_linear(pixels[120, 30 + 60 * i] / 255.0))[1]) for i in range(len(TONES))
    ]


def test_display_p3_comes_back_as_the_colours_it_was() -> None:
    photo = admit(png(as_p3(FLAT), DISPLAY_P3))
    assert photo.capture.profile == "Display P3"
    assert np.abs(photo.pixels.astype(int) - FLAT).max() <= 1


def test_display_p3_read_as_srgb_would_lose_3_to_6_of_redness() -> None:
    ignored = admit(png(as_p3(FLAT), None))
    lost = np.array(redness(FLAT)) - redness(ignored.pixels)
    assert lost.min() > 1.5
    assert 3.0 < lost[[1, 2, 6]].mean() < 6.0


def test_our_conversion_is_that_of_littlecms_to_two_levels() -> None:
    colours = np.random.default_rng(4).integers(40, 230, (200, 200, 3), np.uint8)
    space = profile.read_icc(DISPLAY_P3)
    theirs = profile.to_srgb_by_tables(colours, DISPLAY_P3)
    assert space is not None
    assert theirs is not None
    apart = np.abs(profile.to_srgb(colours, space).astype(int) - theirs)
    assert apart.max() <= 2
    assert (apart <= 1).mean() > 0.999


def test_a_space_equal_to_srgb_costs_nothing() -> None:
    space = profile.space_of("sRGB", profile.SRGB)
    assert profile.to_srgb(FLAT, space) is FLAT


def test_the_matrix_of_srgb_is_that_of_the_standard_profile() -> None:
    expected = [[0.4361, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7141]]
    assert profile.space_of("sRGB", profile.SRGB).to_xyz == pytest.approx(np.array(expected), abs=2e-3)


def test_adobe_rgb_said_by_exif_alone_is_converted() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    file = BytesIO()
    Image.fromarray(FLAT).save(file, "JPEG", quality=98, exif=exif)
    photo = admit(file.getvalue())
    assert photo.capture.profile == "Adobe RGB"
    assert redness(photo.pixels)[1] > redness(FLAT)[1] + 2


@pytest.mark.parametrize("cut", [0, 40, 128, 140, 200, 300])
def test_a_profile_cut_off_anywhere_is_none_and_no_crash(cut: int) -> None:
    assert profile.read_icc(DISPLAY_P3[:cut]) is None


@pytest.mark.parametrize("at", range(0, 500, 7))
def test_a_profile_with_a_byte_changed_is_read_or_none(at: int) -> None:
    broken = bytearray(DISPLAY_P3)
    broken[at % len(broken)] ^= 0xFF
    space = profile.read_icc(bytes(broken))
    assert space is None or np.isfinite(space.to_xyz).all()


def test_a_gamma_curve_and_a_table_of_it_are_the_same() -> None:
    gamma = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.2 * 256))
    levels = np.round(65535 * np.linspace(0, 1, 4096) ** (round(2.2 * 256) / 256)).astype(">u2")
    table = b"curv" + bytes(4) + struct.pack(">I", 4096) + levels.tobytes()
    assert profile._curve(gamma) == pytest.approx(profile._curve(table), abs=1e-4)


def test_a_table_that_says_it_is_gigabytes_long_is_broken_and_takes_no_memory() -> None:
    start = DISPLAY_P3.index(b"para")
    boasting = b"curv" + bytes(4) + b"\xbf\0\0\0"
    assert profile.read_icc(DISPLAY_P3[:start] + boasting + DISPLAY_P3[start + 12 :]) is None


def test_twelve_megapixels_of_p3_do_not_wait_for_littlecms() -> None:
    colours = np.tile(as_p3(FLAT), (4, 2, 1))
    space = profile.read_icc(DISPLAY_P3)
    assert space is not None
    ours = min(_time(lambda: profile.to_srgb(colours, space)) for _ in range(3))
    theirs = min(_time(lambda: profile.to_srgb_by_tables(colours, DISPLAY_P3)) for _ in range(3))
    assert ours < theirs


def _time(work: object) -> float:
    assert callable(work)
    start = cv2.getTickCount()
    work()
    return (cv2.getTickCount() - start) / cv2.getTickFrequency()
