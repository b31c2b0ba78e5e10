"""The envelope of a zone: where to start, how far one may go, and a hard stop outside, with its reasons.

A stop is a value, never an exception. Whoever overrides it says why, and gets it back as an override.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from adamas.dose.candidates import Candidate, smallest
from adamas.dose.dosing import Dosing
from adamas.dose.effect import effect
from adamas.dose.settings import step_for
from adamas.dose.step import Setting, Step
from adamas.dose.subject import Exposure
from adamas.knowledge.reason import Because, because, because_of_statement, number
from adamas.knowledge.statement import Statement
from adamas.message import Title, Value, message

Who = Literal["nobody", "professional", "physician"]
_RANK = {"professional": 0, "physician": 1, "nobody": 2}
_What = Literal["grit", "vacuum", "passes"]
_SETTINGS: tuple[tuple[_What, str, str, str], ...] = (
    ("grit", "grit_um", "um", "grit_um_at_most"),
    ("vacuum", "vacuum_kpa", "kPa", "vacuum_kpa_at_most"),
    ("passes", "passes", "passes", "passes_at_most"),
)


class Outside(Struct, frozen=True, kw_only=True):
    """One bound that settings pass: which, by how much, why, and who may override it."""

    what: Literal["grit", "vacuum", "passes", "removed", "pace"]
    value: float
    at_most: float
    because: Because
    may_override: Who


class Override(Struct, frozen=True, kw_only=True):
    """Who goes beyond the envelope, and why."""

    by: Literal["professional", "physician"]
    reason: str


class Judged(Struct, frozen=True, kw_only=True):
    """What the envelope says of settings.

    result: `stopped` outside it; `overridden` when somebody who may has given a reason for every bound.
    """

    result: Literal["inside", "stopped", "overridden"]
    outside: tuple[Outside, ...] = ()
    override: Override | None = None


class Envelope(Struct, frozen=True, kw_only=True):
    """Where a zone may be treated: the step of its first visit (or why there is none), and the maxima."""

    zone: str
    start: Step | Because
    grit_um: Setting
    vacuum_kpa: Setting
    passes: Setting


class _Bound(Struct, frozen=True):
    what: _What
    at_most: float
    name: str
    ground: tuple[str, str]
    may_override: Who
    values: dict[str, Value] = {}


def envelope_of(dosing: Dosing) -> Envelope:
    """The envelope of one zone for one person and device."""
    most = {}
    for what, _, unit, _ in _SETTINGS:
        bounds = [bound for bound in _bounds(dosing) if bound.what == what]
        chosen = smallest(Candidate(bound.at_most, _why(dosing, bound, bound.at_most)) for bound in bounds)
        most[what] = Setting(value=chosen.value, unit=unit, because=chosen.because)  # type: ignore[arg-type]  # three units, by the table above
    return Envelope(
        zone=dosing.zone.id,
        start=step_for(dosing),
        grit_um=most["grit"],
        vacuum_kpa=most["vacuum"],
        passes=most["passes"],
    )


def judge(exposure: Exposure, dosing: Dosing, *, override: Override | None = None) -> Judged:
    """Whether settings stay inside the envelope; if not, every bound they pass.

    An override without a reason, or by somebody who may not, leaves the stop as it is.
    """
    outside = (*_over_bounds(exposure, dosing), *_over_model(exposure, dosing))
    if not outside:
        return Judged(result="inside")
    if override is not None and override.reason.strip() and _may(override, outside):
        return Judged(result="overridden", outside=outside, override=override)
    return Judged(result="stopped", outside=outside, override=override)


def _may(override: Override, outside: tuple[Outside, ...]) -> bool:
    return all(_RANK[override.by] >= _RANK[one.may_override] for one in outside)


def _bounds(dosing: Dosing) -> Iterator[_Bound]:
    """Everything that bounds a setting, whether it is passed or not."""
    zone, device, library = dosing.zone, dosing.device, dosing.library
    for what, name, _, field in _SETTINGS:
        top = float(getattr(zone, name)[1])
        yield _Bound(
            what, top, "dose-over-zone", ("zones", zone.id), "professional", {"zone": Title("zone", zone.id)}
        )
        for statement, limit in dosing.limits:
            value = getattr(limit, field)
            if value is not None:
                yield _of_statement(what, float(value), statement)
        own = getattr(device, field, None) if device is not None else None
        if device is not None and own is not None:
            of_device = ("devices", device.id)
            yield _Bound(
                what,
                float(own),
                "dose-over-device",
                of_device,
                "nobody",
                {"device": Title("device", device.id)},
            )
    for goal in dosing.goals:
        if goal.grit_um_at_most is not None:
            told: dict[str, Value] = {"goal": Title("goal", goal.id)}
            yield _Bound(
                "grit", goal.grit_um_at_most, "dose-over-goal", ("goals", goal.id), "professional", told
            )
    ceiling = number(library, "course-removal", "vacuum-kpa-at-most")
    yield _Bound("vacuum", ceiling, "dose-over-ceiling", ("protocols", "course-removal"), "nobody")


def _of_statement(what: _What, at_most: float, statement: Statement) -> _Bound:
    """A bound that a statement sets; who may override it stands there, and silence means nobody."""
    title: dict[str, Value] = {"statement": Title("statement", statement.id)}
    ground = ("statements", statement.id)
    return _Bound(what, at_most, "dose-over-limit", ground, _who(statement), title)


def _who(statement: Statement) -> Who:
    return statement.may_override.who if statement.may_override is not None else "nobody"


def _why(dosing: Dosing, bound: _Bound, value: float) -> Because:
    filled: dict[str, Value] = {
        "what": message(f"dose-what-{bound.what}"),
        "value": value,
        "most": bound.at_most,
        **bound.values,
    }
    return because(dosing.library, bound.name, bound.ground, **filled)


def _over_bounds(exposure: Exposure, dosing: Dosing) -> Iterator[Outside]:
    asked = {"grit": exposure.grit_um, "vacuum": exposure.vacuum_kpa, "passes": float(exposure.passes)}
    for bound in _bounds(dosing):
        value = asked[bound.what]
        if value > bound.at_most + 1e-6:
            yield Outside(
                what=bound.what,
                value=value,
                at_most=bound.at_most,
                because=_why(dosing, bound, value),
                may_override=bound.may_override,
            )


def _over_model(exposure: Exposure, dosing: Dosing) -> Iterator[Outside]:
    """What the dose model forbids: too much of the layer, and a tip that may rest over one place."""
    library = dosing.library
    found = effect(library, exposure, dosing.site, dosing.skin)
    if found.removed is None:
        yield _stationary(exposure, dosing)
        return
    aim, ceiling = (
        number(library, "course-removal", name) for name in ("removed-aim-at-most", "removed-at-most")
    )
    middle, edge = found.removed.middle, found.removed.high
    grounds = (("protocols", "course-removal"), ("protocols", "course-dose-model"))
    if middle > aim:
        why = because(library, "dose-over-aim", *grounds, value=_percent(middle), most=_percent(aim))
        yield Outside(what="removed", value=middle, at_most=aim, because=why, may_override="physician")
    if edge > ceiling:
        why = because(library, "dose-over-edge", *grounds, value=_percent(edge), most=_percent(ceiling))
        yield Outside(what="removed", value=edge, at_most=ceiling, because=why, may_override="nobody")
    for statement, limit in dosing.limits:
        if limit.removed_at_most is not None and middle > limit.removed_at_most:
            why = because_of_statement(
                library,
                "dose-over-removed",
                statement.id,
                value=_percent(middle),
                most=_percent(limit.removed_at_most),
            )
            yield Outside(
                what="removed",
                value=middle,
                at_most=limit.removed_at_most,
                because=why,
                may_override=_who(statement),
            )


def _stationary(exposure: Exposure, dosing: Dosing) -> Outside:
    alarm: float = dosing.library.section("parameters")["dwell-alarm"].value
    entry = ("parameters", "dwell-alarm")
    why = because(dosing.library, "dose-stationary", entry, seconds=alarm)
    return Outside(
        what="pace", value=exposure.pace_cm_s or 0.0, at_most=alarm, because=why, may_override="nobody"
    )


def _percent(share: float) -> float:
    """One digit behind the comma, so that a bound is never passed by nothing."""
    return round(100 * share, 1)
