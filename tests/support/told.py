"""What one screening and a whole population say, in one form, so that they can be held against each other."""

from datetime import date

import polars as pl

from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.knowledge.statement import Decision
from adamas.screening.columns import columns_of
from adamas.screening.days import Day
from adamas.screening.open_questions import questions_in
from adamas.screening.population import WHOLE, decisions_in, screen_all
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict


def told(verdict: Verdict) -> dict[str, object]:
    """What one screening says, as far as a population says it too."""
    return {
        "decision": verdict.decision,
        "zones": {zone: one.decision for zone, one in verdict.zones.items()},
        "truths": {(f.statement, f.zone): f.truth.value for f in verdict.findings},
        "excepted": {(f.statement, f.zone) for f in verdict.findings if f.excepted_by},
        "questions": set(verdict.to_ask),
    }


def told_of_all(people: list[Facts], library: Library, *, on: Day, scope: str) -> list[dict[str, object]]:
    frame = columns_of(people, library, on=on)
    screened = screen_all(frame, library, on=on, scope=scope)
    decisions = decisions_in(screened.decisions[WHOLE])
    zones = {zone: screened.decisions[zone].to_list() for zone in screened.zones}
    truths = {place: screened.truths[name].to_list() for place, name in screened.column.items()}
    relaxed = {
        place: screened.truths.select(holds).to_series().to_list()
        for place, holds in screened.relaxed.items()
    }
    questions = questions_in(screened, frame, library, on=on)
    ranks = {decision.rank: decision for decision in Decision}
    word = {True: "present", False: "absent", None: "unknown"}
    return [
        {
            "decision": decisions[i],
            "zones": {zone: ranks[column[i]] for zone, column in zones.items() if column[i] is not None},
            "truths": {
                (name, zone): word[column[i]]
                for (name, zone), column in truths.items()
                if zone is None or zones[zone][i] is not None
            },
            "excepted": {
                (name, zone)
                for (name, zone), column in relaxed.items()
                if column[i]
                and truths[name, zone][i] is not False
                and (zone is None or zones[zone][i] is not None)
            },
            "questions": {name for name in questions.columns if questions[name][i]},
        }
        for i in range(len(people))
    ]


def differences(
    people: list[Facts], library: Library, *, on: date | list[date], scope: str = "salon"
) -> list[tuple[object, object]]:
    """Where a population is told otherwise than its client alone, on one day or each on their own."""
    days = [on] * len(people) if isinstance(on, date) else on
    day = on if isinstance(on, date) else pl.Series("on", on, dtype=pl.Date)
    together = told_of_all(people, library, on=day, scope=scope)
    alone = [
        told(screen(facts, library, on=own, scope=scope)) for facts, own in zip(people, days, strict=True)
    ]
    return [(one, other) for one, other in zip(together, alone, strict=True) if one != other]
