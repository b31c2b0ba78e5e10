"""What aftercare gives back: dated rules, what is normal until when, red flags with who acts and how soon.

All of it is data: frozen, comparable, ready for JSON. Sentences are named, not written (`adamas.message`).
"""

from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

from adamas.knowledge.care import Actor
from adamas.knowledge.reason import Because, Ground
from adamas.message import Message, Title


class Item(Struct, frozen=True, kw_only=True):
    """One thing to do, to avoid, or to settle with whoever prescribed it.

    rule: id of the aftercare rule; its texts `say` and `tell` belong to it. topic: one item for each.
    begins_hours: hours after the visit at which it starts. until: its last day, included.
    sun_protection_factor: lowest factor, where the item is about sunscreen.
    unknown: the facts nobody answered that could shorten it. sources: ids of those whose word it follows.
    """

    rule: str
    topic: str
    kind: Literal["do", "avoid", "ask"]
    what: Title
    begins_hours: int
    until: date
    text: Message
    because: Because
    ground: Ground
    sources: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    sun_protection_factor: int | None = None


class Expected(Struct, frozen=True, kw_only=True):
    """A normal effect. usual_until: last day on which it usually shows.

    gone_after_hours, gone_by: hours after the visit, and the day, by which it is over.
    who, within_hours: who acts, and how soon, when it is still there after `gone_by`.
    """

    effect: str
    what: Title
    usual_until: date
    gone_after_hours: int
    gone_by: date
    who: Actor
    within_hours: int
    text: Message
    ground: Ground


class RedFlag(Struct, frozen=True, kw_only=True):
    """A sign on which somebody acts as soon as it is seen.

    seen_from, seen_until: the days on which it would show. who, within_hours: who acts, and how soon after it
    is seen (0 is at once). course, pause_days: what becomes of the course.
    """

    effect: str
    what: Title
    seen_from: date
    seen_until: date
    who: Actor
    within_hours: int
    course: Literal["goes-on", "pauses", "stops"]
    pause_days: int
    text: Message
    ground: Ground

    def act_by(self, seen: datetime) -> datetime:
        """The moment by which that person must have acted, when the sign was seen at `seen`."""
        return seen + timedelta(hours=self.within_hours)

    def next_visit_from(self, seen: date) -> date | None:
        """The first day on which a visit may be thought of again; None when a physician must clear it."""
        return None if self.course == "stops" else seen + timedelta(days=self.pause_days)


class CheckIn(Struct, frozen=True, kw_only=True):
    """A day on which the client is asked how the skin is.

    usual: normal effects that may still be there. overdue: normal effects that should be gone, so that one
    still there is a reason to act. flags: the red flags that could show on that day, gravest first.
    """

    day: int
    on: date
    usual: tuple[str, ...]
    overdue: tuple[str, ...]
    flags: tuple[str, ...]
    text: Message


class Advice(Struct, frozen=True, kw_only=True):
    """Everything a client takes home after one visit.

    zones: the treated zones; empty is unknown, and then every rule is given. unknown: facts whose answer
    could shorten something. grounds: everything the advice rests on, each once. knowledge: digest of the
    library. course_ends_on: day of the last visit; None when nobody said: then sunscreen has no last day.
    """

    visit_on: date
    zones: tuple[str, ...]
    items: tuple[Item, ...]
    expected: tuple[Expected, ...]
    red_flags: tuple[RedFlag, ...]
    check_ins: tuple[CheckIn, ...]
    unknown: tuple[str, ...]
    grounds: tuple[Ground, ...]
    knowledge: str
    course_ends_on: date | None = None

    @property
    def is_reviewed(self) -> bool:
        """True when a clinician has signed everything the advice rests on."""
        return all(ground.is_reviewed for ground in self.grounds)

    def holding_on(self, day: date) -> tuple[Item, ...]:
        """The items that still hold on a day."""
        return tuple(item for item in self.items if self.visit_on <= day <= item.until)
