"""Whatever bytes come in, a photo or PhotoUnusable comes out: nothing else, and soon."""

import contextlib
import struct
from functools import cache
from io import BytesIO

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from adamas.errors import PhotoUnusable
from adamas.imaging.admit import admit
from adamas.imaging.decode import MAX_PIXELS
from adamas.imaging.phantom.icc import DISPLAY_P3

STARTS = [
    b"",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"II*\0",
    b"MM\0*",
    b"\0\0\0\x18ftypheic",
    b"GIF89a",
    b"<svg",
]


@cache
def seed_file(form: str) -> bytes:
    """A small sound file with EXIF, a profile and a picture that does not compress to nothing."""
    rng = np.random.default_rng(1)
    picture = Image.fromarray(rng.integers(0, 255, (208, 216, 3), np.uint8).repeat(1, axis=0))
    exif = Image.Exif()
    exif[271], exif[274], exif[305] = "Make", 6, "Software"
    exif.get_ifd(0x8769).update({33434: 0.01, 36867: "2026:01:02 03:04:05", 37386: 4.2})
    file = BytesIO()
    if form == "HEIC":
        import pillow_heif

        pillow_heif.from_pillow(picture).save(file, quality=50, exif=exif.tobytes())
    else:
        picture.save(
            file, form, exif=exif, icc_profile=DISPLAY_P3, **({"quality": 60} if form == "JPEG" else {})
        )
    return file.getvalue()


def answer(raw: bytes) -> str:
    """``photo`` when the bytes became a sound photo, ``refused`` when somebody was told why not."""
    try:
        photo = admit(raw, where="x")
    except PhotoUnusable as error:
        told = error
    else:
        assert photo.pixels.dtype == np.uint8
        assert photo.pixels.ndim == 3
        assert photo.height * photo.width <= MAX_PIXELS
        return "photo"
    assert told.what
    assert told.hint
    assert told.where == "x"
    return "refused"


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_any_bytes_are_answered(start: bytes, rest: bytes) -> None:
    assert answer(start + rest) == "refused"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "HEIC"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_sound_file_with_bytes_changed_is_answered(form: str, data: st.DataObject) -> None:
    raw = bytearray(seed_file(form))
    # Headers are where decoders stumble.
    places = st.one_of(st.integers(0, min(900, len(raw) - 1)), st.integers(0, len(raw) - 1))
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(places)] = data.draw(st.integers(0, 255))
    assert answer(bytes(raw)) in {"photo", "refused"}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "HEIC"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_sound_file_cut_into_and_put_together_wrongly_is_answered(form: str, data: st.DataObject) -> None:
    raw = seed_file(form)
    one, other = sorted(data.draw(st.tuples(st.integers(0, len(raw)), st.integers(0, len(raw)))))
    made = data.draw(st.sampled_from([raw[:one], raw[:one] + raw[other:], raw[:other] + raw[one:]]))
    assert answer(made) in {"photo", "refused"}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "HEIC"])
def test_the_sound_file_itself_is_admitted(form: str) -> None:
    assert answer(seed_file(form)) == "photo"


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=60, deadline=None)
@given(
    tag=st.sampled_from([271, 274, 305, 33434, 33437, 34855, 36867, 36881, 37385, 37386, 41989, 42036]),
    value=st.one_of(
        st.integers(0, 2**16 - 1), st.floats(0, 1e9), st.text(max_size=200), st.binary(max_size=60)
    ),
)
def test_whatever_stands_in_exif_never_keeps_a_photo_out(tag: int, value: object) -> None:
    exif = Image.Exif()
    (exif if tag in (271, 274, 305) else exif.get_ifd(0x8769))[tag] = value
    file = BytesIO()
    picture = Image.fromarray(np.full((200, 200, 3), (200, 150, 120), np.uint8))
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError, struct.error):
        picture.save(file, "JPEG", exif=exif)
    # Some values Pillow itself cannot write: then there is nothing to read.
    assert not file.getvalue() or answer(file.getvalue()) == "photo"
