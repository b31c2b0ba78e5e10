"""Zones of skin on a photograph: which pixel belongs to which, without eyes, lips, brows, nostrils, hair.

Zones do not overlap. Left and right are the person's own, so that a mirrored picture has mirrored zones.
"""

from collections.abc import Iterable, Iterator, Mapping

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.errors import PhotoUnusable, told
from adamas.imaging import regions
from adamas.imaging.covering import covered
from adamas.imaging.face import Face
from adamas.imaging.grid import repeated
from adamas.imaging.photo import Mask, Photo, Pixels, View

COARSE_PX_PER_MM = 2.0
"""Zones are drawn at about this scale; their edges are no better known."""
FAR_SIDE_DEG = 15.0
"""Turn of the head from which the zones of the far side are left out: foreshortened by a quarter and more."""
LEAST_SHARE = 0.25
"""A zone of which less is seen is left out."""
FRAME = 0.02
"""Share of a close-up left out along its border, where lenses are softest."""
PAPER_MM = 6.0
"""Kept from a printed marker: its white rim of 3.3 mm, and what the scissors left."""
CLOSE_UP: dict[View, str] = {
    "cheek": "cheek", "forehead": "forehead", "nose": "nose", "hand": "hands", "back": "back",
}  # fmt: skip # a table reads better packed
Labels = NDArray[np.uint8]
Outline = NDArray[np.float64]


