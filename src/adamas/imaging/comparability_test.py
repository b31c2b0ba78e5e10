from datetime import datetime
from functools import cache

import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging import differences
from adamas.imaging.comparability import VETO_BELOW, Comparability, compare
from adamas.imaging.examine import lay
from adamas.imaging.face import Face, Pose
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.face import Face as PhantomFace
from adamas.imaging.phantom.face import face, photograph_face
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.people import somebody
from adamas.imaging.photo import Capture, Photo, Pixels
from adamas.imaging.zones import Zones

POINTS = (
    "position",
    "expression",
    "light",
    "background",
    "zoom",
    "make-up",
    "views",
    "timing",
    "description",
)


@cache
def person() -> PhantomFace:
    return face(somebody(31, ita_deg=35, px_per_mm=7.2))


@cache
def seen(camera: Camera = PHONE, seed: int = 0) -> Inspected:
    pixels = photograph_face(person(), camera=camera, seed=seed).pixels
    return inspect(Photo(pixels=pixels, view="face", capture=Capture(), digest=""))


def pair(camera: Camera) -> Comparability:
    before, after = seen(), seen(camera, 1)
    laid = lay([before, after])
    return compare(before, after, laid.alignments[0], blur_um=laid.blurs_um[1])


def phone(**changes: object) -> Camera:
    return replace(PHONE, **changes)


def test_a_photo_taken_anew_may_be_compared() -> None:
    again = pair(
        phone(view=View(yaw_deg=1.5, pitch_deg=-1.5, roll_deg=2, scale=1.015), exposure_ev=0.05, jpeg=90)
    )
    assert again.vetoed_by == ()
    assert again.score >= VETO_BELOW


@pytest.mark.parametrize(
    ("camera", "by"),
    [
        (phone(view=View(yaw_deg=5.5)), "yaw"),
        (phone(view=View(scale=1.055)), "scale"),
        (phone(view=View(scale=0.945)), "scale"),
        (phone(exposure_ev=0.33), "exposure"),
        (phone(exposure_ev=-0.33), "exposure"),
        (phone(kelvin=6504 - 330), "light-colour"),
        (phone(kelvin=6504 + 380), "light-colour"),
        (phone(focus_px=2.5), "blur"),
        (phone(motion_px=7.0), "blur"),
    ],
    ids=["yaw", "larger", "smaller", "brighter", "darker", "warmer", "bluer", "out of focus", "shaken"],
)
def test_a_pair_taken_differently_is_vetoed_for_just_that(camera: Camera, by: str) -> None:
    result = pair(camera)
    assert result.vetoed_by == (by,)
    assert result.score < VETO_BELOW
    advice = result.check(by).advice
    assert advice is not None
    assert advice.id == f"pair-{by}-advice"


def test_a_photo_with_twice_the_pixels_allows_less_blur() -> None:
    coarse, other = seen(), seen(PHONE, 1)
    laid = lay([coarse, other]).alignments[0]
    finer = tuple(replace(one, zones=replace(one.zones, px_per_mm=14.4)) for one in (coarse, other))
    limits = [compare(a, b, laid, blur_um=0.0).check("blur").limit for a, b in ((coarse, other), finer)]
    assert limits[0] > limits[1]


def test_the_same_photo_twice_is_as_good_as_it_gets() -> None:
    result = pair(PHONE)
    assert result.score >= 90
    assert result.vetoed_by == ()


def test_nine_points_are_asked_and_what_nobody_said_stays_unknown() -> None:
    result = pair(PHONE)
    assert tuple(point.name for point in result.checklist) == POINTS
    words = {point.name: point.word for point in result.checklist}
    assert words["timing"] == words["description"] == "unknown"
    assert words["position"] == words["zoom"] == words["views"] == "good"


def posed(yaw: float, pitch: float) -> Face:
    points = np.random.default_rng(3).normal(0, 100, (478, 3))
    about_y, about_x = np.radians(yaw), np.radians(pitch)
    x = points[:, 0] * np.cos(about_y) + points[:, 2] * np.sin(about_y)
    z = points[:, 2] * np.cos(about_y) - points[:, 0] * np.sin(about_y)
    y = points[:, 1] * np.cos(about_x) + z * np.sin(about_x)
    turned = np.column_stack([x, y, z]).astype(np.float32)
    return Face(landmarks=turned, expression={}, pose=Pose(0, 0, 0), score=20.0)


@pytest.mark.parametrize(("yaw", "pitch"), [(0.0, 0.0), (5.0, 0.0), (-5.0, 0.0), (0.0, 4.0), (3.0, -2.0)])
def test_the_turn_of_a_head_is_read_from_what_is_near_and_what_is_far(yaw: float, pitch: float) -> None:
    first, second = posed(0, 0), posed(yaw, pitch)
    there = second.landmarks[:468, :2].astype(np.float64)
    turn = differences.turn_of(first.landmarks[:468].astype(np.float64), there, np.ones(468))
    assert (turn.yaw_deg, turn.pitch_deg) == pytest.approx((yaw, pitch), abs=0.2)


def flat(level: tuple[int, int, int]) -> tuple[Photo, Zones]:
    pixels: Pixels = np.full((200, 200, 3), level, np.uint8)
    labels = np.ones((200, 200), np.uint8)
    zones = Zones(labels=labels, names=("chin",), px_per_mm=4.0, hidden={})
    return Photo(pixels=pixels, view="face", capture=Capture(), digest=""), zones


def test_half_the_light_is_one_stop_and_no_change_of_colour() -> None:
    light = differences.light(flat((200, 150, 130)), flat((147, 109, 94)))
    assert light is not None
    assert light.exposure_ev == pytest.approx(-1.0, abs=0.03)
    assert light.kelvin == pytest.approx(0.0, abs=80)


def test_redder_skin_is_no_warmer_lamp() -> None:
    # Blood takes green and blue, a warm lamp takes blue and adds red.
    light = differences.light(flat((200, 150, 130)), flat((194, 136, 116)))
    assert light is not None
    assert abs(light.kelvin) < 120
    assert light.blood > 0.05


def test_the_time_of_day_goes_round_midnight() -> None:
    late, early = (
        Capture(taken_at=datetime.fromisoformat(when)) for when in ("2026-01-01T23:00", "2026-01-09T01:00")
    )
    assert differences.hours_of_day(late, early) == 2
    assert differences.hours_of_day(late, Capture()) is None


def test_settings_that_differ_are_named() -> None:
    one, other = Capture(camera="A", lens="wide"), Capture(camera="B", lens="wide")
    assert differences.settings(one, other) == ("camera",)
    assert differences.settings(one, one) == ()
    assert differences.settings(Capture(), one) is None
