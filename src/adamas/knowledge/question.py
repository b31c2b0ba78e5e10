"""Questions: what to ask, the one fact each answer fills, and how long the answer keeps."""

from typing import Literal

from msgspec import Struct


class Codes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Codes by which other systems name the fact; prefixes, with exclusions (L71 but not L71.0)."""

    icd10: tuple[str, ...] = ()
    icd10_except: tuple[str, ...] = ()
    atc: tuple[str, ...] = ()
    atc_except: tuple[str, ...] = ()


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question; its id is the name of the fact it fills.

    kind: presence (yes, no), choice, number (with `unit`) or date (a day, or never).
    zoned: the answer may name the zones it speaks of; without zones it speaks of all of them.
    tense: a date is past (never after the day of the answer) or planned (may lie ahead).
    may_be_never: whether `never` answers a date; nobody was never born.
    only_if: condition in the grammar of statements; when it is false the fact does not apply and no atom on
    it is true; when it is unknown the question waits for its turn.
    keeps: `always`, `visit` (ask at each visit) or a span such as `6 months`, after which the answer is
    unknown.
    derived_from: facts from which `adamas.intake.derived` computes this one when nobody answered it directly.
    """

    id: str
    title: str
    kind: Literal["presence", "choice", "number", "date"]
    group: Literal["about-you", "health", "medicines", "treatments", "skin", "sun", "wishes"]
    asked_of: Literal["client", "professional"] = "client"
    ask: str = ""
    help: str = ""
    choices: dict[str, str] = {}
    ordered: bool = False
    unit: str = ""
    low: float | None = None
    high: float | None = None
    tense: Literal["past", "planned"] = "past"
    may_be_never: bool = True
    zoned: bool = False
    only_if: str = ""
    keeps: str = "always"
    order: int = 100
    derived_from: tuple[str, ...] = ()
    codes: Codes = Codes()
