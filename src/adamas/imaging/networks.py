"""The three networks of the face model, run by OpenCV's own network module.

OpenCV 5.0.0 shows a single output of a network unless it is read from a *file* with the classic engine: its
own default, and any engine fed from memory, silently lose the scores. Its first reader fills a table of what
it knows, unguarded: another thread that reads meanwhile is told that ordinary operators are not implemented,
crashes, or never comes back.
"""

import tempfile
from functools import cache
from pathlib import Path
from threading import Lock, get_ident

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.model import read_networks

Tensor = NDArray[np.float32]
_READING = Lock()


class Networks(Struct, frozen=True, eq=False):
    """Detector (128 px, BlazeFace short range), landmarks (256 px), expression (146 points)."""

    detector: cv2.dnn.Net
    landmarks: cv2.dnn.Net
    expression: cv2.dnn.Net


def networks() -> Networks:
    """The networks, loaded once a thread (30 ms): one network serves one thread only."""
    return _load(get_ident())


def run(net: cv2.dnn.Net, tensor: Tensor, outputs: tuple[str, ...]) -> dict[str, Tensor]:
    """Feed one input, get the named outputs, flattened to float32."""
    net.setInput(tensor)
    results = net.forward(list(outputs))
    return {name: np.asarray(result, np.float32) for name, result in zip(outputs, results, strict=True)}


@cache
def _load(_thread: int) -> Networks:
    with _READING, tempfile.TemporaryDirectory() as folder:
        loaded = [_read(Path(folder) / f"{name}.tflite", raw) for name, raw in read_networks().items()]
    return Networks(*loaded)


def _read(place: Path, raw: bytes) -> cv2.dnn.Net:
    place.write_bytes(raw)
    return cv2.dnn.readNetFromTFLite(str(place), cv2.dnn.ENGINE_CLASSIC)