class Zones(Struct, frozen=True, kw_only=True, eq=False):
    """Zones of a photo, as a mapping from their name to their mask; read-only.

    labels: of the size of the photo, 0 where nothing counts, else 1 + the place in `names`.
    px_per_mm: scale of the photo. hidden: share of each zone under hair, glasses or cloth, 0-1; a zone of
    which less than `LEAST_SHARE` is seen stands here only.
    """

    labels: Labels
    names: tuple[str, ...]
    px_per_mm: float
    hidden: dict[str, float]

    def __getitem__(self, name: str) -> Mask:
        """The mask of a zone; KeyError when the photo does not show it."""
        if name not in self.names:
            raise KeyError(name)
        return np.equal(self.labels, self.names.index(name) + 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def whole(self) -> Mask:
        """All zones together."""
        return self.labels > 0

    def area_cm2(self, name: str) -> float:
        """Area of a zone as the camera sees it, cm2; curved skin is larger."""
        count = cv2.countNonZero(self[name].view(np.uint8))
        return count / (10.0 * self.px_per_mm) ** 2


Mapping.register(Zones)


def face_zones(photo: Photo, face: Face, *, where: str = "") -> Zones:
    """Zones of a face. Raises PhotoUnusable when no zone is seen."""
    scale = photo.px_per_mm or face.px_per_mm
    step = max(1, int(scale // COARSE_PX_PER_MM))
    points = (face.landmarks[:, :2].astype(np.float64) + 0.5) / step
    outlines = {name: points[list(numbers)] for name, numbers in _seen(face)}
    low = np.floor(points.min(axis=0)).astype(int) - 4
    high = np.ceil(points.max(axis=0)).astype(int) + 4
    limit = np.array([-(-photo.width // step), -(-photo.height // step)])
    low, high = np.clip(low, 0, limit), np.clip(high, 0, limit)
    size = (max(1, int(high[0] - low[0])), max(1, int(high[1] - low[1])))
    points = points - low
    allowed = _allowed(points, size, scale / step)
    drawn = {name: _filled([outline - low], size) & allowed for name, outline in outlines.items()}
    return _zones(photo, drawn, low, step=step, scale=scale, where=where)


def close_up_zones(photo: Photo, *, markers: Outline | None = None, where: str = "") -> Zones:
    """The one zone of a close-up: the frame without its border and whatever covers the skin.

    markers: (n, 4, 2) corners of printed markers; they and the paper around them are no skin.
    Raises PhotoUnusable when the scale is unknown (see `adamas.imaging.scale`) or the view is a face.
    """
    if photo.px_per_mm is None or photo.view not in CLOSE_UP:
        raise PhotoUnusable(
            told("photo-no-scale", "Nothing in the picture says how large it is."),
            where=where,
            hint=told(
                "photo-no-scale-hint", "Lay a ruler or the printed marker on the skin beside the place."
            ),
        )
    step = max(1, int(photo.px_per_mm // COARSE_PX_PER_MM))
    columns, rows = -(-photo.width // step), -(-photo.height // step)
    edge = max(1, round(FRAME * min(columns, rows)))
    mask = np.zeros((rows, columns), bool)
    mask[edge:-edge, edge:-edge] = True
    if markers is not None and len(markers):
        drawn = _filled(((corners + 0.5) / step for corners in markers), (columns, rows))
        mask &= ~_resized(drawn, PAPER_MM * photo.px_per_mm / step)
    origin = np.zeros(2, int)
    return _zones(photo, {CLOSE_UP[photo.view]: mask}, origin, step=step, scale=photo.px_per_mm, where=where)


def _seen(face: Face) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield from regions.MIDDLE.items()
    for name, sides in regions.PAIRED.items():
        # Who turns to the left shows the right side.
        if face.pose.yaw_deg > -FAR_SIDE_DEG:
            yield f"{name}-right", sides[0]
        if face.pose.yaw_deg < FAR_SIDE_DEG:
            yield f"{name}-left", sides[1]


def _allowed(points: Outline, size: tuple[int, int], px_per_mm: float) -> Mask:
    # A face cut off by the edge of the photo keeps its rim there: the border counts as outside.
    inside = _resized(_filled([points[list(regions.OVAL)]], size), -regions.RIM_MM * px_per_mm)
    for parts, distance in regions.KEEP_OFF_MM:
        inside &= ~_resized(_filled((points[list(part)] for part in parts), size), distance * px_per_mm)
    return inside


def _filled(outlines: Iterable[Outline], size: tuple[int, int]) -> Mask:
    canvas = np.zeros((size[1], size[0]), np.uint8)
    for outline in outlines:
        cv2.fillPoly(canvas, [np.round((outline - 0.5) * 16).astype(np.int32)], (1,), shift=4)
    return canvas.view(bool)


def _resized(mask: Mask, by: float) -> Mask:
    radius = round(abs(by))
    if radius == 0:
        return mask
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    source = mask.view(np.uint8)
    done = cv2.dilate(source, disc) if by > 0 else cv2.erode(source, disc, borderValue=(0,))
    return np.asarray(done, np.uint8).view(bool)


def _zones(
    photo: Photo, drawn: dict[str, Mask], origin: NDArray[np.int_], *, step: int, scale: float, where: str
) -> Zones:
    rows, columns = next(iter(drawn.values())).shape
    hair = covered(_coarse(photo.pixels, origin, (columns, rows), step), drawn, px_per_mm=scale / step)
    hidden = {name: _share(mask & hair, mask) for name, mask in drawn.items()}
    names = tuple(name for name, mask in drawn.items() if mask.any() and hidden[name] <= 1 - LEAST_SHARE)
    if not names:
        raise PhotoUnusable(
            told("photo-no-skin", "No skin is seen."),
            where=where,
            hint=told("photo-no-skin-hint", "Take hair, glasses and hands off the face, in even light."),
        )
    small = np.zeros((rows, columns), np.uint8)
    for place, name in enumerate(names):
        small[drawn[name] & ~hair & (small == 0)] = place + 1
    return Zones(labels=_placed(photo, small, origin, step=step), names=names, px_per_mm=scale, hidden=hidden)


def _share(part: Mask, whole: Mask) -> float:
    return float(part.sum() / whole.sum()) if whole.any() else 1.0


def _coarse(pixels: Pixels, origin: NDArray[np.int_], size: tuple[int, int], step: int) -> Pixels:
    left, top = (int(value) * step for value in origin)
    part = pixels[top : top + size[1] * step, left : left + size[0] * step]
    below, right = size[1] * step - part.shape[0], size[0] * step - part.shape[1]
    if below or right:
        part = np.asarray(cv2.copyMakeBorder(part, 0, below, 0, right, cv2.BORDER_REPLICATE), np.uint8)
    return part if step == 1 else np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)


def _placed(photo: Photo, small: Labels, origin: NDArray[np.int_], *, step: int) -> Labels:
    rows, columns = small.shape
    large = repeated(small, step)
    left, top = (int(value) * step for value in origin)
    labels = np.zeros((photo.height, photo.width), np.uint8)
    place = labels[top : top + rows * step, left : left + columns * step]
    place[:] = large[: place.shape[0], : place.shape[1]]
    labels.setflags(write=False)
    return labels
