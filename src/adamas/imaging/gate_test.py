from pathlib import Path

import cv2
import msgspec
import numpy as np
import pytest

from adamas.errors import PhotoUnusable
from adamas.imaging.finding import WORDS, Limits, judge
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.photo import Photo, Pixels, View
from adamas.imaging.scale import marker
from tests.house.fluent import Language
from tests.support.portraits import astronaut, enlarged, hopper, photo_of

LOCALES = Path(__file__).parents[3] / "locales"


def word(inspected: Inspected, name: str) -> str:
    finding = inspected.finding(name)
    assert finding is not None, name
    return finding.word


def relit(photo: Photo, gains: tuple[float, float, float]) -> Photo:
    """Under other light: gains of linear red, green and blue."""
    linear = (photo.pixels / 255.0) ** 2.2 * gains
    return photo_of((255 * np.clip(linear, 0, 1) ** (1 / 2.2)).astype(np.uint8))


def test_a_limit_itself_is_still_on_the_better_side() -> None:
    high = Limits(doubtful=2.0, bad=5.0)
    assert [high.word(value) for value in (2.0, 2.1, 5.0, 5.1)] == ["good", "doubtful", "doubtful", "bad"]
    low = Limits(doubtful=5.0, bad=2.0)
    assert [low.word(value) for value in (5.0, 4.9, 2.0, 1.9)] == ["good", "doubtful", "doubtful", "bad"]


def test_a_finding_shows_the_limit_that_was_passed() -> None:
    limits = Limits(doubtful=2.0, bad=5.0, unit="°")
    assert [judge("yaw", value, limits).limit for value in (1.0, 3.0, 6.0)] == [2.0, 2.0, 5.0]


def test_a_photo_is_as_good_as_its_worst_finding() -> None:
    inspected = inspect(hopper())
    assert inspected.word == max((f.word for f in inspected.findings), key=WORDS.index)


def test_the_old_lady_is_found_small_and_with_glasses_but_calm_and_straight() -> None:
    found = inspect(hopper())
    assert word(found, "resolution") == "bad"
    assert word(found, "glasses") != "good"
    assert word(found, "clipped") != "good"
    for name in (
        "yaw",
        "pitch",
        "roll",
        "smile",
        "mouth",
        "eyes-shut",
        "hair",
        "cast",
        "side",
        "others",
        "cut-off",
    ):
        assert word(found, name) == "good", name


def test_the_astronaut_is_found_smiling_under_a_fringe() -> None:
    found = inspect(astronaut())
    assert word(found, "smile") == "bad"
    assert word(found, "hair") != "good"
    for name in ("glasses", "yaw", "cast", "dark", "bright", "clipped"):
        assert word(found, name) == "good", name


@pytest.mark.parametrize(
    ("name", "gains"),
    [
        ("dark", (0.03, 0.03, 0.03)),
        ("bright", (3.2, 3.2, 3.2)),
        ("clipped", (1.8, 1.8, 1.8)),
        ("cast", (0.75, 1.0, 2.0)),
        ("cast", (0.8, 1.4, 0.6)),
    ],
)
def test_light_that_spoils_a_photo_is_named(name: str, gains: tuple[float, float, float]) -> None:
    assert word(inspect(relit(hopper(), gains)), name) != "good"


def test_light_from_one_side_is_named() -> None:
    fall = np.linspace(1.6, 0.5, hopper().width)[None, 120:400, None]
    pixels = hopper().pixels[:, 120:400] * np.clip(fall, 0, 1.2)
    assert word(inspect(photo_of(np.clip(pixels, 0, 255).astype(np.uint8))), "side") != "good"


def test_a_turned_head_is_named() -> None:
    turned = cv2.getRotationMatrix2D((256, 200), 35, 1)
    pixels = np.asarray(cv2.warpAffine(hopper().pixels, turned, (512, 600)), np.uint8)
    assert word(inspect(photo_of(pixels)), "roll") == "bad"


def test_a_face_from_the_front_is_no_three_quarter_view() -> None:
    for view in ("left-three-quarter", "right-three-quarter"):
        found = inspect(msgspec.structs.replace(hopper(), view=view))
        assert word(found, "three-quarter") == "bad"
        assert found.finding("yaw") is None


def test_a_face_cut_off_by_the_edge_is_named() -> None:
    cut = np.ascontiguousarray(hopper().pixels[:, 215:])
    assert word(inspect(photo_of(cut)), "cut-off") != "good"


def test_a_second_face_as_large_is_named() -> None:
    twice = np.concatenate([hopper().pixels[:, 100:400]] * 2, axis=1)
    assert word(inspect(photo_of(twice)), "others") == "doubtful"


@pytest.mark.parametrize(("focal", "expected"), [(300.0, "good"), (30.0, "bad"), (45.0, "doubtful")])
def test_the_distance_follows_from_the_lens(focal: float, expected: str) -> None:
    large = enlarged(hopper(), 2)
    photo = photo_of(large.pixels[100:800, 200:824].copy(), focal_length_35mm=focal)
    assert word(inspect(photo), "distance") == expected


def test_what_a_file_says_about_its_making_is_believed() -> None:
    said = photo_of(
        hopper().pixels, software="Facetune 2", rendering="portrait", jpeg_quality=40, profile="Display P3"
    )
    found = inspect(said)
    for name in ("retouched", "portrait-mode", "quality", "profile"):
        assert word(found, name) != "good", name
    assert word(inspect(photo_of(hopper().pixels, profile="unreadable")), "profile") == "bad"


def patch(view: View, *, with_marker: bool) -> Photo:
    rng = np.random.default_rng(2)
    skin: Pixels = np.clip(rng.normal((200, 150, 130), 3, (900, 1200, 3)), 0, 255).astype(np.uint8)
    if with_marker:
        drawn = cv2.resize(marker(1), (320, 320), interpolation=cv2.INTER_AREA)
        skin[40:360, 40:360] = drawn[..., None]
    return photo_of(skin, view)


def test_a_close_up_is_measured_by_its_marker_and_needs_no_face() -> None:
    found = inspect(patch("cheek", with_marker=True))
    assert found.face is None
    assert not found.zones["cheek"][40:360, 40:360].any()
    assert found.zones["cheek"][450:850, 450:1150].all()
    assert found.px_per_mm == pytest.approx(320 * 6 / 8 / 20, rel=0.01)
    assert found.finding("smile") is None
    assert word(found, "resolution") == "good"


def test_a_close_up_without_a_scale_is_refused_and_a_landscape_as_well() -> None:
    with pytest.raises(PhotoUnusable, match="how large"):
        inspect(patch("back", with_marker=False))
    with pytest.raises(PhotoUnusable, match="No face"):
        inspect(patch("face", with_marker=False))


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_finding_has_its_name_and_its_advice_in_every_language(lang: str) -> None:
    marked = inspect(patch("cheek", with_marker=True)).findings
    faces = inspect(photo_of(hopper().pixels, focal_length_35mm=50.0, jpeg_quality=90)).findings
    turned = inspect(msgspec.structs.replace(hopper(), view="left-three-quarter")).findings
    names = {finding.name for finding in (*marked, *faces, *turned)}
    wanted = {f"gate-{name}" for name in names} | {f"gate-{name}-advice" for name in names}
    words = {f"gate-word-{word}" for word in WORDS}
    entries = Language.at(LOCALES / lang).entries
    said = {name for name in entries if name.startswith("gate-")}
    assert said == wanted | words


def test_nothing_is_advised_where_nothing_is_wrong() -> None:
    for finding in inspect(hopper()).findings:
        assert (finding.advice is None) == (finding.word == "good")
