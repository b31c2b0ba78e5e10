"""Reads what a person wrote into facts: strictly, wholly, or not at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from adamas import strict
from adamas.errors import AnswerInvalid, InputError, told
from adamas.intake.agree import check_age, check_days, check_diary
from adamas.intake.facts import UNHEARD, Diary, Fact, Facts
from adamas.intake.values import read_value
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.texts import title_of
from adamas.knowledge.truth import NEVER, NO_CHOICE, NOT_A_NUMBER, Value, bind
from adamas.misread import did_you_mean
from adamas.units import add_span, grit_um, parse_span, vacuum_kpa


class LastSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings used at the last visit, in words: `{vacuum: 20 kPa, grit: 100 um, passes: 2}`."""

    vacuum: str = ""
    grit: str = ""
    passes: int | None = None

    @property
    def vacuum_kpa(self) -> float | None:
        """The vacuum in kPa below atmosphere, 0 to 101. Raises UnitMismatch or AnswerInvalid."""
        return _between(vacuum_kpa(self.vacuum), 0, 101, "kPa") if self.vacuum else None

    @property
    def grit_um(self) -> float | None:
        """The grain size in micrometres, 1 to 1000. Raises UnitMismatch or AnswerInvalid."""
        return _between(grit_um(self.grit), 1, 1000, "um") if self.grit else None


def _between(value: float, low: float, high: float, unit: str) -> float:
    if not low <= value <= high:
        raise AnswerInvalid(
            told("setting-impossible", "{value} is out of range.", value=f"{value:g} {unit}".rstrip()),
            hint=told(
                "bounds", "Allowed: from {low} to {high}.", low=f"{low:g}", high=f"{high:g} {unit}".rstrip()
            ),
        )
    return value


