"""What the camera says about a photograph. Its place is never read."""

import math
from datetime import datetime, timedelta, timezone
from typing import Literal, SupportsFloat

from msgspec import Struct
from PIL import Image
from PIL.ExifTags import IFD, Base

from adamas.imaging.photo import Capture

# Values Apple writes into CustomRendered; the standard knows only 0 and 1.
_RENDERED: dict[int, Literal["hdr", "panorama", "portrait"]] = {
    2: "hdr", 3: "hdr", 4: "hdr", 6: "panorama", 7: "portrait", 8: "portrait",
}  # fmt: skip # a table reads better packed
_PORTRAIT_MARKS = (b"SpecialType-PORTRAIT", b"DualShot_Meta_Info", b"Camera:Portrait")


class Said(Struct, frozen=True):
    """Orientation (1-8, as EXIF counts them), capture, and whether the colours are said to be Adobe RGB."""

    orientation: int
    capture: Capture
    is_adobe_rgb: bool


def read(exif: Image.Exif, *, form: str, header: bytes = b"") -> Said:
    """Read what the camera wrote; what is missing or nonsense becomes None. header: where XMP would stand."""
    detail = exif.get_ifd(IFD.Exif)
    interop = exif.get_ifd(IFD.Interop)
    orientation = _whole(exif.get(Base.Orientation))
    capture = Capture(
        camera=_camera(_text(exif.get(Base.Make)), _text(exif.get(Base.Model))),
        lens=_text(detail.get(Base.LensModel)),
        taken_at=_moment(detail.get(Base.DateTimeOriginal), detail.get(Base.OffsetTimeOriginal)),
        exposure_s=_positive(detail.get(Base.ExposureTime)),
        f_number=_positive(detail.get(Base.FNumber)),
        iso=_whole(detail.get(Base.ISOSpeedRatings)),
        focal_length_mm=_positive(detail.get(Base.FocalLength)),
        focal_length_35mm=_positive(detail.get(Base.FocalLengthIn35mmFilm)),
        flash=_flash(detail.get(Base.Flash)),
        software=_text(exif.get(Base.Software)),
        rendering=_rendering(detail.get(Base.CustomRendered), header),
        format=form,
    )
    return Said(
        orientation if orientation is not None and orientation in range(1, 9) else 1,
        capture,
        str(interop.get(1, "")).startswith("R03"),
    )


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    kept = "".join(c for c in value if c.isprintable()).strip()[:80]
    return kept or None


def _camera(make: str | None, model: str | None) -> str | None:
    if make and model and not model.lower().startswith(make.lower()):
        return f"{make} {model}"
    return model or make


def _positive(value: object) -> float | None:
    try:
        number = float(value) if isinstance(value, SupportsFloat) else math.nan
    except (ZeroDivisionError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number > 0 else None


def _whole(value: object) -> int | None:
    number = _positive(value[0] if isinstance(value, tuple) and value else value)
    return None if number is None else int(number)


def _flash(value: object) -> bool | None:
    return bool(value & 1) if isinstance(value, int) else None


def _moment(value: object, offset: object) -> datetime | None:
    try:
        # Without an offset the camera's local time stays local: nobody knows where it was.
        moment = datetime.strptime(str(value).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 (see above)
    except ValueError:
        return None
    zone = _zone(str(offset))
    return moment.replace(tzinfo=zone) if zone else moment


def _zone(text: str) -> timezone | None:
    try:
        sign, hours, minutes = text[0], int(text[1:3]), int(text[4:6])
        shift = timedelta(hours=hours, minutes=minutes)
        return timezone(-shift if sign == "-" else shift)
    except (ValueError, IndexError):
        return None


def _rendering(value: object, header: bytes) -> Literal["hdr", "panorama", "portrait"] | None:
    if any(mark in header for mark in _PORTRAIT_MARKS):
        return "portrait"
    return _RENDERED.get(value) if isinstance(value, int) else None
