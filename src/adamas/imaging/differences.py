"""How two photographs of the same skin differ in everything but the skin, as numbers."""

from collections.abc import Iterable

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging import optics
from adamas.imaging.align import LEAST_SEEN, Alignment
from adamas.imaging.face import Face
from adamas.imaging.gate import Inspected
from adamas.imaging.light import median_lab
from adamas.imaging.photo import Capture, Photo
from adamas.imaging.similarity import MESH, scale_of
from adamas.imaging.skin import Correction
from adamas.imaging.zones import Zones

SAMPLE = 150_000
"""Pixels a photo that are looked at for colour."""
LEAST_PIXELS = 40
WARMER = np.array([0.00368, 0.0, -0.00599])
"""Change of ln(R, G, B) with one mired of light temperature, at 6500 K on the Planckian locus."""
NEUTRAL_K = 6504.0
OUTER, INNER = (234, 454), (33, 263)
"""Landmarks at the sides of the face, and at the outer corners of the eyes."""
Corrections = tuple[Correction | None, Correction | None]
# What the lower face and the brows do moves the skin; the gaze does not.
_STILL = ("neutral", "eye-look", "eye-blink", "tongue")
_ROUNDS = 4


class Turn(Struct, frozen=True):
    """Turn of the head from one photo to the other, degrees, signs as in `Pose`; scale: after to before."""

    yaw_deg: float
    pitch_deg: float
    scale: float


class Light(Struct, frozen=True):
    """Change of the light on the skin: exposure in stops, temperature in kelvin (more is bluer), blood apart.

    side_ev: change of left against right, stops. blood: what was told apart, optical density.
    """

    exposure_ev: float
    kelvin: float
    side_ev: float
    blood: float


def turn(before: Face, after: Face, alignment: Alignment) -> Turn:
    """How far the head turned, by the depth of its landmarks: what is near moves against what is far.

    Where dense flow can be believed the skin says where each landmark went, else the landmarks themselves.
    """
    points = before.landmarks[:MESH].astype(np.float64)
    there = after.landmarks[:MESH, :2].astype(np.float64)
    weight = np.ones(MESH)
    if alignment.relief >= LEAST_SEEN:
        known = alignment.trusts(points[:, :2])
        if np.count_nonzero(known) >= MESH // 4:
            there, weight = alignment.seen_after(points[:, :2]), known.astype(np.float64)
    return turn_of(points, there, weight)


def turn_of(points: NDArray[np.float64], there: NDArray[np.float64], weight: NDArray[np.float64]) -> Turn:
    """The same from landmarks (n, 3) and where each of them went (n, 2), weighted."""
    centred = points - np.average(points, axis=0, weights=weight)
    design = np.column_stack([centred, np.ones(len(points))])
    robust, matrix = weight, np.zeros((4, 2))
    for _ in range(_ROUNDS):
        root = np.sqrt(robust)[:, None]
        matrix = np.linalg.lstsq(design * root, there * root, rcond=None)[0]
        off = np.hypot(*(there - design @ matrix).T)
        # Who smiles moves the mouth: landmarks far off the rest count less.
        middle = np.median(off[weight > 0]) + 1e-6
        robust = weight / np.maximum(1.0, (off / (2 * middle)) ** 2)
    rows = matrix[:3].T
    scale = float(np.sqrt(abs(np.linalg.norm(rows[0]) * np.linalg.norm(rows[1]))))
    sideways = _upright(rows)
    yaw, pitch = np.degrees(np.arcsin(np.clip(sideways / scale, -1, 1)))
    return Turn(float(yaw), float(pitch), scale)


