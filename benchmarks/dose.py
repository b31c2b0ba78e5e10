"""How long the bands of the dose model take: one zone, a whole plan, and the same in a plain Python loop."""

from collections.abc import Iterator
from datetime import date
from math import exp, log
from pathlib import Path
from statistics import quantiles

import numpy as np

from adamas.dose.abrasion import removed
from adamas.dose.effect import effect, work_of_a_pass
from adamas.dose.model import band, model_of
from adamas.dose.subject import Exposure, Site, Skin
from adamas.intake.read import facts_of, read_client
from adamas.knowledge.library import Library
from adamas.planning.plan import Plan
from adamas.planning.propose import propose
from adamas.screening.screen import screen
from benchmarks.result import Result, median_seconds, say

ON = date(2026, 11, 21)
DRAWS = 10_000
BAND_MS, PLAN_S, TIMES = 50.0, 1.0, 10.0
EXPOSURE = Exposure(grit_um=80, vacuum_kpa=17, passes=2)
SKIN = Skin(age=45, is_dry=True, has_fragile_vessels=False)
ZONES = ("forehead", "temple", "periorbital", "nose", "cheek", "chin", "neck", "decollete", "hands", "arms")
CLIENT = Path(__file__).parents[1] / "scenarios" / "photo-ageing-52"


def measure(library: Library) -> Iterator[Result]:
    """Bands with NumPy and without, equal to the last digits; then a plan of ten zones and ten visits."""
    site = Site.of(library.section("zones")["cheek"])
    model = model_of(library, draws=DRAWS)

    def vectorised() -> np.ndarray:
        worlds = removed(model, EXPOSURE, site, SKIN)
        band(worlds, "share")
        return worlds

    quick = 1000 * median_seconds(vectorised, runs=51)
    slow = 1000 * median_seconds(lambda: looped(library, site), runs=5)
    if not np.allclose(vectorised(), looped(library, site), rtol=1e-12):
        raise AssertionError("the loop and NumPy disagree")
    note = f"{DRAWS:,} worlds, one zone"
    yield Result(what="dose: a band", value=quick, unit="ms", bar=BAND_MS, at_most=True, note=note)
    yield Result(what="dose: the same in a Python loop", value=slow, unit="ms", note="equal to 12 digits")
    yield Result(what="dose: NumPy against the loop", value=slow / quick, unit="x", bar=TIMES)
    say("  a plan of ten zones")
    yield from _plan(library)


def looped(library: Library, site: Site) -> list[float]:
    """What `removed` computes, world by world in plain Python, with the quantiles of the band."""
    model = model_of(library, draws=DRAWS)
    names = library.section("parameters")
    columns = {name: model[name].tolist() for name in names}
    taken = []
    for i in range(DRAWS):
        world = {name: column[i] for name, column in columns.items()}
        per_pass = -log(1 - world["removed-per-pass"])
        coarse = (EXPOSURE.grit_um / world["grit-reference"]) ** world["grit-exponent"]
        drawn = (EXPOSURE.vacuum_kpa / world["vacuum-reference"]) ** world["vacuum-exponent"]
        share = ((SKIN.age or 0.0) - world["age-young"]) / (world["age-old"] - world["age-young"])
        aged = (1 / world["strips-ratio-old"]) ** min(max(share, 0.0), 1.0)
        thick = (site.horny_layer_um or 0.0) * world["horny-layer-spread"] / world["horny-layer-reference"]
        done = per_pass * coarse * world["hand-pressure"] * drawn * aged * world["dry-susceptibility"] / thick
        taken.append(1 - exp(-EXPOSURE.passes * done))
    quantiles(taken, n=20)
    return taken


def _plan(library: Library) -> Iterator[Result]:
    client = read_client((CLIENT / "client.yaml").read_text(encoding="utf-8"), library, where=CLIENT.name)
    facts = facts_of(client, library, on=ON, where=CLIENT.name).with_zones(ZONES)
    verdict = screen(facts, library, on=ON)

    def plan() -> Plan:
        effect.cache_clear()
        work_of_a_pass.cache_clear()
        found = propose(verdict, facts, library, on=ON, goals=("pores", "acne-scars"), zones=ZONES)
        if not isinstance(found, Plan):
            raise TypeError("a healthy client has a plan")
        return found

    visits = plan().visits
    steps = sum(len(visit.steps) for visit in visits)
    seconds = median_seconds(plan, runs=5)
    note = f"{len(visits)} visits, {steps} bands in the course"
    yield Result(what="dose: a whole plan", value=seconds, unit="s", bar=PLAN_S, at_most=True, note=note)
