"""Clients of the real knowledge base and every way in which one of their answers may become worse."""

from datetime import date
from random import Random
from typing import Any

from adamas.intake.facts import Facts
from adamas.intake.read import read
from tests.support.random_clients import Crowd, as_word
from tests.support.scenarios import library

ON = date(2026, 11, 21)
LIBRARY = library()
CROWD = Crowd(LIBRARY, on=ON, random=Random(0))

# Facts whose presence is good news, each with the statement that says so.
REASSURING = {
    "feels-well": "feels-unwell speaks of its absence",
    "guardian-consent": "minor-without-guardian speaks of its absence",
    "sunscreen-daily": "sunscreen-not-daily speaks of its absence",
    "cancer-clearance": "cancer-cleared relaxes cancer-past",
    "diabetes-clearance": "diabetes-cleared relaxes diabetes-controlled",
    "pacemaker-clearance": "pacemaker-cleared relaxes pacemaker",
}
# Choices that go from harmless to worse; of the others no order can be told.
WORSE = {
    "acne": ("none", "comedonal", "mild", "moderate", "severe"),
    "autoimmune-disease": ("none", "quiet", "active"),
    "cancer": ("none", "past", "under-treatment"),
    "dermatitis": ("none", "local", "generalised"),
    "diabetes": ("none", "controlled", "uncontrolled"),
    "epilepsy": ("none", "controlled", "uncontrolled"),
    "isotretinoin": ("never", "stopped", "taking-now"),
    "phototype": ("i", "ii", "iii", "iv", "v", "vi"),
    "rosacea": ("none", "quiet", "active"),
    "skin-dryness": ("normal", "dry"),
    "systemic-steroid": ("never", "stopped", "taking-now"),
}
NUMBERS = ("pustules", "uv-index")
PRESENCES = tuple(n for n, q in LIBRARY.questions.items() if q.kind == "presence" and n not in REASSURING)
DAYS = tuple(
    n for n, q in LIBRARY.questions.items() if q.kind == "date" and q.tense == "past" and n != "birth-date"
)


def _healthy() -> dict[str, str]:
    """Harmless answers to every question."""
    found: dict[str, str] = {}
    for name, question in LIBRARY.questions.items():
        match question.kind:
            case "presence":
                found[name] = "absent"
            case "choice":
                found[name] = next(iter(question.choices))
            case "date":
                found[name] = "never"
            case "number":
                continue
    return found | {
        "birth-date": "1990-01-01",
        "feels-well": "present",
        "herpes-cover": "prescribed",
        "latitude": "55.8",
        "phototype": "ii",
        "pustules": "0",
        "skin-dryness": "normal",
        "sunscreen-daily": "present",
    }


HEALTHY = _healthy()


def client_of(seed: int) -> dict[str, Any]:
    """Answers of somebody nobody has met, as words: of a crowd, or of one who is well but for a few things.

    Only the second are near enough to clear that a single answer decides.
    """
    random = Random(seed)
    if seed % 2:
        CROWD.random = random
        return CROWD.answers()
    answers: dict[str, Any] = dict(HEALTHY)
    for name in random.sample(sorted(answers), random.randint(0, 3)):
        del answers[name]
    for _ in range(random.randint(0, 2)):
        if way := one_risk(answers, random):
            answers[way[0]] = way[1]
    return answers


def facts_of(answers: dict[str, Any], zones: tuple[str, ...] = ()) -> Facts:
    return read(answers, LIBRARY, on=ON, zones=zones)


def word_of(answers: dict[str, Any], name: str) -> str | None:
    """The answer in one word; None when nobody asked."""
    answer = answers.get(name)
    return str(answer["is"]) if isinstance(answer, dict) else None if answer is None else str(answer)


def one_risk(answers: dict[str, Any], random: Random) -> tuple[str, str] | None:
    """One answer made worse, every fact as likely as any other; None when nothing can become worse."""
    ways: dict[str, list[str]] = {}
    for name, worse in risks(answers):
        ways.setdefault(name, []).append(worse)
    if not ways:
        return None
    name = random.choice(sorted(ways))
    return name, random.choice(ways[name])


def risks(answers: dict[str, Any]) -> list[tuple[str, str]]:
    """Every way in which one known answer may become worse."""
    found = [(name, "present") for name in PRESENCES if word_of(answers, name) == "absent"]
    for name, order in WORSE.items():
        word = word_of(answers, name)
        if word in order:
            found += [(name, worse) for worse in order[order.index(word) + 1 :]]
    for name in DAYS:
        if word_of(answers, name) == "never":
            found += [(name, as_word(day)) for day in CROWD.values[name][1:]]
    for name in NUMBERS:
        word = word_of(answers, name)
        if word not in (None, "unknown"):
            found += [(name, f"{more:g}") for more in CROWD.values[name] if more > float(str(word))]
    return found
