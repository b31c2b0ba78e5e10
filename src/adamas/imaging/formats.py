"""What kind of file it is, judged by its content and never by its name."""

import re
import struct
import zlib
from typing import Literal

from adamas.errors import PhotoUnusable, told

Format = Literal["JPEG", "PNG", "HEIC", "TIFF"]

UNREADABLE = (
    OSError, ValueError, SyntaxError, struct.error, zlib.error, TypeError, KeyError, IndexError,
    AttributeError, EOFError, OverflowError, ZeroDivisionError, RuntimeError, MemoryError, AssertionError,
    UserWarning,
)  # fmt: skip # a table reads better packed
"""What the decoders raise on damaged or hostile files (warnings only where somebody made errors of them)."""

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2"}
_MOVING_BRANDS = {b"hevc", b"hevx", b"msf1", b"avis"}
_RAW_STARTS = {b"II*\0\x10\0\0\0CR": "CR2", b"FUJIFILMCCD-RAW": "RAF", b"IIRO": "ORF", b"IIU\0": "RW2"}
_OTHERS = (
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "BMP"),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), "JPEG XL"),
    (re.compile(rb"\xff\x4f\xff\x51|\0\0\0\x0cjP  "), "JPEG 2000"),
    (re.compile(rb"%PDF-"), "PDF"),
    (re.compile(rb"PK\x03\x04"), "ZIP"),
    (re.compile(rb"8BPS"), "Photoshop"),
    (re.compile(rb"\x1a\x45\xdf\xa3"), "WebM"),
    (
        re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<svg\b", re.DOTALL | re.IGNORECASE),
        "SVG",
    ),
    (re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype\s+)?html\b", re.IGNORECASE), "HTML"),
)


def sniff(raw: bytes, *, where: str = "") -> Format:
    """The kind of picture these bytes begin with.

    Raises PhotoUnusable for anything that is not a JPEG, PNG, HEIC or TIFF, with its name where it has one.
    """
    if raw.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if raw[4:8] == b"ftyp":
        return _boxed(raw, where=where)
    for start, name in _RAW_STARTS.items():
        if raw.startswith(start):
            raise undeveloped(name, where=where)
    if raw[:4] in (b"II*\0", b"MM\0*"):
        return "TIFF"
    raise _foreign(raw, where=where)


def _boxed(raw: bytes, *, where: str) -> Format:
    brand = raw[8:12]
    if brand in _HEIF_BRANDS:
        return "HEIC"
    if brand in _MOVING_BRANDS:
        raise moving(where=where)
    if brand == b"crx ":
        raise undeveloped("CR3", where=where)
    raise other_kind("AVIF" if brand == b"avif" else "MP4", where=where)


def _foreign(raw: bytes, *, where: str) -> PhotoUnusable:
    if not raw:
        return PhotoUnusable(told("photo-empty", "The file is empty."), where=where, hint=original())
    for pattern, name in _OTHERS:
        if pattern.match(raw[:2000]):
            return other_kind(name, where=where)
    return PhotoUnusable(
        told("photo-no-picture", "There is no picture in this file."), where=where, hint=original()
    )


def original() -> str:
    """What helps against most files: the one the camera wrote."""
    return told(
        "photo-original-hint",
        "Send the file as the camera wrote it: JPEG or HEIC; PNG and TIFF are read too.",
    )


def other_kind(name: str, *, where: str) -> PhotoUnusable:
    """A file whose kind is known and not read."""
    return PhotoUnusable(
        told("photo-other-kind", "This file is of the kind {kind}, and those are not read.", kind=name),
        where=where,
        hint=original(),
    )


def undeveloped(name: str, *, where: str) -> PhotoUnusable:
    """A raw file of a camera."""
    return PhotoUnusable(
        told("photo-raw", "This is a raw file ({kind}) that is not yet developed.", kind=name),
        where=where,
        hint=told(
            "photo-raw-hint",
            "Develop it without any retouching, always with the same settings, to JPEG or TIFF.",
        ),
    )


def moving(*, where: str) -> PhotoUnusable:
    """A picture that moves."""
    return PhotoUnusable(
        told("photo-moving", "This picture moves."),
        where=where,
        hint=told("photo-moving-hint", "Send a still one."),
    )
