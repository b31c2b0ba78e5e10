"""Bytes of a known kind to upright sRGB pixels. Only the one decoder of the kind ever sees the bytes."""

import warnings
from collections.abc import Callable
from io import BytesIO

import cv2
import numpy as np
import simplejpeg
from msgspec import Struct
from numpy.typing import NDArray
from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from adamas.errors import PhotoUnusable, told
from adamas.imaging import heic, profile
from adamas.imaging.formats import UNREADABLE, Format, moving, original, undeveloped
from adamas.imaging.photo import Pixels

# Pillow tells of broken metadata on the terminal; whoever sent the file is told by us, or needs not know.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")

MAX_PIXELS = 64_000_000
"""A photograph of more is refused before it is decoded: 64 MP are 192 MB of pixels."""
MIN_SIDE_PX = 200
"""A smaller picture is an icon."""
MAX_SCANS = 200
"""Scans of a progressive JPEG; cameras write up to about 10, a hostile file tens of thousands."""
_DNG_VERSION = 50706


class Opened(Struct, frozen=True, kw_only=True, eq=False):
    """A picture whose header was read. pixels: decodes it, upright only if `is_upright`."""

    mode: str
    exif: Image.Exif
    icc: bytes | None
    space: profile.Space | None
    pixels: Callable[[], NDArray[np.uint8]]
    is_upright: bool = False
    jpeg_quality: int | None = None


def open_picture(raw: bytes, form: Format, *, where: str) -> Opened:
    """Read the header. Raises PhotoUnusable when it is damaged, or of a variant that cannot be measured."""
    try:
        opened = _OPENERS[form](raw, where)
    except PhotoUnusable:
        raise
    except UNREADABLE:
        raise damaged(form, where=where) from None
    _check_mode(opened.mode, where=where)
    return opened


def damaged(form: str, *, where: str) -> PhotoUnusable:
    """A file that breaks off or contradicts itself."""
    return PhotoUnusable(
        told("photo-damaged", "This {kind} file is damaged or incomplete.", kind=form),
        where=where,
        hint=told("photo-damaged-hint", "Copy it from the camera once more, or take the photograph again."),
    )


def opaque(pixels: NDArray[np.uint8], *, where: str) -> Pixels:
    """Three channels; a fourth may only say that everything is there. Raises PhotoUnusable otherwise."""
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4):
        raise _grey(where=where)
    if pixels.shape[2] == 4 and int(pixels[..., 3].min()) < 255:
        raise PhotoUnusable(
            told("photo-transparent", "Parts of the picture were cut out."), where=where, hint=original()
        )
    return np.ascontiguousarray(pixels[..., :3])


_TURNS: dict[int, Callable[[Pixels], NDArray[np.generic]]] = {
    2: lambda p: cv2.flip(p, 1),
    3: lambda p: cv2.rotate(p, cv2.ROTATE_180),
    4: lambda p: cv2.flip(p, 0),
    5: cv2.transpose,
    6: lambda p: cv2.rotate(p, cv2.ROTATE_90_CLOCKWISE),
    7: lambda p: cv2.flip(cv2.transpose(p), -1),
    8: lambda p: cv2.rotate(p, cv2.ROTATE_90_COUNTERCLOCKWISE),
}


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Undo an EXIF orientation, 1-8. Fast decoders do not do it; OpenCV's does, so it is not used here."""
    return np.asarray(_TURNS[orientation](pixels), np.uint8) if orientation in _TURNS else pixels


def _jpeg(raw: bytes, where: str) -> Opened:
    if raw.count(b"\xff\xda") > MAX_SCANS:
        raise damaged("JPEG", where=where)
    header = JpegImagePlugin.JpegImageFile(BytesIO(raw))
    return _pillow(header, lambda: _jpeg_pixels(raw), where=where, jpeg_quality=_quality(header))


def _jpeg_pixels(raw: bytes) -> NDArray[np.uint8]:
    try:
        return np.asarray(simplejpeg.decode_jpeg(raw, colorspace="RGB"))
    except ValueError as error:
        # Some phones leave stray bytes between segments; the picture itself is whole.
        if "extraneous bytes" not in str(error):
            raise
        return np.asarray(simplejpeg.decode_jpeg(raw, colorspace="RGB", strict=False))


def _png(raw: bytes, where: str) -> Opened:
    header = PngImagePlugin.PngImageFile(BytesIO(raw))
    if getattr(header, "is_animated", False):
        raise moving(where=where)
    space = None
    if "chromaticity" in header.info and "srgb" not in header.info:
        x = header.info["chromaticity"]
        white, *colours = ((x[i], x[i + 1]) for i in range(0, 8, 2))
        gamma = 1 / float(header.info.get("gamma", 1 / 2.2))
        space = profile.space_of("cHRM", (*colours, white), gamma=gamma)
    return _pillow(header, lambda: _loaded(header), where=where, space=space)


