"""Facts about one client: what is known, what is not, and where each was heard."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from adamas.answer import Answer
from adamas.intake.derived import DERIVED
from adamas.knowledge.truth import NEVER, Row, Value


class Fact(Struct, frozen=True, kw_only=True):
    """One answer.

    value: bool (presence), choice, number in the question's unit, day (NEVER for never), or None for unknown.
    zones: the zones the answer names; empty means it speaks of all.
    heard: where and when it was heard, in words for the trace. is_applicable: False when the question was not
    due. only_on: the one day it speaks of, as a forecast does; None when it may be carried forward.
    """

    value: Value | None
    zones: tuple[str, ...] = ()
    heard: str = ""
    is_applicable: bool = True
    only_on: date | None = None

    @property
    def answer(self) -> Answer:
        """Present, absent or unknown; a choice or number that is known counts as present."""
        if self.value is None:
            return Answer.UNKNOWN
        is_absent = self.value is False or self.value == NEVER or not self.is_applicable
        return Answer.ABSENT if is_absent else Answer.PRESENT

    def value_in(self, zone: str) -> Value | None:
        """The value as far as one zone is concerned: elsewhere a presence is absent and a day is never.

        Only presences and days are asked zone by zone.
        """
        if not self.zones or zone in self.zones or self.value is None:
            return self.value
        return False if isinstance(self.value, bool) else NEVER


class Period(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"first": "from", "last": "to"}
):
    """Days from `from` to `to`, both included."""

    first: date
    last: date


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day the client wants to look well on."""

    what: str
    on: date


class Diary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the client's calendar says: events, days away, days under strong sun, weekdays (0 is Monday)."""

    events: tuple[Event, ...] = ()
    away: tuple[Period, ...] = ()
    sun: tuple[Period, ...] = ()
    weekdays: tuple[int, ...] = ()


class Facts:
    """The facts of one client, fixed once heard; `row` gives the plain values of a day to be tested."""

    __slots__ = ("_facts", "_fleeting", "_known", "diary", "zones")

    def __init__(
        self, facts: Mapping[str, Fact], *, zones: tuple[str, ...] = (), diary: Diary | None = None
    ) -> None:
        self._facts = dict(facts)
        known = {name: fact.value for name, fact in facts.items() if fact.value is not None}
        self._known: dict[str, Value] = known
        self._fleeting = tuple(name for name in known if facts[name].only_on is not None)
        self.zones = zones
        self.diary = diary or Diary()

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __getitem__(self, name: str) -> Fact:
        """The fact of this name; one nobody was asked about is unknown."""
        return self._facts.get(name, UNHEARD)

    def __contains__(self, name: str) -> bool:
        return self._facts.get(name, UNHEARD).value is not None

    def with_fact(self, name: str, fact: Fact) -> "Facts":
        """The same client with one answer more."""
        return Facts({**self._facts, name: fact}, zones=self.zones, diary=self.diary)

    def with_zones(self, zones: tuple[str, ...]) -> "Facts":
        """The same client asking for other zones."""
        return Facts(self._facts, zones=zones, diary=self.diary)

    def row(self, on: date, *, zone: str | None = None) -> Row:
        """Plain values on a day, derived facts included, for the whole client or for one zone."""
        return self.rows(on, () if zone is None else (zone,))[zone]

    def rows(self, on: date, zones: Iterable[str]) -> dict[str | None, Row]:
        """The row of the whole client (key None) and of each zone; zones may share one and the same."""
        whole = self._known.copy()
        for name in self._fleeting:
            if self._facts[name].only_on != on:
                del whole[name]
        whole.update(self._derived(whole, on))
        zoned = {name: fact for name, fact in self._facts.items() if fact.zones}
        rows: dict[str | None, Row] = dict.fromkeys((None, *zones), whole)
        if zoned:
            rows.update({zone: {**whole, **_in_zone(zoned, zone)} for zone in zones})
        return rows

    def _derived(self, heard: Row, on: date) -> dict[str, Value]:
        """What follows from what was heard; an answer stands alone unless the diary joins in."""
        found = {
            name: derived.value(heard, self.diary, on)
            for name, derived in DERIVED.items()
            if name not in heard or (derived.joins and self.diary.sun)
        }
        return {name: value for name, value in found.items() if value is not None}

    def days_of(self, name: str, *, after: date, limit: float | None = None) -> tuple[date, ...]:
        """The days a fact may turn on: its own, or those when what is derived may pass `limit`."""
        fact, derived = self[name], DERIVED.get(name)
        own = (fact.value,) if isinstance(fact.value, date) and fact.value != NEVER else ()
        if derived is None or (fact.value is not None and fact.only_on is None and not derived.joins):
            return own
        days = derived.days(self.row(after), self.diary, limit, after)
        return (*own, *days) if fact.only_on is None else (fact.only_on + timedelta(days=1), *days)


UNHEARD = Fact(value=None)


def _in_zone(zoned: Mapping[str, Fact], zone: str) -> dict[str, Value]:
    return {name: value for name, fact in zoned.items() if (value := fact.value_in(zone)) is not None}