def _upright(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Movement with depth in the axes of the photo before: the turn in the plane is undone."""
    angle = np.arctan2(rows[1, 0] - rows[0, 1], rows[0, 0] + rows[1, 1])
    turn_back = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray(turn_back @ rows[:, 2])


def distance_percent(before: Face, after: Face) -> float:
    """Change of the width of the face against its eyes, %: nearer cameras see a narrower face."""
    first, second = (_width(face) for face in (before, after))
    return 100 * float(np.log(second / first))


def _width(face: Face) -> float:
    outer, inner = (np.linalg.norm(np.subtract(*face.landmarks[list(pair)])) for pair in (OUTER, INNER))
    return float(outer / inner)


def light(
    before: tuple[Photo, Zones], after: tuple[Photo, Zones], *, corrections: Corrections = (None, None)
) -> Light | None:
    """What the light did, zone by zone; None when the photos share too little skin.

    corrections: of both photos, `Balance.matrix`; what is left after them is told.

    A change of colour is shared among exposure, temperature and blood, whose directions differ, so that red
    skin is not taken for a warm lamp. A tan and a warmer lamp are alike, and count as light.
    """
    first, second = (
        _corrected(_zone_colours(*side), by) for side, by in zip((before, after), corrections, strict=True)
    )
    shared = [name for name in first if name in second]
    if not shared:
        return None
    change = {name: np.log(second[name] / first[name]) for name in shared}
    middle = np.median(np.array(list(change.values())), axis=0)
    tone = np.median(np.array([first[name] for name in shared]), axis=0)
    _, blood_direction = optics.directions(optics.melanin_of(-np.log10(tone).astype(np.float32)))
    directions = np.column_stack([np.ones(3), WARMER, -np.log(10) * blood_direction])
    brighter, mired, blood = np.linalg.solve(directions, middle)
    return Light(
        exposure_ev=float(brighter / np.log(2)),
        kelvin=float(1e6 / (1e6 / NEUTRAL_K + mired) - NEUTRAL_K),
        side_ev=_side(change),
        blood=float(blood),
    )


def _zone_colours(photo: Photo, zones: Zones) -> dict[str, NDArray[np.float64]]:
    step = max(1, int(np.sqrt(photo.height * photo.width / SAMPLE)))
    labels, pixels = zones.labels[::step, ::step], photo.pixels[::step, ::step]
    colours = {}
    for place, name in enumerate(zones.names):
        inside = pixels[labels == place + 1]
        if len(inside) >= LEAST_PIXELS:
            # A mean of light after clipping would be pulled by gloss: the middle half counts.
            ordered = np.sort(inside, axis=0)[len(inside) // 4 : -(len(inside) // 4)]
            colours[name] = np.maximum(optics.LINEAR[ordered].mean(axis=0, dtype=np.float64), 1e-4)
    return colours


def _corrected(
    colours: dict[str, NDArray[np.float64]], by: Correction | None
) -> dict[str, NDArray[np.float64]]:
    if by is None:
        return colours
    return {name: np.maximum(by @ np.array([*mean, 1.0]), 1e-4) for name, mean in colours.items()}


def _side(change: dict[str, NDArray[np.float64]]) -> float:
    sides = [
        (change[name][1] - change[f"{name.removesuffix('-left')}-right"][1]) / np.log(2)
        for name in change
        if name.endswith("-left") and f"{name.removesuffix('-left')}-right" in change
    ]
    return float(np.median(sides)) if sides else 0.0


def expression(before: Face, after: Face) -> float:
    """Largest change of any expression but the gaze, 0-1."""
    names = [name for name in before.expression if not name.startswith(_STILL)]
    return max(abs(after.expression[name] - before.expression[name]) for name in names)


def hours_of_day(before: Capture, after: Capture) -> float | None:
    """Difference of the time of day, 0-12 h; None when a photo does not say it."""
    if before.taken_at is None or after.taken_at is None:
        return None
    first, second = (at.hour + at.minute / 60 for at in (before.taken_at, after.taken_at))
    apart = abs(first - second)
    return min(apart, 24 - apart)


def settings(before: Capture, after: Capture) -> tuple[str, ...] | None:
    """What of camera and settings differs, by name; None when the photos do not say."""
    said = [
        (name, getattr(before, name), getattr(after, name))
        for name in ("camera", "lens", "focal_length_35mm", "flash", "rendering", "profile", "software")
    ]
    if before.camera is None or after.camera is None:
        known: Iterable[str] = (name for name, one, other in said if one and other and one != other)
        return tuple(known) or None
    return tuple(name for name, one, other in said if one != other)


def scale(alignment: Alignment) -> float:
    """How many times larger the skin is after than before."""
    if alignment.relief < LEAST_SEEN or not alignment.trusted.any():
        return scale_of(alignment.matrix)
    rows, columns = np.nonzero(alignment.trusted)
    chosen = slice(None, None, max(1, len(rows) // 500))
    points = alignment.grid.on_photo(np.column_stack([columns[chosen], rows[chosen]]))
    there = alignment.seen_after(points)
    first, second = (side - side.mean(axis=0) for side in (points, there))
    return float(np.sqrt((second**2).sum() / max((first**2).sum(), 1e-9)))


def overlap_percent(before: Zones, after: Zones, alignment: Alignment) -> float:
    """Share of the skin of the first photo that lies on skin of the second one, %; 0 when nothing lies."""
    if not alignment.trusted.any():
        return 0.0
    every = max(1, int(np.sqrt(before.labels.size / SAMPLE)))
    rows, columns = np.nonzero(before.labels[::every, ::every])
    places = np.rint(alignment.after(np.column_stack([columns, rows]) * float(every))).astype(int)
    height, width = after.labels.shape
    inside = (places >= 0).all(axis=1) & (places[:, 0] < width) & (places[:, 1] < height)
    x, y = places[inside].T
    return 100 * float(np.count_nonzero(after.labels[y, x])) / max(1, len(places))


def background(before: Inspected, after: Inspected) -> float | None:
    """Difference of what stands behind the head, CIELAB; None for close-ups."""
    if before.face is None or after.face is None:
        return None
    first, second = (_behind(one.photo, one.face) for one in (before, after) if one.face is not None)
    return None if first is None or second is None else float(np.linalg.norm(first - second))


def _behind(photo: Photo, face: Face) -> NDArray[np.float64] | None:
    """Median colour of the two upper corners beside the head."""
    left, right = face.landmarks[:MESH, 0].min(), face.landmarks[:MESH, 0].max()
    reach = (right - left) / 3
    below = int(max(face.landmarks[:MESH, 1].mean(), 0))
    strips = (
        photo.pixels[:below:8, : max(0, int(left - reach)) : 8],
        photo.pixels[:below:8, int(right + reach) :: 8],
    )
    pixels = np.concatenate([strip.reshape(-1, 3) for strip in strips])
    return median_lab(pixels) if len(pixels) >= LEAST_PIXELS else None
