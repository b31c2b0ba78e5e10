"""The original file without its place, for keeping: the picture itself is not touched.

What programs write freely may hold the place once more and goes as a whole: XMP, IPTC, comments, notes of the
maker, second pictures behind the first. Kept are the camera's own table of exposure and the colour profile.
"""

import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from PIL.ExifTags import IFD, Base

from adamas.imaging.admit import admit
from adamas.imaging.decode import damaged
from adamas.imaging.formats import UNREADABLE, sniff

_PLACELESS_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"iCCP", b"sBIT", b"pHYs",
}  # fmt: skip # a table reads better packed
_EXIF, _ICC = b"Exif\0\0", b"ICC_PROFILE\0"
_SOS, _EOI = 0xDA, 0xD9
_JFIF, _APP1, _ADOBE = 0xE0, 0xE1, 0xEE
_RESTARTS = range(0xD0, 0xD8)


def without_place(raw: bytes, *, where: str = "") -> bytes:
    """The same photograph without its place: JPEG unchanged in every pixel, and PNG that is upright.

    Others become a PNG of what `admit` makes of them: upright, in sRGB. Raises PhotoUnusable as `admit` does.
    """
    form = sniff(raw, where=where)
    photo = admit(raw, where=where)
    try:
        if form == "JPEG":
            return _jpeg(raw)
        if form == "PNG" and b"eXIf" not in raw:
            return _png(raw)
    except UNREADABLE:
        raise damaged(form, where=where) from None
    file = BytesIO()
    Image.fromarray(photo.pixels).save(file, "PNG")
    return file.getvalue()


def _jpeg(raw: bytes) -> bytes:
    kept = bytearray(b"\xff\xd8")
    for marker, start, end in _segments(raw):
        body = raw[start + 4 : end]
        if marker == _SOS:
            return bytes(kept) + raw[start : _end(raw, end)]
        if marker == _APP1 and body.startswith(_EXIF):
            clean = _EXIF + _exif(body[len(_EXIF) :])
            kept += struct.pack(">BBH", 0xFF, _APP1, len(clean) + 2) + clean
        elif marker in (_JFIF, _ADOBE) or marker < _JFIF or body.startswith(_ICC):
            kept += raw[start:end]
    raise ValueError


def _segments(raw: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, first byte and end of every segment up to and with the first scan's header."""
    at = 2
    while True:
        at = raw.index(b"\xff", at)
        if raw[at + 1] in (0x00, 0xFF):
            at += 1
            continue
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        yield raw[at + 1], at, end
        at = end


def _end(raw: bytes, at: int) -> int:
    """Just behind the end of the first picture; phones append others, with a place of their own."""
    while True:
        at = raw.index(b"\xff", at)
        marker = raw[at + 1]
        if marker == _EOI:
            return at + 2
        if marker in (0x00, 0xFF) or marker in _RESTARTS:
            at += 1 if marker == 0xFF else 2
        else:
            # Tables and headers between the scans of a progressive picture.
            at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")


def _exif(body: bytes) -> bytes:
    exif = Image.Exif()
    exif.load(_EXIF + body)
    clean = Image.Exif()
    for tag in (Base.Make, Base.Model, Base.Orientation, Base.Software, Base.DateTime):
        if tag in exif:
            clean[tag] = exif[tag]
    detail = {tag: value for tag, value in exif.get_ifd(IFD.Exif).items() if tag in _OF_EXPOSURE}
    clean.get_ifd(IFD.Exif).update(detail)
    interop = exif.get_ifd(IFD.Interop)
    if 1 in interop:
        clean.get_ifd(IFD.Exif)[IFD.Interop] = {1: interop[1]}
    return clean.tobytes().removeprefix(_EXIF)


_OF_EXPOSURE = {
    Base.ExposureTime, Base.FNumber, Base.ISOSpeedRatings, Base.DateTimeOriginal, Base.OffsetTimeOriginal,
    Base.FocalLength, Base.FocalLengthIn35mmFilm, Base.Flash, Base.LensModel, Base.ColorSpace,
    Base.CustomRendered, Base.WhiteBalance, Base.ExposureBiasValue, Base.MeteringMode,
}  # fmt: skip # a table reads better packed


def _png(raw: bytes) -> bytes:
    kept, at = bytearray(raw[:8]), 8
    while at < len(raw):
        (size,) = struct.unpack(">I", raw[at : at + 4])
        name, end = raw[at + 4 : at + 8], at + 12 + size
        if name in _PLACELESS_CHUNKS:
            kept += raw[at:end]
        at = end
        if name == b"IEND":
            break
    return bytes(kept)
