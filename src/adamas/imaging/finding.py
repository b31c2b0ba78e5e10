"""One finding of the gate: what was looked at, what came out, what is allowed, in one word."""

from typing import Literal

from msgspec import Struct

from adamas.message import Message, message

Word = Literal["good", "doubtful", "bad"]
WORDS: tuple[Word, ...] = ("good", "doubtful", "bad")


class Limits(Struct, frozen=True, kw_only=True):
    """Where a value becomes doubtful and where bad. doubtful over bad: low values are the bad ones.

    basis: on what the two numbers stand; it is printed beside them.
    """

    doubtful: float
    bad: float
    unit: str = ""
    basis: str = ""

    def word(self, value: float) -> Word:
        """Judge a value; the limits themselves are still on the better side."""
        sign = 1.0 if self.bad >= self.doubtful else -1.0
        if sign * value > sign * self.bad:
            return "bad"
        return "doubtful" if sign * value > sign * self.doubtful else "good"


class Finding(Struct, frozen=True, kw_only=True):
    """What the gate found. value and limit: in `unit`; limit: the one that counts for this value."""

    name: str
    value: float
    limit: float
    word: Word
    unit: str = ""

    @property
    def title(self) -> Message:
        """What was looked at."""
        return message(f"gate-{self.name}")

    @property
    def advice(self) -> Message | None:
        """What makes the next photograph better; None when this one is good."""
        return None if self.word == "good" else message(f"gate-{self.name}-advice")


def judge(name: str, value: float, limits: Limits) -> Finding:
    """Hold a value against its limits."""
    word = limits.word(value)
    limit = limits.bad if word == "bad" else limits.doubtful
    return Finding(name=name, value=float(value), limit=limit, word=word, unit=limits.unit)


def worst(findings: tuple[Finding, ...]) -> Word:
    """The worst word of all; nothing looked at is good."""
    return max((finding.word for finding in findings), key=WORDS.index, default="good")
