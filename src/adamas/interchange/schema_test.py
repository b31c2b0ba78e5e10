"""The published schema and our reader agree: on what is right, and on what is wrong."""

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adamas.errors import InputError
from adamas.intake.read import facts_of, read_client
from adamas.interchange.schema import client_schema
from adamas.knowledge.library import Library, compile_library, default_root
from adamas.strict import parse_yaml
from tests.support.random_clients import Crowd
from tools.schema import PUBLISHED, text

ON = date(2026, 11, 21)


@lru_cache(maxsize=1)
def library() -> Library:
    return compile_library(default_root())


@lru_cache(maxsize=1)
def validator() -> jsonschema.Draft202012Validator:
    schema = client_schema(library())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def reads(client: Any) -> bool:
    """True when our reader accepts the client, told as JSON."""
    said = json.dumps(client)
    try:
        read = read_client(said, library(), where="client.json")
        facts_of(read, library(), on=max(ON, read.on or ON), where="client.json", text=said)
    except InputError:
        return False
    return True


def test_the_published_schema_is_fresh() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == text(), "run `make schema`"


def clients() -> Iterator[dict[str, Any]]:
    yield {}
    yield {"client": "A", "on": "2026-11-20", "zones": ["cheek"], "goals": [], "country": "DE"}
    yield {"settings": {"vacuum": "6 inHg", "grit": "100 µm", "passes": 2}}
    yield {"settings": {"vacuum": "20,5kPa"}}
    yield {"diary": {"sun": [{"from": "2026-12-01", "to": "2026-12-08"}], "weekdays": [0, 6]}}
    yield {"answers": {"pregnancy": None, "age": 30, "phototype": "iii", "isotretinoin-last": "never"}}
    yield {"answers": {"pregnancy": True, "age": "30 years", "sunburn-last": {"is": "2026-11-01"}}}
    yield {"answers": {"tattoo": {"is": "present", "zones": ["neck"], "on": "2026-11-01", "by": "client"}}}


def mistakes() -> Iterator[Any]:
    yield []
    yield "present"
    yield {"zone": ["cheek"]}
    yield {"zones": "cheek"}
    yield {"zones": ["chek"]}
    yield {"goals": ["everything"]}
    yield {"device": "vacuum-cleaner"}
    yield {"scope": "hospital"}
    yield {"on": "12/03/2026"}
    yield {"on": "2026-13-01"}
    yield {"on": "2026-02-32"}
    yield {"settings": {"vacuum": "20"}}
    yield {"settings": {"vacuum": "20 um"}}
    yield {"settings": {"grit": "100 kPa"}}
    yield {"settings": {"passes": 0}}
    yield {"settings": {"suction": "20 kPa"}}
    yield {"diary": {"sun": [{"from": "2026-12-01"}]}}
    yield {"diary": {"weekdays": [7]}}
    yield {"answers": {"pregnansy": "absent"}}
    yield {"answers": {"pregnancy": "perhaps"}}
    yield {"answers": {"pregnancy": {"is": "absent", "zones": ["cheek"]}}}
    yield {"answers": {"pregnancy": {"zones": ["cheek"]}}}
    yield {"answers": {"pregnancy": ["absent"]}}
    yield {"answers": {"tattoo": {"is": "present", "zones": ["chek"]}}}
    yield {"answers": {"phototype": "vii"}}
    yield {"answers": {"age": "30 months"}}
    yield {"answers": {"age": 400}}
    yield {"answers": {"isotretinoin-last": "21.11.2025"}}
    yield {"answers": ["pregnancy"]}


@pytest.mark.parametrize("client", list(clients()), ids=str)
def test_a_right_client_satisfies_schema_and_reader(client: Any) -> None:
    assert not list(validator().iter_errors(client))
    assert reads(client)


@pytest.mark.parametrize("client", list(mistakes()), ids=str)
def test_a_wrong_client_satisfies_neither_schema_nor_reader(client: Any) -> None:
    assert not validator().is_valid(client)
    assert not reads(client)


@given(random=st.randoms(use_true_random=False))
def test_a_client_made_at_random_satisfies_schema_and_reader(random: Random) -> None:
    crowd = Crowd(library(), on=ON, random=random)
    client = {"on": ON.isoformat(), "zones": list(crowd.wished()), "answers": crowd.answers()}
    assert not list(validator().iter_errors(client))
    assert reads(client)


def test_every_question_zone_goal_and_device_has_its_place_in_the_schema() -> None:
    properties = client_schema(library())["properties"]
    assert set(properties["answers"]["properties"]) == set(library().questions)
    for name, section in (("zones", "zones"), ("goals", "goals")):
        assert set(properties[name]["items"]["enum"]) == set(library().section(section))
    assert set(properties["device"]["enum"]) == set(library().section("devices"))


SCENARIOS = sorted((PUBLISHED.parent.parent / "scenarios").glob("*/client.yaml"))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.parent.name)
def test_the_client_of_every_scenario_satisfies_the_schema(path: Path) -> None:
    client = parse_yaml(path.read_text(encoding="utf-8"), where=path.name)
    if weekdays := client.get("diary", {}).get("weekdays"):
        client["diary"]["weekdays"] = [int(day) for day in weekdays]
    assert not list(validator().iter_errors(client))
