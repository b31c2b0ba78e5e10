"""Three answers: silence is one of them, and never a yes or a no."""

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
