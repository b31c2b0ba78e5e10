"""From a client file to everything that follows from it: verdict, plan, aftercare of every visit."""

from datetime import date, timedelta

import msgspec

from adamas.aftercare.advice import Advice
from adamas.aftercare.advise import advise
from adamas.knowledge.library import Library
from adamas.planning.home import HomePlan, propose_home
from adamas.planning.plan import NotPlanned, Plan
from adamas.planning.propose import propose
from adamas.screening.screen import screen
from adamas.screening.verdict import Verdict
from adamas_cli.files import Heard


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict of a client, the plan or why there is none, and the advice after each of its treatments."""

    verdict: Verdict
    plan: Plan | NotPlanned
    aftercare: tuple[Advice, ...] = ()


def course_of(heard: Heard, library: Library) -> Course:
    """Screen and plan a client for the salon."""
    client = heard.client
    verdict = screen(heard.facts, library, on=heard.on)
    plan = propose(
        verdict,
        heard.facts,
        library,
        on=heard.on,
        goals=client.goals,
        zones=client.zones,
        device=client.device,
        country=client.country,
        setting=client.setting,
    )
    if isinstance(plan, NotPlanned):
        return Course(verdict=verdict, plan=plan)
    last = plan.visits[-1].on
    aftercare = tuple(
        advise(
            visit.on,
            heard.facts,
            library,
            verdict=verdict,
            zones=tuple(step.zone for step in visit.steps),
            course_ends_on=last,
        )
        for visit in plan.visits
    )
    return Course(verdict=verdict, plan=plan, aftercare=aftercare)


def salon_days(heard: Heard, library: Library) -> tuple[date, ...]:
    """The days of the salon course a client could have; none when there is no course."""
    plan = course_of(heard, library).plan
    return tuple(visit.on for visit in (*plan.visits, *plan.maintenance)) if isinstance(plan, Plan) else ()


def device_days(heard: Heard, library: Library, *, salon_visits: tuple[date, ...]) -> tuple[date, ...]:
    """The days on which a client could use a home device of theirs beside the course, a year ahead."""
    device = library.section("devices").get(heard.client.device)
    if device is None or device.use != "home":
        return ()
    verdict = screen(heard.facts, library, on=heard.on, scope="home-device")
    plan = propose_home(
        verdict, heard.facts, library, on=heard.on, device=device.id, salon_visits=salon_visits
    )
    return plan.days_until(heard.on + timedelta(days=365)) if isinstance(plan, HomePlan) else ()
