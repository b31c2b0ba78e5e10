"""Whoever the client is and whatever is wished for, every command ends in a document or a message."""

import json
import os
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adamas_cli.exits import BLOCKED, DONE, OPEN
from adamas_cli.main import main
from tests.support.clients import house_library
from tests.support.random_clients import Crowd

ON = date(2026, 11, 21)
LIBRARY = house_library()
FIRST = {"presence": "absent", "date": "never", "number": "0"}


def healthy(random: Random, answers: dict[str, Any]) -> dict[str, Any]:
    """Most of the answers nothing speaks against, so that courses are planned too."""
    said = {name: answer for name, answer in answers.items() if random.random() < 0.15}
    for name, question in LIBRARY.questions.items():
        if question.ask and name not in said:
            said[name] = FIRST.get(question.kind) or next(iter(question.choices))
    return said | {
        "birth-date": "1988-02-29",
        "phototype": random.choice(["i", "iii", "vi"]),
        "age": "unknown",
    }


def period(random: Random) -> dict[str, str]:
    first = ON + timedelta(days=random.randint(-60, 300))
    return {"from": first.isoformat(), "to": (first + timedelta(days=random.randint(0, 40))).isoformat()}


def client(random: Random) -> dict[str, Any]:
    crowd = Crowd(LIBRARY, on=ON, random=random)
    answers = crowd.answers()
    wedding = {"what": "wedding", "on": (ON + timedelta(days=random.randint(-9, 400))).isoformat()}
    return {
        "client": random.choice(["", "Ж <b>", "x" * 300]),
        "on": ON.isoformat(),
        "zones": list(crowd.wished()),
        "goals": random.sample(list(LIBRARY.section("goals")), random.randint(0, 3)),
        "answers": healthy(random, answers) if random.random() < 0.6 else answers,
        "setting": random.choice(["salon", "medical"]),
        "scope": random.choice(["salon", "home-device", "peel-cream"]),
        "country": random.choice(["", "RU", "DE", "nowhere"]),
        "device": random.choice(["", *LIBRARY.section("devices")]),
        "diary": {
            "sun": [period(random) for _ in range(random.choice([0, 1, 3]))],
            "away": [period(random) for _ in range(random.choice([0, 1, 3]))],
            "weekdays": random.sample(range(7), random.choice([0, 1, 3])),
            "events": [wedding] if random.random() < 0.5 else [],
        },
    }


@pytest.mark.parametrize("command", ["screen", "plan", "aftercare", "home", "cream"])
@settings(max_examples=12)
@given(random=st.randoms(use_true_random=False))
def test_every_client_gets_a_document(command: str, random: Random) -> None:
    folder = Path(os.environ["XDG_CACHE_HOME"]) / f"commands-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    path = folder / "client.json"
    path.write_text(json.dumps(client(random)), encoding="utf-8")
    typed = [command, str(path), "--lang", random.choice(["en", "ru"])]
    if command == "screen":
        typed += ["--trace"]
    else:
        typed += ["--reader", random.choice(["client", "professional"]), "--html", str(folder / "a.html")]
    if command in ("plan", "aftercare"):
        typed += ["--ics", str(folder / "a.ics")]
    if random.random() < 0.2:
        typed += ["--on", random.choice(["2027-02-28", "2028-02-29", "2030-01-01"])]
    assert main(typed) in (DONE, OPEN, BLOCKED)
