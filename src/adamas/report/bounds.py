"""Which of several bounds on the same thing binds: a reader needs that one, not all of them."""

from collections.abc import Iterable

from adamas.planning.plan import Bound

Place = tuple[str, str | None, object]
"""What a bound is about: its name, its zone, and the thing it names when it is no number."""


def binding(bounds: Iterable[Bound]) -> tuple[tuple[Bound, tuple[str, ...]], ...]:
    """Each bound that binds, with the statements that ask for just that, in the order they were given."""
    kept: dict[Place, list[Bound]] = {}
    for bound in bounds:
        rivals = kept.setdefault(_place(bound), [bound])
        if _is_tighter(bound, rivals[0]):
            rivals[:] = [bound]
        elif bound.value == rivals[0].value and bound not in rivals:
            rivals.append(bound)
    return tuple((same[0], tuple(dict.fromkeys(bound.statement for bound in same))) for same in kept.values())


def _place(bound: Bound) -> Place:
    # Factors multiply, so each of them binds.
    rivals_by_number = isinstance(bound.value, float | int) and not bound.name.endswith("_factor")
    return bound.name, bound.zone, None if rivals_by_number else (bound.value, bound.statement)


def _is_tighter(bound: Bound, rival: Bound) -> bool:
    if isinstance(bound.value, str) or isinstance(rival.value, str):
        return False
    if bound.name.endswith("_at_least"):
        return bound.value > rival.value
    return bound.name.endswith("_at_most") and bound.value < rival.value
