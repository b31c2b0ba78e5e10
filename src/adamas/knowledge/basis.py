"""On whose word an entry of the knowledge base rests, and who has looked at it."""

from datetime import date
from typing import Literal

from msgspec import Struct

Grade = Literal["A", "B", "B-", "C+", "C", "C-", "opinion", "P"]
"""Strength of the evidence, strongest first; P is our own proposal without evidence."""

Scope = Literal[
    "salon",
    "home-device",
    "device-choice",
    "peel-cream",
    "dermabrasion",
    "crystal",
    "oxygen",
    "wet-diamond",
    "alternative",
    "any",
]
"""What a claim or statement speaks of; `salon` is diamond microdermabrasion by a professional."""


class Review(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A clinician's signature under one entry; it covers exactly the text whose digest it names."""

    by: str
    on: date
    digest: str


class Basis(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common ground of every entry: the claims it adopts or sets aside with a reason, grade and review."""

    id: str
    grade: Grade
    follows: tuple[str, ...] = ()
    sets_aside: dict[str, str] = {}
    reviewed: Literal["no"] | Review = "no"
    confesses: str = ""
