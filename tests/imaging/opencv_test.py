"""The pitfalls of the pinned OpenCV, each held as it was found: when one goes, our way around it may too."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from adamas.imaging.model import read_networks
from adamas.imaging.networks import networks

NETWORKS = {
    "face_detector": {"classificators", "regressors"},
    "face_landmarks_detector": {"Identity", "Identity_1"},
}


def test_the_pinned_version_is_the_one_that_is_installed() -> None:
    assert cv2.__version__ == "5.0.0"


@pytest.mark.parametrize(("name", "outputs"), NETWORKS.items())
def test_only_the_classic_engine_reading_a_file_shows_every_output(
    name: str, outputs: set[str], tmp_path: Path
) -> None:
    raw = read_networks()[name]
    file = tmp_path / "net.tflite"
    file.write_bytes(raw)
    classic = cv2.dnn.readNetFromTFLite(str(file), cv2.dnn.ENGINE_CLASSIC)
    assert outputs <= set(classic.getUnconnectedOutLayersNames())
    lossy = [
        cv2.dnn.readNetFromTFLite(str(file)),
        cv2.dnn.readNetFromTFLite(np.frombuffer(raw, np.uint8), cv2.dnn.ENGINE_CLASSIC),
    ]
    assert [len(net.getUnconnectedOutLayersNames()) for net in lossy] == [1, 1]


def test_our_networks_show_every_output() -> None:
    loaded = networks()
    assert NETWORKS["face_detector"] <= set(loaded.detector.getUnconnectedOutLayersNames())
    assert NETWORKS["face_landmarks_detector"] <= set(loaded.landmarks.getUnconnectedOutLayersNames())


def test_points_that_are_not_zero_come_in_two_dimensions_and_not_in_three() -> None:
    mask = np.zeros((5, 7), np.uint8)
    mask[2, 3] = mask[4, 6] = 1
    found = np.asarray(cv2.findNonZero(mask))
    assert found.shape == (2, 2)
    assert found.reshape(-1, 2).tolist() == [[3, 2], [6, 4]]


def test_remap_of_doubles_blackens_the_border_and_of_floats_does_not() -> None:
    x, y = (plane.astype(np.float32) - 3 for plane in np.meshgrid(np.arange(40), np.arange(40)))
    picture = np.full((40, 40), 0.5)
    double, single = (
        np.asarray(cv2.remap(source, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT))
        for source in (picture, picture.astype(np.float32))
    )
    assert np.allclose(single, 0.5, atol=1e-5)
    assert (double[:2] == 0).any()


def test_remap_takes_no_maps_of_doubles() -> None:
    x, y = (plane.astype(np.float64) for plane in np.meshgrid(np.arange(8), np.arange(8)))
    with pytest.raises(cv2.error):
        cv2.remap(np.zeros((8, 8), np.float32), x, y, cv2.INTER_LINEAR)


def test_the_chart_detector_gives_an_empty_list_where_its_best_chart_would_crash() -> None:
    detector = cv2.mcc.CCheckerDetector.create()
    detector.setColorChartType(cv2.mcc.MCC24)
    plain = np.full((300, 400, 3), 160, np.uint8)
    assert detector.process(plain) is False
    # getBestColorChecker() ends the process here, so nobody calls it.
    assert list(detector.getListColorChecker()) == []


def test_nobody_asks_for_the_best_chart() -> None:
    sources = Path(__file__).parents[2] / "src" / "adamas"
    callers = [
        path.name for path in sources.rglob("*.py") if "getBestColorChecker(" in path.read_text("utf-8")
    ]
    assert callers == []


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_opencv_turns_a_jpeg_by_itself_and_the_fast_decoder_does_not(orientation: int) -> None:
    from io import BytesIO

    import simplejpeg
    from PIL import Image

    exif = Image.Exif()
    exif[274] = orientation
    file = BytesIO()
    scene = np.zeros((240, 320, 3), np.uint8)
    scene[:40, :40] = 255
    Image.fromarray(scene).save(file, "JPEG", exif=exif)
    stored = simplejpeg.decode_jpeg(file.getvalue(), "RGB")
    turned = cv2.imdecode(np.frombuffer(file.getvalue(), np.uint8), cv2.IMREAD_COLOR)
    assert stored[10, 10].min() > 200
    assert turned is not None
    assert np.asarray(turned)[10, 10].max() < 50


def test_sizes_that_are_no_multiple_of_four_shift_a_picture_that_is_resized_by_a_factor() -> None:
    ramp = np.tile(np.arange(402, dtype=np.float32), (8, 1))
    quarter = np.asarray(cv2.resize(ramp, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA))
    exact = (np.arange(quarter.shape[1]) + 0.5) * 4 - 0.5
    stretched = (np.arange(quarter.shape[1]) + 0.5) * (402 / quarter.shape[1]) - 0.5
    # The factor that was given counts, not the ratio of the sizes that came out.
    assert np.abs(quarter[0] - exact)[:-1].max() < 0.01
    assert np.abs(quarter[0] - stretched)[:-1].max() > 0.5


def test_pixels_that_cannot_be_written_to_are_read_all_the_same() -> None:
    pixels = np.full((64, 64, 3), 9, np.uint8)
    pixels.setflags(write=False)
    assert np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)).shape == (64, 64)
    assert np.asarray(cv2.resize(pixels[::2, ::2], (8, 8))).shape == (8, 8, 3)


def test_tables_of_sixteen_bits_are_looked_up_in_one_step() -> None:
    values = np.array([[0, 255, 256, 65535]], np.uint16)
    table = (np.arange(65536) >> 8).astype(np.uint8)
    assert np.asarray(cv2.LUT(values, table)).tolist() == [[0, 0, 1, 255]]
