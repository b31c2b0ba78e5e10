"""Joins the limits of several statements into the tightest of each."""

from collections.abc import Iterable
from math import prod
from typing import Any

from adamas.knowledge.statement import Limit

_LOWEST = ("vacuum_kpa_at_most", "grit_um_at_most", "passes_at_most", "removed_at_most")
_HIGHEST = ("interval_days_at_least", "sun_protection_factor_at_least")
_PRODUCT = ("abrasion_factor", "vascular_factor")
_UNION = ("exclude_modalities", "exclude_zones", "exclude_goals", "exclude_products")
NO_LIMIT = Limit()


def tightest(limits: Iterable[Limit]) -> Limit:
    """The limit that respects all: lowest maxima, highest minima, products of factors, unions of exclusions.

    `only_goals` intersects: when two statements each allow a few goals, what both allow remains.
    """
    given = [limit for limit in limits if limit != NO_LIMIT]
    if len(given) < 2:
        return given[0] if given else NO_LIMIT
    only = [set(limit.only_goals) for limit in given if limit.only_goals]
    shared = set.intersection(*only) if only else set()
    joined: dict[str, Any] = {
        **{name: min(_values(given, name), default=None) for name in _LOWEST},
        **{name: max(_values(given, name), default=None) for name in _HIGHEST},
        **{name: prod(values) if (values := _values(given, name)) else None for name in _PRODUCT},
        **{name: tuple(sorted({x for limit in given for x in getattr(limit, name)})) for name in _UNION},
    }
    if only and not shared:
        # No goal suits all; an empty `only_goals` would allow every goal, so each is excluded by name.
        shared = set.union(*only)
        joined["exclude_goals"] = tuple(sorted(shared.union(joined["exclude_goals"])))
    return Limit(
        **joined, test_spot=any(limit.test_spot for limit in given), only_goals=tuple(sorted(shared))
    )


def _values(limits: list[Limit], name: str) -> list[float]:
    return [value for limit in limits if (value := getattr(limit, name)) is not None]
