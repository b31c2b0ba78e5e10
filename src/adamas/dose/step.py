"""What is set for one zone at one visit: each number with its unit and its reason."""

from typing import Literal

from msgspec import Struct

from adamas.dose.expected import Effect
from adamas.knowledge.reason import Because
from adamas.message import Message


class Setting(Struct, frozen=True, kw_only=True):
    """One number of the plan with its unit and its reason.

    at_most: the bound it must never pass, when it has one.
    """

    value: float
    unit: Literal["um", "kPa", "passes", "visits", "days", "minutes", "SPF"]
    because: Because
    at_most: float | None = None


class Dial(Struct, frozen=True, kw_only=True):
    """What to set on the device itself: its own reading and unit."""

    reading: float
    unit: str


class Step(Struct, frozen=True, kw_only=True):
    """What is done to one zone at one visit. grit_um is the grain of `tip` when a device is given.

    effect: what a model expects of it. removed_at_most: the share that its upper edge may reach.
    """

    zone: str
    order: int
    grit_um: Setting
    vacuum_kpa: Setting
    passes: Setting
    effect: Effect
    removed_at_most: float
    minutes: int
    tip: str = ""
    dial: Dial | None = None
    notes: tuple[Message, ...] = ()

    @property
    def margin(self) -> float:
        """What is left between the upper edge of the band and the share that may go, 0 to 1."""
        return self.removed_at_most - (self.effect.removed.high if self.effect.removed else 1.0)
