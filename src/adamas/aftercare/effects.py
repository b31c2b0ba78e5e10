"""What may follow a visit, dated: normal effects until they are over, red flags with who acts how soon."""

from datetime import date, timedelta
from math import ceil

from adamas.aftercare.advice import Expected, RedFlag
from adamas.knowledge.basis import Basis
from adamas.knowledge.care import Effect
from adamas.knowledge.library import Library
from adamas.knowledge.reason import Ground
from adamas.knowledge.review import is_reviewed
from adamas.message import Message, Title, message

_GRAVEST = ("emergency", "doctor", "professional", "client")
_DAYS_FROM_HOURS = 48


def ground_of(kind: str, entry: Basis) -> Ground:
    """The ground that an entry of the knowledge base gives."""
    return Ground(kind=kind, id=entry.id, grade=entry.grade, is_reviewed=is_reviewed(entry))


def expected_effects(library: Library, on: date, *, scope: str = "salon") -> tuple[Expected, ...]:
    """The normal effects of a visit on a day, soonest over first. scope: `salon` or `home-device`."""
    normal = [_expected(effect, on) for effect in _effects(library, "normal", scope)]
    return tuple(sorted(normal, key=lambda effect: (effect.gone_by, effect.effect)))


def red_flags(library: Library, on: date, *, scope: str = "salon") -> tuple[RedFlag, ...]:
    """The red flags after a visit on a day, the gravest and most urgent first."""
    abnormal = [_flag(effect, on) for effect in _effects(library, "abnormal", scope)]
    return tuple(sorted(abnormal, key=lambda f: (_GRAVEST.index(f.who), f.within_hours, f.effect)))


def act(who: str, within_hours: int) -> Message:
    """Who does what, how soon, as a phrase: hours up to two days, days beyond."""
    if within_hours == 0:
        soon = message("aftercare-at-once")
    elif within_hours < _DAYS_FROM_HOURS:
        soon = message("aftercare-within-hours", hours=within_hours)
    else:
        # Rounded down: whole days never give more time than the hours do.
        soon = message("aftercare-within-days", days=within_hours // 24)
    return message(f"aftercare-act-{who}", soon=soon)


def _effects(library: Library, kind: str, scope: str) -> list[Effect]:
    known: dict[str, Effect] = library.section("effects")
    return [effect for effect in known.values() if effect.kind == kind and scope in effect.applies_to]


def _expected(effect: Effect, on: date) -> Expected:
    what = Title("effect", effect.id)
    hours = ceil(effect.gone_after_hours or effect.seen_hours[1])
    gone_by = on + timedelta(days=ceil(hours / 24))
    return Expected(
        effect=effect.id,
        what=what,
        usual_until=on + timedelta(days=ceil(effect.seen_hours[1] / 24)),
        gone_after_hours=hours,
        gone_by=gone_by,
        who=effect.who,
        within_hours=effect.within_hours,
        text=_normal(what, hours, gone_by, act(effect.who, effect.within_hours)),
        ground=ground_of("effect", effect),
    )


def _normal(what: Title, hours: int, gone_by: date, act: Message) -> Message:
    # What is over within hours has no day to be over by.
    if hours < 24:
        return message("aftercare-normal-hours", what=what, hours=hours, act=act)
    return message("aftercare-normal", what=what, hours=hours, day=gone_by, act=act)


def _flag(effect: Effect, on: date) -> RedFlag:
    what = Title("effect", effect.id)
    first, last = effect.seen_hours
    return RedFlag(
        effect=effect.id,
        what=what,
        seen_from=on + timedelta(days=int(first // 24)),
        seen_until=on + timedelta(days=ceil(last / 24)),
        who=effect.who,
        within_hours=effect.within_hours,
        course=effect.course,
        pause_days=effect.pause_days,
        text=message("aftercare-flag", what=what, act=act(effect.who, effect.within_hours)),
        ground=ground_of("effect", effect),
    )
