"""What the gate reads on faces of known pose and size, and how often it doubts an ordinary photograph."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from adamas.imaging.face import Pose
from adamas.imaging.finding import Word
from adamas.imaging.gate import inspect
from adamas.imaging.phantom.camera import Camera
from adamas.imaging.phantom.face import face
from adamas.imaging.phantom.people import sit_down, somebody, take
from adamas.imaging.photo import Capture, Photo
from validation.study import Part, Step, Study, Table, work

TONES = (58, 45, 30, 15, 0, -15, -30, -45, -58)
EACH = 4
PX_PER_MM = 10.0
FIRST_SEED = 300


class Shot(Struct, frozen=True):
    """One photograph: errors of yaw, pitch, roll (degrees) and scale (share), and what was not good."""

    errors: tuple[float, ...]
    word: Word
    doubts: tuple[str, ...]


def shots(number: int) -> list[Shot]:
    """One person, photographed in several sittings as a clinic does."""
    one = face(somebody(FIRST_SEED + number, ita_deg=TONES[number], px_per_mm=PX_PER_MM))
    rng = np.random.default_rng(number)
    found = []
    for _ in range(EACH):
        phantom = take(one, sit_down(rng), rng)
        photo = Photo(pixels=phantom.shot.pixels, view="face", capture=Capture(), digest="")
        inspected = inspect(photo)
        doubts = tuple(finding.name for finding in inspected.findings if finding.word != "good")
        if inspected.face is not None:
            errors = _errors(phantom.camera, inspected.face.pose, inspected.px_per_mm)
            found.append(Shot(errors, inspected.word, doubts))
    return found


def _errors(camera: Camera, pose: Pose, px_per_mm: float) -> tuple[float, ...]:
    view = camera.view
    return (
        pose.yaw_deg - view.yaw_deg,
        pose.pitch_deg - view.pitch_deg,
        pose.roll_deg - view.roll_deg,
        100 * (px_per_mm / (PX_PER_MM * view.scale) - 1),
    )


def run() -> Iterator[Step | Part]:
    """Photograph everybody, then two tables."""
    table: list[Shot] = []
    for done, some in enumerate(work(shots, range(len(TONES)))):
        table += some
        yield Step(done + 1, len(TONES))
    errors = np.array([shot.errors for shot in table])
    names = (("yaw", "°"), ("pitch", "°"), ("roll", "°"), ("scale", "%"))
    yield Table(
        title="Pose and scale against the truth",
        columns=("quantity", "unit", "photographs", "mean error", "standard deviation", "largest"),
        rows=tuple(
            (name, unit, len(table), *(round(float(value), 2) for value in (e.mean(), e.std(), abs(e).max())))
            for (name, unit), e in zip(names, errors.T, strict=True)
        ),
    )
    words = Counter(shot.word for shot in table)
    doubts = Counter(name for shot in table for name in shot.doubts)
    yield Table(
        title="Words for ordinary photographs",
        columns=("word", "photographs", "for what"),
        rows=(
            ("good", words["good"], ""),
            (
                "doubtful",
                words["doubtful"],
                ", ".join(f"{name} {count}" for name, count in doubts.most_common()),
            ),
            ("bad", words["bad"], ""),
        ),
    )


STUDY = Study(
    title="Gate: pose, scale, and ordinary photographs",
    about="""
Phantom faces of nine tones (ITA -58° to 58°), four photographs each, taken anew every time: pose within about
2°, size within 2 %, light, exposure, focus and compression as a careful clinic has them.
""",
    run=run,
    order=44,
)
