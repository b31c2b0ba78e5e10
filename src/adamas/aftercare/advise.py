"""Turns the aftercare rules into dated advice for one visit; in each topic the longest rule counts."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from math import ceil

from msgspec.structs import replace

from adamas.aftercare.advice import Advice, CheckIn, Expected, Item, RedFlag
from adamas.aftercare.effects import expected_effects, ground_of, red_flags
from adamas.errors import AnswerInvalid, told
from adamas.intake.facts import Facts
from adamas.knowledge.care import AftercareRule
from adamas.knowledge.grammar import Expression, atoms, facts_of
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Because, Ground
from adamas.knowledge.truth import Row, Truth, bind
from adamas.message import Message, Title, message
from adamas.misread import did_you_mean
from adamas.screening.verdict import Verdict

CHECK_IN_DAYS = (1, 3, 7)
"""Days on which the client is asked: itching and swelling are over by the second, redness by the third, and
the barrier is back in most by the seventh."""

_SHORT_HOURS = 72
_KINDS = ("do", "avoid", "ask")


def advise(
    visit_on: date,
    facts: Facts,
    library: Library,
    *,
    verdict: Verdict | None = None,
    zones: tuple[str, ...] = (),
    course_ends_on: date | None = None,
) -> Advice:
    """The advice for one visit of one client.

    zones: those that were treated (default: those of `facts`); none means unknown, and every rule is given.
    verdict: its limits may ask for a higher sun protection factor. course_ends_on: day of the last visit; the
    last visit itself passes its own day. A rule whose condition is unknown counts as holding: unknown never
    shortens. Raises AnswerInvalid for an unknown zone or a course that ends before the visit.
    """
    zones = zones or facts.zones
    _check(visit_on, zones, course_ends_on, library)
    row = facts.row(visit_on)
    rules: dict[str, AftercareRule] = library.section("aftercare")
    held = [
        _item(rule, truth, row, library, visit_on=visit_on, course_ends_on=course_ends_on)
        for rule in rules.values()
        if _is_about(rule, zones) and (truth := _truth(rule, row, library, on=visit_on)) is not False
    ]
    items = tuple(_with_factor(item, verdict, zones, library) for item in _strictest(held))
    expected, flags = expected_effects(library, visit_on), red_flags(library, visit_on)
    return Advice(
        visit_on=visit_on,
        zones=zones,
        items=items,
        expected=expected,
        red_flags=flags,
        check_ins=_check_ins(visit_on, expected, flags),
        unknown=tuple(dict.fromkeys(name for item in items for name in item.unknown)),
        grounds=_grounds(items, expected, flags),
        knowledge=library.digest,
        course_ends_on=course_ends_on,
    )


def last_day(start: date, hours: float) -> date:
    """The last day of a span that begins at an unknown hour of `start`: part of a day counts as a day."""
    return start + timedelta(days=ceil(hours / 24))


def _check(visit_on: date, zones: tuple[str, ...], course_ends_on: date | None, library: Library) -> None:
    known = library.section("zones")
    for zone in zones:
        if zone not in known:
            raise AnswerInvalid(
                told("no-entry-of", "There is no '{name}' in {section}.", name=zone, section="zones"),
                where="zones",
                hint=did_you_mean(zone, known),
            )
    if course_ends_on is not None and course_ends_on < visit_on:
        raise AnswerInvalid(
            told(
                "course-ends-early",
                "The course ends on {last}, before the visit on {visit}.",
                last=course_ends_on,
                visit=visit_on,
            ),
            where="course_ends_on",
            hint=told(
                "course-ends-early-hint",
                "Give the day of the last visit; on the last visit it is the visit's own day.",
            ),
        )


def _is_about(rule: AftercareRule, zones: tuple[str, ...]) -> bool:
    return not rule.zones or not zones or not set(zones).isdisjoint(rule.zones)


def _truth(rule: AftercareRule, row: Row, library: Library, *, on: date) -> Truth:
    if not rule.when:
        return True
    return bind(library.conditions[f"aftercare/{rule.id}"], on)(row)


def _item(
    rule: AftercareRule,
    truth: Truth,
    row: Row,
    library: Library,
    *,
    visit_on: date,
    course_ends_on: date | None,
) -> Item:
    follows_course = rule.counts_from == "course-end"
    start = course_ends_on or visit_on if follows_course else visit_on
    until = last_day(start, rule.lasts_hours)
    condition = library.conditions[f"aftercare/{rule.id}"] if rule.when else None
    deciding = _deciding(condition, truth, row, on=visit_on) if condition is not None else ()
    ground = ground_of("aftercare", rule)
    return Item(
        rule=rule.id,
        topic=rule.topic,
        kind=rule.kind,
        what=Title("aftercare", rule.id),
        begins_hours=rule.begins_hours,
        until=until,
        text=_text(rule, until, is_open=follows_course and course_ends_on is None),
        # A question to the doctor has no longer and shorter form to give a reason for.
        because=_because(truth, () if rule.kind == "ask" else deciding, ground),
        ground=ground,
        sources=_sources(rule, library),
        unknown=deciding if truth is None else (),
        sun_protection_factor=rule.sun_protection_factor,
    )


def _deciding(condition: Expression, truth: Truth, row: Row, *, on: date) -> tuple[str, ...]:
    """The facts of the atoms that made the condition hold or left it open; all when no atom did alone."""
    found = tuple(dict.fromkeys(atom.fact for atom in atoms(condition) if bind(atom, on)(row) is truth))
    return found or facts_of(condition)


def _text(rule: AftercareRule, until: date, *, is_open: bool) -> Message:
    what = Title("aftercare", rule.id)
    if rule.kind == "ask":
        return message("aftercare-ask", what=what, day=until + timedelta(days=1))
    if rule.counts_from == "course-end":
        name = "aftercare-until-course-open" if is_open else "aftercare-until-course-end"
        return message(name, what=what, until=until, days=rule.lasts_hours // 24)
    if rule.lasts_hours <= _SHORT_HOURS:
        return message("aftercare-until-hours", what=what, hours=rule.lasts_hours, until=until)
    return message("aftercare-until", what=what, until=until)


def _because(truth: Truth, deciding: tuple[str, ...], ground: Ground) -> Because:
    if not deciding:
        return _both("aftercare-why-usual", {}, ground)
    name = "aftercare-why-holds" if truth else "aftercare-why-unknown"
    return _both(name, {"facts": tuple(Title("question", fact) for fact in deciding)}, ground)


def _both(name: str, values: dict[str, Title | tuple[Title, ...]], *grounds: Ground) -> Because:
    return Because(
        client=Message(name, {**values}), professional=Message(f"{name}-pro", {**values}), rests_on=grounds
    )


def _sources(rule: AftercareRule, library: Library) -> tuple[str, ...]:
    claims = library.section("claims")
    return tuple(dict.fromkeys(claims[name].source for name in rule.follows if name in claims))


def _strictest(held: Iterable[Item]) -> Iterator[Item]:
    """Of each topic the item that lasts longest; among equals the one that surely holds."""
    by_topic: dict[str, Item] = {}
    for item in held:
        rival = by_topic.get(item.topic)
        if rival is None or _strictness(item) > _strictness(rival):
            by_topic[item.topic] = item
    yield from sorted(by_topic.values(), key=lambda item: (_KINDS.index(item.kind), item.until, item.topic))


def _strictness(item: Item) -> tuple[date, int, bool]:
    return item.until, item.sun_protection_factor or 0, not item.unknown


def _with_factor(item: Item, verdict: Verdict | None, zones: tuple[str, ...], library: Library) -> Item:
    """The item with the sun protection factor that the verdict asks for, when that is the higher one."""
    if item.sun_protection_factor is None or verdict is None:
        return item
    factor, statement = max(
        (
            (asked, finding.statement)
            for finding in verdict.findings
            if finding.has_fired and (not zones or finding.zone is None or finding.zone in zones)
            if (asked := library.statements[finding.statement].limit.sun_protection_factor_at_least)
        ),
        default=(0, ""),
    )
    if factor <= item.sun_protection_factor:
        return item
    ground = ground_of("statement", library.statements[statement])
    why = _both("aftercare-why-factor", {"statement": Title("statement", statement)}, item.ground, ground)
    return replace(item, sun_protection_factor=factor, because=why)


def _check_ins(
    visit_on: date, expected: tuple[Expected, ...], flags: tuple[RedFlag, ...]
) -> tuple[CheckIn, ...]:
    found = []
    for day in CHECK_IN_DAYS:
        on = visit_on + timedelta(days=day)
        found.append(
            CheckIn(
                day=day,
                on=on,
                usual=tuple(effect.effect for effect in expected if on < effect.gone_by),
                overdue=tuple(effect.effect for effect in expected if effect.gone_by <= on),
                flags=tuple(flag.effect for flag in flags if flag.seen_from <= on <= flag.seen_until),
                text=message("aftercare-check-in", on=on, day=day),
            )
        )
    return tuple(found)


def _grounds(
    items: tuple[Item, ...], expected: tuple[Expected, ...], flags: tuple[RedFlag, ...]
) -> tuple[Ground, ...]:
    rested = [ground for item in items for ground in item.because.rests_on]
    rested += [effect.ground for effect in expected]
    rested += [flag.ground for flag in flags]
    found = {(ground.kind, ground.id): ground for ground in rested}
    return tuple(found[key] for key in sorted(found))
