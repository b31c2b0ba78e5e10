"""The interview asks what matters, one thing at a time, understands what is typed and keeps every answer."""

from datetime import date
from typing import Any

import pytest

from adamas.intake.read import Client
from adamas.knowledge.library import Library
from adamas.report.words import Words
from adamas_cli.interview import Interview
from tests.support.planned import LIBRARY
from tests.support.small_library import small_library

ON = date(2026, 11, 21)


class Script:
    """Somebody who types these lines, one at each prompt, and what they were shown."""

    def __init__(self, *typed: str) -> None:
        self.typed = list(typed)
        self.shown: list[str] = []

    def ask(self, prompt: str) -> str:
        assert prompt
        if not self.typed:
            raise EOFError
        return self.typed.pop(0)


def interview(script: Script, *, lang: str = "en", library: Library = LIBRARY) -> Interview:
    return Interview(Words(lang, library), on=ON, scope="salon", ask=script.ask, tell=script.shown.append)


def only_asked(*names: str) -> Client:
    """Everything is answered but these questions."""
    answers: dict[str, Any] = {
        "pregnancy": "absent",
        "sensitive-skin": "absent",
        "thin-skin": "absent",
        "slow-skin": "absent",
        "marks": "absent",
        "asthma": "absent",
        "veins": "absent",
        "wound": "absent",
        "burn-last": "never",
        "tablets-last": "never",
        "birth-date": "1985-05-05",
        "sun-trip-start": "never",
        "sun-trip-end": "never",
    }
    left = {name: answer for name, answer in answers.items() if name not in names}
    return Client(zones=("cheek", "nose"), goals=("dullness",), answers=left)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("pregnancy", "n", "absent"),
        ("pregnancy", "NO", "absent"),
        ("pregnancy", "y", "present"),
        ("tablets-last", "never", "never"),
        ("tablets-last", "2020-01-01", "2020-01-01"),
        ("birth-date", " 1990-05-05 ", "1990-05-05"),
        ("birth-date", "7.03.1994", "1994-03-07"),
    ],
)
def test_what_is_typed_is_kept_as_a_file_would_have_it(name: str, typed: str, kept: str) -> None:
    script = Script(typed)
    talk = interview(script)
    talk.begin(only_asked(name))
    talk.run()
    assert talk.answers[name] == kept
    assert script.typed == []


def test_russian_short_words_are_understood_where_russian_is_spoken() -> None:
    script = Script("д")
    talk = interview(script, lang="ru", library=LIBRARY)
    talk.words = _Titled(talk.words)  # type: ignore[assignment]  # the small library has no Russian titles
    talk.begin(only_asked("pregnancy"))
    talk.run()
    assert talk.answers["pregnancy"] == "present"


class _Titled:
    def __init__(self, words: Words) -> None:
        self.words = words

    def text(self, kind: str, name: str, field: str) -> str:
        return f"{kind}-{name}--{field}?"

    def __getattr__(self, name: str) -> Any:
        return getattr(self.words, name)


def test_a_settled_verdict_ends_the_conversation() -> None:
    script = Script("y", "never asked for")
    talk = interview(script)
    talk.begin(only_asked("pregnancy"))
    talk.run()
    assert script.typed == ["never asked for"]


@pytest.mark.parametrize("typed", ["perhaps", "2026-02-31", "12/03/2026", "²", "2026-11-22"])
def test_what_cannot_be_understood_is_explained_and_asked_again(typed: str) -> None:
    script = Script(typed, "never")
    talk = interview(script)
    talk.begin(only_asked("tablets-last"))
    talk.run()
    assert talk.answers["tablets-last"] == "never"
    assert any("is not an answer" in text for text in script.shown)


def test_a_question_mark_brings_help_and_no_answer() -> None:
    script = Script("?")
    talk = interview(script)
    talk.begin(only_asked("pregnancy"))
    with pytest.raises(EOFError):
        talk.run()
    assert "pregnancy" not in talk.answers
    assert len(script.shown) == 2


@pytest.mark.parametrize("typed", ["", "   ", "unknown"])
def test_what_is_not_known_is_left_open_and_not_asked_twice(typed: str) -> None:
    script = Script(typed)
    talk = interview(script)
    talk.begin(only_asked("pregnancy"))
    talk.run()
    assert talk.answers.get("pregnancy", "unknown") == "unknown"
    assert len(script.shown) == 1


def test_whoever_leaves_keeps_what_was_said() -> None:
    script = Script("n")
    talk = interview(script)
    talk.begin(only_asked("pregnancy", "thin-skin"))
    with pytest.raises(EOFError):
        talk.run()
    assert talk.answers["pregnancy"] == "absent"
    assert "thin-skin" not in talk.answers
    assert len(script.shown) == 2


def test_a_wound_is_asked_for_its_zones_and_kept_when_nobody_answers_that() -> None:
    script = Script("y")
    talk = interview(script)
    talk.begin(only_asked("wound"))
    with pytest.raises(EOFError):
        talk.run()
    assert talk.answers["wound"] == "present"

    script = Script("y", "3", "2")
    talk = interview(script)
    talk.begin(only_asked("wound"))
    talk.run()
    assert talk.answers["wound"] == {"is": "present", "zones": ["nose"]}
    assert any("1" in text and "2" in text for text in script.shown)


def test_zones_and_goals_are_asked_for_by_number_when_there_are_none() -> None:
    script = Script("99", "2, 1 1", "")
    talk = interview(script)
    talk.begin(Client())
    names = tuple(LIBRARY.section("zones"))
    assert talk.zones == (names[1], names[0])
    assert talk.goals == ()


def test_an_old_answer_keeps_its_day_and_is_asked_again_once_it_is_too_old() -> None:
    given = Client(on=date(2026, 11, 20), zones=("cheek",), goals=(), answers={"pregnancy": "absent"})
    script = Script("", "y")
    talk = interview(script, library=small_library())
    talk.begin(given)
    assert talk.answers["pregnancy"] == {"on": "2026-11-20", "is": "absent"}
    assert "pregnancy" not in talk.facts
