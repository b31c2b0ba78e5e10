"""The only door for photographs: bytes in, upright sRGB pixels without a place out."""

from hashlib import sha256

import msgspec

from adamas.errors import PhotoUnusable, told
from adamas.imaging import exif, profile
from adamas.imaging.decode import Opened, damaged, opaque, open_picture, upright
from adamas.imaging.formats import UNREADABLE, sniff
from adamas.imaging.photo import Photo, Pixels, View

MAX_BYTES = 80_000_000
"""A 60 MP JPEG of a full-frame camera is about 40 MB, a 24 MP TIFF 72 MB."""
_HEADER_BYTES = 262_144
"""Where a camera's own remarks stand in a file."""


def admit(raw: bytes, *, view: View = "face", where: str = "") -> Photo:
    """Read a photograph: JPEG, PNG, HEIC or TIFF, by its content.

    The pixels are turned upright and brought to sRGB; what the camera said is kept, where it was is not read.
    view: what the photograph shows. where: name for messages, usually of the file.
    Raises PhotoUnusable when it is no such file, damaged, over the limits, or has lost its colours.
    """
    if len(raw) > MAX_BYTES:
        raise _too_heavy(len(raw), where=where)
    form = sniff(raw, where=where)
    opened = open_picture(raw, form, where=where)
    try:
        said = exif.read(opened.exif, form=form, header=raw[:_HEADER_BYTES])
        decoded = opened.pixels()
    except UNREADABLE:
        raise damaged(form, where=where) from None
    pixels, name = _in_srgb(opaque(decoded, where=where), opened, is_adobe_rgb=said.is_adobe_rgb)
    pixels = pixels if opened.is_upright else upright(pixels, said.orientation)
    pixels.setflags(write=False)
    return Photo(
        pixels=pixels,
        view=view,
        capture=msgspec.structs.replace(said.capture, profile=name, jpeg_quality=opened.jpeg_quality),
        digest=sha256(raw).hexdigest(),
    )


def _in_srgb(pixels: Pixels, opened: Opened, *, is_adobe_rgb: bool) -> tuple[Pixels, str]:
    space = opened.space
    if opened.icc:
        space = profile.read_icc(opened.icc)
        if space is None:
            converted = profile.to_srgb_by_tables(pixels, opened.icc)
            # Colours of an unknown kind are shown as they are; the gate doubts them by this name.
            return (
                (pixels, "unreadable") if converted is None else (converted, profile.profile_name(opened.icc))
            )
    elif is_adobe_rgb:
        space = profile.space_of("Adobe RGB", profile.ADOBE_RGB, gamma=2.19921875)
    return (pixels, "sRGB") if space is None else (profile.to_srgb(pixels, space), space.name)


def _too_heavy(size: int, *, where: str) -> PhotoUnusable:
    return PhotoUnusable(
        told(
            "photo-heavy",
            "The file has {megabytes} MB; at most {limit} MB are read.",
            megabytes=round(size / 1e6),
            limit=MAX_BYTES // 1_000_000,
        ),
        where=where,
        hint=told("photo-heavy-hint", "Save it as JPEG at high quality."),
    )
