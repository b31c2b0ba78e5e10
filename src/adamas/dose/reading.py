"""Reads what somebody typed as a setting: a vacuum with its unit or on a dial, a grain, a head."""

import re

from adamas.dose.device import known_tips
from adamas.dose.dial import dial_vacuum
from adamas.errors import UnitMismatch, told
from adamas.knowledge.practice import Device
from adamas.misread import did_you_mean
from adamas.units import grit_um, vacuum_kpa

_BARE = re.compile(r"\s*\d+(?:[.,]\d+)?\s*")


def read_vacuum(text: str, device: Device | None) -> float:
    """A vacuum in kPa: with its unit, or bare as the reading of a device's dial.

    Raises UnitMismatch for a bare number without a device: it may mean three different vacuums.
    """
    if not _BARE.fullmatch(text):
        return vacuum_kpa(text)
    reading = float(text.replace(",", "."))
    if device is None:
        raise UnitMismatch(
            told(
                "vacuum-bare",
                "{number} without a unit may be {mmhg} kPa (mmHg), {cmhg} kPa (cmHg) or {inhg} kPa (inHg).",
                number=text.strip(),
                mmhg=_rounded(f"{reading} mmHg"),
                cmhg=_rounded(f"{reading} cmHg"),
                inhg=_rounded(f"{reading} inHg"),
            ),
            hint=told("vacuum-bare-hint", "Write the unit, like 20kPa, or name the device with --device."),
        )
    found = dial_vacuum(reading, device)
    if found is None:
        raise UnitMismatch(
            told(
                "dial-unmeasured",
                "Nobody knows what vacuum {number} on the dial of '{device}' is.",
                number=text.strip(),
                device=device.id,
            ),
            where=f"knowledge/devices/{device.id}.yaml (dial)",
            hint=told(
                "dial-unmeasured-hint",
                "Stay within the range of the device, or measure its dial: docs/how-to/measure-a-dial.md.",
            ),
        )
    return found


def read_grit(text: str) -> float:
    """A grain in µm; a bare number is micrometres, the only measure of grain there is here."""
    return float(text.replace(",", ".")) if _BARE.fullmatch(text) else grit_um(text)


def grit_of_tip(name: str, device: Device) -> float:
    """The grain of a device's head in µm. Raises UnitMismatch for a head without a known grain."""
    tips = {tip.id: tip.grit_um for tip in known_tips(device) if tip.grit_um is not None}
    if name not in tips:
        raise UnitMismatch(
            told(
                "tip-unknown",
                "No grain is known of a head '{name}' of '{device}'.",
                name=name,
                device=device.id,
            ),
            hint=did_you_mean(name, tips),
        )
    return tips[name]


def _rounded(text: str) -> float:
    return round(vacuum_kpa(text), 1)