class Client(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One client as a file says it.

    on: the day the answers were given. zones and goals: what is wished for. answers: fact -> answer, see
    `read`.
    setting: who treats. scope: which procedure is asked about. device: id of the device that will be used.
    settings: those of the last visit.
    country: ISO code, for prices. diary: events, days away, days under strong sun.
    """

    client: str = ""
    on: date | None = None
    scope: Literal["salon", "home-device", "peel-cream"] = "salon"
    setting: Literal["salon", "medical"] = "salon"
    zones: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    device: str = ""
    settings: LastSettings | None = None
    country: str = ""
    answers: dict[str, Any] = {}
    diary: Diary = Diary()


class Answered(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"value": "is"}):
    """The long form of an answer: `{is: present, zones: [cheek], on: 2026-11-20, by: professional}`."""

    value: str
    zones: tuple[str, ...] = ()
    on: date | None = None
    by: str = ""


def read_client(text: str, library: Library, *, where: str) -> Client:
    """Read a client file (YAML or JSON) and check zones and goals against the library. Raises InputError."""
    data = strict.parse_yaml(text, where=where, error=InputError)
    return client_of(data, library, where=where, text=text)


def client_of(data: Any, library: Library, *, where: str, text: str = "") -> Client:
    """One client from what a reader of words gave (dicts, lists, words), checked against the library."""
    client = strict.convert(data, Client, where=where, text=text, error=InputError)
    _check_known(client.zones, library, section="zones", where=strict.place(where, "zones", text))
    _check_known(client.goals, library, section="goals", where=strict.place(where, "goals", text))
    if client.device:
        _check_known((client.device,), library, section="devices", where=strict.place(where, "device", text))
    if client.settings:
        _check_settings(client.settings, where=where, text=text)
    check_diary(client.diary, where=where, text=text)
    check_days(client.on, client.diary, where=where, text=text)
    return client


def _check_settings(settings: LastSettings, *, where: str, text: str) -> None:
    for name, value in (("vacuum", "vacuum_kpa"), ("grit", "grit_um"), ("passes", "passes")):
        try:
            read = getattr(settings, value)
            if name == "passes" and read is not None:
                _between(read, 1, 20, "")
        except InputError as problem:
            place = strict.place(where, f"settings.{name}", text)
            raise type(problem)(problem.what, where=place, hint=problem.hint) from None


def read(
    answers: Mapping[str, Any],
    library: Library,
    *,
    on: date,
    heard_on: date | None = None,
    zones: tuple[str, ...] = (),
    diary: Diary | None = None,
    where: str = "answers",
    text: str = "",
) -> Facts:
    """Turn answers into facts as of the day `on`.

    An answer is a word or number, or the long form `Answered`. Presence: present, absent, unknown (yes, no).
    Choice: one of the question's. Number: with its unit. Date: ISO day, `never` or unknown.
    An answer that no longer keeps on `on` becomes unknown; one that is not due does not apply.
    Raises AnswerInvalid or UnitMismatch with where, what and a hint; nothing is half-read.
    """
    facts: dict[str, Fact] = {}
    for name, raw in answers.items():
        try:
            facts[name] = _fact(name, raw, library, on=on, heard_on=heard_on or on)
        except InputError as problem:
            raise type(problem)(problem.what, where=_place(where, name, text), hint=problem.hint) from None
    told_age, birth = facts.get("age", UNHEARD).value, facts.get("birth-date", UNHEARD).value
    if isinstance(told_age, float) and isinstance(birth, date):
        check_age(told_age, birth, on=on, where=_place(where, "age", text))
    return _without_stray(Facts(facts, zones=zones, diary=diary), library, on=on)


def facts_of(client: Client, library: Library, *, on: date, where: str = "answers", text: str = "") -> Facts:
    """The facts of a client file on a day."""
    return read(
        client.answers,
        library,
        on=on,
        heard_on=client.on or on,
        zones=client.zones,
        diary=client.diary,
        where=where,
        text=text,
    )


def _fact(name: str, raw: Any, library: Library, *, on: date, heard_on: date) -> Fact:
    question = library.questions.get(name)
    if question is None:
        raise AnswerInvalid(
            told("question-unknown", "No question is called '{name}'.", name=name),
            hint=did_you_mean(name, library.questions),
        )
    answered = _answered(raw, question, library)
    day = answered.on or heard_on
    if day > on:
        raise AnswerInvalid(
            told("answer-from-future", "The answer was given on {day}, after {on}.", day=day, on=on),
            hint=told("answer-from-future-hint", "Check the day; an answer cannot come from the future."),
        )
    value = read_value(answered.value.strip(), question, heard_on=day)
    heard = f"{answered.by or 'intake'} {day.isoformat()}"
    if has_expired(question, day, on=on):
        return Fact(value=None, heard=f"{heard}, no longer counts")
    # What was measured for a day must not hide what can be worked out for the others.
    is_for_a_day = bool(question.derived_from) and question.keeps == "visit"
    return Fact(value=value, zones=answered.zones, heard=heard, only_on=day if is_for_a_day else None)


def has_expired(question: Question, day: date, *, on: date) -> bool:
    """True when the answer of that day no longer counts on `on`."""
    match question.keeps:
        case "always":
            return False
        case "visit":
            return day < on
        case span:
            return add_span(day, *parse_span(span)) <= on


def _answered(raw: Any, question: Question, library: Library) -> Answered:
    if isinstance(raw, dict):
        answered = strict.convert(_in_words(raw), Answered, where="", error=AnswerInvalid)
    elif _is_word(raw):
        return Answered(value=_word(raw))
    else:
        raise AnswerInvalid(
            told("answer-unreadable", "{question}: this is not an answer.", question=title_of(question)),
            hint=told(
                "answer-unreadable-hint",
                "Write one word or number, or {{is: ..., zones: [...], on: ...}}.",
            ),
        )
    if answered.zones and not question.zoned:
        raise AnswerInvalid(
            told("answer-not-zoned", "{question}: not asked zone by zone.", question=title_of(question)),
            hint=told("answer-not-zoned-hint", "Leave the zones out."),
        )
    _check_known(answered.zones, library, section="zones")
    return answered


def _is_word(raw: Any) -> bool:
    return raw is None or isinstance(raw, (str, int, float, bool, date))


def _in_words(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "is": _word(raw["is"])} if "is" in raw and _is_word(raw["is"]) else raw


def _word(raw: str | float | date | None) -> str:
    if raw is None:
        return "unknown"
    if isinstance(raw, bool):
        return "present" if raw else "absent"
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def _check_known(names: tuple[str, ...], library: Library, *, section: str, where: str = "") -> None:
    known = library.section(section)
    for name in names:
        if name not in known:
            raise AnswerInvalid(
                told("no-entry-of", "There is no '{name}' in {section}.", name=name, section=section),
                where=where,
                hint=did_you_mean(name, known),
            )


def _place(where: str, name: str, text: str) -> str:
    line = strict.line_of(text, f"answers.{name}") if text else None
    return f"{where}:{line} ({name})" if line is not None else f"{where} ({name})"


def _without_stray(facts: Facts, library: Library, *, on: date) -> Facts:
    """Mark facts whose question was not due as not applicable; in rounds, for conditions may chain."""
    due = {name: q for name, q in library.questions.items() if q.only_if}
    tests = {name: bind(library.conditions[f"question/{name}"], on) for name in due}
    for _ in range(4):
        row = facts.row(on)
        stray = [name for name in due if facts[name].is_applicable and tests[name](row) is False]
        if not stray:
            return facts
        for name in stray:
            facts = facts.with_fact(name, _not_applicable(due[name], facts[name]))
    return facts


def _not_applicable(question: Question, fact: Fact) -> Fact:
    value: Value
    match question.kind:
        case "presence":
            value = False
        case "choice":
            value = NO_CHOICE
        case "number":
            value = NOT_A_NUMBER
        case "date":
            value = NEVER
    return Fact(value=value, heard=fact.heard or "does not apply", is_applicable=False)
