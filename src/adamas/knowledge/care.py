"""Care around the visits: aftercare, side effects, products, combinations and alternatives."""

from typing import Literal

from adamas.knowledge.basis import Basis, Scope

Actor = Literal["client", "professional", "doctor", "emergency"]
"""Who has to act, nearest first; `emergency` is the ambulance number of the country."""


class AftercareRule(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to do or to avoid after a visit, and for how long.

    topic: rules of one topic compete, and the one that lasts longest counts.
    kind: `ask` is settled with whoever prescribed the medicine, never by us.
    when: condition in the grammar of statements; empty holds for everybody, and unknown counts as holding.
    begins_hours: hours after the visit at which it starts. lasts_hours: hours it lasts, counted from the
    visit or, for `course-end`, from the last visit of the course.
    zones: treated zones it is about; empty is all of them. sun_protection_factor: lowest factor to use.
    """

    title: str
    topic: str
    kind: Literal["do", "avoid", "ask"]
    say: str
    tell: str
    lasts_hours: int
    begins_hours: int = 0
    counts_from: Literal["visit", "course-end"] = "visit"
    when: str = ""
    zones: tuple[str, ...] = ()
    sun_protection_factor: int | None = None


class Effect(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may follow a visit, with its cause and what to do.

    kind: a normal effect needs nobody before `gone_after_hours`; an abnormal one is a red flag once seen.
    seen_hours: first and last hour after the visit at which it usually shows.
    gone_after_hours: hours after the visit by which a normal effect is over; later somebody has to act.
    who, within_hours: who acts, and how soon after it is seen (or is overdue).
    course: what becomes of the course; pause_days: fewest days without a visit.
    say: to the client, what it is and what to do. tell: to the professional, its cause and what to do.
    """

    title: str
    kind: Literal["normal", "abnormal"]
    applies_to: tuple[Scope, ...]
    say: str
    tell: str
    seen_hours: tuple[float, float]
    who: Actor
    within_hours: int
    gone_after_hours: int | None = None
    course: Literal["goes-on", "pauses", "stops"] = "goes-on"
    pause_days: int = 0


class Product(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of cream for home, by what does the work in it.

    when: who may use it, in the grammar of statements; empty is everybody, and unknown never allows.
    suits_when: whom it suits best among those who may. strength: 0 takes nothing off, higher takes off more.
    use: `professional` is named only to say why it is not for home. ingredients: what a limit may exclude.
    every_days: fewest days between two uses. days_before_visit, days_after_visit: how long it rests around a
    visit. The same with `if_sensitive`: on thin, dry, sensitive or old skin, or when nobody said.
    """

    title: str
    say: str
    tell: str
    strength: int
    when: str = ""
    suits_when: str = ""
    use: Literal["home", "professional"] = "home"
    ingredients: tuple[str, ...] = ()
    every_days: int = 1
    every_days_if_sensitive: int = 1
    days_before_visit: int = 0
    days_before_visit_if_sensitive: int = 0
    days_after_visit: int = 0
    days_after_visit_if_sensitive: int = 0


class Combination(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another procedure, and the time to keep between it and a visit.

    verdict: `fine` on the day of a visit, `keep-apart`, `never-same-day` (stacking does harm), or
    `physician-only` (a physician has to agree, whatever the days). days_before_visit: fewest days from it to
    a visit. days_after_visit: fewest days from a visit to it.
    """

    title: str
    say: str
    tell: str
    verdict: Literal["fine", "keep-apart", "never-same-day", "physician-only"]
    days_before_visit: int
    days_after_visit: int


class Alternative(Basis, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something safe to offer instead when a visit is refused or deferred.

    who: the one who carries it out or gives it. say: to the client. tell: to the professional.
    """

    title: str
    say: str
    tell: str
    who: Actor = "client"
