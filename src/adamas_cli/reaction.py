"""What was recorded after the last visit, as it is typed: redness=30 flaking=2 pain=3 petechiae=no."""

import math

from adamas.dose.adapt import Adapted, Reaction, adapt
from adamas.dose.dosing import Dosing
from adamas.dose.settings import step_for
from adamas.dose.step import Step
from adamas.dose.subject import Exposure
from adamas.errors import InputError, told
from adamas.misread import did_you_mean

_SIGNS = {"redness": "redness_hours", "flaking": "flaking_days", "pain": "pain", "petechiae": "has_petechiae"}
_ANSWERS = {"yes": True, "present": True, "no": False, "absent": False}


def read_reaction(typed: list[str]) -> Reaction:
    """The signs by name; what is not named was not recorded. Raises InputError for anything else."""
    found: dict[str, float | bool] = {}
    for one in typed:
        name, _, value = one.partition("=")
        if name not in _SIGNS:
            raise InputError(
                told("reaction-unknown", "'{name}' is no sign of a reaction.", name=name),
                where="--reaction",
                hint=did_you_mean(name, _SIGNS),
            )
        found[_SIGNS[name]] = _answer(one, value) if name == "petechiae" else _number(one, value)
    return Reaction(**found)  # type: ignore[arg-type]  # each sign is read as its field wants it


def next_visit(last: Exposure, reaction: Reaction, dosing: Dosing) -> Adapted | None:
    """The next visit after these settings and this reaction; None where the zone may not be treated."""
    step = step_for(_second(dosing))
    if not isinstance(step, Step):
        return None
    planned = Exposure(grit_um=step.grit_um.value, vacuum_kpa=step.vacuum_kpa.value, passes=step.passes.value)
    return adapt(last, planned, reaction, dosing.library)


def _second(dosing: Dosing) -> Dosing:
    from msgspec.structs import replace

    return replace(dosing, nth=2)


def _answer(typed: str, value: str) -> bool:
    if value not in _ANSWERS:
        raise _unreadable(typed)
    return _ANSWERS[value]


def _number(typed: str, value: str) -> float:
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        raise _unreadable(typed) from None
    if not (math.isfinite(number) and number >= 0):
        raise _unreadable(typed)
    return number


def _unreadable(typed: str) -> InputError:
    return InputError(
        told("reaction-unreadable", "'{typed}' says nothing of a reaction.", typed=typed),
        where="--reaction",
        hint=told("reaction-hint", "Write redness=HOURS, flaking=DAYS, pain=0 to 10, petechiae=yes or no."),
    )
