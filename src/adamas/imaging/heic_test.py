import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest
from PIL import Image

from adamas.errors import PhotoUnusable
from adamas.imaging import decode, heic
from adamas.imaging.admit import admit
from adamas.report.words import Catalogue

UNGUARDED = """
import multiprocessing, pathlib, sys
from adamas.imaging.admit import admit
folder = pathlib.Path(sys.argv[1])
admit((folder / "a.jpg").read_bytes())
started = len(multiprocessing.active_children())
admit((folder / "a.heic").read_bytes())
print(started, len(multiprocessing.active_children()), "pi_heif" in sys.modules)
"""


def picture(shade: int, form: str = "HEIC") -> bytes:
    import pillow_heif

    image, file = Image.new("RGB", (240, 220), (shade, shade, shade)), BytesIO()
    if form == "HEIC":
        pillow_heif.from_pillow(image).save(file, quality=90, exif=Image.Exif().tobytes())
    else:
        image.save(file, form)
    return file.getvalue()


def breaking() -> bytes:
    """pi_heif 1.4 reads beyond nothing when the kind of a metadata item is no UTF-8: a segmentation fault."""
    raw = bytearray(picture(90))
    raw[raw.index(b"Exif")] = 0x98
    return bytes(raw)


def shade_of(raw: bytes) -> int:
    return round(float(admit(raw).pixels.mean()))


def process() -> SpawnProcess:
    held = heic._reader(os.getpid())._held
    assert held is not None
    return held[0]


def test_a_file_that_breaks_the_decoder_leaves_us_alive_and_the_sender_told() -> None:
    with pytest.raises(PhotoUnusable) as caught:
        admit(breaking(), where="a.heic")
    assert str(caught.value) == (
        "a.heic: This HEIC file is so damaged that its decoder broke down.\n"
        "  Save the photograph as JPEG and send that, or take it again and set JPEG before."
    )
    assert shade_of(picture(120)) == 120


def test_a_decoder_broken_by_the_file_before_is_replaced_unnoticed() -> None:
    admit(picture(50))
    first = process()
    os.kill(first.pid or 0, signal.SIGKILL)
    first.join()
    assert shade_of(picture(120)) == 120
    assert process() is not first


def test_one_decoder_reads_a_batch() -> None:
    admit(picture(50))
    first = process()
    admit(picture(60))
    assert process() is first


def test_a_file_that_takes_too_long_is_refused_and_its_late_answer_is_nobodys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    admit(picture(50))
    os.kill(process().pid or 0, signal.SIGSTOP)
    with monkeypatch.context() as patch:
        patch.setattr(heic, "LONGEST_S", 0.1)
        with pytest.raises(PhotoUnusable, match="not read within 0 s"):
            admit(picture(50))
    assert shade_of(picture(120)) == 120


def test_the_answer_to_an_interrupted_file_is_not_taken_for_that_of_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "poll", interrupted)
        with pytest.raises(KeyboardInterrupt):
            admit(picture(50))
    assert shade_of(picture(120)) == 120


def test_threads_get_their_own_photographs() -> None:
    shades = range(40, 200, 20)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(shade_of, map(picture, shades))) == list(shades)


def test_a_picture_over_the_limit_is_refused_without_its_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    head, pixels = heic.read(picture(50), most=240 * 220 - 1, where="")
    assert (head.width, head.height, pixels) == (240, 220, b"")
    monkeypatch.setattr(decode, "MAX_PIXELS", 240 * 220 - 1)
    with pytest.raises(PhotoUnusable, match="megapixels"):
        admit(picture(50))


def test_where_no_process_may_start_heic_is_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_: SpawnProcess) -> None:
        raise AssertionError("daemonic processes are not allowed to have children")

    monkeypatch.setattr(SpawnProcess, "start", forbidden)
    monkeypatch.setattr(heic, "_reader", lambda _: heic._Reader())
    with pytest.raises(PhotoUnusable, match="could not be started"):
        admit(picture(50))


def test_a_script_without_a_guard_reads_heic_and_only_heic_starts_a_process(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(picture(50, "JPEG"))
    (tmp_path / "a.heic").write_bytes(picture(50))
    (tmp_path / "script.py").write_text(UNGUARDED)
    command = [sys.executable, str(tmp_path / "script.py"), str(tmp_path)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "src"}
    )
    assert (done.stdout, done.stderr) == ("0 1 False\n", "")


def test_the_hardest_refusals_are_told_in_russian() -> None:
    with pytest.raises(PhotoUnusable) as caught:
        admit(breaking(), where="a.heic")
    told = Catalogue("ru").error(caught.value)
    assert "HEIC" in told
    assert "JPEG" in told
    assert "decoder" not in told
