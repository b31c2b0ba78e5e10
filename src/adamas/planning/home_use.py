"""One use of a device at home: how often, how many passes, how strong, and what it keeps free around it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from adamas.dose.candidates import Candidate, largest, smallest
from adamas.dose.step import Setting
from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device
from adamas.knowledge.reason import Because, because, because_of_statement, number
from adamas.planning.budget import Rest, is_delicate
from adamas.planning.home_choice import ABRASIVE
from adamas.planning.policy import limits
from adamas.screening.verdict import Verdict

PROTOCOL = "home-polishing"
"""The protocol whose numbers hold for every device at home."""

Strength = Literal["training", "gentle", "medium"]
"""One small place first, then the finest head on its weakest setting, then one step more."""


class Use(Struct, frozen=True, kw_only=True):
    """One use of the device; `zones` are all of the plan, or one alone while training."""

    number: int
    on: date
    strength: Strength
    zones: tuple[str, ...]
    because: Because


def interval_of(verdict: Verdict, facts: Facts, library: Library, *, device: Device, on: date) -> Setting:
    """Days from one use to the next: the longest that skin, maker or a statement asks for."""
    is_rare = is_delicate(facts.row(on))
    usual = number(library, PROTOCOL, "every-days-if-delicate" if is_rare else "every-days")
    name = "home-interval-delicate" if is_rare else "home-interval"
    found = [Candidate(usual, because(library, name, ("protocols", PROTOCOL), days=int(usual)))]
    if device.interval_days_at_least is not None:
        days = device.interval_days_at_least
        why = because(library, "home-interval-maker", ("devices", device.id), days=days)
        found.append(Candidate(float(days), why, rank=2))
    for zone in (None, *verdict.zones):
        for statement, limit in limits(verdict, library, zone=zone):
            if limit.interval_days_at_least is not None:
                days = limit.interval_days_at_least
                why = because_of_statement(library, "home-interval-limit", statement.id, days=days)
                found.append(Candidate(float(days), why, rank=0))
    longest = largest(found)
    return Setting(value=longest.value, unit="days", because=longest.because)


def passes_of(library: Library, *, device: Device) -> Setting:
    """Passes over one place: the fewest that the house or the maker allows."""
    usual = number(library, PROTOCOL, "passes")
    found = [Candidate(usual, because(library, "home-passes", ("protocols", PROTOCOL), passes=int(usual)))]
    if device.passes_at_most is not None:
        most = device.passes_at_most
        why = because(library, "home-passes-maker", ("devices", device.id), passes=most)
        found.append(Candidate(float(most), why, rank=2))
    fewest = smallest(found)
    return Setting(value=fewest.value, unit="passes", because=fewest.because, at_most=fewest.value)


def rest_of(library: Library, *, every_days: int) -> Rest:
    """The rest that a use keeps from visits, creams and strong sun.

    Skin that rests longer between uses rests as long from creams: the budget is one.
    """

    def days(name: str) -> int:
        return int(number(library, PROTOCOL, name))

    return Rest(
        every_days=every_days,
        apart_days=max(every_days, int(number(library, "cream-at-home", "apart-days"))),
        before_visit=days("days-before-visit"),
        after_visit=days("days-after-visit"),
        before_sun=days("sun-days-before"),
        after_sun=days("sun-days-after"),
    )


def uses_on(days: Mapping[date, tuple[str, ...]], library: Library, *, may_step_up: bool) -> tuple[Use, ...]:
    """The uses on these days (with the zones open on each), from training to the strength allowed."""
    training = int(number(library, PROTOCOL, "training-uses"))
    gentle = training + int(number(library, PROTOCOL, "gentle-uses"))
    found = []
    for index, (day, zones) in enumerate(days.items()):
        strength: Strength = "training" if index < training else "gentle"
        if index >= gentle and may_step_up:
            strength = "medium"
        why = because(library, f"home-use-{strength}", ("protocols", PROTOCOL))
        where = zones[:1] if strength == "training" else zones
        found.append(Use(number=index + 1, on=day, strength=strength, zones=where, because=why))
    return tuple(found)


def has_choice(device: Device) -> bool:
    """True when it can be made gentler or stronger: several heads that abrade, or a strength to set."""
    heads = sum(tip.count for tip in device.tips if tip.material in ABRASIVE)
    return heads > 1 or bool(device.adjustable)


def open_zones(verdict: Verdict, zones: tuple[str, ...]) -> tuple[str, ...]:
    """The zones that nothing blocks on the day of a verdict."""
    if verdict.decision.is_blocking:
        return ()
    return tuple(z for z in zones if z not in verdict.zones or not verdict.zones[z].decision.is_blocking)
