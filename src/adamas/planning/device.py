"""What a device can do of what is wanted: the tip to take and the reading to set on its dial."""

from math import floor

from adamas.knowledge.practice import Device, Tip
from adamas.planning.plan import Dial
from adamas.units import KPA_PER

_ABRASIVE = ("diamond", "sapphire")
_STEPS = {"inhg": 0.5, "cmhg": 1.0, "mmhg": 5.0, "kpa": 1.0, "mbar": 10.0, "bar": 0.01, "psi": 0.1}


def known_tips(device: Device) -> tuple[Tip, ...]:
    """The abrasive tips whose grain the maker states, coarsest first."""
    tips = (tip for tip in device.tips if tip.material in _ABRASIVE and tip.grit_um is not None)
    return tuple(sorted(tips, key=lambda tip: (-(tip.grit_um or 0.0), tip.id)))


def tip_for(device: Device, *, grit_um_at_most: float, size: str) -> Tip | None:
    """The coarsest tip that is no coarser than allowed, of the wanted size where there is a choice; None when all are
    coarser."""
    fitting = [tip for tip in known_tips(device) if tip.grit_um is not None and tip.grit_um <= grit_um_at_most]
    if not fitting:
        return None
    coarsest = [tip for tip in fitting if tip.grit_um == fitting[0].grit_um]
    return next((tip for tip in coarsest if tip.size == size), coarsest[0])


def dial_for(device: Device, vacuum_kpa: float) -> Dial | None:
    """The reading that gives at most this vacuum (kPa), rounded down to what the dial can be set to.

    None when the dial is marked in levels or per cent and nobody has measured them, or when even its lowest measured
    reading is stronger.
    """
    unit = device.dial_unit.lower()
    if device.dial:
        reading = _interpolated(device.dial, vacuum_kpa)
    elif unit in KPA_PER:
        reading = vacuum_kpa / KPA_PER[unit]
    else:
        return None
    if reading is None:
        return None
    step = device.dial_step or _STEPS.get(unit, 1.0)
    # A hair is added because 4 inHg computed back from its own kPa must not become 3.5.
    steps = floor(reading / step + 1e-6)
    return Dial(reading=round(steps * step, 6), unit=device.dial_unit) if steps > 0 else None


def _interpolated(dial: tuple[tuple[float, float], ...], vacuum_kpa: float) -> float | None:
    points = sorted(dial)
    if vacuum_kpa < points[0][1]:
        return None
    for (low, low_kpa), (high, high_kpa) in zip(points, points[1:], strict=False):
        if vacuum_kpa < high_kpa:
            return low + (high - low) * (vacuum_kpa - low_kpa) / (high_kpa - low_kpa)
    return points[-1][0]
