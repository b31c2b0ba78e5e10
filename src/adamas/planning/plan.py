"""What planning gives back: a whole course with the reason of every number, or why there is none yet.

All of it is data: frozen, comparable, ready for JSON. Sentences are named, not written (`adamas.message`).
"""

from datetime import date
from typing import Literal

from msgspec import Struct

from adamas.dose.step import Setting, Step
from adamas.knowledge.reason import Because, Ground
from adamas.knowledge.statement import DecisionWord
from adamas.message import Message


class Preparation(Struct, frozen=True, kw_only=True):
    """Something to do or leave before a visit, from the first day to the last; the protocol has the text."""

    protocol: str
    first: date
    last: date
    because: Because


class Visit(Struct, frozen=True, kw_only=True):
    """One visit: its day and why that day, how to prepare, what is done.

    kind: `test-spot` tries the settings on a small place first; `maintenance` follows the course.
    may_be_booked: nothing is left to ask for that day. ask_first: the questions whose answers it waits for.
    """

    number: int
    kind: Literal["test-spot", "treatment", "maintenance"]
    on: date
    because: Because
    steps: tuple[Step, ...]
    preparation: tuple[Preparation, ...]
    minutes: int
    may_be_booked: bool
    ask_first: tuple[str, ...] = ()


class Choice(Struct, frozen=True, kw_only=True):
    """The method chosen, or one that was not, and why."""

    modality: str
    because: Because


class Expected(Struct, frozen=True, kw_only=True):
    """What may honestly be expected for one goal.

    effect and evidence: as in the goal's entry. is_assumed: the client named no goal.
    seen_from: the day of the visit from which trials saw a change.
    """

    goal: str
    effect: Literal["none", "small", "mild", "good", "conflicting"]
    evidence: str
    because: Because
    is_assumed: bool = False
    needs_physician: bool = False
    seen_from: date | None = None


class Declined(Struct, frozen=True, kw_only=True):
    """A goal or zone that the plan leaves out: why, until when, and which alternatives to offer instead."""

    what: str
    because: Because
    until: date | None = None
    instead: tuple[str, ...] = ()


class Avoided(Struct, frozen=True, kw_only=True):
    """Days on which no visit may lie, first and last included, and why."""

    first: date
    last: date
    because: Because


class EventPlan(Struct, frozen=True, kw_only=True):
    """An event of the client: the last day for a visit before it, and how many visits fit."""

    what: str
    on: date
    last_day: date
    visits_before: int
    is_course_finished: bool
    because: Because


class Bound(Struct, frozen=True, kw_only=True):
    """A limit that a statement put on the plan; name is a field of `Limit`, zone None means everywhere."""

    name: str
    value: float | str
    statement: str
    zone: str | None = None


class Estimate(Struct, frozen=True, kw_only=True):
    """What the visits of the course may cost altogether, from and to, with the year of the price list.

    doubts: why the figures are only a point of orientation.
    """

    low: float
    high: float
    currency: str
    country: str
    visits: int
    year: int | None
    because: Because
    doubts: tuple[Message, ...] = ()


class Plan(Struct, frozen=True, kw_only=True, tag="plan"):
    """A course proposed on a day.

    decision: the verdict it stands on. is_provisional: something must be asked before booking.
    ask_first: those questions. assumed: what the client did not say and how it was filled.
    number_of_visits and visits_range: the treatments before the last review.
    repair: what the dose model says of the zone that needs longest to repair.
    reviews: the visits after which to look back. visit_steps: protocol ids of a visit, in order.
    exclude_products: ingredients that no visit may use. grounds: everything the plan rests on, each once.
    knowledge: digest of the library.
    """

    decision: DecisionWord
    is_provisional: bool
    on: date
    knowledge: str
    ask_first: tuple[str, ...]
    assumed: tuple[Message, ...]
    modality: Choice
    not_chosen: tuple[Choice, ...]
    goals: tuple[Expected, ...]
    goals_declined: tuple[Declined, ...]
    zones: tuple[str, ...]
    zones_declined: tuple[Declined, ...]
    number_of_visits: Setting
    visits_range: tuple[int, int]
    interval_days: Setting
    repair: Because | None
    reviews: tuple[Setting, ...]
    visits: tuple[Visit, ...]
    maintenance: tuple[Visit, ...]
    maintenance_because: Because | None
    visit_steps: tuple[str, ...]
    events: tuple[EventPlan, ...]
    avoided: tuple[Avoided, ...]
    sun_protection: Setting
    limits: tuple[Bound, ...]
    exclude_products: tuple[str, ...]
    price: Estimate | None
    no_price: Message | None
    alternatives: tuple[str, ...]
    grounds: tuple[Ground, ...]
    device: str = ""
    country: str = ""
    notes: tuple[Message, ...] = ()
    test_spot: Visit | None = None

    @property
    def is_reviewed(self) -> bool:
        """True when a clinician has signed everything the plan rests on."""
        return all(ground.is_reviewed for ground in self.grounds)


class NotPlanned(Struct, frozen=True, kw_only=True, tag="not-planned"):
    """Why there is no course: each reason, what may safely be done instead, and when to come back.

    come_back: the first day worth trying; None when waiting alone does not help. statements: those that
    block,
    gravest first.
    """

    decision: DecisionWord
    on: date
    knowledge: str
    because: tuple[Because, ...]
    statements: tuple[str, ...]
    instead: tuple[str, ...]
    ask_first: tuple[str, ...]
    come_back: date | None
    come_back_because: Message
    goals_declined: tuple[Declined, ...] = ()
    zones_declined: tuple[Declined, ...] = ()
    grounds: tuple[Ground, ...] = ()
