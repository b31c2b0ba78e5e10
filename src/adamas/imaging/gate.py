"""The gate for one photograph: what is wrong with it, how much, and what makes the next one usable.

A photograph of which nothing can be measured is refused with PhotoUnusable; every lesser fault is a finding
with its value, its limit and one word. Whether two photographs may be compared is another question
(`adamas.imaging.comparability`).
"""

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.colour import NONE, Balance
from adamas.imaging.face import INTEROCULAR_MM, Face
from adamas.imaging.filters import BLURRED, filters, index
from adamas.imaging.finding import Finding, Limits, Word, judge, worst
from adamas.imaging.landmarks import find_faces, upright_face
from adamas.imaging.light import light, median_lab
from adamas.imaging.photo import FACES, Photo
from adamas.imaging.regions import LIPS
from adamas.imaging.scale import find_scale
from adamas.imaging.texture import Texture, texture_of
from adamas.imaging.zones import Zones, close_up_zones, face_zones

RESOLUTION = Limits(
    doubtful=9.5, bad=4.0, unit="px/mm", basis="a pore of 0.22-0.4 mm needs 4 px; lines of 0.25 mm need 1"
)
YAW = Limits(doubtful=8.0, bad=15.0, unit="°", basis="8° foreshorten a cheek by a tenth")
PITCH = Limits(
    doubtful=12.0, bad=20.0, unit="°", basis="heads that look straight into the camera give up to 10°"
)
ROLL = Limits(doubtful=15.0, bad=30.0, unit="°", basis="roll alone changes nothing but the light")
THREE_QUARTER = Limits(doubtful=15.0, bad=25.0, unit="°", basis="distance from a turn of 40°")
THREE_QUARTER_DEG = 40.0
SMILE = Limits(doubtful=0.3, bad=0.7, basis="a neutral face has 0-0.1, a smile 0.9")
BROWS = Limits(doubtful=0.5, bad=0.8, basis="raised or knitted brows make lines of their own")
MOUTH = Limits(doubtful=0.3, bad=0.6, basis="an open or pursed mouth moves chin and cheeks")
EYES_SHUT = Limits(doubtful=0.5, bad=0.8, basis="open eyes have 0-0.2")
HAIR = Limits(doubtful=0.2, bad=0.6, basis="share of forehead or cheek that cannot be seen")
GLASSES = Limits(doubtful=0.25, bad=0.6, basis="share of the skin around both eyes that cannot be seen")
OTHERS = Limits(doubtful=0.5, bad=1.5, basis="another face of at least half the size")
SURE = Limits(doubtful=8.0, bad=6.0, basis="score of the landmarks; whole faces of photographs give 10-23")
CUT_OFF = Limits(doubtful=0.0, bad=0.05, basis="share of the face outside the picture")
DISTANCE = Limits(
    doubtful=600.0,
    bad=350.0,
    unit="mm",
    basis="at 250 mm a face is 16 % narrower and its nose 7 % larger than at 1.5 m",
)
WIDE = Limits(
    doubtful=20.0, bad=15.0, unit="mm", basis="focal length as on 35 mm film; ultra-wide lenses have 13"
)
MAKE_UP = Limits(
    doubtful=22.0, bad=40.0, unit="a*", basis="lips redder than the cheeks; bare lips differ by 5-18"
)
_FILM_DIAGONAL_MM = 43.27


class Inspected(Struct, frozen=True, kw_only=True, eq=False):
    """A photograph that passed the door, and everything found on the way.

    photo: with its scale where a marker gave one. face: None for close-ups. texture: None with too little
    skin. balance: how its colours are corrected before they are measured (`adamas.imaging.balanced`).
    """

    photo: Photo
    face: Face | None
    zones: Zones
    texture: Texture | None
    findings: tuple[Finding, ...]
    balance: Balance = NONE

    @property
    def word(self) -> Word:
        """The worst word of all findings."""
        return worst(self.findings)

    @property
    def px_per_mm(self) -> float:
        """Scale the zones were drawn at."""
        return self.zones.px_per_mm

    def finding(self, name: str) -> Finding | None:
        """A finding by its name; None when it was not looked for."""
        return next((finding for finding in self.findings if finding.name == name), None)


def inspect(photo: Photo, *, where: str = "") -> Inspected:
    """Look a photograph over. Raises PhotoUnusable without a face, skin, or on a close-up a scale."""
    if photo.view not in FACES:
        markers = find_scale(photo.pixels)
        if markers is not None and photo.px_per_mm is None:
            photo = replace(photo, px_per_mm=markers.px_per_mm)
        corners = None if markers is None else markers.corners
        zones = close_up_zones(photo, markers=corners, where=where)
        return _inspected(photo, None, zones, ())
    faces = find_faces(photo.pixels)
    face = upright_face(photo, faces, where=where)
    zones = face_zones(photo, face, where=where)
    return _inspected(photo, face, zones, (*_face(photo, face, zones), _others(faces)))


