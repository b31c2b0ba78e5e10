"""Networks are read by one thread at a time: OpenCV's reader is not safe for more."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event, Lock

import cv2
import pytest

from adamas.imaging import networks as subject


def test_threads_that_need_the_networks_at_once_read_them_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    threads, within, most = 4, 0, 0
    counting, gate = Lock(), Barrier(threads)
    real = subject._read

    def read(place: Path, raw: bytes) -> cv2.dnn.Net:
        nonlocal within, most
        with counting:
            within += 1
            most = max(most, within)
        Event().wait(0.005)
        net = real(place, raw)
        with counting:
            within -= 1
        return net

    def load(_: int) -> subject.Networks:
        gate.wait()
        return subject.networks()

    monkeypatch.setattr(subject, "_read", read)
    # A thread may have the number of an earlier one, whose networks are still there.
    subject._load.cache_clear()
    with ThreadPoolExecutor(threads) as pool:
        loaded = list(pool.map(load, range(threads)))
    assert most == 1
    assert len({id(each.detector) for each in loaded}) == threads
