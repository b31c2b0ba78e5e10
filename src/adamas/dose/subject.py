"""Who and what is treated, and how: the plain inputs of the dose model."""

from msgspec import Struct

from adamas.knowledge.practice import Zone


class Skin(Struct, frozen=True, kw_only=True):
    """What of a person matters to the model. What nobody said is None and counts as the most delicate.

    age: in years. Phototype is no input: on faces it went with neither strength nor repair of the barrier.
    """

    age: float | None = None
    is_dry: bool | None = None
    has_fragile_vessels: bool | None = None


class Site(Struct, frozen=True, kw_only=True):
    """Where: the zone, its region, and the mean thickness of its horny layer where it was measured."""

    zone: str
    region: str
    horny_layer_um: float | None = None

    @classmethod
    def of(cls, zone: Zone) -> "Site":
        """The site of a zone."""
        return cls(zone=zone.id, region=zone.region, horny_layer_um=zone.horny_layer_um)


class Exposure(Struct, frozen=True, kw_only=True):
    """What the hand does: grain in µm, vacuum in kPa, passes, and the pace of the tip in cm/s.

    pace_cm_s: None is the usual pace, of which nobody knows a number; 0 is a tip held still.
    Raises ValueError for what no hand can do.
    """

    grit_um: float
    vacuum_kpa: float
    passes: float = 1
    pace_cm_s: float | None = None

    def __post_init__(self) -> None:
        if not (self.grit_um > 0 and self.vacuum_kpa > 0 and self.passes >= 0):
            raise ValueError(f"grain and vacuum must be above zero, passes not below: {self!r}")
        if self.pace_cm_s is not None and not self.pace_cm_s >= 0:
            raise ValueError(f"the pace must not be below zero: {self!r}")
