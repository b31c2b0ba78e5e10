from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest

from adamas.errors import PhotoUnusable
from adamas.imaging import landmarks
from adamas.imaging.face import Face
from adamas.imaging.landmarks import LYING_DEG, SURER_LOGIT, find_face, find_faces, upright_face
from adamas.imaging.photo import Pixels
from tests.support.photographs import seen
from tests.support.portraits import astronaut, enlarged, hopper, photo_of


def test_both_portraits_have_one_face_each_of_the_known_size() -> None:
    for photo, interocular_px in ((hopper(), 84), (astronaut(), 43)):
        faces = find_faces(photo.pixels)
        assert len(faces) == 1
        assert faces[0].interocular_px == pytest.approx(interocular_px, rel=0.03)
        assert faces[0].score > 7


def test_a_smile_is_seen_and_a_calm_face_has_none() -> None:
    assert find_face(astronaut()).expression["mouth-smile-left"] > 0.8
    assert find_face(hopper()).expression["mouth-smile-left"] < 0.1


@pytest.mark.parametrize(("angle", "scale"), [(0, 1.5), (10, 1), (-20, 1.2), (0, 3.3)])
def test_landmarks_follow_the_face_wherever_it_goes(angle: float, scale: float) -> None:
    before = find_face(hopper())
    centre = (before.landmarks[4, 0], before.landmarks[4, 1])
    matrix = cv2.getRotationMatrix2D((float(centre[0]), float(centre[1])), angle, scale)
    size = (int(512 * scale), int(600 * scale))
    matrix[:, 2] += np.array(size) / 2 - centre
    moved = np.asarray(cv2.warpAffine(hopper().pixels, matrix, size, flags=cv2.INTER_CUBIC), np.uint8)
    after = find_face(photo_of(moved))
    expected = before.landmarks[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    off = np.linalg.norm(after.landmarks[:, :2] - expected, axis=1) / after.interocular_px
    assert np.median(off) < 0.02
    assert after.pose.roll_deg - before.pose.roll_deg == pytest.approx(-angle, abs=1.5)


def test_a_mirrored_face_turns_and_tilts_the_other_way() -> None:
    matrix = cv2.getRotationMatrix2D((256, 200), 12, 1)
    tilted = np.asarray(cv2.warpAffine(hopper().pixels, matrix, (512, 600)), np.uint8)
    one, other = (find_face(photo_of(np.ascontiguousarray(p))).pose for p in (tilted, tilted[:, ::-1]))
    assert one.roll_deg == pytest.approx(-other.roll_deg, abs=1.5)
    assert one.yaw_deg == pytest.approx(-other.yaw_deg, abs=2.5)


def two_faces() -> Pixels:
    """Hopper, and a smaller Hopper to the left of her."""
    large = hopper().pixels[90:360, 120:390]
    canvas = np.full((270, 459, 3), 128, np.uint8)
    canvas[:189, :189] = cv2.resize(large, (189, 189), interpolation=cv2.INTER_AREA)
    canvas[:, 189:] = large
    return canvas


def test_of_two_faces_the_larger_comes_first() -> None:
    faces = find_faces(two_faces())
    assert len(faces) == 2
    assert faces[0].interocular_px == pytest.approx(faces[1].interocular_px / 0.7, rel=0.05)
    assert faces[0].landmarks[4, 0] > 250


def test_a_face_that_fills_the_picture_is_found() -> None:
    face = find_face(hopper()).landmarks
    (left, top), (right, below) = face[:, :2].min(axis=0).astype(int), face[:, :2].max(axis=0).astype(int)
    close = enlarged(photo_of(np.ascontiguousarray(hopper().pixels[top:below, left:right])), 4)
    assert find_face(close).interocular_px == pytest.approx(4 * 83, rel=0.05)


@pytest.mark.parametrize("turn", [cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180])
def test_a_face_on_its_side_is_not_measured_but_named(turn: int) -> None:
    turned = np.asarray(cv2.rotate(hopper().pixels, turn), np.uint8)
    with pytest.raises(PhotoUnusable, match="on its side or upside down"):
        find_face(photo_of(turned))


def test_a_face_on_its_head_is_not_taken_for_one_that_smiles() -> None:
    upright = seen("before/1").photo
    upside_down = photo_of(np.asarray(cv2.rotate(upright.pixels, cv2.ROTATE_180), np.uint8))
    found = find_faces(upside_down.pixels)
    assert abs(found[0].pose.roll_deg) < LYING_DEG
    with pytest.raises(PhotoUnusable, match="on its side or upside down"):
        find_face(upside_down)
    assert find_face(upright).score > found[0].score + SURER_LOGIT


def test_only_a_doubtful_face_is_looked_at_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Pixels] = []
    smiling, calm = (find_faces(photo.pixels) for photo in (astronaut(), hopper()))

    def look(pixels: Pixels) -> tuple[Face, ...]:
        looks.append(pixels)
        return ()

    monkeypatch.setattr(landmarks, "find_faces", look)
    assert upright_face(hopper(), calm) is calm[0]
    assert looks == []
    assert upright_face(astronaut(), smiling) is smiling[0]
    assert len(looks) == 1


def test_a_picture_without_a_face_is_refused_with_what_to_do() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (400, 400, 3), np.uint8)
    with pytest.raises(PhotoUnusable, match="No face") as error:
        find_face(photo_of(noise), where="a.jpg")
    assert error.value.where == "a.jpg"


def test_threads_do_not_share_a_network() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: find_face(hopper()).interocular_px, range(8)))
    assert len(set(found)) == 1
