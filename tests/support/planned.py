"""A small library to plan clients with: few statements, the house's own zones, goals and protocols."""

from datetime import date
from typing import Any

from adamas.intake.facts import Diary, Facts
from adamas.intake.read import read
from adamas.knowledge.basis import Scope
from adamas.knowledge.library import Library, default_root
from adamas.knowledge.question import Question
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.knowledge.statement import InForce, Limit, Statement
from adamas.planning.plan import NotPlanned, Plan
from adamas.planning.propose import propose
from adamas.screening.screen import screen

ON = date(2026, 11, 21)
CRAFT = ("zones", "goals", "modalities", "devices", "protocols", "prices", "parameters")
IN_FORCE = InForce(since=date(2026, 1, 1), review_by=date(2030, 1, 1))
LONGER_REST = 28
FEWEST_YEARS = 14


def _question(name: str, kind: Any = "presence", **more: Any) -> Question:
    return Question(id=name, title=name, kind=kind, group="health", ask=f"{name}?", **more)


QUESTIONS = {
    q.id: q
    for q in (
        *(
            _question(n)
            for n in ("pregnancy", "sensitive-skin", "thin-skin", "slow-skin", "marks", "asthma", "veins")
        ),
        _question("wound", zoned=True),
        _question("burn-last", "date", zoned=True),
        _question("tablets-last", "date"),
        _question("birth-date", "date"),
        Question(
            id="age",
            title="age",
            kind="number",
            group="about-you",
            unit="years",
            derived_from=("birth-date",),
        ),
        Question(
            id="sun-trip-start",
            title="trip",
            kind="date",
            group="sun",
            tense="planned",
            derived_from=("diary",),
        ),
        Question(
            id="sun-trip-end",
            title="trip",
            kind="date",
            group="sun",
            tense="planned",
            derived_from=("diary",),
        ),
        _question("skin-dryness", "choice", choices={c: c for c in ("dry", "normal")}),
        _question(
            "phototype", "choice", ordered=True, choices={c: c for c in ("i", "ii", "iii", "iv", "v", "vi")}
        ),
    )
}


def statement(
    name: str, when: str, then: Any, *, scope: Scope = "salon", limit: Limit | None = None, **more: Any
) -> Statement:
    """A statement with words of no account."""
    return Statement(
        id=name,
        grade="P",
        title=name,
        applies_to=(scope,),
        when=when,
        then=then,
        say=name,
        tell=name,
        in_force=IN_FORCE,
        hazards=("none: test",),
        limit=limit or Limit(),
        **more,
    )


STATEMENTS = {
    s.id: s
    for s in (
        statement("pregnant", "pregnancy", "refuse", instead=("wait-and-return",)),
        statement("tablets", "tablets-last within 6 months", "defer"),
        statement("child", f"age under {FEWEST_YEARS} years", "refuse"),
        statement("minor", "age under 18 years", "caution", limit=Limit(only_goals=("comedones",))),
        statement("sensitive", "sensitive-skin", "caution", limit=Limit(abrasion_factor=0.7)),
        statement(
            "thin",
            "thin-skin",
            "caution",
            limit=Limit(vacuum_kpa_at_most=14, grit_um_at_most=80, passes_at_most=1, vascular_factor=0.8),
        ),
        statement("slow", "slow-skin", "caution", limit=Limit(interval_days_at_least=LONGER_REST)),
        statement(
            "marked", "marks", "caution", limit=Limit(test_spot=True, sun_protection_factor_at_least=60)
        ),
        statement("asthmatic", "asthma", "caution", limit=Limit(exclude_modalities=("crystal",))),
        statement("veined", "veins", "caution", limit=Limit(vascular_factor=0.5)),
        statement("wounded", "wound", "refuse", zone="affected"),
        statement("burnt", "burn-last within 14 days", "defer", zone="affected"),
        statement("tanned", "sun-trip-end within 14 days", "defer"),
        statement("leaving", "sun-trip-start in next 14 days", "defer"),
    )
}
LIBRARY = Library.of(
    {
        **{name: read_section(SECTIONS[name], default_root()) for name in CRAFT},
        "questions": QUESTIONS,
        "statements": STATEMENTS,
    },
    digest="planned",
)
HEALTHY = {
    "pregnancy": "absent",
    "sensitive-skin": "absent",
    "thin-skin": "absent",
    "slow-skin": "absent",
    "marks": "absent",
    "asthma": "absent",
    "veins": "absent",
    "wound": "absent",
    "burn-last": "never",
    "tablets-last": "never",
    "birth-date": "1998-05-05",
    "phototype": "ii",
    "skin-dryness": "normal",
    "sun-trip-start": "never",
    "sun-trip-end": "never",
}
"""Nothing speaks against this client and nothing is left to ask."""


def facts(
    answers: dict[str, Any] | None = None, *, zones: tuple[str, ...] = (), diary: Diary | None = None
) -> Facts:
    """The facts of a healthy client with some answers changed; trips follow the diary when it has any."""
    told: dict[str, Any] = {**HEALTHY, **(answers or {})}
    if diary is not None and diary.sun:
        del told["sun-trip-start"], told["sun-trip-end"]
    return read(told, LIBRARY, on=ON, zones=zones, diary=diary)


def outcome(
    answers: dict[str, Any] | None = None,
    *,
    zones: tuple[str, ...] = (),
    diary: Diary | None = None,
    **wishes: Any,
) -> Plan | NotPlanned:
    """What planning says to such a client."""
    known = facts(answers, zones=zones, diary=diary)
    return propose(screen(known, LIBRARY, on=ON), known, LIBRARY, on=ON, zones=zones, **wishes)


def plan(answers: dict[str, Any] | None = None, **wishes: Any) -> Plan:
    """The plan of such a client, who must have one."""
    found = outcome(answers, **wishes)
    assert isinstance(found, Plan), found
    return found


def refusal(answers: dict[str, Any] | None = None, **wishes: Any) -> NotPlanned:
    """The refusal of such a client, who must have one."""
    found = outcome(answers, **wishes)
    assert isinstance(found, NotPlanned), found
    return found
