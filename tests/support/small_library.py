"""A library small enough to keep in mind that uses everything a statement can say."""

from typing import Any

import msgspec

from adamas.knowledge.library import Library
from adamas.knowledge.practice import Zone
from adamas.knowledge.question import Question
from adamas.knowledge.statement import Statement

ZONES = ("cheek", "chin", "neck", "nose")

QUESTIONS: dict[str, dict[str, Any]] = {
    "birth-date": {"kind": "date", "may_be_never": False},
    "age": {
        "kind": "number",
        "unit": "years",
        "low": 0,
        "high": 120,
        "derived_from": ["birth-date"],
        "ask": "",
    },
    "latitude": {"kind": "number", "unit": "degrees", "low": -90, "high": 90},
    "uv-index": {"kind": "number", "unit": "uvi", "low": 0, "high": 20, "derived_from": ["latitude"]},
    "sun-trip-start": {"kind": "date", "tense": "planned", "derived_from": []},
    "sun-trip-end": {"kind": "date", "tense": "planned", "derived_from": []},
    "pregnancy": {"kind": "presence", "keeps": "visit"},
    "guardian-consent": {"kind": "presence", "only_if": "age under 18 years", "keeps": "6 months"},
    "isotretinoin": {"kind": "choice", "choices": {"never": "x", "stopped": "x", "taking-now": "x"}},
    "isotretinoin-last": {"kind": "date", "only_if": "isotretinoin is stopped"},
    "isotretinoin-blood-test": {"kind": "presence", "only_if": "isotretinoin-last within 2 months"},
    "phototype": {"kind": "choice", "ordered": True, "choices": dict.fromkeys(("i", "ii", "iii", "iv"), "x")},
    "sunburn-last": {"kind": "date", "zoned": True},
    "tattoo": {"kind": "presence", "zoned": True},
    "pustules": {"kind": "number", "unit": "pustules", "low": 0, "high": 200},
    "scab": {"kind": "choice", "choices": {"none": "x", "dry": "x", "wet": "x"}},
    "mole-size": {"kind": "number", "unit": "mm", "low": 0, "high": 99, "only_if": "tattoo or pregnancy"},
    "physician-agrees": {"kind": "presence"},
}

STATEMENTS: dict[str, dict[str, Any]] = {
    "pregnancy": {"when": "pregnancy", "then": "refuse"},
    "child": {
        "when": "age under 14 years or (age under 18 years and not guardian-consent)",
        "then": "refuse",
    },
    "isotretinoin-now": {"when": "isotretinoin is taking-now", "then": "refer"},
    "isotretinoin-recent": {
        "when": "isotretinoin is stopped and isotretinoin-last within 6 months",
        "then": "defer",
    },
    "isotretinoin-agreed": {
        "when": "physician-agrees and not isotretinoin-last within 4 weeks and not isotretinoin-blood-test",
        "then": "caution",
        "exception_to": "isotretinoin-recent",
    },
    "dark-skin": {"when": "phototype at least iii", "then": "caution"},
    "dark-skin-agreed": {"when": "physician-agrees", "then": "clear", "exception_to": "dark-skin"},
    "strong-sun": {"when": "uv-index over 5 uvi and phototype is one of i ii", "then": "caution"},
    "trip-ahead": {"when": "sun-trip-start in next 14 days", "then": "caution"},
    "trip-over": {"when": "sun-trip-end within 2 weeks", "then": "defer"},
    "old": {"when": "not age at most 65 years and not mole-size over 3 mm", "then": "caution"},
    "big-mole": {"when": "mole-size at least 5 mm", "then": "refer"},
    "sunburn": {"when": "sunburn-last within 14 days", "then": "defer", "zone": "affected"},
    "tattoo": {"when": "tattoo", "then": "refuse", "zone": "affected"},
    "tattoo-covered": {
        "when": "physician-agrees and scab is none",
        "then": "caution",
        "zone": "affected",
        "exception_to": "tattoo",
    },
    "tattoo-agreed": {"when": "guardian-consent and pregnancy", "then": "clear", "exception_to": "tattoo"},
    "pustules": {
        "when": "pustules at least 3 pustules or scab is one of dry wet",
        "then": "refer",
        "zone": "affected",
    },
    "clean": {"when": "not tattoo and not pustules over 0 pustules", "then": "caution", "zone": "affected"},
    "dark-skin-local": {
        "when": "tattoo",
        "then": "clear",
        "zone": "affected",
        "exception_to": "dark-skin",
    },
    "elsewhere": {"when": "pregnancy", "then": "refuse", "applies_to": ["home-device"]},
    "not-yet": {
        "when": "pregnancy",
        "then": "refuse",
        "in_force": {"from": "2027-06-01", "review_by": "2028-01-01"},
    },
}

ABSENT: dict[str, Any] = {
    "birth-date": "1980-01-01",
    "latitude": "0",
    "sun-trip-start": "never",
    "sun-trip-end": "never",
    "pregnancy": "absent",
    "isotretinoin": "never",
    "phototype": "ii",
    "sunburn-last": "never",
    "tattoo": "absent",
    "pustules": "0",
    "scab": "none",
    "physician-agrees": "absent",
}
"""Answers that leave nothing open; two mild statements speak."""


def small_library() -> Library:
    """The library, made anew."""
    common = {"title": "x", "say": "x", "tell": "x", "grade": "P"}
    stated = {
        "applies_to": ["salon"],
        "hazards": ["H-01"],
        "in_force": {"from": "2020-01-01", "review_by": "2030-01-01"},
    }
    zone = {
        **common,
        "region": "face",
        "order": 1,
        "grit_um": [80, 100],
        "vacuum_kpa": [17, 27],
        "passes": [2, 3],
        "minutes": 5,
    }  # fmt: skip - one line for what is the same for all
    return Library.of(
        {
            "questions": {
                name: msgspec.convert({"id": name, "title": "x", "group": "skin", "ask": "x", **q}, Question)
                for name, q in QUESTIONS.items()
            },
            "statements": {
                name: msgspec.convert({"id": name, **common, **stated, **s}, Statement)
                for name, s in STATEMENTS.items()
            },
            "zones": {name: msgspec.convert({"id": name, **zone}, Zone) for name in ZONES},
        },
        digest="small",
    )
