"""What a dial means: its reading for a vacuum and the vacuum of its reading.

A gauge in a unit of pressure is converted; a scale of levels or per cent means only what was measured on that
very device with the tip closed off. Between two measured points the line is straight; beyond lies nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from adamas.errors import StatementInvalid, told
from adamas.knowledge.practice import Device
from adamas.units import KPA_PER

ATMOSPHERE_KPA = 101.325
"""No vacuum is stronger than this (NIST SP 811)."""

_HAIR_KPA = 0.01
# Two decimals are all a profile states: 4 inHg is 13.546 kPa and must not fail a lower end written as 13.55.

Points = tuple[tuple[float, float], ...]


def dial_reading(vacuum_kpa: float, device: Device) -> float | None:
    """The reading that gives a vacuum (kPa), not rounded to the steps of the dial.

    None when the device cannot be set to it, or nobody measured what its scale means there.
    Raises StatementInvalid when the measured points do not rise.
    """
    if not _is_within_reach(vacuum_kpa, device):
        return None
    points = measured(device)
    if points:
        return _between(vacuum_kpa, tuple((kpa, reading) for reading, kpa in points))
    factor = KPA_PER.get(device.dial_unit.lower())
    return vacuum_kpa / factor if factor is not None else None


def dial_vacuum(reading: float, device: Device) -> float | None:
    """The vacuum (kPa) of a reading; None and errors as for `dial_reading`."""
    points = measured(device)
    factor = None if points else KPA_PER.get(device.dial_unit.lower())
    vacuum_kpa = reading * factor if factor is not None else _between(reading, points)
    return vacuum_kpa if vacuum_kpa is not None and _is_within_reach(vacuum_kpa, device) else None


def measured(device: Device) -> Points:
    """The measured (reading, kPa) pairs in rising order. Raises StatementInvalid when they fall."""
    points = tuple(sorted(device.dial))
    is_rising = all(
        low < high and low_kpa < high_kpa for (low, low_kpa), (high, high_kpa) in pairwise(points)
    )
    if len(points) == 1 or not is_rising:
        raise StatementInvalid(
            told("dial-not-rising", "The measured points of the dial do not rise together."),
            where=f"knowledge/devices/{device.id}.yaml (dial)",
            hint=told(
                "dial-not-rising-hint",
                "Measure at least two settings; a higher reading must draw a stronger vacuum.",
            ),
        )
    return points


def misread_dials(devices: Iterable[Device]) -> Iterator[StatementInvalid]:
    """One error for every device whose dial means nothing, for the check of the knowledge base."""
    for device in devices:
        try:
            measured(device)
        except StatementInvalid as problem:
            yield problem


def _is_within_reach(vacuum_kpa: float, device: Device) -> bool:
    weakest = device.vacuum_kpa_at_least or 0.0
    strongest = min(device.vacuum_kpa_at_most or ATMOSPHERE_KPA, ATMOSPHERE_KPA)
    return weakest - _HAIR_KPA <= vacuum_kpa <= strongest + _HAIR_KPA


def _between(x: float, points: Points) -> float | None:
    for (low, at_low), (high, at_high) in pairwise(points):
        if low <= x <= high:
            share = (x - low) / (high - low)
            return at_low * (1 - share) + at_high * share
    return None
