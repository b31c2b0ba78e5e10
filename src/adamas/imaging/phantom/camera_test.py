from io import BytesIO
from pathlib import Path

import cv2
import msgspec
import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image, ImageCms

from adamas.imaging.phantom import generate
from adamas.imaging.phantom.camera import PHONE, Camera, beautify, shoot
from adamas.imaging.phantom.colour import encode, kelvin_gains
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.optics import Linear
from adamas.imaging.phantom.shade import FLAT, LAMP, Light, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import BARE, Skin
from adamas.imaging.phantom.truth import Some

SMALL = Skin(seed=5, size_mm=(22, 18), px_per_mm=12)
DRAWN = sheet(SMALL)
LIT = shade(DRAWN, LAMP)
GREY = np.full((64, 64, 3), 0.2, np.float32)


def fine(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> float:
    """How much fine detail there is."""
    green = picture[..., 1].astype(np.float32)
    return float((green - cv2.GaussianBlur(green, (0, 0), 2.0)).std())


def test_a_perfect_camera_shows_the_light_itself() -> None:
    pixels = shoot(GREY, Camera(), seed=0).pixels
    assert (pixels == round(255 * (1.055 * 0.2 ** (1 / 2.4) - 0.055))).all()


def test_encoding_agrees_with_the_standard_for_every_code() -> None:
    codes = np.arange(256) / 255
    linear = np.where(codes <= 0.04045, codes / 12.92, ((codes + 0.055) / 1.055) ** 2.4)
    assert (encode(linear.astype(np.float32)) == np.arange(256)).all()


def test_the_same_seed_is_the_same_photo_and_another_has_other_noise() -> None:
    first = shoot(LIT, PHONE, seed=3)
    assert np.array_equal(first.pixels, shoot(LIT, PHONE, seed=3).pixels)
    assert not np.array_equal(first.pixels, shoot(LIT, PHONE, seed=4).pixels)


def test_one_stop_doubles_the_light() -> None:
    bright = shoot(GREY, Camera(exposure_ev=1.0), seed=0).pixels
    assert (bright == encode(2 * GREY)).all()


def test_lower_temperature_is_redder_and_daylight_is_neutral() -> None:
    assert kelvin_gains(6504) == pytest.approx([1, 1, 1])
    red = [kelvin_gains(kelvin)[0] for kelvin in (2500, 3500, 4500, 5500, 6500, 9000)]
    blue = [kelvin_gains(kelvin)[2] for kelvin in (2500, 3500, 4500, 5500, 6500, 9000)]
    assert (np.diff(red) < 0).all()
    assert (np.diff(blue) > 0).all()
    assert np.abs(kelvin_gains(3999) - kelvin_gains(4001)).max() < 0.01
    with pytest.raises(ValueError, match="outside"):
        kelvin_gains(900)


def test_noise_grows_with_the_root_of_light() -> None:
    dim, bright = (np.full((300, 300, 3), level, np.float32) for level in (0.1, 0.4))
    spread = [np.std(shoot(light, Camera(noise=1), seed=1).pixels / 255) for light in (dim, bright)]
    # The same noise in linear light; the slope of the sRGB curve there is 2.02 and 0.88.
    expected = [np.sqrt(level / 100) * slope for level, slope in ((0.1, 1.78), (0.4, 0.79))]
    assert spread == pytest.approx(expected, rel=0.12)


@pytest.mark.parametrize(
    "camera",
    [
        Camera(focus_px=3.0),
        Camera(motion_px=9.0),
        Camera(denoise=1.0),
        Camera(beauty=1.0),
        Camera(soft_px=2.0),
    ],
)
def test_blur_and_smoothing_take_detail_away(camera: Camera) -> None:
    sharp = shoot(LIT, Camera(), seed=0).pixels
    assert fine(shoot(LIT, camera, seed=0).pixels) < 0.9 * fine(sharp)


def test_sharpening_adds_detail() -> None:
    sharp = shoot(LIT, Camera(), seed=0).pixels
    assert fine(shoot(LIT, Camera(sharpen=1.0), seed=0).pixels) > 1.2 * fine(sharp)


def test_blur_keeps_the_light() -> None:
    hazy = shoot(LIT, Camera(focus_px=3.0, motion_px=7.0, motion_deg=30), seed=0).pixels
    assert hazy.mean() == pytest.approx(encode(LIT).mean(), rel=0.01)


def test_a_beauty_filter_keeps_edges() -> None:
    edge = np.full((80, 80, 3), 60, np.uint8)
    edge[:, 40:] = 200
    away = np.abs(np.arange(80) - 39.5) > 3
    assert np.abs(beautify(edge, strength=0.8).astype(int) - edge)[:, away].max() <= 4


def test_worse_jpeg_is_smaller_and_further_from_the_scene() -> None:
    plain = shoot(LIT, Camera(), seed=0).pixels.astype(float)
    shots = [shoot(LIT, Camera(jpeg=quality), seed=0) for quality in (95, 70, 30)]
    errors = [np.abs(shot.pixels - plain).mean() for shot in shots]
    sizes = [len(shot.jpeg or b"") for shot in shots]
    assert errors == sorted(errors)
    assert sizes == sorted(sizes, reverse=True)


def test_more_tone_curve_is_more_contrast() -> None:
    ramp = np.linspace(0, 1, 256, dtype=np.float32)[None, :, None].repeat(3, 2)
    plain, curved = (encode(ramp, tone=tone)[0, :, 0].astype(int) for tone in (0.0, 1.0))
    assert (np.diff(curved) >= 0).all()
    assert curved[10] < plain[10]
    assert curved[200] > plain[200]


def test_light_from_the_other_side_turns_relief_round() -> None:
    rough = sheet(replace(BARE, seed=1, size_mm=(20, 20), mottle=0))
    left, right = (
        shade(rough, Light(azimuth_deg=azimuth, ambient=0.2))[..., 1].ravel() for azimuth in (180, 0)
    )
    assert np.corrcoef(left, right)[0, 1] < -0.8


def test_flat_light_shows_the_colour_alone() -> None:
    dull = sheet(replace(SMALL, shine=0.0))
    assert np.abs(shade(dull, FLAT) - dull.linear).max() < 1e-6


def test_level_skin_keeps_its_colour_in_any_light() -> None:
    flat = sheet(replace(BARE, size_mm=(10, 10), relief_mm=0))
    for elevation in (20, 50, 90):
        assert np.abs(shade(flat, Light(elevation_deg=elevation)) - flat.linear).max() < 1e-6


def test_light_shades_the_side_of_a_pit_it_comes_from() -> None:
    dent = Some(count=1, size_mm=(2, 2), depth_mm=(0.2, 0.2))
    drawn = sheet(replace(BARE, size_mm=(12, 12), relief_mm=0, mottle=0, scars=dent))
    ((x, y),) = np.round(drawn.truth.centres_px("scar")).astype(int)
    lit = shade(drawn, Light(azimuth_deg=180))[..., 1]
    assert lit[y, x - 12] < lit[0, 0] < lit[y, x + 12]


def test_shine_brightens_and_pulls_towards_white() -> None:
    dull, oily = (shade(sheet(replace(SMALL, shine=shine)), LAMP) for shine in (0.0, 0.4))
    gain = (oily - dull).reshape(-1, 3)
    assert gain.mean() > 0.001
    assert np.abs(gain - gain[:, :1]).max() < 1e-5


def test_a_gradient_brightens_the_side_of_the_light() -> None:
    lit = shade(sheet(replace(BARE, size_mm=(10, 10), relief_mm=0, mottle=0)), Light(gradient=0.4))
    assert lit[0].mean() / lit[-1].mean() == pytest.approx(1.26, abs=0.03)


def test_wide_colours_come_back_through_the_profile(tmp_path: Path) -> None:
    skin = replace(BARE, size_mm=(22, 18), px_per_mm=12, mottle=0.0, relief_mm=0.0)
    camera = Camera(jpeg=95, profile="Display P3")
    picture, _ = generate.generate(skin, tmp_path / "p3", camera=camera)
    with Image.open(picture) as image:
        profile = ImageCms.getOpenProfile(BytesIO(image.info["icc_profile"]))
        assert ImageCms.getProfileDescription(profile).strip() == "Display P3"
        back = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"))
    assert back is not None
    plain = generate.photograph(skin, camera=Camera()).shot.pixels
    wide = generate.photograph(skin, camera=camera).shot.pixels
    assert np.abs(np.asarray(back).astype(int) - plain).max() <= 2
    assert np.abs(wide.astype(int) - plain).max() >= 4


def test_the_truth_beside_a_photo_says_where_each_lesion_is_seen(tmp_path: Path) -> None:
    camera = replace(PHONE, view=View(roll_deg=10, scale=1.1))
    picture, facts = generate.generate(SMALL, tmp_path / "one", camera=camera, seed=2)
    said = msgspec.json.decode(facts.read_bytes())
    assert len(said["photo_px"]) == len(said["truth"]["lesions"]) > 10
    shot = generate.photograph(SMALL, camera=camera, seed=2)
    assert picture.read_bytes() == shot.shot.jpeg
    seen = shot.shot.geometry.to_photo(shot.sheet.truth.centres_px())
    assert np.abs(seen - said["photo_px"]).max() < 0.006


def test_a_lossless_photo_is_a_png(tmp_path: Path) -> None:
    picture, _ = generate.generate(SMALL, tmp_path / "one", camera=Camera())
    assert picture.suffix == ".png"
    with Image.open(picture) as image:
        assert np.array_equal(np.asarray(image), generate.photograph(SMALL, camera=Camera()).shot.pixels)


def test_colours_of_the_scene_stay_as_they_were() -> None:
    before: Linear = LIT.copy()
    shoot(LIT, replace(PHONE, beauty=1.0, tone=1.0, vignette=0.3, kelvin=4000), seed=1)
    assert np.array_equal(before, LIT)
