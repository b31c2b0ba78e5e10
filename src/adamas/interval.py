"""Closed intervals of days or of numbers; either end may be open to infinity."""

from typing import Generic, Protocol, Self, TypeVar


class Ordered(Protocol):
    """Anything with a total order: numbers, days."""

    def __lt__(self, other: Self, /) -> bool: ...
    def __le__(self, other: Self, /) -> bool: ...


T = TypeVar("T", bound=Ordered)


class Interval(Generic[T]):
    """From `low` to `high`, both included; None leaves that side open.

    Raises ValueError when the ends are swapped.
    """

    __slots__ = ("high", "low")

    def __init__(self, low: T | None = None, high: T | None = None) -> None:
        if low is not None and high is not None and high < low:
            raise ValueError(f"The interval ends ({high}) before it begins ({low}).")
        self.low = low
        self.high = high

    def __contains__(self, value: T) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def overlaps(self, other: "Interval[T]") -> bool:
        """True when at least one value lies in both."""
        starts_in_time = self.low is None or other.high is None or self.low <= other.high
        ends_late_enough = self.high is None or other.low is None or other.low <= self.high
        return starts_in_time and ends_late_enough

    def intersection(self, other: "Interval[T]") -> "Interval[T] | None":
        """What lies in both, or None when they do not meet."""
        if not self.overlaps(other):
            return None
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Interval(max(lows) if lows else None, min(highs) if highs else None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Interval) and (self.low, self.high) == (other.low, other.high)

    def __hash__(self) -> int:
        return hash((self.low, self.high))

    def __repr__(self) -> str:
        return f"Interval({self.low!r}, {self.high!r})"
