"""How far the dose model lets the settings of a zone go: steps up, passes, or gentler still.

It is always asked about the zone's own grid, never about settings that a statement has lowered: so that a
gentler vacuum cannot buy one more pass, and a further limit never makes anything stronger.
"""

from msgspec import Struct
from msgspec.structs import replace

from adamas.dose.candidates import Candidate, smallest
from adamas.dose.dosing import Dosing, of_limits
from adamas.dose.effect import passes_within, work_of_a_pass
from adamas.dose.expected import Band
from adamas.dose.subject import Exposure
from adamas.knowledge.reason import Because, because, number
from adamas.message import Title


class Modelled(Struct, frozen=True, kw_only=True):
    """What the model allows: settings as at treatment `nth`, so many passes.

    gentle: the settings that one pass needs when the grid's first are too strong; None when they are not.
    """

    nth: int
    passes: Candidate
    gentle: Exposure | None = None


class _Share(Struct, frozen=True):
    """A share of the horny layer that may go, kept by the band's upper edge or by its middle."""

    value: float
    is_edge: bool
    because: Because

    def passes(self, work: Band) -> int:
        return passes_within(self.value, work.high if self.is_edge else work.middle)


def modelled(dosing: Dosing) -> Modelled:
    """What the model allows a zone at one visit."""
    shares, first = _shares(dosing), dosing.zone.passes[0]
    most = min(dosing.nth, dosing.last_step_up)
    works = {nth: _work(dosing, dosing.grid_pass(nth)) for nth in range(1, most + 1)}
    allowed: list[int] = []
    for share in shares:
        enough = min(first, share.passes(works[1]))
        allowed.append(max(nth for nth, work in works.items() if share.passes(work) >= enough))
    nth = min(allowed)
    passes = _fewest(shares, works[nth])
    if passes.value >= 1:
        return Modelled(nth=nth if nth < most else dosing.nth, passes=passes)
    gentle = dosing.gentlest
    once = _fewest(shares, _work(dosing, gentle))
    why = once.because if once.value >= 1 else _too_delicate(dosing, once.because)
    return Modelled(nth=1, passes=Candidate(min(once.value, 1.0), why, once.rank), gentle=gentle)


def _too_delicate(dosing: Dosing, bound: Because) -> Because:
    """Why a zone is left out where even one gentle pass is too much."""
    entry, zone = ("zones", dosing.zone.id), Title("zone", dosing.zone.id)
    why = because(dosing.library, "plan-zone-too-delicate", entry, zone=zone)
    return replace(why, rests_on=(*why.rests_on, *bound.rests_on))


def _work(dosing: Dosing, one_pass: Exposure) -> Band:
    return work_of_a_pass(dosing.library, one_pass, dosing.site, dosing.skin)


def _fewest(shares: list[_Share], work: Band) -> Candidate:
    return smallest(Candidate(float(share.passes(work)), share.because) for share in shares)


def _shares(dosing: Dosing) -> list[_Share]:
    library = dosing.library
    grounds = (("protocols", "course-removal"), ("protocols", "course-dose-model"))
    found = []
    for name, field in (("aim", "removed-aim-at-most"), ("ceiling", "removed-at-most")):
        share = number(library, "course-removal", field)
        why = because(library, f"plan-passes-model-{name}", *grounds, share=share)
        found.append(_Share(share, name == "ceiling", why))
    limited = of_limits(dosing, "removed_at_most", "plan-passes-model-limit")
    return found + [_Share(one.value, False, one.because) for one in limited]
