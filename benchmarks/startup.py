"""How long `adamas screen FILE` takes to start and end, against the interpreter and its YAML reader alone.

Both may keep their bytecode, as Python does unless it is told otherwise.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.result import Result, say

BAR = 2.5
RUNS = 25
CLIENT = """\
client: Start-up
on: 2026-11-21
zones: [cheek, forehead]
answers: {birth-date: 1974-05-02, pregnancy: absent, isotretinoin: never, phototype: iii}
"""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure() -> Iterator[Result]:
    """Medians of runs that take turns, so that a busy machine hits both alike."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "client.yaml"
        path.write_text(CLIENT, encoding="utf-8")
        bare = [sys.executable, "-c", "import yaml"]
        ours = [str(Path(sys.executable).with_name("adamas")), "screen", str(path)]
        say(f"  start-up, {RUNS} runs each ...")
        _seconds(ours)  # the first run compiles the knowledge into the cache
        times = [(_seconds(bare), _seconds(ours)) for _ in range(RUNS)]
    alone, whole = (median(column) for column in zip(*times, strict=True))
    yield Result(what="interpreter and its YAML reader", value=1000 * alone, unit="ms")
    yield Result(what="adamas screen FILE", value=1000 * whole, unit="ms")
    yield Result(
        what="start-up : bare interpreter with YAML", value=whole / alone, unit="x", bar=BAR, at_most=True
    )


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return perf_counter() - start
