"""The next visit after the reaction to the last one: a written rule in which more reaction never means more.

The bounds stand in the protocol `course-adapt`; the worst sign decides.
"""

from enum import IntEnum
from typing import cast

from msgspec import Struct

from adamas.dose.subject import Exposure
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, because, number

_SIGNS = ("redness_hours", "flaking_days", "pain")


class Change(IntEnum):
    """What follows for the next visit, mildest consequence first."""

    STEP_UP = 0
    REPEAT = 1
    STEP_BACK = 2
    PAUSE = 3

    @property
    def word(self) -> str:
        """Its name in messages."""
        return self.name.lower().replace("_", "-")


class Reaction(Struct, frozen=True, kw_only=True):
    """What was recorded after a visit; None is not recorded.

    redness_hours: hours until the redness was gone. pain: 0 to 10, the worst during the visit.
    """

    redness_hours: float | None = None
    has_petechiae: bool | None = None
    flaking_days: float | None = None
    pain: float | None = None


class Adapted(Struct, frozen=True, kw_only=True):
    """The next visit's settings; None after a pause, until the skin was seen."""

    change: Change
    because: Because
    exposure: Exposure | None


def change_after(reaction: Reaction, library: Library) -> Change:
    """What the worst sign asks for."""
    signs = [_of_sign(name, reaction, library) for name in _SIGNS]
    if reaction.has_petechiae is None:
        return max(Change.REPEAT, *signs)
    if not reaction.has_petechiae:
        return max(signs)
    # Marks of broken vessels beside another strong sign are more than either alone.
    return Change.PAUSE if max(signs) >= Change.STEP_BACK else Change.STEP_BACK


def adapt(last: Exposure, planned: Exposure, reaction: Reaction, library: Library) -> Adapted:
    """The settings of the next visit: as planned, or less; never more than planned.

    last: what was used. planned: what the plan has for the next visit.
    """
    change = change_after(reaction, library)
    share = number(library, "course-adapt", "vacuum-share-back")
    why = because(library, f"dose-next-{change.word}", ("protocols", "course-adapt"), share=share)
    if change is Change.PAUSE:
        return Adapted(change=change, because=why, exposure=None)
    bound = {
        Change.STEP_UP: planned,
        Change.REPEAT: last,
        Change.STEP_BACK: _step_back(last, share, library),
    }[change]
    return Adapted(change=change, because=why, exposure=_gentler(bound, planned))


def _of_sign(name: str, reaction: Reaction, library: Library) -> Change:
    value = cast("float | None", getattr(reaction, name))
    if value is None:
        return Change.REPEAT
    sign = name.replace("_", "-")
    bounds = [number(library, "course-adapt", f"{sign}-{step}") for step in ("repeat", "back", "pause")]
    return Change(sum(value > bound for bound in bounds))


def _step_back(last: Exposure, share: float, library: Library) -> Exposure:
    classes = [number(library, "course-grit", name) for name in ("fine-um", "medium-um", "coarse-um")]
    finer = max((size for size in classes if size < last.grit_um), default=last.grit_um)
    passes = max(1.0, last.passes - 1)
    return Exposure(
        grit_um=finer, vacuum_kpa=share * last.vacuum_kpa, passes=passes, pace_cm_s=last.pace_cm_s
    )


def _gentler(one: Exposure, other: Exposure) -> Exposure:
    return Exposure(
        grit_um=min(one.grit_um, other.grit_um),
        vacuum_kpa=min(one.vacuum_kpa, other.vacuum_kpa),
        passes=min(one.passes, other.passes),
        pace_cm_s=other.pace_cm_s,
    )
