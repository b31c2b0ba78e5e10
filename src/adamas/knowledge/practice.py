"""The craft: goals, methods, zones, devices, course shapes and steps of a visit, prices."""

from typing import Literal

from msgspec import Struct

from adamas.knowledge.basis import Basis, Scope


class Zone(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A treatable area with its starting grid.

    grit_um: first visit and maximum. vacuum_kpa: lower and upper end. passes: first visit and maximum.
    order: place in the visit. minutes: time at the couch. stay_off: what within the zone is never touched.
    horny_layer_um: mean thickness, when it was measured.
    """

    title: str
    region: Literal["face", "neck-and-chest", "body"]
    order: int
    grit_um: tuple[float, float]
    vacuum_kpa: tuple[float, float]
    passes: tuple[int, int]
    minutes: int
    say: str
    tell: str
    stay_off: str = ""
    setting: Literal["salon", "medical"] = "salon"
    horny_layer_um: float | None = None


class Goal(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a client may wish for, with the honest expectation.

    evidence: level of the best evidence (1a-5, or none). effect: what may be promised; `none` refuses the
    claim.
    modalities: methods fit for it, best first. visits: fewest and most in one course.
    """

    title: str
    effect: Literal["none", "small", "mild", "good", "conflicting"]
    evidence: str
    say: str
    tell: str
    modalities: tuple[str, ...] = ()
    visits: tuple[int, int] | None = None
    zones: tuple[str, ...] = ()


class Modality(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A method: planned by Adamas, or only compared with."""

    title: str
    scope: Scope
    use: Literal["planned", "compared"]
    say: str
    tell: str


class Tip(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One head of a device; grit_um is the mean grain size in micrometres when the maker states it."""

    id: str
    material: Literal["diamond", "sapphire", "vacuum-only", "other"]
    grit_um: float | None = None
    note: str = ""


class Device(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A device profile: tips, dial and price. dial: (reading, kPa) pairs measured with the tip closed off."""

    title: str
    use: Literal["professional", "home"]
    tips: tuple[Tip, ...]
    dial_unit: str = ""
    dial: tuple[tuple[float, float], ...] = ()
    power_w: float | None = None
    say: str = ""


class Protocol(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A course shape, a preparation or the steps of a visit."""

    title: str
    kind: Literal["course", "preparation", "visit"]
    say: str


class Price(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one visit or device costs somewhere; low and high in `currency`."""

    country: str
    what: Literal["visit", "home-device"]
    low: float
    high: float
    currency: str
    follows: tuple[str, ...]
    year: int | None = None
    note: str = ""
