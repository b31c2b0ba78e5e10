"""What the settings of one zone at one visit depend on."""

from collections.abc import Sequence
from math import ceil, prod

from msgspec import Struct

from adamas.dose.candidates import Candidate
from adamas.dose.subject import Exposure, Site, Skin
from adamas.knowledge.library import Library
from adamas.knowledge.practice import Device, Goal, Zone
from adamas.knowledge.reason import Because, because, because_of_statement, number
from adamas.knowledge.statement import Limit, Statement
from adamas.message import Title


class Dosing(Struct, frozen=True, kw_only=True):
    """What the settings of one zone at one visit depend on.

    nth: 1 at the zone's first treatment. limits: what statements put on the zone, with the statement.
    skin: what is known of the person for the dose model.
    """

    zone: Zone
    nth: int
    limits: list[tuple[Statement, Limit]]
    goals: tuple[Goal, ...]
    device: Device | None
    library: Library
    skin: Skin = Skin()

    @property
    def site(self) -> Site:
        """Where the model is asked."""
        return Site.of(self.zone)

    def factor(self, name: str) -> float:
        """The product of one factor over all statements that give it, never more than 1."""
        factors: list[float] = [f for _, limit in self.limits if (f := getattr(limit, name)) is not None]
        return min(1.0, prod(factors))

    def grid_pass(self, nth: int) -> Exposure:
        """One pass as the grid of the zone has it at its `nth` treatment, whatever any statement says."""
        zone, library = self.zone, self.library
        is_coarser = nth >= number(library, "course-step-up", "coarser-from-visit")
        per_visit = number(library, "course-step-up", "vacuum-share-per-visit")
        share = min(per_visit * (nth - 1), number(library, "course-step-up", "vacuum-share-at-most"))
        low, high = zone.vacuum_kpa
        return Exposure(grit_um=zone.grit_um[1 if is_coarser else 0], vacuum_kpa=low + share * (high - low))

    @property
    def last_step_up(self) -> int:
        """The treatment from which on nothing is stepped up any more."""
        per_visit = number(self.library, "course-step-up", "vacuum-share-per-visit")
        most = number(self.library, "course-step-up", "vacuum-share-at-most")
        return max(
            1 + ceil(most / per_visit), int(number(self.library, "course-step-up", "coarser-from-visit"))
        )

    @property
    def gentlest(self) -> Exposure:
        """One pass as gentle as this zone is ever treated."""
        fine = number(self.library, "course-grit", "fine-um")
        weak = number(self.library, "course-removal", "gentle-vacuum-kpa")
        return Exposure(
            grit_um=min(self.zone.grit_um[0], fine), vacuum_kpa=min(self.zone.vacuum_kpa[0], weak)
        )

    @property
    def sparing(self) -> tuple[str, ...]:
        """The statements that ask for less in a visit; whoever they speak of is never stepped up."""
        return tuple(
            statement.id
            for statement, limit in self.limits
            if (limit.abrasion_factor, limit.passes_at_most, limit.removed_at_most) != (None, None, None)
        )


def of_limits(dosing: Dosing, field: str, name: str) -> list[Candidate]:
    """What each statement allows at most, by a field of its limit."""
    return [
        Candidate(float(value), because_of_statement(dosing.library, name, statement.id), rank=0)
        for statement, limit in dosing.limits
        if (value := getattr(limit, field)) is not None
    ]


def of_factors(dosing: Dosing, field: str, name: str) -> Because:
    """The reason that the statements with a factor give together."""
    statements = [statement.id for statement, limit in dosing.limits if getattr(limit, field) is not None]
    return of_statements(dosing, statements, name)


def of_statements(dosing: Dosing, statements: Sequence[str], name: str) -> Because:
    """The reason that several statements give together."""
    titles = tuple(Title("statement", statement) for statement in statements)
    return because(
        dosing.library, name, *(("statements", statement) for statement in statements), statements=titles
    )
