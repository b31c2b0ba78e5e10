"""Clients nobody has met: random answers to all questions, unknowns included, crowded at every threshold.

One place for the property tests, the benchmarks and the second opinion by HL7's engine.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import numpy as np
import polars as pl

from adamas.intake.facts import Diary, Fact, Facts, Period
from adamas.intake.read import read
from adamas.knowledge.grammar import Ahead, Atom, Compare, Within, atoms
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.truth import NEVER, bind
from adamas.screening.columns import SUN, WISHED, bits_of, complete, schema_of
from adamas.units import add_span

Values = tuple[Any, ...]


def interesting_values(library: Library, *, on: date) -> dict[str, Values]:
    """For each fact the answers worth trying: all choices, and below, at and above every limit spoken of."""
    spoken: dict[str, list[Atom]] = {name: [] for name in library.questions}
    for condition in library.conditions.values():
        for atom in atoms(condition):
            spoken[atom.fact].append(atom)
    return {name: tuple(_values(q, spoken[name], on)) for name, q in library.questions.items()}


def _values(question: Question, spoken: list[Atom], on: date) -> list[Any]:
    match question.kind:
        case "presence":
            return [False, True]
        case "choice":
            return list(question.choices)
        case "number":
            limits = [float(atom.limit) for atom in spoken if isinstance(atom, Compare)]
            tried = {limit + step for limit in limits for step in (-1.0, -0.5, 0.0, 0.5, 1.0)}
            low = question.low if question.low is not None else min(tried, default=0.0)
            high = question.high if question.high is not None else max(tried, default=100.0)
            return sorted({value for value in tried if low <= value <= high} | {low, (low + high) / 2})
        case "date":
            return _days(question, spoken, on)


def _days(question: Question, spoken: list[Atom], on: date) -> list[date]:
    if question.id == "birth-date":
        return [
            add_span(on, -years, "year") + timedelta(days=n) for years in range(10, 80) for n in (-1, 0, 1)
        ]
    turns = [
        add_span(on, -atom.count if isinstance(atom, Within) else atom.count, atom.unit)
        for atom in spoken
        if isinstance(atom, Within | Ahead)
    ]
    near = [on, on - timedelta(days=1), on + timedelta(days=1), on - timedelta(days=2000)]
    days = {*near, *(turn + timedelta(days=n) for turn in turns for n in (-2, -1, 0, 1, 2))}
    is_past = question.tense == "past"
    return [NEVER, *sorted(day for day in days if day <= on or not is_past)]


def _quiet_values(library: Library, values: Mapping[str, Values], *, on: date) -> dict[str, Any]:
    """For each fact the answer on which the fewest statements speak: most people have little to tell."""
    tests = [bind(library.conditions[f"statement/{name}"], on) for name in library.statements]

    def loudness(name: str, value: Any) -> int:
        row = Facts({name: Fact(value=value)}).row(on)
        return sum(test(row) is True for test in tests)

    some = {name: options[:: max(1, len(options) // 8)] for name, options in values.items()}
    return {name: min(options, key=partial(loudness, name)) for name, options in some.items()}


def as_word(value: Any) -> str:
    """A value as a person would write it in a client file."""
    if isinstance(value, bool):
        return "present" if value else "absent"
    if isinstance(value, date):
        return "never" if value == NEVER else value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)


class Crowd:
    """Random clients of one library on one day; the same `random` gives the same people."""

    def __init__(self, library: Library, *, on: date, random: Random) -> None:
        self.library = library
        self.on = on
        self.random = random
        self.zones = tuple(library.section("zones"))
        self.values = interesting_values(library, on=on)
        self.quiet = _quiet_values(library, self.values, on=on)

    def answers(self) -> dict[str, Any]:
        """One client's answers, as words."""
        heard = self.random.choice((0.0, 0.3, 0.6, 0.9, 0.97, 1.0))
        calm = self.random.choice((0.2, 0.5, 0.9, 0.97, 1.0))
        unsure = self.random.choice((0.0, 0.03))
        answers = {
            name: "unknown" if self.random.random() < unsure else self._answer(question, calm)
            for name, question in self.library.questions.items()
            if self.random.random() < (heard if question.ask else heard / 4)
        }
        if "age" in answers:
            # Two random answers would contradict each other, and be refused.
            answers.pop("birth-date", None)
        return answers

    def diary(self) -> Diary:
        """Some stays under strong sun, around the day."""
        starts = [
            self.on + timedelta(days=self.random.randint(-40, 40))
            for _ in range(self.random.choice((0, 0, 1, 2)))
        ]
        return Diary(
            sun=tuple(
                Period(first=day, last=day + timedelta(days=self.random.randint(0, 20))) for day in starts
            )
        )

    def wished(self) -> tuple[str, ...]:
        """The zones a client asks for; often none, which means all."""
        count = self.random.choice((0, 1, 2, 3))
        return tuple(self.random.sample(self.zones, min(count, len(self.zones))))

    def facts(self) -> Facts:
        """One client, read as from a file."""
        return read(
            self.answers(), self.library, on=self.on, zones=self.wished(), diary=self.diary(), where="random"
        )

    def __iter__(self) -> Iterator[Facts]:
        while True:
            yield self.facts()

    def _answer(self, question: Question, calm: float) -> Any:
        is_calm = self.random.random() < calm
        word = as_word(self.quiet[question.id] if is_calm else self.random.choice(self.values[question.id]))
        answered: dict[str, Any] = {"is": word}
        if question.zoned and self.zones and self.random.random() < 0.5:
            answered["zones"] = list(
                self.random.sample(self.zones, self.random.randint(1, min(4, len(self.zones))))
            )
        is_old_enough = question.kind != "date"
        if is_old_enough and self.random.random() < 0.1:
            answered["on"] = (self.on - timedelta(days=self.random.choice((1, 31, 200, 800)))).isoformat()
        return answered


def random_table(library: Library, count: int, *, on: date, seed: int, heard: float = 0.9) -> pl.DataFrame:
    """A million clients as columns in a second: each question answered with the likelihood `heard`."""
    random = np.random.default_rng(seed)
    bits = list(bits_of(library).values())
    values = interesting_values(library, on=on)
    data: Mapping[str, Any] = {
        name: _column(name, kind, count, random, library, values, bits, heard)
        for name, kind in schema_of(library).items()
    }
    return complete(pl.DataFrame(data), library, on=on)


def _column(
    name: str,
    kind: pl.DataType,
    count: int,
    random: np.random.Generator,
    library: Library,
    values: Mapping[str, Values],
    bits: list[int],
    heard: float,
) -> pl.Series:
    if name == SUN:
        return pl.Series(name, [[]], dtype=kind).new_from_index(0, count)
    if name == WISHED or name not in values:
        picked = (
            random.choice(np.array([0, *bits], dtype=np.uint64), count)
            if bits
            else np.zeros(count, np.uint64)
        )
        mask = pl.Series(name, picked, dtype=pl.UInt64)
        return mask if name == WISHED else mask.set(pl.Series(random.random(count) < 0.7), 0)
    pool = pl.Series(name, values[name], dtype=kind)
    if library.questions[name].kind == "presence":
        picks = (random.random(count) < 0.05).astype(np.int64)
    else:
        picks = random.integers(0, len(pool), count)
    column = pool.gather(picks)
    return column.set(pl.Series(random.random(count) >= heard), None)
