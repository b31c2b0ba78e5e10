"""What a camera writes into its files, for phantoms that pretend to come from one."""

import struct

from PIL import Image
from PIL.ExifTags import IFD, Base

from adamas.imaging.photo import Capture


def with_capture(jpeg: bytes, capture: Capture, *, orientation: int = 1) -> bytes:
    """A JPEG file that says how it was taken. orientation: 1-8, as EXIF counts them."""
    exif = Image.Exif()
    plain = {Base.Model: capture.camera, Base.Software: capture.software, Base.Orientation: orientation}
    taken = capture.taken_at
    detail = {
        Base.LensModel: capture.lens,
        Base.DateTimeOriginal: taken and taken.strftime("%Y:%m:%d %H:%M:%S"),
        Base.OffsetTimeOriginal: taken and _offset(taken.strftime("%z")),
        Base.ExposureTime: capture.exposure_s,
        Base.FNumber: capture.f_number,
        Base.ISOSpeedRatings: capture.iso,
        Base.FocalLength: capture.focal_length_mm,
        Base.FocalLengthIn35mmFilm: capture.focal_length_35mm and round(capture.focal_length_35mm),
        Base.Flash: None if capture.flash is None else int(capture.flash),
    }
    exif.update({tag: value for tag, value in plain.items() if value is not None})
    exif.get_ifd(IFD.Exif).update({tag: value for tag, value in detail.items() if value})
    chunk = exif.tobytes()
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(chunk) + 2) + chunk + jpeg[2:]


def _offset(zone: str) -> str:
    return f"{zone[:3]}:{zone[3:]}" if zone else ""
