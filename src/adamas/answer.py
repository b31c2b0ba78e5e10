"""Three answers, and the logic that never turns silence into a yes.

Strong Kleene logic: unknown stays unknown unless the other side settles the matter.
"""

from collections.abc import Iterable
from enum import Enum


class Answer(Enum):
    """What is known of one fact."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, truth: bool | None) -> "Answer":
        """Name a truth value: True is present, False is absent, None is unknown."""
        if truth is None:
            return cls.UNKNOWN
        return cls.PRESENT if truth else cls.ABSENT


def all_of(answers: Iterable[Answer]) -> Answer:
    """Present only if every answer is; one absent settles it, one unknown keeps it open."""
    heard = set(answers)
    if Answer.ABSENT in heard:
        return Answer.ABSENT
    return Answer.UNKNOWN if Answer.UNKNOWN in heard else Answer.PRESENT


def any_of(answers: Iterable[Answer]) -> Answer:
    """Present if one answer is; absent only if every answer is."""
    heard = set(answers)
    if Answer.PRESENT in heard:
        return Answer.PRESENT
    return Answer.UNKNOWN if Answer.UNKNOWN in heard else Answer.ABSENT


def opposite(answer: Answer) -> Answer:
    """Present and absent change places; unknown stays unknown."""
    if answer is Answer.UNKNOWN:
        return answer
    return Answer.ABSENT if answer is Answer.PRESENT else Answer.PRESENT
