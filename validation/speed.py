"""How fast the phantom is drawn and photographed."""

import platform
import time
from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, shoot
from adamas.imaging.phantom.face import FULL, face, photograph_face
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.shade import LAMP, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import ORDINARY, Skin
from validation.study import Bar, Part, Step, Study, Table

ROUNDS = 3
MOVED = replace(
    PHONE, view=View(yaw_deg=2, roll_deg=1, scale=1.02, bend_px=8), exposure_ev=0.1, kelvin=6400.0
)


def run() -> Iterator[Step | Part]:
    """The best of a few rounds of each."""
    small, large, portrait = (
        Skin(seed=1, size_mm=(44, 44)),
        Skin(seed=1, size_mm=(189, 252)),
        replace(ORDINARY, px_per_mm=FULL),
    )
    drawn, dressed = sheet(large), face(portrait)
    lit = shade(drawn, LAMP)
    tasks: tuple[tuple[str, Callable[[], object]], ...] = (
        ("sheet of 0.5 MP", partial(sheet, small)),
        ("sheet of 12 MP, 5700 pores", partial(sheet, large)),
        ("light on it", partial(shade, drawn, LAMP)),
        ("photo of it, turned, bent, JPEG", partial(shoot, lit, MOVED, seed=1)),
        ("face of 12 MP", partial(face, portrait)),
        ("photo of it, turned, JPEG", partial(photograph_face, dressed, camera=MOVED, seed=1)),
    )
    rows, best = [], {}
    for index, (name, task) in enumerate(tasks):
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            task()
            times.append(time.perf_counter() - began)
        best[name] = min(times)
        rows.append((name, round(min(times), 3)))
        yield Step(index + 1, len(tasks))
    yield Table(
        title="Seconds, best of three",
        columns=("what", "s"),
        rows=tuple(rows),
        note=f"Two cores, {platform.machine()}, Python {platform.python_version()}.",
    )
    yield Bar(
        claim="phantom: fast",
        bar="0.5 MP in 0.5 s, 12 MP in 4 s",
        measured=f"{best['sheet of 0.5 MP']:.2f} s, {best['sheet of 12 MP, 5700 pores']:.1f} s",
        is_met=best["sheet of 0.5 MP"] <= 0.5 and best["sheet of 12 MP, 5700 pores"] <= 4,
    )


STUDY = Study(title="The phantom: speed", about="Drawing, lighting and photographing.", run=run, order=13)
