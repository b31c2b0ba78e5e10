"""What a device can do of what is wanted: the tip to take and the reading to set on its dial."""

from math import floor

from adamas.dose.dial import dial_reading, dial_vacuum
from adamas.dose.step import Dial
from adamas.knowledge.practice import Device, Tip

_ABRASIVE = ("diamond", "sapphire")
_STEPS = {"inhg": 0.5, "cmhg": 1.0, "mmhg": 5.0, "kpa": 1.0, "mbar": 10.0, "bar": 0.01, "psi": 0.1}


def known_tips(device: Device) -> tuple[Tip, ...]:
    """The abrasive tips whose grain the maker states, coarsest first."""
    tips = (tip for tip in device.tips if tip.material in _ABRASIVE and tip.grit_um is not None)
    return tuple(sorted(tips, key=lambda tip: (-(tip.grit_um or 0.0), tip.id)))


def tip_for(device: Device, *, grit_um_at_most: float, size: str) -> Tip | None:
    """The coarsest tip no coarser than allowed, of the wanted size where there is a choice.

    None when every tip is coarser.
    """
    fitting = [
        tip for tip in known_tips(device) if tip.grit_um is not None and tip.grit_um <= grit_um_at_most
    ]
    if not fitting:
        return None
    coarsest = [tip for tip in fitting if tip.grit_um == fitting[0].grit_um]
    return next((tip for tip in coarsest if tip.size == size), coarsest[0])


def is_too_strong(device: Device, vacuum_kpa: float) -> bool:
    """True when even the weakest setting of a device draws more than this vacuum (kPa)."""
    return device.vacuum_kpa_at_least is not None and device.vacuum_kpa_at_least > vacuum_kpa + 0.01


def dial_for(device: Device, vacuum_kpa: float) -> Dial | None:
    """The reading that gives at most this vacuum (kPa), rounded down to what the dial can be set to.

    None when the device cannot be set to it, or nobody has measured what its scale means there.
    """
    reading = dial_reading(vacuum_kpa, device)
    if reading is None:
        return None
    step = device.dial_step or _STEPS.get(device.dial_unit.lower(), 1.0)
    # A hair is added because 4 inHg computed back from its own kPa must not become 3.5.
    rounded = round(floor(reading / step + 1e-6) * step, 6)
    return Dial(reading=rounded, unit=device.dial_unit) if dial_vacuum(rounded, device) is not None else None
