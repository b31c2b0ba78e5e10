"""The intake as a conversation: one question at a time, and only what can still change the verdict."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from adamas.errors import InputError
from adamas.intake.facts import Diary, Facts
from adamas.intake.read import Client, read
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.report.words import Words
from adamas.screening.screen import screen

GROUPS = ("about-you", "health", "medicines", "treatments", "skin", "sun", "wishes")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SHORT = {"presence": ("present", "absent", "unknown"), "date": ("never", "unknown")}
Ask = Callable[[str], str]
Tell = Callable[[str], None]


def dated(answer: Any, day: date) -> Any:
    """An answer with the day it was given, so that it grows old even in a file of a later day."""
    long = dict(answer) if isinstance(answer, dict) else {"is": answer}
    return {"on": day.isoformat(), **long}


class Interview:
    """Asks one client; `answers` is what has been said so far, ready to be written to a file."""

    def __init__(self, words: Words, *, on: date, scope: str, ask: Ask, tell: Tell) -> None:
        self.words = words
        self.library: Library = words.library
        self.on = on
        self.scope = scope
        self.ask = ask
        self.tell = tell
        self.zones: tuple[str, ...] = ()
        self.goals: tuple[str, ...] = ()
        self.answers: dict[str, Any] = {}
        self.diary = Diary()
        self._passed: set[str] = set()

    def begin(self, given: Client) -> None:
        """Take over what is known, each answer of its own day; ask for zones and goals when none are."""
        heard_on = given.on or self.on
        self.answers = dict(given.answers)
        if heard_on != self.on:
            self.answers = {name: dated(answer, heard_on) for name, answer in given.answers.items()}
        self.diary = given.diary
        self.zones, self.goals = given.zones, given.goals
        self.zones = self.zones or self._several("zone")
        self.goals = self.goals or self._several("goal")

    @property
    def facts(self) -> Facts:
        """What is known so far."""
        return read(self.answers, self.library, on=self.on, zones=self.zones, diary=self.diary)

    def run(self) -> None:
        """Ask until no answer could make the verdict stricter."""
        while (question := self._next()) is not None:
            self._put(question)

    def _next(self) -> Question | None:
        verdict = screen(self.facts, self.library, on=self.on, scope=self.scope)
        open_ = [name for name in verdict.to_ask if name not in self._passed]
        found = [self.library.questions[name] for name in open_]
        return min(found, key=lambda q: (GROUPS.index(q.group), q.order, q.id), default=None)

    def _put(self, question: Question) -> None:
        words = self.words
        self.tell(f"\n{words.text('question', question.id, 'ask')}  {self._how(question)}")
        while True:
            typed = self.ask("> ").strip()
            if typed == "?":
                self.tell(words.text("question", question.id, "help") or words.ui("ask-no-help"))
                continue
            if not typed:
                self._passed.add(question.id)
                return
            answer = self._meant(typed, question)
            try:
                fact = read({question.id: answer}, self.library, on=self.on)[question.id]
            except InputError as problem:
                self.tell(f"{words.told(problem.what)} {words.told(problem.hint)}".rstrip())
                continue
            self.answers[question.id] = answer
            if fact.value is None:
                self._passed.add(question.id)
            else:
                self.answers[question.id] = self._where(answer, question)
            return

    def _how(self, question: Question) -> str:
        match question.kind:
            case "presence":
                return self.words.ui("ask-how-presence")
            case "date":
                return self.words.ui("ask-how-date" if question.may_be_never else "ask-how-day")
            case "number":
                return self.words.ui("ask-how-number", unit=question.unit)
            case "choice":
                choices = (
                    f"{i} {self.words.choice(question.id, c)}" for i, c in enumerate(question.choices, 1)
                )
                return "[" + " · ".join(choices) + "]"

    def _meant(self, typed: str, question: Question) -> str:
        """The answer as a file would have it: numbers of choices and short words are spelled out."""
        lowered = typed.lower()
        if question.kind == "choice":
            choices = list(question.choices)
            return (
                choices[int(typed) - 1] if typed.isdecimal() and 0 < int(typed) <= len(choices) else lowered
            )
        if question.kind == "date" and (dotted := _DOTTED.fullmatch(typed)):
            # With dots people of every language here mean day.month.year.
            day, month, year = dotted.groups()
            return f"{year}-{int(month):02}-{int(day):02}"
        for meant in _SHORT.get(question.kind, ()):
            if lowered in self.words.ui(f"ask-words-{meant}").split():
                return meant
        return f"{typed} {question.unit}" if question.kind == "number" and lowered.isdecimal() else typed

    def _where(self, answer: str, question: Question) -> Any:
        """Ask for the zones of something that was found, when the question is asked zone by zone."""
        if not question.zoned or answer in ("absent", "never", "unknown") or len(self.zones) < 2:
            return answer
        zones = self._several("zone", among=self.zones)
        return {"is": answer, "zones": list(zones)} if zones else answer

    def _several(self, kind: str, *, among: tuple[str, ...] = ()) -> tuple[str, ...]:
        names = among or tuple(self.library.section(f"{kind}s"))
        if not names:
            return ()
        shown = " · ".join(f"{i} {self.words.title(kind, name)}" for i, name in enumerate(names, 1))
        self.tell("\n" + self.words.ui(f"ask-which-{kind}") + "\n" + shown)
        while True:
            typed = self.ask("> ").replace(",", " ").split()
            if all(word.isdecimal() and 0 < int(word) <= len(names) for word in typed):
                return tuple(dict.fromkeys(names[int(word) - 1] for word in typed))
            self.tell(self.words.ui("ask-numbers", last=len(names)))
