"""The gate lets the knowledge base through as it is, and bites on each thing that may be wrong with one."""

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import msgspec
import pytest

from adamas.knowledge import gate
from adamas.knowledge.gate import inspect
from adamas.knowledge.hazard import read_hazards
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.review import digest_of_entry
from adamas.knowledge.sections import SECTIONS
from adamas.knowledge.statement import Case, Statement
from adamas.report.coverage import untranslated
from adamas.screening.proof import prove, prove_statement, read_cases
from tests.support.scenarios import ROOT, library

ON = date(2026, 11, 21)

SOUND: dict[str, dict[str, dict[str, Any]]] = {
    "sources": {"label": {"title": "x", "kind": "label", "grade": "B", "read": "whole"}},
    "claims": {
        "tan-bad": {"source": "label", "where": "x", "topic": "sun", "scope": "salon", "says": "x"},
        "tan-good": {"source": "label", "where": "x", "topic": "sun", "scope": "salon", "says": "x"},
    },
    "conflicts": {
        "tan": {
            "id": "tan",
            "between": ["tan-bad", "tan-good"],
            "kind": "contradiction",
            "method": "strictest-safe",
            "because": "x",
            "settled_by": ["tan"],
        }
    },
    "questions": {
        "tan": {"id": "tan", "title": "x", "kind": "presence", "group": "sun", "ask": "x", "zoned": True}
    },
    "statements": {
        "tan": {
            "id": "tan",
            "title": "x",
            "grade": "B",
            "applies_to": ["salon"],
            "when": "tan",
            "then": "defer",
            "zone": "affected",
            "say": "x",
            "tell": "x",
            "follows": ["tan-bad"],
            "sets_aside": {"tan-good": "It names no reason."},
            "hazards": ["H-05"],
            "in_force": {"from": "2026-11-01", "review_by": "2027-11-01"},
        }
    },
}
Entries = dict[str, dict[str, dict[str, Any]]]


def made(entries: Entries) -> Library:
    """A library in memory."""
    return Library.of(
        {
            name: {
                key: msgspec.convert(_named(value, key, name), SECTIONS[name].load_kind())
                for key, value in of.items()
            }
            for name, of in entries.items()
        },
        digest="small",
    )


def _named(value: dict[str, Any], key: str, section: str) -> dict[str, Any]:
    return value if section in ("claims", "conflicts") else {"id": key, **value}


def broken(change: Callable[[Entries], None]) -> set[str]:
    """The ids of everything the gate says about the sound library after one change."""
    entries = deepcopy(SOUND)
    change(entries)
    return {problem_id(p) for p in inspect(made(entries), on=ON, hazards={"H-05"})}


def problem_id(problem: Any) -> str:
    return str(problem.what.id).removeprefix("error--")


def put(path: str, value: Any) -> Callable[[Entries], None]:
    """A change of one entry: `section/key/field` becomes the value."""

    def change(entries: Entries) -> None:
        section, key, field = path.split("/")
        entries[section][key][field] = value

    return change


def drop(path: str) -> Callable[[Entries], None]:
    """A change that takes one entry away."""

    def change(entries: Entries) -> None:
        section, key = path.split("/")
        del entries[section][key]

    return change


def exception(name: str, **fields: Any) -> Callable[[Entries], None]:
    """A change that adds a statement like the one there is."""

    def change(entries: Entries) -> None:
        entries["statements"][name] = {**entries["statements"]["tan"], "id": name, **fields}

    return change


def circle(entries: Entries) -> None:
    exception("tan-agreed", exception_to="tan")(entries)
    entries["statements"]["tan"]["exception_to"] = "tan-agreed"


def signed(entries: Entries) -> None:
    entries["statements"]["tan"]["reviewed"] = {"by": "Dr A", "on": "2026-11-02", "digest": "0" * 16}


