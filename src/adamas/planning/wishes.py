"""What a client wishes for: which goals and zones can be planned, which cannot, and why."""

from collections.abc import Iterable

from msgspec import Struct

from adamas.knowledge.library import Library
from adamas.knowledge.practice import Goal, Modality, Setting, Zone
from adamas.knowledge.reason import Because, because, because_of_statement
from adamas.message import Message, Title, message
from adamas.planning.plan import Choice, Declined
from adamas.planning.policy import limits
from adamas.screening.verdict import Verdict

USUAL_GOAL = "dullness"
"""What is assumed when the client names no goal: the mildest promise with the best evidence."""


class Wishes(Struct, frozen=True, kw_only=True):
    """Goals and zones that can be planned, those that cannot, and what was assumed."""

    goals: tuple[Goal, ...]
    goals_declined: tuple[Declined, ...]
    zones: tuple[Zone, ...]
    zones_declined: tuple[Declined, ...]
    assumed: tuple[Message, ...]
    is_goal_assumed: bool


def choose_zones(
    library: Library, *, goals: Iterable[str], zones: Iterable[str], setting: Setting
) -> tuple[tuple[str, ...], tuple[Message, ...]]:
    """The zones to plan for: those named, else those of the goals, else the usual; and what was assumed."""
    named = tuple(dict.fromkeys(zones))
    if named:
        return named, ()
    known: dict[str, Zone] = library.section("zones")
    of_goals = [zone for goal in goals for zone in library.section("goals")[goal].zones if zone in known]
    on_face = [zone for zone in of_goals if known[zone].region == "face"]
    chosen = on_face or of_goals or [zone.id for zone in known.values() if zone.usual]
    open_here = [zone for zone in chosen if known[zone].setting == "salon" or setting == "medical"]
    ordered = sorted(set(open_here or chosen), key=lambda zone: (known[zone].order, zone))
    titles = tuple(Title("zone", zone) for zone in ordered)
    return tuple(ordered), (message("plan-zones-assumed", zones=titles),)


def weigh(
    verdict: Verdict, library: Library, *, goals: tuple[str, ...], zones: tuple[str, ...], setting: Setting
) -> Wishes:
    """Sort goals and zones into what can be planned and what cannot, under the limits of a verdict."""
    known: dict[str, Goal] = library.section("goals")
    wished = tuple(dict.fromkeys(goals))
    assumed: tuple[Message, ...] = ()
    is_goal_assumed = not wished and USUAL_GOAL in known
    if is_goal_assumed:
        wished, assumed = (USUAL_GOAL,), (message("plan-goal-assumed", goal=Title("goal", USUAL_GOAL)),)
    reasons = {
        goal: _why_no_goal(known[goal], verdict, library, setting)
        or _why_not_there(known[goal], zones, library)
        for goal in wished
    }
    refused = {goal: why for goal, why in reasons.items() if why is not None}
    shut = {z: why for z in zones if (why := _why_no_zone(z, verdict, library, setting)) is not None}
    open_zones = (library.section("zones")[zone] for zone in zones if zone not in shut)
    return Wishes(
        goals=tuple(known[goal] for goal in wished if goal not in refused),
        goals_declined=tuple(
            Declined(what=g, because=b, instead=known[g].instead) for g, b in refused.items()
        ),
        zones=tuple(sorted(open_zones, key=lambda zone: (zone.order, zone.id))),
        zones_declined=tuple(Declined(what=zone, because=why) for zone, why in shut.items()),
        assumed=assumed,
        is_goal_assumed=is_goal_assumed,
    )


def _why_no_goal(goal: Goal, verdict: Verdict, library: Library, setting: Setting) -> Because | None:
    title, ground = Title("goal", goal.id), ("goals", goal.id)
    if goal.effect == "none":
        return because(library, "plan-goal-no-evidence", ground, goal=title)
    for statement, limit in limits(verdict, library, zone=None):
        if goal.id in limit.exclude_goals or (limit.only_goals and goal.id not in limit.only_goals):
            return because_of_statement(library, "plan-goal-excluded", statement.id, goal=title)
    if goal.setting == "medical" and setting != "medical":
        return because(library, "plan-goal-medical", ground, goal=title)
    planned = {m.id for m in library.section("modalities").values() if m.use == "planned"}
    if goal.modalities and planned.isdisjoint(goal.modalities):
        return because(library, "plan-goal-elsewhere", ground, goal=title)
    return None


def _why_not_there(goal: Goal, zones: tuple[str, ...], library: Library) -> Because | None:
    """The reason why a goal cannot be served in any of the zones that are wished for."""
    if not zones or not goal.zones or not set(zones).isdisjoint(goal.zones):
        return None
    places = tuple(Title("zone", zone) for zone in goal.zones)
    return because(
        library, "plan-goal-other-zone", ("goals", goal.id), goal=Title("goal", goal.id), zones=places
    )


def _why_no_zone(zone: str, verdict: Verdict, library: Library, setting: Setting) -> Because | None:
    title = Title("zone", zone)
    for statement, limit in limits(verdict, library, zone=zone):
        if zone in limit.exclude_zones:
            return because_of_statement(library, "plan-zone-excluded", statement.id, zone=title)
    if library.section("zones")[zone].setting == "medical" and setting != "medical":
        return because(library, "plan-zone-medical", ("zones", zone), zone=title)
    return None


def choose_modality(
    verdict: Verdict, library: Library, *, goals: tuple[Goal, ...]
) -> tuple[Choice | None, tuple[Choice, ...]]:
    """The method to plan with, or None, and why each of the others was not chosen.

    A planned method that a limit excludes is not chosen; of several the one that the goals name first.
    """
    known: dict[str, Modality] = library.section("modalities")
    excluded = {m: s.id for s, limit in limits(verdict, library, zone=None) for m in limit.exclude_modalities}
    wanted = [m for goal in goals for m in goal.modalities]
    fit = [m for m in known.values() if m.use == "planned" and m.id not in excluded]
    fit.sort(key=lambda m: (wanted.index(m.id) if m.id in wanted else len(wanted), m.id))
    chosen = fit[0].id if fit else None
    others = tuple(
        Choice(modality=m.id, because=_why_not(m, excluded, goals, library))
        for _, m in sorted(known.items())
        if m.id != chosen
    )
    return (_chosen(chosen, goals, library) if chosen else None), others


def _chosen(modality: str, goals: tuple[Goal, ...], library: Library) -> Choice:
    served = [goal for goal in goals if modality in goal.modalities]
    grounds = (("modalities", modality), *(("goals", goal.id) for goal in served))
    titles = tuple(Title("goal", goal.id) for goal in served)
    name = "plan-modality-chosen" if served else "plan-modality-usual"
    why = because(library, name, *grounds, modality=Title("modality", modality), goals=titles)
    return Choice(modality=modality, because=why)


def _why_not(
    modality: Modality, excluded: dict[str, str], goals: tuple[Goal, ...], library: Library
) -> Because:
    title, ground = Title("modality", modality.id), ("modalities", modality.id)
    if modality.id in excluded:
        return because_of_statement(library, "plan-modality-excluded", excluded[modality.id], modality=title)
    better = tuple(Title("goal", goal.id) for goal in goals if goal.id in modality.better_for)
    if better:
        return because(library, "plan-modality-better-for", ground, modality=title, goals=better)
    if modality.particles == "loose":
        return because(library, "plan-modality-loose-particles", ground, modality=title)
    if modality.anaesthesia or modality.depth in ("upper-dermis", "dermis"):
        return because(library, "plan-modality-deeper", ground, modality=title)
    return because(library, "plan-modality-compared", ground, modality=title)
