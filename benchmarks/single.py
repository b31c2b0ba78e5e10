"""How long one screening with its full trace takes, for real clients."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from adamas.intake.facts import Facts
from adamas.intake.read import facts_of, read, read_client
from adamas.knowledge.library import Library
from adamas.screening.screen import screen
from benchmarks.result import Result, median_seconds, say
from tests.support.random_clients import Crowd, as_word

BAR_MS = 1.0
ON = date(2026, 11, 21)
SCENARIOS = Path(__file__).parent.parent / "scenarios"


def measure(library: Library) -> Iterator[Result]:
    """The median of each client, and over all of them, which is what the bar is for."""
    times: dict[str, float] = {}
    for name, facts, on in clients(library):
        verdict = screen(facts, library, on=on)
        times[name] = 1000 * median_seconds(partial(screen, facts, library, on=on), runs=101)
        note = f"{verdict.decision.word}, {len(verdict.findings)} findings"
        yield Result(what=f"one screening: {name}", value=times[name], unit="ms", note=note)
    say(f"  {len(times)} clients")
    middle = sorted(times.values())[len(times) // 2]
    yield Result(what="one screening: median client", value=middle, unit="ms", bar=BAR_MS, at_most=True)
    slowest = max(times, key=lambda name: times[name])
    yield Result(what="one screening: slowest client", value=times[slowest], unit="ms", note=slowest)


def clients(library: Library) -> Iterator[tuple[str, Facts, date]]:
    """Nobody asked; all absent; everything answered; every wait at once; and each scenario of the house."""
    zones = ("cheek", "forehead", "nose")
    crowd = Crowd(library, on=ON, random=Random(5))
    absent = {
        name: as_word({"presence": False, "date": crowd.values[name][0]}.get(q.kind, crowd.values[name][0]))
        for name, q in library.questions.items()
        if q.ask
    }
    waits = {
        name: ON.isoformat()
        for name, q in library.questions.items()
        if q.kind == "date" and q.tense == "past"
    } | {"isotretinoin": "stopped", "systemic-steroid": "stopped"}
    known = {name: word for name, word in waits.items() if name in library.questions and name != "birth-date"}
    yield "nothing answered", read({}, library, on=ON, zones=zones), ON
    yield "everything absent", read(absent, library, on=ON, zones=zones), ON
    yield "every wait begun today", read({**absent, **known}, library, on=ON, zones=zones), ON
    yield "every wait, all zones", read({**absent, **known}, library, on=ON), ON
    for path in sorted(SCENARIOS.glob("*/client.yaml")):
        client = read_client(path.read_text(encoding="utf-8"), library, where=path.name)
        on = client.on or ON
        yield path.parent.name, facts_of(client, library, on=on), on