BITES: list[tuple[str, Callable[[Entries], None]]] = [
    ("source-missing", put("claims/tan-bad/source", "lable")),
    ("claim-missing", put("statements/tan/follows", ["tan-bat"])),
    ("claim-missing", put("conflicts/tan/between", ["tan-bad", "tan-goad"])),
    ("claim-both", put("statements/tan/follows", ["tan-bad", "tan-good"])),
    ("claim-no-reason", put("statements/tan/sets_aside", {"tan-good": "no."})),
    ("statement-no-claim", put("statements/tan/follows", [])),
    ("claim-unanswered", put("statements/tan/sets_aside", {})),
    ("conflict-one-sided", put("conflicts/tan/between", ["tan-bad"])),
    ("conflict-open", put("conflicts/tan/settled_by", [])),
    ("entry-missing", put("conflicts/tan/settled_by", ["tam"])),
    ("review-overdue", put("statements/tan/in_force", {"from": "2024-01-01", "review_by": "2026-11-20"})),
    ("scope-differs", put("claims/tan-bad/scope", "dermabrasion")),
    ("no-entry-of", put("statements/tan/instead", ["wait-and-return"])),
    ("no-entry-of", put("statements/tan/limit", {"exclude_zones": ["cheek"]})),
    ("no-entry-of", put("statements/tan/limit", {"only_goals": ["acne"]})),
    ("no-entry-of", put("statements/tan/limit", {"exclude_modalities": ["crystal"]})),
    ("no-entry-of", put("statements/tan/limit", {"exclude_products": ["retinol"]})),
    ("zones-not-asked", put("questions/tan/zoned", False)),
    ("exception-circle", circle),
    ("exception-of-nothing", put("statements/tan/exception_to", "burn")),
    ("exception-no-claim", exception("tan-agreed", exception_to="tan", follows=[], grade="P")),
    ("hazard-none", put("statements/tan/hazards", [])),
    ("hazard-missing", put("statements/tan/hazards", ["H-99"])),
    ("hazard-missing", put("statements/tan/hazards", ["none:"])),
    ("question-unused", put("statements/tan/when", "burn")),
    ("review-outdated", signed),
]


def test_the_gate_lets_the_knowledge_base_through() -> None:
    hazards = read_hazards(ROOT / "safety" / "hazards.yaml")
    problems = inspect(library(), on=ON, hazards=hazards)
    assert [str(problem) for problem in problems] == []


def test_the_cases_prove_every_statement_of_the_knowledge_base() -> None:
    assert [str(problem) for problem in prove(library(), read_cases(ROOT / "knowledge"))] == []


def test_every_text_of_the_knowledge_base_has_its_twin() -> None:
    assert [str(problem) for problem in untranslated(library())] == []


def test_the_gate_says_nothing_about_a_sound_library() -> None:
    assert broken(lambda _: None) == set()


@pytest.mark.parametrize(("what", "change"), BITES, ids=[f"{n}-{what}" for n, (what, _) in enumerate(BITES)])
def test_the_gate_bites_on_what_is_wrong(what: str, change: Callable[[Entries], None]) -> None:
    def also_burn(entries: Entries) -> None:
        entries["questions"]["burn"] = {**entries["questions"]["tan"], "id": "burn"}
        entries["statements"]["burn-too"] = {**entries["statements"]["tan"], "id": "burn-too", "when": "burn"}
        change(entries)

    assert what in broken(also_burn if what == "question-unused" else change)


def test_every_check_of_the_gate_has_an_example_on_which_it_bites() -> None:
    source = (ROOT / "src" / "adamas" / "knowledge" / "gate.py").read_text(encoding="utf-8")
    checks = {name for name in re.findall(r'told\(\s*"([a-z-]+)"', source) if not name.endswith("-hint")}
    assert checks
    assert checks == {what for what, _ in BITES}


def test_a_signature_under_exactly_this_text_counts() -> None:
    statement = msgspec.convert(SOUND["statements"]["tan"], Statement)
    review = {"by": "Dr A", "on": "2026-11-02", "digest": digest_of_entry(statement)}
    assert broken(put("statements/tan/reviewed", review)) == set()


def test_a_reason_for_having_no_hazard_is_enough() -> None:
    assert broken(put("statements/tan/hazards", ["none: it is for comfort only"])) == set()


def test_a_statement_to_be_reviewed_today_is_not_overdue() -> None:
    assert broken(put("statements/tan/in_force", {"from": "2024-01-01", "review_by": "2026-11-21"})) == set()


@pytest.mark.parametrize("name", ["isotretinoin-recent", "age-75-or-over", "tan-recent-dark-skin"])
def test_no_case_at_a_boundary_can_be_left_out_unnoticed(name: str) -> None:
    statement = library().statements[name]
    cases = read_cases(ROOT / "knowledge")[name]
    assert list(prove_statement(statement, cases, library())) == []
    kept = [case for case in cases if case.until is None and case.expect != "clear"]
    assert len(list(prove_statement(statement, tuple(kept), library()))) >= 1


@pytest.mark.parametrize("expect", ["clear", "caution", "ask", "refer", "refuse"])
def test_a_case_that_expects_another_decision_is_caught(expect: Any) -> None:
    cases = (Case(name="a tan", facts={"tan": "present"}, expect=expect),)
    statement = msgspec.convert(SOUND["statements"]["tan"], Statement)
    questions = {"tan": msgspec.convert(SOUND["questions"]["tan"], Question)}
    small = Library.of({"questions": questions, "statements": {"tan": statement}}, digest="small")
    assert "case-wrong" in {problem_id(problem) for problem in prove_statement(statement, cases, small)}


def test_the_gate_looks_at_every_section_that_decides() -> None:
    decided = set(SECTIONS) - set(gate.TESTIMONY) - {"questions", "conflicts"}
    looked_at = {section for section, _, _ in gate.entries(library())}
    assert decided - looked_at == set()
