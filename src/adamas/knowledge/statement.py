"""Statements: what Adamas does when a condition holds, with whose word it follows and sets aside."""

from datetime import date
from enum import Enum
from typing import Literal

from msgspec import Struct

from adamas.knowledge.basis import Basis, Scope

DecisionWord = Literal["clear", "caution", "ask", "defer", "refer", "refuse"]


class Decision(Enum):
    """How far a client may go, mildest first; the strictest that speaks decides."""

    CLEAR = "clear"
    CAUTION = "caution"
    ASK = "ask"
    DEFER = "defer"
    REFER = "refer"
    REFUSE = "refuse"

    def __init__(self, word: DecisionWord) -> None:
        self.word: DecisionWord = word
        self.rank = len(type(self).__members__)

    def __lt__(self, other: "Decision") -> bool:
        return self.rank < other.rank

    def __le__(self, other: "Decision") -> bool:
        return self.rank <= other.rank

    def __gt__(self, other: "Decision") -> bool:
        return self.rank > other.rank

    def __ge__(self, other: "Decision") -> bool:
        return self.rank >= other.rank

    @property
    def is_blocking(self) -> bool:
        """True when no visit may take place on this decision."""
        return self.rank >= Decision.DEFER.rank


Outcome = Literal["clear", "caution", "defer", "refer", "refuse"]
"""What a statement may decide. *ask* is never written: it appears where silence may hide something worse."""


class InForce(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """The days on which a statement is in force, both included; to be looked at again by `review_by`."""

    since: date
    review_by: date
    to: date | None = None

    def covers(self, day: date) -> bool:
        """True when the statement is in force on this day."""
        return self.since <= day and (self.to is None or day <= self.to)


class Limit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bounds a statement puts on the plan; absent fields bound nothing.

    vacuum_kpa_at_most, grit_um_at_most, passes_at_most, removed_at_most (share of the horny layer, 0-1, per
    visit), abrasion_factor and vascular_factor (0-1, multiply the dose that is aimed at),
    interval_days_at_least, first_visit_test_spot, exclude_modalities, exclude_zones, exclude_goals,
    only_goals, exclude_products (ids of ingredients or adjuncts), sun_protection_factor_at_least.
    """

    vacuum_kpa_at_most: float | None = None
    grit_um_at_most: float | None = None
    passes_at_most: int | None = None
    removed_at_most: float | None = None
    abrasion_factor: float | None = None
    vascular_factor: float | None = None
    interval_days_at_least: int | None = None
    sun_protection_factor_at_least: int | None = None
    test_spot: bool = False
    exclude_modalities: tuple[str, ...] = ()
    exclude_zones: tuple[str, ...] = ()
    exclude_goals: tuple[str, ...] = ()
    only_goals: tuple[str, ...] = ()
    exclude_products: tuple[str, ...] = ()


class Override(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who may decide otherwise, and what that person must show; silence in a statement means nobody."""

    who: Literal["physician", "professional"]
    needs: tuple[
        Literal[
            "reason", "test-spot", "written-consent", "diagnosis", "antiviral-decision", "cardiologist-letter"
        ],
        ...,
    ]


class Statement(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One decision of Adamas.

    when: condition in `adamas.knowledge.grammar`. then: what follows when it holds.
    applies_to: scopes of procedure it governs. zone: `affected` confines the decision to the zones the fact
    names.
    exception_to: the statement this one relaxes: while this one holds, that one is silent.
    say: the sentence for the client; tell: the reason for the professional.
    instead: ids of safe alternatives to offer when the decision blocks.
    hazards: ids of `safety/hazards.yaml` that this statement controls, or one `none: reason`.
    """

    title: str
    applies_to: tuple[Scope, ...]
    when: str
    then: Outcome
    say: str
    tell: str
    in_force: InForce
    hazards: tuple[str, ...]
    zone: Literal["whole", "affected"] = "whole"
    limit: Limit = Limit()
    exception_to: str = ""
    may_override: Override | None = None
    instead: tuple[str, ...] = ()

    def governs(self, scope: str) -> bool:
        """True when it speaks of this scope of procedure."""
        return scope in self.applies_to or "any" in self.applies_to

    @property
    def decision(self) -> Decision:
        """The outcome as a step of the scale."""
        return Decision(self.then)


class Case(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One client a statement is tried on: answers in, decision out.

    expect: decision of the statement alone. on: the day of the visit. until: first day it no longer speaks.
    """

    name: str
    expect: Literal["clear", "caution", "ask", "defer", "refer", "refuse"]
    facts: dict[str, object] = {}
    on: date = date(2026, 11, 21)
    until: date | None = None
