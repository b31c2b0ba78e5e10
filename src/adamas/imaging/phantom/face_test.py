from functools import cache
from pathlib import Path

import cv2
import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.landmarks import find_faces
from adamas.imaging.phantom import features
from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.face import Face, face, light_face, photograph_face, portrait
from adamas.imaging.phantom.generate import portray, write
from adamas.imaging.phantom.geometry import Geometry, View
from adamas.imaging.phantom.head import SIZE_MM, landmarks_mm, relief
from adamas.imaging.phantom.optics import melanin_for
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.skin import BARE, ORDINARY

SMALL = replace(ORDINARY, seed=4, px_per_mm=4.0)
INNER = list({*range(468)} - {n for n in range(468) if abs(landmarks_mm()[n, 0] - 105) > 50})


@cache
def one() -> Face:
    return face(SMALL)


def test_the_head_is_symmetrical_and_its_nose_is_its_highest_point() -> None:
    points = landmarks_mm()
    assert points[468:, 2].max() < points[:468, 2].max() == points[4, 2]
    twins = np.abs((2 * 105 - points[:, None, 0]) - points[None, :, 0]) + np.abs(
        points[:, None, 1] - points[None, :, 1]
    )
    assert twins.min(1).max() < 2.0


def test_the_relief_goes_through_the_middle_of_the_face() -> None:
    head, points = relief(px_per_mm=4.0), landmarks_mm()[INNER]
    off = np.abs(head.at(points[:, :2] * 4 - 0.5) / 4 - points[:, 2])
    assert np.median(off) < 1.0


@pytest.mark.parametrize("view", [View(), View(yaw_deg=12), View(pitch_deg=-10, roll_deg=5, bend_px=4)])
def test_the_way_back_from_a_turned_head_leads_back(view: View) -> None:
    geometry = Geometry(view, one().bare.shape, one().bare.shape, one().relief)
    points = np.random.default_rng(0).uniform((120, 200), (720, 1000), (300, 2))
    assert float(np.abs(geometry.to_scene(geometry.to_photo(points)) - points).max()) < 1e-5


@pytest.mark.parametrize("ita", [60, 20, -20, -60])
def test_the_face_model_takes_it_for_a_face_in_every_tone(ita: int) -> None:
    dark = replace(BARE, px_per_mm=4.0, melanin=melanin_for(ita, blood=0.015))
    shot = photograph_face(face(dark), camera=replace(PHONE, exposure_ev=0.0 if ita > 0 else 0.7))
    (found,) = find_faces(shot.pixels)
    assert found.score > 10
    assert found.interocular_px == pytest.approx(63 * 4, rel=0.06)


@pytest.mark.parametrize(
    ("view", "yaw", "pitch", "roll"),
    [(View(yaw_deg=10), 10, 0, 0), (View(pitch_deg=-8), 0, -8, 0), (View(roll_deg=7), 0, 0, 7)],
)
def test_a_turned_head_is_seen_turned(view: View, yaw: float, pitch: float, roll: float) -> None:
    straight = find_faces(photograph_face(one()).pixels)[0].pose
    turned = find_faces(photograph_face(one(), camera=replace(PHONE, view=view)).pixels)[0].pose
    change = (
        turned.yaw_deg - straight.yaw_deg,
        turned.pitch_deg - straight.pitch_deg,
        turned.roll_deg - straight.roll_deg,
    )
    assert change == pytest.approx((yaw, pitch, roll), abs=2.0)


def test_landmarks_are_found_where_they_truly_are() -> None:
    shot = photograph_face(one(), camera=replace(PHONE, view=View(scale=1.05, shift_px=(20, 8))))
    (found,) = find_faces(shot.pixels)
    true = shot.geometry.to_photo(one().landmarks_px)
    off = np.hypot(*(found.landmarks[INNER, :2] - true[INNER]).T) / found.interocular_px
    assert np.median(off) < 0.03


def test_lesions_lie_on_bare_skin_only() -> None:
    places = np.round(one().sheet.truth.centres_px("pore", "spot", "papule", "freckle")).astype(int)
    assert len(places) > 200
    assert one().bare[places[:, 1], places[:, 0]].mean() > 0.99


def test_bare_skin_is_most_of_the_face_and_none_of_its_features() -> None:
    bare, eyes = features.bare(), features.masks()["eyes"]
    assert 120 < bare.sum() / features.FINE**2 / 100 < 220
    assert (bare * eyes).max() < 0.3


def test_light_from_the_left_leaves_the_right_cheek_darker() -> None:
    lit = light_face(one(), Light(azimuth_deg=180, elevation_deg=40), View())[..., 1]
    left, right = lit[640:720, 190:270].mean(), lit[640:720, 570:650].mean()
    assert left > 1.2 * right


def test_portrait_mode_blurs_the_wall_and_not_the_skin() -> None:
    scene = light_face(one(), LAMP, View())
    scene[:200, :100:4] = 1.0
    blurred = portrait(scene, blur_px=6)
    assert np.abs(blurred - scene)[one().bare].max() < 0.01
    assert blurred[:200, :100].std() < 0.5 * scene[:200, :100].std()


def test_a_portrait_is_written_with_its_landmarks(tmp_path: Path) -> None:
    small = replace(BARE, px_per_mm=3.0)
    picture, facts = write(portray(small, camera=Camera(jpeg=90)), tmp_path / "face")
    said = msgspec.json.decode(facts.read_bytes())
    assert len(said["landmarks_px"]) == 478
    pixels = cv2.imread(str(picture))
    assert pixels is not None
    assert pixels.shape[:2] == (3 * SIZE_MM[1], 3 * SIZE_MM[0])