def _inspected(photo: Photo, face: Face | None, zones: Zones, found: tuple[Finding, ...]) -> Inspected:
    texture = texture_of(photo, zones.whole())
    blur = () if texture is None else (judge("blurred", index("blurred", texture), BLURRED),)
    findings = (
        judge("resolution", zones.px_per_mm, RESOLUTION),
        *found,
        *light(photo, zones),
        *blur,
        *_lens(photo, face),
        *filters(texture, photo.capture),
    )
    return Inspected(photo=photo, face=face, zones=zones, texture=texture, findings=findings)


def _face(photo: Photo, face: Face, zones: Zones) -> tuple[Finding, ...]:
    return (
        judge("sure", face.score, SURE),
        judge("cut-off", _outside(photo, face), CUT_OFF),
        *_pose(photo, face),
        *_expression(face.expression),
        judge("hair", max(zones.hidden.get(name, 0.0) for name in _HAIRY), HAIR),
        judge("glasses", min(zones.hidden.get(name, 1.0) for name in _framed(zones)), GLASSES),
        *_make_up(photo, face, zones),
    )


_HAIRY = ("forehead", "cheek-left", "cheek-right")


def _framed(zones: Zones) -> tuple[str, ...]:
    # Of a face in three quarters one side alone is drawn.
    return tuple(name for name in ("periorbital-left", "periorbital-right") if name in zones.hidden)


def _outside(photo: Photo, face: Face) -> float:
    x, y = face.landmarks[:, 0], face.landmarks[:, 1]
    return float(((x < 0) | (y < 0) | (x >= photo.width) | (y >= photo.height)).mean())


def _pose(photo: Photo, face: Face) -> tuple[Finding, ...]:
    pose = face.pose
    if photo.view == "face":
        yaw = judge("yaw", abs(pose.yaw_deg), YAW)
    else:
        # Who shows the left side has turned to the right.
        wanted = -THREE_QUARTER_DEG if photo.view == "left-three-quarter" else THREE_QUARTER_DEG
        yaw = judge("three-quarter", abs(pose.yaw_deg - wanted), THREE_QUARTER)
    return yaw, judge("pitch", abs(pose.pitch_deg), PITCH), judge("roll", abs(pose.roll_deg), ROLL)


def _expression(expression: dict[str, float]) -> tuple[Finding, ...]:
    def most(*names: str) -> float:
        return max(expression[name] for name in names)

    def mean(name: str) -> float:
        return (expression[f"{name}-left"] + expression[f"{name}-right"]) / 2

    return (
        judge("smile", mean("mouth-smile"), SMILE),
        judge("brows", max(expression["brow-inner-up"], mean("brow-down"), mean("brow-outer-up")), BROWS),
        judge("mouth", most("jaw-open", "mouth-pucker", "mouth-funnel", "cheek-puff"), MOUTH),
        judge("eyes-shut", most("eye-blink-left", "eye-blink-right"), EYES_SHUT),
    )


def _others(faces: tuple[Face, ...]) -> Finding:
    sizes = [face.interocular_px for face in faces]
    return judge("others", float(sum(2 * size >= sizes[0] for size in sizes[1:])), OTHERS)


def _lens(photo: Photo, face: Face | None) -> tuple[Finding, ...]:
    focal = photo.capture.focal_length_35mm
    if focal is None:
        return ()
    wide = judge("wide", focal, WIDE)
    if face is None:
        return (wide,)
    focal_px = focal / _FILM_DIAGONAL_MM * float(np.hypot(photo.width, photo.height))
    return wide, judge("distance", INTEROCULAR_MM * focal_px / face.interocular_px, DISTANCE)


def _make_up(photo: Photo, face: Face, zones: Zones) -> tuple[Finding, ...]:
    """Lips much redder than the cheeks. Paint on skin itself cannot be told from skin: the operator asks."""
    outline = face.landmarks[list(LIPS), :2]
    x, y = (int(value) for value in outline.min(axis=0))
    x, y = max(0, x), max(0, y)
    part = photo.pixels[y : int(outline[:, 1].max()) + 1, x : int(outline[:, 0].max()) + 1]
    cheeks = [name for name in ("cheek-left", "cheek-right") if name in zones]
    if not part.size or not cheeks:
        return ()
    canvas = np.zeros(part.shape[:2], np.uint8)
    cv2.fillPoly(canvas, [np.round(outline - (x, y)).astype(np.int32)], (1,))
    lips = part[canvas > 0]
    # What is dark between open lips is no lip.
    lips = lips[(lips > 60).any(axis=1)]
    wanted = np.zeros(256, bool)
    wanted[[zones.names.index(name) + 1 for name in cheeks]] = True
    skin = photo.pixels[::4, ::4][wanted[zones.labels[::4, ::4]]]
    if not len(lips) or not len(skin):
        return ()
    redness = median_lab(lips)[1] - median_lab(skin)[1]
    return (judge("make-up", float(redness), MAKE_UP),)
