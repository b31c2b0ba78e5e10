"""The five words an outcome may say."""

from enum import Enum


class Word(Enum):
    """What may be said of a change. Its value is the id of the message (``outcome-<value>``)."""

    IMPROVED = "improved"
    WORSE = "worse"
    NO_CHANGE = "no-change"
    NOT_COMPARABLE = "not-comparable"
    TOO_EARLY = "too-early"


TOO_EARLY_DAYS = 14
"""Before this day the passing effect is still there: Zapletalova 2017 (Skin Res Technol 23:346) saw roughness
fall at once and mostly return within 14 days."""
