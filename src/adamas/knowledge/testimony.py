"""Testimony: who said what, untouched, and how contradictions were settled."""

from typing import Literal

from msgspec import Struct

from adamas.knowledge.basis import Grade, Scope


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who said something: an article, a trial, a label.

    read: how much of it was read. sha256: digest of the text that was read, when it was kept.
    """

    id: str
    title: str
    kind: Literal[
        "web-article",
        "trial",
        "review",
        "systematic-review",
        "meta-analysis",
        "guideline",
        "consensus",
        "label",
        "textbook",
        "regulator",
        "manufacturer",
        "clinic-page",
        "news",
        "bench-study",
        "observational",
        "other",
    ]
    grade: Grade
    read: Literal["whole", "abstract", "excerpt"]
    place: str = ""
    year: int | None = None
    sha256: str = ""
    note: str = ""


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a source said, in our words; never edited to agree with anything."""

    source: str
    where: str
    topic: str
    scope: Scope
    says: str
    grade: Grade | None = None


class Conflict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of claims that cannot all be followed, and our decision between them.

    settled_by: ids of the entries that carry the decision out.
    """

    id: str
    between: tuple[str, ...]
    kind: Literal[
        "contradiction",
        "different-populations",
        "different-strength",
        "different-number",
        "outdated",
        "scope",
    ]
    method: Literal["strictest-safe", "best-evidence", "by-setting", "by-fact", "clinic-choice", "by-scope"]
    because: str
    settled_by: tuple[str, ...]
    grade: Grade = "P"
    reviewed: Literal["no"] = "no"
