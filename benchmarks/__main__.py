"""All figures in one run: a table for people, JSON with `--json`."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from adamas.knowledge.library import read_library
from benchmarks import dose, imaging, population, single, startup
from benchmarks.result import Result, say, table

PARTS = ("single", "dose", "population", "startup", "imaging")


def main() -> int:
    """Measure; exit code 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--clients", type=int, default=1_000_000)
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this part only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file, too")
    args = parser.parse_args()
    results = tuple(_measured(args.only or PARTS, args.clients))
    print(table(results))
    if args.json:
        args.json.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n")
    missed = [result.what for result in results if not result.is_met]
    if missed:
        say(f"missed: {', '.join(missed)}")
    return 1 if missed else 0


def _measured(parts: list[str] | tuple[str, ...], clients: int) -> Iterator[Result]:
    library = read_library()
    if "single" in parts:
        say("one screening with its full trace")
        yield from single.measure(library)
    if "dose" in parts:
        say("the dose model")
        yield from dose.measure(library)
    if "population" in parts:
        say("a population")
        yield from population.measure(library, clients=clients)
    if "startup" in parts:
        say("start-up")
        yield from startup.measure()
    if "imaging" in parts:
        say("photographs")
        yield from imaging.measure()


if __name__ == "__main__":
    sys.exit(main())
