import numpy as np
import pytest
from msgspec.structs import replace

from adamas.imaging.phantom.camera import PHONE, Camera
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.retake import STAND, USUAL, Jitter, faded, retake
from adamas.imaging.phantom.shade import LAMP, Light
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import BARE, PORES, SPOTS

NOTHING = Jitter(
    azimuth_deg=0,
    elevation_deg=0,
    gradient=0,
    exposure_ev=0,
    kelvin=0,
    focus_px=0,
    turn_deg=0,
    scale=0,
    shift=0,
    jpeg=(93, 93),
)


def test_the_same_seed_is_the_same_retake() -> None:
    assert retake(3) == retake(3)
    assert retake(3) != retake(4)


def test_without_jitter_nothing_changes() -> None:
    lamp, shot = retake(3, jitter=NOTHING)
    assert lamp == LAMP
    assert replace(shot, view=replace(shot.view, bend_seed=0)) == PHONE


def test_retakes_differ_by_as_much_as_the_jitter_says() -> None:
    shots = [retake(seed) for seed in range(400)]
    yaws = [camera.view.yaw_deg for _, camera in shots]
    sides = [light.azimuth_deg for light, _ in shots]
    assert np.std(yaws) == pytest.approx(USUAL.turn_deg, rel=0.15)
    assert np.std(sides) == pytest.approx(USUAL.azimuth_deg, rel=0.15)
    assert np.mean(sides) == pytest.approx(90, abs=2)
    assert {camera.jpeg for _, camera in shots} == set(range(82, 97))


def test_a_stand_keeps_photos_closer_together_in_everything() -> None:
    for name in Jitter.__struct_fields__:
        free, held = getattr(USUAL, name), getattr(STAND, name)
        if name == "jpeg":
            assert held[1] - held[0] < free[1] - free[0]
        elif free:
            assert held < free


def test_light_never_passes_over_the_head_and_settings_are_kept() -> None:
    for seed in range(50):
        lamp, shot = retake(
            seed, light=Light(elevation_deg=89), camera=Camera(view=View(yaw_deg=20, distance=3), tone=0.5)
        )
        assert lamp.elevation_deg <= 90
        assert (shot.view.distance, shot.tone, shot.jpeg) == (3, 0.5, None)
        assert 12 < shot.view.yaw_deg < 28


def test_faded_lesions_are_fewer_shallower_and_paler_in_the_same_places() -> None:
    spots = replace(SPOTS, count=6, per_cm2=0)
    skin = replace(BARE, seed=1, size_mm=(50, 50), pores=replace(PORES, count=50, per_cm2=0), spots=spots)
    before = sheet(skin).truth
    after = sheet(
        replace(skin, pores=faded(skin.pores, depth=0.5), spots=faded(spots, count=0.5, strength=0.5))
    ).truth
    for old, new in zip(before.of("pore"), after.of("pore"), strict=True):
        assert (new.x_mm, new.diameter_mm) == (old.x_mm, old.diameter_mm)
        assert new.depth_mm == pytest.approx(old.depth_mm / 2)
    assert len(after.of("spot")) == 3
    for old, new in zip(before.of("spot"), after.of("spot"), strict=False):
        assert new.x_mm == old.x_mm
        assert new.strength - 1 == pytest.approx((old.strength - 1) / 2)
