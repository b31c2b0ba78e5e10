"""Which days suit: what the client's diary and events leave open, beside what screening allows."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from adamas.intake.facts import Diary, Facts
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, because, because_of_statement, number
from adamas.message import Value
from adamas.planning.outlook import Outlook
from adamas.planning.plan import Avoided
from adamas.planning.policy import statements_that_block

_LIGHT_PHOTOTYPES = ("i", "ii", "iii")


class Closed(Struct, frozen=True, kw_only=True):
    """Days on which no visit may lie; for events also those before which no first visit may lie."""

    first: date
    last: date
    because: Because
    only_first_visit: bool = False


class Days:
    """The days open to visits from today to a horizon, and for each closed day the reason."""

    def __init__(self, outlook: Outlook, library: Library) -> None:
        self.outlook = outlook
        self.library = library
        self.diary: Diary = outlook.facts.diary
        self.closed = (*_away(self.diary, library), *_before_events(outlook.facts, library))

    def why_not(self, day: date, *, is_first: bool) -> Because | None:
        """The reason why no visit may lie on a day; None when it is open."""
        verdict = self.outlook.verdict(day)
        if verdict.decision.is_blocking:
            return self._blocked(verdict.on)
        for closed in self.closed:
            if closed.first <= day <= closed.last and (is_first or not closed.only_first_visit):
                return closed.because
        if self.diary.weekdays and day.weekday() not in self.diary.weekdays:
            return because(self.library, "plan-weekday")
        return None

    def _blocked(self, day: date) -> Because:
        verdict = self.outlook.verdict(day)
        statements = statements_that_block(verdict)
        if not statements:
            # Nothing blocks the whole, but every zone is blocked by something of its own.
            statements = tuple(s for zone in verdict.zones for s in statements_that_block(verdict, zone=zone))
        return because_of_statement(self.library, "plan-day-blocked", statements[0])

    def avoided(self, *, until: date) -> tuple[Avoided, ...]:
        """Every closed stretch up to a day, soonest first; weekdays are not listed."""
        found = [
            Avoided(first=c.first, last=c.last, because=c.because)
            for c in self.closed
            if not c.only_first_visit
        ]
        for first, last, verdict in self.outlook.stretches(until):
            if verdict.decision.is_blocking:
                found.append(Avoided(first=first, last=last, because=self._blocked(first)))
        on = self.outlook.on
        return tuple(
            sorted(_joined(a for a in found if a.last >= on and a.first <= until), key=lambda a: a.first)
        )


def _joined(stretches: Iterable[Avoided]) -> Iterable[Avoided]:
    """Neighbouring stretches that are closed for the same reason, as one."""
    ordered = sorted(stretches, key=lambda a: (a.because.client.id, str(a.because.client.values), a.first))
    current: Avoided | None = None
    for stretch in ordered:
        if (
            current
            and stretch.because == current.because
            and stretch.first <= current.last + timedelta(days=1)
        ):
            current = Avoided(
                first=current.first, last=max(current.last, stretch.last), because=current.because
            )
            continue
        if current:
            yield current
        current = stretch
    if current:
        yield current


def _away(diary: Diary, library: Library) -> Iterable[Closed]:
    for away in diary.away:
        yield Closed(first=away.first, last=away.last, because=because(library, "plan-away"))


def event_distance(facts: Facts, library: Library) -> int:
    """Days to keep free before an event; longer for skin that is dark, or of which nobody said how dark."""
    is_light = facts["phototype"].value in _LIGHT_PHOTOTYPES
    return int(number(library, "course-events", "days-before" if is_light else "dark-skin-days-before"))


def _before_events(facts: Facts, library: Library) -> Iterable[Closed]:
    distance = event_distance(facts, library)
    first_distance = max(distance, int(number(library, "course-events", "first-visit-days-before")))
    ground = ("protocols", "course-events")
    for event in facts.diary.events:
        values: dict[str, Value] = {"event": event.what, "day": event.on}
        yield Closed(
            first=event.on - timedelta(days=distance - 1),
            last=event.on,
            because=because(library, "plan-before-event", ground, days=distance, **values),
        )
        yield Closed(
            first=event.on - timedelta(days=first_distance - 1),
            last=event.on,
            because=because(library, "plan-first-before-event", ground, days=first_distance, **values),
            only_first_visit=True,
        )