def _tiff(raw: bytes, where: str) -> Opened:
    header = TiffImagePlugin.TiffImageFile(BytesIO(raw))
    if _DNG_VERSION in header.tag_v2:
        raise undeveloped("DNG", where=where)
    if getattr(header, "n_frames", 1) > 1:
        raise PhotoUnusable(
            told("photo-pages", "This file holds several pictures."),
            where=where,
            hint=told("photo-pages-hint", "Save the one to measure as a file of its own."),
        )
    # Pillow turns TIFF files itself while it decodes them.
    return _pillow(header, lambda: _loaded(header), where=where, is_upright=True)


def _loaded(header: ImageFile.ImageFile) -> NDArray[np.uint8]:
    header.load()
    return np.asarray(header.convert("RGB") if header.mode == "YCbCr" else header)


def _pillow(
    header: ImageFile.ImageFile,
    pixels: Callable[[], NDArray[np.uint8]],
    *,
    where: str,
    space: profile.Space | None = None,
    is_upright: bool = False,
    jpeg_quality: int | None = None,
) -> Opened:
    _check_size(header.width, header.height, where=where)
    return Opened(
        mode=header.mode,
        exif=header.getexif(),
        icc=header.info.get("icc_profile"),
        space=space,
        pixels=pixels,
        is_upright=is_upright,
        jpeg_quality=jpeg_quality,
    )


def _heic(raw: bytes, where: str) -> Opened:
    picture, pixels = heic.read(raw, most=MAX_PIXELS, where=where)
    _check_size(picture.width, picture.height, where=where)
    if picture.transfer in (16, 18):
        raise PhotoUnusable(
            told("photo-hdr", "This picture is in high dynamic range (HDR)."),
            where=where,
            hint=told("photo-hdr-hint", "Switch HDR off in the camera and take it again."),
        )
    exif = Image.Exif()
    exif.load(picture.exif)
    return Opened(
        mode=picture.mode,
        exif=exif,
        icc=picture.icc,
        space=profile.space_of("Display P3", profile.DISPLAY_P3) if picture.primaries == 12 else None,
        pixels=lambda: np.frombuffer(pixels, np.uint8).reshape(picture.height, picture.width, -1),
        # The container turns the picture itself; the EXIF orientation beside it must not be applied twice.
        is_upright=True,
    )


_OPENERS: dict[Format, Callable[[bytes, str], Opened]] = {
    "JPEG": _jpeg, "PNG": _png, "TIFF": _tiff, "HEIC": _heic,
}  # fmt: skip # a table reads better packed

# Luminance table of the JPEG standard, ITU-T T.81 annex K.1, by its mean.
_STANDARD_MEAN = 57.625


def _quality(header: JpegImagePlugin.JpegImageFile) -> int | None:
    table = header.quantization.get(0)
    if not table:
        return None
    scale = 100.0 * (sum(table) / 64.0) / _STANDARD_MEAN
    quality = (200.0 - scale) / 2.0 if scale <= 100.0 else 5000.0 / scale
    return max(1, min(100, round(quality)))


def _check_mode(mode: str, *, where: str) -> None:
    if mode in ("RGB", "RGBA", "RGBX", "YCbCr"):
        return
    if mode in ("CMYK", "LAB"):
        raise PhotoUnusable(
            told("photo-print", "The colours of this picture were made for print ({mode}).", mode=mode),
            where=where,
            hint=original(),
        )
    if mode in ("P", "PA"):
        raise PhotoUnusable(
            told("photo-palette", "This picture was reduced to a few colours."), where=where, hint=original()
        )
    raise _grey(where=where)


def _grey(*, where: str) -> PhotoUnusable:
    return PhotoUnusable(
        told("photo-grey", "This picture has no colours."),
        where=where,
        hint=told("photo-grey-hint", "Take it in colour, without a filter."),
    )


def _check_size(width: int, height: int, *, where: str) -> None:
    """Before anything is decoded: reading the EXIF of a PNG alone would already do so."""
    if width * height > MAX_PIXELS:
        raise PhotoUnusable(
            told(
                "photo-huge",
                "The picture has {megapixels} megapixels; at most {limit} are read.",
                megapixels=round(width * height / 1e6),
                limit=MAX_PIXELS // 1_000_000,
            ),
            where=where,
            hint=told("photo-huge-hint", "Set the camera to 12-50 megapixels."),
        )
    if min(width, height) < MIN_SIDE_PX:
        raise PhotoUnusable(
            told(
                "photo-small",
                "The picture is {width} by {height} pixels; each side needs {least} or more.",
                width=width,
                height=height,
                least=MIN_SIDE_PX,
            ),
            where=where,
            hint=original(),
        )
