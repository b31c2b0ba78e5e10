"""Is the face of the phantom a face, and are its pose and landmarks seen as they are?"""

from collections.abc import Iterator
from functools import cache

import cv2
import numpy as np
from msgspec.structs import replace

from adamas.imaging.landmarks import find_faces
from adamas.imaging.phantom.camera import PHONE
from adamas.imaging.phantom.face import Face, face, photograph_face
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import melanin_for
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.skin import ORDINARY
from adamas.imaging.photo import Pixels
from validation.page import IMAGES
from validation.study import Bar, Part, Picture, Step, Study, Table

TONES = (60, 40, 20, 0, -20, -40, -60)
VIEWS = (
    View(),
    View(yaw_deg=5),
    View(yaw_deg=-10),
    View(yaw_deg=15),
    View(pitch_deg=8),
    View(pitch_deg=-8),
    View(roll_deg=10),
    View(distance=2.5),
    View(yaw_deg=4, pitch_deg=-4, roll_deg=-4, bend_px=8),
)
DENSITY = 6.0
"""Pixels per mm: a photo of 2 MP, as the face model sees it anyway."""


@cache
def _person(ita: int) -> Face:
    skin = replace(ORDINARY, seed=abs(ita), px_per_mm=DENSITY, melanin=melanin_for(ita, blood=0.015))
    return face(skin)


def _seen(ita: int, view: View, light: Light = LAMP) -> tuple[Pixels, tuple[float, ...]]:
    """The photo; logit, turn found (3), median distance of landmarks in percent of that between the eyes."""
    # A phone brightens a dark face.
    camera = replace(PHONE, view=view, exposure_ev=max(0.0, 0.4 - ita / 100))
    shot = photograph_face(_person(ita), light=light, camera=camera, seed=1)
    faces = find_faces(shot.pixels)
    if not faces:
        return shot.pixels, (float("-inf"), 0.0, 0.0, 0.0, float("nan"))
    (pose, points), true = (
        (faces[0].pose, faces[0].landmarks),
        shot.geometry.to_photo(_person(ita).landmarks_px),
    )
    off = np.hypot(*(points[:, :2] - true).T) / faces[0].interocular_px * 100
    return shot.pixels, (faces[0].score, pose.yaw_deg, pose.pitch_deg, pose.roll_deg, float(np.median(off)))


def run() -> Iterator[Step | Part]:
    """Seven tones from the front, then one tone in nine views and three lights."""
    pictures, tones = [], []
    of = len(TONES) + len(VIEWS) + 3
    for index, ita in enumerate(TONES):
        pixels, seen = _seen(ita, View())
        pictures.append(cv2.resize(pixels, (315, 420), interpolation=cv2.INTER_AREA))
        tones.append((ita, round(seen[0], 1), round(seen[4], 2)))
        yield Step(index + 1, of)
    yield Table(
        title="One face in seven tones",
        rows=tuple(tones),
        columns=("ITA, degrees", "logit of a face", "landmarks off, % of IOD"),
        note="Real faces give a logit of 7 to 23. Landmarks: median of 478; the oval of the head is vague.",
    )
    straight = np.array(_seen(20, View())[1][1:4])
    rows, errors = [], []
    for index, view in enumerate(VIEWS):
        seen = _seen(20, view)[1]
        found, true = np.array(seen[1:4]) - straight, (view.yaw_deg, view.pitch_deg, view.roll_deg)
        # Near, the perspective itself looks like a turn.
        errors += [np.abs(found - true).max()] if view.distance == 5 else []
        named = f"{true[0]:g}, {true[1]:g}, {true[2]:g}" + (", near (0.5 m)" if view.distance < 5 else "")
        rows.append((named, ", ".join(f"{turn:.1f}" for turn in found), round(seen[0], 1), round(seen[4], 2)))
        yield Step(len(TONES) + index + 1, of)
    lights = (
        Light(azimuth_deg=180, elevation_deg=35),
        Light(azimuth_deg=0, elevation_deg=35),
        Light(azimuth_deg=270),
    )
    logits = [_seen(20, View(), light)[1][0] for light in lights]
    yield Table(
        title="Turned by so much, found by so much against the straight view",
        columns=("yaw, pitch, roll, degrees", "found", "logit", "landmarks off, % of IOD"),
        rows=tuple(rows),
        note=f"Light from the left, the right and below: logits {', '.join(f'{one:.1f}' for one in logits)}.",
    )
    worst = min(*(row[1] for row in tones), *logits)
    yield Bar(
        claim="phantom: its face is taken for a face",
        bar="logit at least 7 in every tone and light",
        measured=f"{worst:.1f}",
        is_met=worst >= 7,
    )
    yield Bar(
        claim="phantom: turns are seen as turned",
        bar="within 2 degrees up to 15",
        measured=f"{max(errors):.1f}",
        is_met=max(errors) <= 2,
    )
    done, raw = cv2.imencode(".jpg", cv2.cvtColor(np.hstack(pictures), cv2.COLOR_RGB2BGR), [1, 82])
    if done:
        (IMAGES / "phantom-faces.jpg").write_bytes(raw.tobytes())
    yield Picture(file="phantom-faces.jpg", title="One face in seven tones")


STUDY = Study(
    title="The phantom: its face",
    about="""
Phantom skin on the relief of a mean face, photographed from one metre at 2 MP, and given to the face model
that real photographs are given to.
""",
    run=run,
    order=12,
)
