"""An exfoliating cream for home: which class suits this skin and age, how often, and on which days."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from adamas.answer import Answer
from adamas.dose.candidates import Candidate, largest
from adamas.dose.step import Setting
from adamas.intake.facts import Facts
from adamas.knowledge.care import Product
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, Ground, because, because_of_statement, ground, number
from adamas.knowledge.statement import Decision, DecisionWord
from adamas.message import Title
from adamas.planning.budget import Rest, Taken, is_delicate, place
from adamas.planning.cream_choice import Considered, choose, consider, mildest
from adamas.planning.grounds import grounds_in
from adamas.planning.outlook import Outlook
from adamas.planning.plan import NotPlanned
from adamas.planning.policy import limits
from adamas.planning.refusal import not_cleared, require_verdict
from adamas.screening.verdict import Verdict

PROTOCOL = "cream-at-home"
HORIZON_DAYS = 365
"""How far ahead days are looked for: past the longest course with its rest."""


class CreamPlan(Struct, frozen=True, kw_only=True, tag="cream-plan"):
    """What to put on the skin at home.

    exfoliates: the class chosen to exfoliate, or empty when none is advised; because says why. care: the one
    for every day. every_days and days belong to the exfoliating one, which may go on after the days shown.
    considered: every class, mildest first. is_provisional: something must be asked first (ask_first).
    """

    exfoliates: str
    because: Because
    care: str
    every_days: Setting | None
    days: tuple[date, ...]
    sun_protection: Setting
    considered: tuple[Considered, ...]
    decision: DecisionWord
    is_provisional: bool
    ask_first: tuple[str, ...]
    on: date
    knowledge: str
    grounds: tuple[Ground, ...]


def propose_cream(
    verdict: Verdict,
    facts: Facts,
    library: Library,
    *,
    on: date,
    salon_visits: tuple[date, ...] = (),
    device_days: tuple[date, ...] = (),
) -> CreamPlan | NotPlanned:
    """Choose a class of cream and its days, or say why nothing may exfoliate.

    verdict: from `screen(facts, library, on=on, scope="peel-cream")`. salon_visits: past and planned days of
    the salon course. device_days: days of a home device.

    Raises NotCleared for a verdict of another scope or day.
    """
    require_verdict(verdict, scope="peel-cream", on=on)
    start = verdict.clear_from
    if verdict.decision > Decision.DEFER or start is None:
        return not_cleared(verdict, library, on=on)
    outlook = Outlook(facts, library, on=on, until=start + timedelta(days=HORIZON_DAYS), scope=verdict.scope)
    opening = outlook.verdict(start)
    considered = consider(opening, facts, library, on=start)
    chosen = choose(considered, library)
    every = _every(opening, facts, library, chosen, on=start) if chosen else None
    days: tuple[date, ...] = ()
    if chosen and every:
        days = place(
            _rest(chosen, library, every_days=int(every.value), is_rare=is_delicate(facts.row(start))),
            Taken(visits=salon_visits, at_home=device_days, sun=facts.diary.sun),
            first=start,
            uses=int(number(library, PROTOCOL, "uses-shown")),
            within_days=HORIZON_DAYS,
            is_open=lambda day: not outlook.verdict(day).decision.is_blocking,
        )
    plan = CreamPlan(
        exfoliates=chosen.id if chosen and days else "",
        because=_why(considered, library, chosen, has_days=bool(days)),
        care=mildest(library).id,
        every_days=every if days else None,
        days=days,
        sun_protection=_sun(library),
        considered=considered,
        decision=verdict.decision.word,
        is_provisional=opening.decision is Decision.ASK,
        ask_first=opening.to_ask,
        on=on,
        knowledge=verdict.knowledge,
        grounds=(),
    )
    care = (ground(library, "products", plan.care), ground(library, "protocols", PROTOCOL))
    return replace(plan, grounds=grounds_in(plan, care))


def _every(verdict: Verdict, facts: Facts, library: Library, product: Product, *, on: date) -> Setting:
    is_rare = is_delicate(facts.row(on))
    days = product.every_days_if_sensitive if is_rare else product.every_days
    name = "cream-every-if-delicate" if is_rare else "cream-every"
    found = [Candidate(float(days), because(library, name, ("products", product.id), days=days))]
    for zone in (None, *verdict.zones):
        for statement, limit in limits(verdict, library, zone=zone):
            if limit.interval_days_at_least is not None:
                most = limit.interval_days_at_least
                why = because_of_statement(library, "cream-every-limit", statement.id, days=most)
                found.append(Candidate(float(most), why, rank=0))
    longest = largest(found)
    return Setting(value=longest.value, unit="days", because=longest.because)


def _rest(product: Product, library: Library, *, every_days: int, is_rare: bool) -> Rest:
    return Rest(
        every_days=every_days,
        # Skin that rests longer between creams rests as long from the device: the budget is one.
        apart_days=max(every_days, int(number(library, PROTOCOL, "apart-days"))),
        before_visit=product.days_before_visit_if_sensitive if is_rare else product.days_before_visit,
        after_visit=product.days_after_visit_if_sensitive if is_rare else product.days_after_visit,
        before_sun=int(number(library, PROTOCOL, "sun-days-before")),
        after_sun=int(number(library, PROTOCOL, "sun-days-after")),
    )


def _why(
    considered: tuple[Considered, ...], library: Library, chosen: Product | None, *, has_days: bool
) -> Because:
    if chosen is None:
        is_open = any(one.may_use is Answer.UNKNOWN for one in considered)
        return because(
            library, "cream-nothing-until-asked" if is_open else "cream-nothing", ("protocols", PROTOCOL)
        )
    own, title = ("products", chosen.id), Title("product", chosen.id)
    if not has_days:
        return because(library, "cream-no-day", own, product=title)
    suits = any(one.suits_best for one in considered if one.product == chosen.id)
    return because(library, "cream-chosen-best" if suits else "cream-chosen-mildest", own, product=title)


def _sun(library: Library) -> Setting:
    factor = number(library, PROTOCOL, "sun-protection-factor")
    return Setting(
        value=factor,
        unit="SPF",
        because=because(library, "cream-sun", ("protocols", PROTOCOL), factor=int(factor)),
    )
