"""Compares every truth and every decision with those of HL7's reference engine, cell by cell.

Exit code 0 when both agree, or when Node is missing and no second opinion could be taken (said loudly);
1 at the first differences, each named.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import islice
from math import isnan
from pathlib import Path
from random import Random
from typing import Any

from adamas.intake.facts import Facts
from adamas.interchange.cql import STAYS, due_of, export, fields_of
from adamas.knowledge.grammar import Expression
from adamas.knowledge.library import Library, read_library
from adamas.knowledge.truth import Row, Truth, Value, bind
from adamas.screening.rules import rules_on
from adamas.screening.screen import screen
from tests.support.random_clients import Crowd

HERE = Path(__file__).parent
DAYS = (date(2026, 11, 21), date(2027, 2, 28), date(2028, 2, 29), date(2026, 12, 31), date(2027, 5, 31))
SCOPES = ("salon", "home-device", "peel-cream")
SHOWN = 20
NOT_TAKEN = (
    "THE SECOND OPINION WAS NOT TAKEN: {why}. The truths of the statements were not compared in this run."
)


def main() -> int:
    """Make the clients, ask both, compare."""
    parser = argparse.ArgumentParser(prog="make differential", description=__doc__)
    parser.add_argument("--clients", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20261121)
    parser.add_argument("--cql", type=Path, help="write the exported CQL into this folder")
    args = parser.parse_args()
    library = read_library()
    opinion = Opinion(library, clients=args.clients, seed=args.seed)
    if args.cql:
        args.cql.mkdir(parents=True, exist_ok=True)
        for name, text in opinion.cql.items():
            (args.cql / f"{name}.cql").write_text(text, encoding="utf-8")
    missing = prepare()
    if missing:
        say(NOT_TAKEN.format(why=missing))
        return 0
    say(f"asking HL7's engine about {args.clients} clients and {len(library.statements)} statements ...")
    answers = ask(opinion.case())
    differences = list(islice(opinion.differences(answers), SHOWN))
    for difference in differences:
        say(f"  {difference}")
    if differences:
        say("HL7's engine is of another opinion (first differences above).")
        return 1
    say(
        f"{opinion.cells} truths and {opinion.decisions} decisions compared with HL7's engine: no difference."
    )
    return 0


def say(text: str) -> None:
    """One line, at once."""
    print(text, file=sys.stderr, flush=True)


def prepare() -> str:
    """Install what package-lock.json pins, once; the reason when that is not possible, else empty."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "Node or npm is not installed"
    stamp = HERE / "node_modules" / ".package-lock.json"
    lock = HERE / "package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return ""
    say("installing the pinned translator and engine (npm ci) ...")
    command = [npm, "ci", "--ignore-scripts"]
    try:
        done = subprocess.run(command, cwd=HERE, check=False, capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        return "npm ci did not end within five minutes"
    return "" if done.returncode == 0 else f"npm ci failed ({_first_line(done.stderr)})"


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")


def ask(case: dict[str, Any]) -> list[dict[str, Any]]:
    """What HL7's engine says of every client. Raises CalledProcessError when it cannot run the CQL."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "case.json", Path(folder) / "answer.json"
        asked.write_text(json.dumps(case), encoding="utf-8")
        node = shutil.which("node") or "node"
        subprocess.run([node, HERE / "opinion.mjs", asked, answered], check=True)
        answers: list[dict[str, Any]] = json.loads(answered.read_text(encoding="utf-8"))
        return answers


class Opinion:
    """Random clients, what Adamas says of them, and how the same is put to CQL."""

    def __init__(self, library: Library, *, clients: int, seed: int) -> None:
        self.library = library
        self.cells = 0
        self.decisions = 0
        stated = sorted(library.statements.values(), key=lambda s: s.id)
        self.ids = {
            "whole": [s.id for s in stated],
            "local": [s.id for s in stated if s.zone == "affected"],
        }
        # On a scope about which nothing is said nobody can be screened.
        self.scopes = [scope for scope in SCOPES if any(s.governs(scope) for s in stated)]
        self.conditions = {s.id: library.conditions[f"statement/{s.id}"] for s in stated}
        self.fields = fields_of(self.conditions.values(), library.questions)
        self.cql = {
            name: export(self._conditions(ids), library.questions, name=f"Adamas{name.title()}")
            for name, ids in self.ids.items()
        }
        self.clients = list(self._clients(clients, seed))
        self.tests = {
            (day, name): bind(condition, day) for day in DAYS for name, condition in self.conditions.items()
        }

    def _conditions(self, ids: list[str]) -> dict[str, Expression]:
        return {name: self.conditions[name] for name in ids}

    def _clients(self, count: int, seed: int) -> Iterator[tuple[Facts, date, str]]:
        dice = [Random(seed + i) for i in range(len(DAYS))]  # noqa: S311 - clients, not secrets
        crowds = [Crowd(self.library, on=day, random=own) for day, own in zip(DAYS, dice, strict=True)]
        for number in range(count):
            crowd = crowds[number % len(crowds)]
            yield crowd.facts(), crowd.on, self.scopes[number // len(crowds) % len(self.scopes)]

    def case(self) -> dict[str, Any]:
        """Everything the engine is to be asked, as JSON values."""
        kinds = {name: "Stays" if name == STAYS else kind for name, kind in self.fields.items()}
        rules = {
            f"{day} {scope}": [
                {
                    "id": rule.statement.id,
                    "then": rule.statement.then,
                    "isLocal": rule.statement.zone == "affected",
                    "relaxes": rule.statement.exception_to,
                }
                for rule in rules_on(self.library, day, scope=scope)
            ]
            for day in DAYS
            for scope in self.scopes
        }
        clients = [
            {
                "today": day.isoformat(),
                "rules": f"{day} {scope}",
                "values": self._told(facts, day, None),
                "zones": {zone: self._told(facts, day, zone) for zone in self._zones(facts)},
            }
            for facts, day, scope in self.clients
        ]
        return {
            "whole": self.cql["whole"],
            "local": self.cql["local"],
            "ids": self.ids,
            "fields": kinds,
            "rules": rules,
            "clients": clients,
        }

    def _zones(self, facts: Facts) -> tuple[str, ...]:
        return facts.zones or tuple(self.library.section("zones"))

    def _told(self, facts: Facts, day: date, zone: str | None) -> dict[str, Any]:
        """The facts as answered: what CQL can work out itself is not told."""
        told: dict[str, Any] = {}
        derived = facts.row(day)
        for name, kind in self.fields.items():
            value = facts[name].value_in(zone) if zone else facts[name].value
            if name == "uv-index" and value is None:
                value = derived.get(name)
            if value is None:
                continue
            told[name] = _plain(value)
            if kind == "Decimal":
                told[due_of(name)] = told[name] is not None
        for name, kind in self.fields.items():
            if kind == "Decimal":
                told.setdefault(due_of(name), True)
        stays = [{"first": s.first.isoformat(), "last": s.last.isoformat()} for s in facts.diary.sun]
        return {**told, STAYS: stays} if STAYS in self.fields else told

    def differences(self, answers: list[dict[str, Any]]) -> Iterator[str]:
        """Every cell in which the two are of different opinion."""
        for number, ((facts, day, scope), answer) in enumerate(zip(self.clients, answers, strict=True)):
            where = f"client {number} on {day}"
            yield from self._cells(where, self.ids["whole"], facts.row(day), answer["whole"], day)
            for zone in self._zones(facts):
                row = facts.row(day, zone=zone)
                yield from self._cells(f"{where}, {zone}", self.ids["local"], row, answer["zones"][zone], day)
            verdict = screen(facts, self.library, on=day, scope=scope)
            ours = {
                "overall": verdict.decision.word,
                "zones": {zone: one.decision.word for zone, one in verdict.zones.items()},
            }
            self.decisions += 1 + len(verdict.zones)
            if ours != answer["decided"]:
                yield f"{where}, {scope}: Adamas decides {ours}, from the engine's truths {answer['decided']}"

    def _cells(self, where: str, ids: list[str], row: Row, theirs: list[Truth], day: date) -> Iterator[str]:
        for name, other in zip(ids, theirs, strict=True):
            own = self.tests[day, name](row)
            self.cells += 1
            if own is not other:
                yield f"{where}, {name}: Adamas says {own}, CQL says {other}"


def _plain(value: Value) -> Any:
    if isinstance(value, float) and isnan(value):
        return None
    return value.isoformat() if isinstance(value, date) else value


if __name__ == "__main__":
    sys.exit(main())
