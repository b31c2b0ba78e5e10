"""What screening gives back: the decision, the day it clears, what is still to be asked, the whole trace."""

from datetime import date

from msgspec import Struct

from adamas.answer import Answer
from adamas.knowledge.statement import Decision, Limit


class Used(Struct, frozen=True):
    """One fact a statement looked at: its answer, the value as heard, and where it was heard."""

    fact: str
    answer: Answer
    value: str
    heard: str


class Finding(Struct, frozen=True):
    """What one statement said, for the whole client (zone None) or for one zone.

    truth: whether its condition holds. decision: what it adds to the verdict: its outcome when it fired, ASK
    when it is unknown and could still make the verdict stricter, CLEAR otherwise.
    until: the first day on which it no longer speaks, when that is only a matter of waiting.
    excepted_by: the statement that relaxed it.
    """

    statement: str
    truth: Answer
    decision: Decision
    zone: str | None = None
    until: date | None = None
    excepted_by: str = ""
    used: tuple[Used, ...] = ()

    @property
    def has_fired(self) -> bool:
        """True when the condition holds and no exception relaxed it."""
        return self.truth is Answer.PRESENT and not self.excepted_by


class ZoneVerdict(Struct, frozen=True, kw_only=True):
    """The decision for one zone, whole-client findings included, and its limits."""

    decision: Decision
    clear_from: date | None
    limit: Limit


class Verdict(Struct, frozen=True, kw_only=True):
    """How far this client may go on a day, and why.

    clear_from: the earliest day on which nothing known blocks; the day itself when nothing blocks now, None
    when waiting alone will not help. to_ask: questions that could still make the verdict stricter, gravest
    first.
    limit: all bounds of the statements that fired for the whole client. knowledge: digest of the library.
    """

    decision: Decision
    clear_from: date | None
    zones: dict[str, ZoneVerdict]
    findings: tuple[Finding, ...]
    to_ask: tuple[str, ...]
    limit: Limit
    on: date
    scope: str
    knowledge: str

    @property
    def is_cleared(self) -> bool:
        """True when a visit may take place: nothing blocks and nothing is left to ask."""
        return self.decision < Decision.ASK

    @property
    def spoke(self) -> tuple[Finding, ...]:
        """The findings that decided something or asked for something, strictest first."""
        loud = [f for f in self.findings if f.has_fired or f.decision is Decision.ASK]
        return tuple(sorted(loud, key=lambda f: (-f.decision.rank, f.statement, f.zone or "")))
