"""The craft: goals, methods, zones, devices, course shapes and steps of a visit, prices."""

from typing import Literal

from msgspec import Struct

from adamas.knowledge.basis import Basis, Scope

Setting = Literal["salon", "medical"]
"""Who treats: a salon, or a clinic under a physician."""


class Zone(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A treatable area with its starting grid.

    grit_um: first visit and maximum. vacuum_kpa: usual lower end, where a course begins, and upper end.
    passes: first visit and maximum. order: place in the visit. minutes: time at the couch.
    usual: treated when the client names no zone. tip: which size of head fits.
    interval_days_at_least: days this zone rests, when it needs more than the course gives.
    stay_off: what within the zone is never touched. horny_layer_um: mean thickness, when it was measured.
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
    setting: Setting = "salon"
    tip: Literal["small", "standard", "large"] = "standard"
    usual: bool = False
    interval_days_at_least: int | None = None
    horny_layer_um: float | None = None


class Goal(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a client may wish for, with the honest expectation.

    evidence: level of the best evidence (1a-5, or none). effect: what may be promised; `none` refuses the
    claim. say, tell: the expectation in the client's and in the professional's words; for `none`, why it is
    refused.
    modalities: methods fit for it, best first. visits: fewest and most in one course.
    seen_from_visit: the visit from which trials saw a change. zones: where it is treated, when it is not
    anywhere.
    setting: `medical` keeps it out of the salon. partner: it is only an addition to a physician's treatment.
    grit_um_at_most: the coarsest grain that suits it. instead: ids of alternatives that serve it better or at
    all.
    """

    title: str
    effect: Literal["none", "small", "mild", "good", "conflicting"]
    evidence: str
    say: str
    tell: str
    modalities: tuple[str, ...] = ()
    visits: tuple[int, int] | None = None
    seen_from_visit: int | None = None
    zones: tuple[str, ...] = ()
    setting: Setting = "salon"
    partner: Literal["none", "physician"] = "none"
    grit_um_at_most: float | None = None
    instead: tuple[str, ...] = ()


class Modality(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A method: planned by Adamas, or only compared with.

    say, tell: what it is and, when it is only compared, why it is not planned.
    depth: how far it is meant to reach. downtime_days: fewest and most days of visible healing.
    anaesthesia: whether it is done under one. particles: loose ones can be inhaled or reach the eye.
    better_for: goals that it serves better than diamond does.
    """

    title: str
    scope: Scope
    use: Literal["planned", "compared"]
    say: str
    tell: str
    depth: Literal["horny-layer", "epidermis", "upper-dermis", "dermis", "none"] = "horny-layer"
    downtime_days: tuple[int, int] | None = None
    anaesthesia: bool = False
    particles: Literal["none", "bound", "loose"] = "none"
    better_for: tuple[str, ...] = ()


class Tip(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One head of a device; grit_um is the mean grain size in micrometres when the maker states it."""

    id: str
    title: str
    material: Literal["diamond", "sapphire", "vacuum-only", "other"]
    grit_um: float | None = None
    size: Literal["small", "standard", "large"] = "standard"
    count: int = 1
    note: str = ""


class Device(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A device profile: tips, dial and limits of its maker.

    dial_unit: what the dial is marked in: a unit of pressure, or `level` or `%`. dial: (reading, kPa) pairs
    measured with the tip closed off, rising; needed for `level` and `%`. dial_step: the smallest step that
    can be set. vacuum_kpa_at_least and vacuum_kpa_at_most: weakest and strongest vacuum it can be set to.
    levels: number of settings. adjustable, portable: None when nobody says. adds: what it does beside
    abrading. interval_days_at_least and passes_at_most: what its maker allows. suits: goals it is sold for,
    as far as we follow that.
    """

    title: str
    use: Literal["professional", "home"]
    tips: tuple[Tip, ...] = ()
    maker: str = ""
    dial_unit: str = ""
    dial: tuple[tuple[float, float], ...] = ()
    dial_step: float | None = None
    vacuum_kpa_at_least: float | None = None
    vacuum_kpa_at_most: float | None = None
    levels: int | None = None
    adjustable: bool | None = None
    portable: bool | None = None
    adds: tuple[Literal["vacuum", "massage-heads", "ionisation", "touch-display"], ...] = ()
    power_w: float | None = None
    interval_days_at_least: int | None = None
    passes_at_most: int | None = None
    suits: tuple[str, ...] = ()
    say: str = ""
    tell: str = ""


class Protocol(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule of the course, a preparation, a step of a visit, or what surrounds it.

    numbers: named quantities with the unit at the end of the name, such as `interval-days`; planning reads
    them.
    days_before: a preparation holds from the first to the second number of days before a visit (0 is its
    day). order and minutes: place in the visit and time it takes. asked_of: who does it.
    zones: the only zones it is for, when it is not for all.
    """

    title: str
    kind: Literal["course", "preparation", "visit", "hygiene", "record", "consent", "photographs", "home"]
    say: str
    tell: str = ""
    numbers: dict[str, float] = {}
    days_before: tuple[int, int] | None = None
    order: int = 100
    minutes: int = 0
    asked_of: Literal["client", "professional"] = "professional"
    zones: tuple[str, ...] = ()


class Price(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one visit or device costs somewhere; low and high in `currency`.

    country: ISO 3166 code. of: id of the device, when it is the price of one. place: city or kind of clinic.
    """

    title: str
    country: str
    what: Literal["visit", "home-device"]
    low: float
    high: float
    currency: str
    of: str = ""
    place: str = ""
    year: int | None = None
    note: str = ""
