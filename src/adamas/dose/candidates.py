"""Several bounds on one number: the smallest wins and its reason is kept."""

from collections.abc import Iterable

from msgspec import Struct

from adamas.knowledge.reason import Because


class Candidate(Struct, frozen=True):
    """The most that somebody allows, and why; of equal values the one of lowest `rank` speaks."""

    value: float
    because: Because
    rank: int = 1


def smallest(candidates: Iterable[Candidate]) -> Candidate:
    """The tightest of several upper bounds. Raises ValueError when there is none."""
    return min(candidates, key=lambda candidate: (candidate.value, candidate.rank))


def largest(candidates: Iterable[Candidate]) -> Candidate:
    """The tightest of several lower bounds. Raises ValueError when there is none."""
    return min(candidates, key=lambda candidate: (-candidate.value, candidate.rank))
