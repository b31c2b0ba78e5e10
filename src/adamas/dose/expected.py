"""What the model expects, as plain values: whoever only carries or shows them loads no arrays."""

from msgspec import Struct


class Band(Struct, frozen=True):
    """What a quantity probably is: nine of ten worlds lie between low and high, half of them below middle."""

    low: float
    middle: float
    high: float
    unit: str


class Effect(Struct, frozen=True, kw_only=True):
    """What a model expects of settings; not a measurement (see the protocol `course-dose-model`).

    removed: fraction of the horny layer; None for a tip that may rest over one place, where the model has no
    say. strain: load on vessels as a share of what they may bear, None when it has no end. chance_of_marks:
    share of possible worlds in which they may give way. ready: days until the barrier is back; ready_days:
    the same at its cautious edge, no more than the days after which everything is back.
    """

    removed: Band | None
    strain: Band | None
    chance_of_marks: float
    ready: Band | None
    ready_days: int
    is_stationary: bool
