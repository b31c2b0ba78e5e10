"""When there is no course: why, what may safely be done instead, and when to come back."""

from datetime import date

from adamas.errors import NotCleared, told
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, because_of_statement
from adamas.knowledge.statement import Decision
from adamas.message import Message, Title, message
from adamas.planning.grounds import grounds_in
from adamas.planning.plan import Declined, NotPlanned
from adamas.planning.policy import statements_that_block
from adamas.screening.verdict import Verdict


def not_cleared(verdict: Verdict, library: Library, *, on: date) -> NotPlanned:
    """The answer to a verdict that blocks and on which no course can be laid out."""
    statements = blocking(verdict)
    return not_planned(
        verdict,
        library,
        on=on,
        reasons=tuple(because_of_statement(library, "plan-blocked", statement) for statement in statements),
        come_back=verdict.clear_from,
        come_back_because=_when_to_come_back(verdict, statements),
    )


def blocking(verdict: Verdict) -> tuple[str, ...]:
    """The statements that block the whole client or, when every zone is blocked by its own, the zones."""
    whole = statements_that_block(verdict)
    zones = [s for zone in verdict.zones for s in statements_that_block(verdict, zone=zone)]
    return tuple(dict.fromkeys(whole or zones))


def last_to_end(verdict: Verdict) -> str:
    """Of the statements that block, the one that holds longest: waiting for it is waiting for all of them."""
    names = blocking(verdict)
    ends = {f.statement: f.until or date.min for f in verdict.findings if f.has_fired}
    return max(names, key=lambda name: ends[name])


def not_planned(
    verdict: Verdict,
    library: Library,
    *,
    on: date,
    reasons: tuple[Because, ...],
    come_back_because: Message,
    come_back: date | None = None,
    goals_declined: tuple[Declined, ...] = (),
    zones_declined: tuple[Declined, ...] = (),
) -> NotPlanned:
    """A refusal with everything that it rests on and all that may be offered instead."""
    statements = tuple(dict.fromkeys(g.id for why in reasons for g in why.rests_on if g.kind == "statement"))
    instead = [offer for statement in statements for offer in library.statements[statement].instead]
    instead += [offer for declined in (*goals_declined, *zones_declined) for offer in declined.instead]
    return NotPlanned(
        decision=verdict.decision.word,
        on=on,
        knowledge=verdict.knowledge,
        because=reasons,
        statements=statements,
        instead=tuple(dict.fromkeys(instead)),
        ask_first=verdict.to_ask,
        come_back=come_back,
        come_back_because=come_back_because,
        goals_declined=goals_declined,
        zones_declined=zones_declined,
        grounds=grounds_in(reasons, goals_declined, zones_declined),
    )


def _when_to_come_back(verdict: Verdict, statements: tuple[str, ...]) -> Message:
    if verdict.clear_from is not None:
        return message("plan-come-back-on", day=verdict.clear_from)
    if verdict.decision is Decision.REFER:
        return message("plan-come-back-with-clearance")
    titles = tuple(Title("statement", statement) for statement in statements)
    name = "plan-come-back-when-over" if verdict.decision is Decision.DEFER else "plan-come-back-if-changed"
    return message(name, statements=titles)


def require_verdict(verdict: Verdict, *, scope: str, on: date) -> None:
    """Raises NotCleared when a verdict is of another scope or day than what is to be planned."""
    if verdict.scope != scope or verdict.on != on:
        raise NotCleared(
            told(
                "verdict-other",
                "The verdict is of {day} and for {scope}.",
                day=verdict.on,
                scope=verdict.scope,
            ),
            hint=told("verdict-other-hint", "Screen for {scope} on the day of planning.", scope=scope),
        )
