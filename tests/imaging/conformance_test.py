"""What every measure must do, whatever it measures; a new one in the folder is tested without being named."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from adamas.errors import PhotoUnusable
from adamas.imaging.measures import measure, measures
from adamas.imaging.phantom.camera import PHONE
from adamas.imaging.phantom.generate import photograph
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.phantom.truth import Some
from adamas.imaging.photo import Capture, Mask, Photo, Pixels
from adamas.imaging.reading import Reading

PX_PER_MM = 16.0
NAMES = tuple(measures())
MDC_SHARE = {"lines": 0.38, "relief": 0.22, "redness": 0.18, "spots": 0.12, "pores": 0.10, "evenness": 0.11}
"""Smallest real change of a measure as a share of its value, for those that light must not move."""


def _photo(pixels: Pixels) -> Photo:
    return Photo(pixels=pixels, view="cheek", capture=Capture(), digest="")


@pytest.fixture(scope="module")
def pixels() -> Pixels:
    return photograph(Skin(seed=4, size_mm=(40, 40)), camera=PHONE, seed=4).shot.pixels


@pytest.fixture(scope="module")
def zones(pixels: Pixels) -> dict[str, Mask]:
    left, right = (np.zeros(pixels.shape[:2], bool) for _ in range(2))
    left[24:-24, 24:320], right[24:-24, 320:-24] = True, True
    return {"cheek-left": left, "cheek-right": right}


def _values(readings: tuple[Reading, ...]) -> dict[tuple[str, str], float | None]:
    return {(one.zone, one.quantity): one.value for one in readings}


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_declares_itself_and_keeps_to_its_ranges(
    name: str, pixels: Pixels, zones: dict[str, Mask]
) -> None:
    method = measures()[name].METHOD
    assert (method.name, method.version >= 1, bool(method.conditions)) == (name, True, True)
    (got,) = measure(_photo(pixels), zones, PX_PER_MM, only=(name,))
    declared = {one.id: one for one in method.quantities}
    assert {(one.zone, one.quantity) for one in got.readings} == {
        (zone, quantity) for zone in ("whole", *zones) for quantity in declared
    }
    for one in got.readings:
        quantity = declared[one.quantity]
        assert (one.measure, one.unit, one.version) == (name, quantity.unit, method.version)
        assert (one.value is None) == bool(one.why_not)
        assert one.value is None or quantity.low <= one.value <= quantity.high


@pytest.mark.parametrize("name", NAMES)
def test_every_message_of_a_measure_exists_in_both_languages(name: str) -> None:
    method = measures()[name].METHOD
    folder = Path(__file__).parents[2] / "locales"
    for language in ("en", "ru"):
        said = (folder / language / "imaging-measures.ftl").read_text(encoding="utf-8")
        for wanted in (f"measure-{name}", *method.conditions, *method.caveats):
            assert f"\n{wanted} = " in said


@pytest.mark.parametrize("name", NAMES)
def test_neither_photo_nor_masks_are_written_to(name: str, pixels: Pixels, zones: dict[str, Mask]) -> None:
    before, masks = pixels.copy(), {zone: mask.copy() for zone, mask in zones.items()}
    measure(_photo(pixels), zones, PX_PER_MM, only=(name,))
    assert np.array_equal(pixels, before)
    assert all(np.array_equal(zones[zone], masks[zone]) for zone in zones)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_photo_gives_the_same_numbers(name: str, pixels: Pixels, zones: dict[str, Mask]) -> None:
    first, second = (measure(_photo(pixels), zones, PX_PER_MM, only=(name,))[0] for _ in range(2))
    assert first.readings == second.readings


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_outside_the_masks_changes_nothing(
    name: str, pixels: Pixels, zones: dict[str, Mask]
) -> None:
    other = pixels.copy()
    outside = ~(zones["cheek-left"] | zones["cheek-right"])
    noise = np.random.default_rng(0).integers(0, 256, pixels.shape, np.uint8)
    other[outside] = noise[outside]
    first, second = (measure(_photo(each), zones, PX_PER_MM, only=(name,))[0] for each in (pixels, other))
    assert first.readings == second.readings


@pytest.mark.parametrize("name", NAMES)
def test_a_mirrored_photo_gives_mirrored_zones(name: str, pixels: Pixels, zones: dict[str, Mask]) -> None:
    mirrored = {
        "cheek-left": np.ascontiguousarray(zones["cheek-right"][:, ::-1]),
        "cheek-right": np.ascontiguousarray(zones["cheek-left"][:, ::-1]),
    }
    straight = _values(measure(_photo(pixels), zones, PX_PER_MM, only=(name,))[0].readings)
    turned = _values(
        measure(_photo(np.ascontiguousarray(pixels[:, ::-1])), mirrored, PX_PER_MM, only=(name,))[0].readings
    )
    other = {"whole": "whole", "cheek-left": "cheek-right", "cheek-right": "cheek-left"}
    for (zone, quantity), value in straight.items():
        assert turned[other[zone], quantity] == (
            None if value is None else pytest.approx(value, rel=0.06, abs=0.06)
        )


@pytest.mark.parametrize("name", NAMES)
def test_without_skin_there_is_no_number_but_a_reason(name: str, pixels: Pixels) -> None:
    nothing = {"cheek-left": np.zeros(pixels.shape[:2], bool)}
    (got,) = measure(_photo(pixels), nothing, PX_PER_MM, only=(name,))
    assert {(one.value, one.why_not) for one in got.readings} == {(None, "measure-no-skin")}


@pytest.mark.parametrize("name", NAMES)
def test_a_photo_too_coarse_gives_no_number_but_a_reason(name: str, pixels: Pixels) -> None:
    needs = measures()[name].METHOD.needs_px_per_mm
    scale = needs * 0.95
    shape = (round(40 * scale), round(40 * scale))
    small = cv2.resize(pixels, shape, interpolation=cv2.INTER_AREA).astype(np.uint8)
    (got,) = measure(_photo(small), {"cheek-left": np.ones(shape, bool)}, scale, only=(name,))
    assert {(one.value, one.why_not) for one in got.readings} == {(None, "measure-too-coarse")}


@pytest.mark.parametrize("name", NAMES)
def test_an_overlay_fits_the_photo_and_is_clear_outside_the_masks(
    name: str, pixels: Pixels, zones: dict[str, Mask]
) -> None:
    (got,) = measure(_photo(pixels), zones, PX_PER_MM, only=(name,))
    overlay = got.overlay
    if overlay is not None:
        assert overlay.shape == (*pixels.shape[:2], 4)
        assert overlay.dtype == np.uint8
        assert not overlay[:8].any()


@pytest.mark.parametrize("name", [name for name in NAMES if name in MDC_SHARE])
def test_a_photo_brighter_by_a_fifth_of_a_stop_changes_less_than_the_measure_can_tell(name: str) -> None:
    red = Some(count=2, size_mm=(15, 20), strength=(2.0, 2.4))
    skin = sheet(Skin(seed=6, size_mm=(40, 40), erythema=red))
    dark, bright = (
        photograph(skin, camera=replace(PHONE, exposure_ev=stops), seed=6).shot.pixels
        for stops in (-0.4, -0.2)
    )
    headline = measures()[name].METHOD.quantities[-1 if name == "spots" else 0].id
    mask = {"cheek-left": np.ones(dark.shape[:2], bool)}
    first, second = (
        _values(measure(_photo(each), mask, PX_PER_MM, only=(name,))[0].readings)["whole", headline]
        for each in (dark, bright)
    )
    assert second == pytest.approx(first, rel=MDC_SHARE[name])


@pytest.mark.parametrize(
    ("pixels", "mask", "scale", "what"),
    [
        (np.zeros((50, 50, 3), np.float32), np.ones((50, 50), bool), 16.0, "float32"),
        (np.zeros((50, 50), np.uint8), np.ones((50, 50), bool), 16.0, "shape"),
        (np.zeros((50, 50, 3), np.uint8), np.ones((50, 50), np.uint8), 16.0, "truth value"),
        (np.zeros((50, 50, 3), np.uint8), np.ones((40, 50), bool), 16.0, "truth value"),
        (np.zeros((50, 50, 3), np.uint8), np.ones((50, 50), bool), 0.0, "scale"),
        (np.zeros((50, 50, 3), np.uint8), np.ones((50, 50), bool), float("nan"), "scale"),
    ],
)
def test_arrays_of_another_kind_are_refused_with_what_is_wrong(
    pixels: Pixels, mask: Mask, scale: float, what: str
) -> None:
    with pytest.raises(PhotoUnusable, match=what):
        measure(_photo(pixels), {"cheek-left": mask}, scale)
