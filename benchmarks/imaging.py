"""How long a pair of photographs takes, against decoding it and scikit-image; memory; growth; both cores.

The photographs are a real portrait of the public domain, enlarged and dressed in phantom skin.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from math import log
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

import cv2
import numpy as np
import simplejpeg

from adamas.imaging.admit import admit
from adamas.imaging.examine import examine
from adamas.imaging.gate import inspect
from adamas.imaging.phantom.camera import Camera
from adamas.imaging.phantom.geometry import View
from benchmarks import straight
from benchmarks.pair import whole
from benchmarks.result import Result, say
from validation import faces

RUNS = 11
WIDTH = 3024
"""Of an upright photo of 12 MP, 3:4."""
QUALITY = 94
RATIO_BAR, SPEED_BAR, MEMORY_BAR_MB, GROWTH_BAR, CORES_BAR = 7.0, 50.0, 800.0, 1.15, 1.6
BATCH = 8


def measure() -> Iterator[Result]:
    """All figures about photographs."""
    say("  drawing photographs")
    pair = photographs()
    yield from _against_decoding(pair)
    yield from _against_straight(pair[0])
    yield from _memory(pair)
    yield from _growth(pair)
    yield from _batch(pair)


def photographs() -> tuple[bytes, bytes]:
    """Before and after as JPEG of 12 MP."""
    one = faces.person("officer", width=WIDTH)
    views = (View(), View(scale=1.02, roll_deg=1.5, bend_px=8, shift_px=(37, -53)))
    poses = (faces.Pose(), faces.Pose(yaw_deg=1.5))
    shots = (
        faces.photograph(
            one, pose=pose, camera=Camera(view=view, soft_px=0.6, noise=25, read=0.001), seed=seed
        ).photo.pixels
        for seed, (pose, view) in enumerate(zip(poses, views, strict=True))
    )
    before, after = (_encoded(pixels) for pixels in shots)
    return before, after


def _encoded(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> bytes:
    return bytes(simplejpeg.encode_jpeg(np.ascontiguousarray(pixels), QUALITY, "RGB", "420"))


def _decode(pair: tuple[bytes, bytes]) -> None:
    for raw in pair:
        simplejpeg.decode_jpeg(raw, colorspace="RGB")


def _against_decoding(pair: tuple[bytes, bytes]) -> Iterator[Result]:
    """Runs take turns, and the best of each counts: what else the machine does only ever adds."""
    whole(pair)
    times = [(_seconds(lambda: _decode(pair)), _seconds(lambda: whole(pair))) for _ in range(RUNS)]
    decoding, everything = (1000 * min(column) for column in zip(*times, strict=True))
    megabytes = sum(map(len, pair)) / 2e6
    yield Result(what="12 MP pair: decode", value=decoding, unit="ms", note=f"{megabytes:.1f} MB each")
    yield Result(what="12 MP pair: everything", value=everything, unit="ms", note="with overlays")
    yield Result(
        what="12 MP pair: everything : decode",
        value=everything / decoding,
        unit="x",
        bar=RATIO_BAR,
        at_most=True,
    )


def _against_straight(raw: bytes) -> Iterator[Result]:
    """The same measures of one photo, by us and straight with scikit-image, on the same skin."""
    seen = inspect(admit(raw))
    ours = min(_seconds(lambda: examine(seen)) for _ in range(RUNS))
    say("  scikit-image, twice ...")
    skin = seen.zones.whole()
    theirs = min(_seconds(lambda: straight.measure(seen.photo.pixels, skin, seen.px_per_mm)) for _ in "ab")
    yield Result(what="measures of 12 MP: Adamas", value=1000 * ours, unit="ms")
    yield Result(what="measures of 12 MP: scikit-image", value=theirs, unit="s", note="face only")
    yield Result(what="scikit-image : Adamas", value=theirs / ours, unit="x", bar=SPEED_BAR)


def _memory(pair: tuple[bytes, bytes]) -> Iterator[Result]:
    """Peak of a process of its own that compares a pair of 24 MP."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / f"{name}.jpg" for name in ("before", "after")]
        for place, raw in zip(places, pair, strict=True):
            place.write_bytes(resized(raw, 24e6))
        command = [sys.executable, "-m", "benchmarks.pair", *map(str, places)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    peak = float(done.stdout.split()[-1])
    yield Result(what="24 MP pair: peak memory", value=peak, unit="MB", bar=MEMORY_BAR_MB, at_most=True)


def resized(raw: bytes, pixels: float) -> bytes:
    """The same photo with so many pixels."""
    picture = simplejpeg.decode_jpeg(raw, colorspace="RGB")
    factor = (pixels / (picture.shape[0] * picture.shape[1])) ** 0.5
    way = cv2.INTER_CUBIC if factor > 1 else cv2.INTER_AREA
    return _encoded(np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=way), np.uint8))


def _growth(pair: tuple[bytes, bytes]) -> Iterator[Result]:
    """Exponent of time over pixels, from 6 to 24 MP: 1 is linear."""
    sizes = (6e6, 12e6, 24e6)
    pairs = [(resized(pair[0], size), resized(pair[1], size)) for size in sizes]
    times = [min(_seconds(partial(whole, p)) for _ in range(RUNS)) for p in pairs]
    steps = [log(b / a) / log(2) for a, b in pairwise(times)]
    note = ", ".join(f"{size / 1e6:.0f} MP {1000 * t:.0f} ms" for size, t in zip(sizes, times, strict=True))
    yield Result(
        what="growth with pixels (exponent)",
        value=max(steps),
        unit="x",
        bar=GROWTH_BAR,
        at_most=True,
        note=note,
    )


def one_photo(raw: bytes) -> tuple[int, float]:
    """Measure one photo of a batch; returns the number of readings and its seconds."""
    begun = perf_counter()
    found = examine(inspect(admit(raw)))
    return sum(len(one.readings) for one in found), perf_counter() - begun


def _batch(pair: tuple[bytes, bytes]) -> Iterator[Result]:
    """Photographs of a folder in processes, one a core."""
    cores = os.cpu_count() or 1
    context: Any = get_context("spawn")
    with ProcessPoolExecutor(cores, mp_context=context, initializer=cv2.setNumThreads, initargs=(1,)) as pool:
        list(pool.map(one_photo, [pair[0]] * cores))
        times = {}
        busy = 0.0
        for count in (BATCH, 2 * BATCH):
            begun = perf_counter()
            answers = list(pool.map(one_photo, [pair[i % 2] for i in range(count)]))
            times[count] = perf_counter() - begun
            busy = sum(seconds for _, seconds in answers) / times[count]
    exponent = log(times[2 * BATCH] / times[BATCH]) / log(2)
    yield Result(
        what="batch: 12 MP photos", value=1000 * times[2 * BATCH] / (2 * BATCH), unit="ms", note="each"
    )
    yield Result(what="growth with photos (exponent)", value=exponent, unit="x", bar=GROWTH_BAR, at_most=True)
    yield Result(what="batch: cores kept busy", value=busy, unit="x", bar=CORES_BAR, note=f"of {cores}")


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
