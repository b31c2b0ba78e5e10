"""Photographs of one synthetic person, drawn once a run: small, so that pores are too fine."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from msgspec.structs import replace

from adamas.imaging.admit import admit
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.face import face, photograph_face
from adamas.imaging.phantom.generate import Phantom, write
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.people import somebody, treated
from adamas.imaging.phantom.shade import LAMP

PX_PER_MM = 7.2


@cache
def folder() -> Path:
    """before/1.jpg, before/2.jpg, after/1.jpg (spots and redness faded), turned/1.jpg; gone with the run."""
    place = Path(mkdtemp(prefix="adamas-photographs-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    she = somebody(7, ita_deg=35, px_per_mm=PX_PER_MM)
    plain, faded = face(she), face(treated(she, spots=0.4, redness=0.4))
    for name, one, yaw in (
        ("before/1", plain, 0.0),
        ("before/2", plain, 0.5),
        ("after/1", faded, -0.5),
        ("turned/1", plain, 7.0),
    ):
        (place / name).parent.mkdir(exist_ok=True)
        camera = _camera(yaw)
        shot = photograph_face(one, camera=camera, seed=len(name) + int(10 * yaw) % 7)
        write(Phantom(sheet=one.sheet, shot=shot, light=LAMP, camera=camera), place / name)
    return place


def _camera(yaw_deg: float) -> Camera:
    return replace(PHONE, view=View(yaw_deg=yaw_deg, roll_deg=yaw_deg / 2))


@cache
def seen(name: str) -> Inspected:
    """One of them, admitted and inspected."""
    return inspect(admit((folder() / f"{name}.jpg").read_bytes()))
