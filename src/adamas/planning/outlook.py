"""Screening of days ahead on what is known today: answers are carried forward, dates move on.

A verdict changes only on turning days (a wait runs out, a birthday, a trip, a statement comes into force), so
one screening serves a whole stretch of days and looking at every day stays exact and cheap.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from adamas.intake.facts import Facts
from adamas.knowledge.library import Library
from adamas.screening.rules import rules_on
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict


class Outlook:
    """Verdicts for the days from `on` to `until`; each stretch is screened once, when first asked for.

    The facts are those of `on`; they are asked again at each visit, so a day ahead is only a proposal.
    """

    def __init__(self, facts: Facts, library: Library, *, on: date, until: date, scope: str) -> None:
        self.facts = facts
        self.library = library
        self.scope = scope
        self.on = on
        self.until = until
        self._starts = sorted({on, *_turning_days(facts, library, on=on, until=until, scope=scope)})
        self._verdicts: dict[date, Verdict] = {}

    def verdict(self, day: date) -> Verdict:
        """The verdict for a day, screened on the first day of its stretch. Raises ValueError before `on`."""
        if day < self.on:
            raise ValueError(f"{day} lies before the first day of this outlook, {self.on}.")
        start = self._starts[bisect_right(self._starts, day) - 1]
        if start not in self._verdicts:
            self._verdicts[start] = screen(self.facts, self.library, on=start, scope=self.scope)
        return self._verdicts[start]

    def stretches(self, until: date) -> Iterable[tuple[date, date, Verdict]]:
        """The stretches from `on` to `until`: first day, last day, verdict."""
        ends = [*(start - timedelta(days=1) for start in self._starts[1:]), date.max]
        for start, end in zip(self._starts, ends, strict=True):
            if start <= until:
                yield start, min(end, until), self.verdict(start)


def _turning_days(facts: Facts, library: Library, *, on: date, until: date, scope: str) -> set[date]:
    """The days on which any verdict may change, of the facts and of statements that come and go."""
    force = [s.in_force for s in library.statements.values()]
    changes = {f.since for f in force} | {f.to + timedelta(days=1) for f in force if f.to is not None}
    library_days = {day for day in changes if on < day <= until}
    days = set(library_days)
    # Derived facts look a year ahead at most, so a longer outlook asks them again from there.
    later = [on + timedelta(days=n) for n in range(365, (until - on).days, 365)]
    for start in (on, *later, *library_days):
        for rule in rules_on(library, start, scope=scope):
            if rule.timed:
                days |= {day for day in rule.turning_days(facts, after=start) if day <= until}
    return days
