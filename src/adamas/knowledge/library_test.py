"""The library is read whole, named by its exact text, and never empty where something is decided."""

from datetime import date
from pathlib import Path

import pytest

from adamas.errors import KnowledgeError, NoValueOn, StatementInvalid
from adamas.knowledge.library import Library, compile_library, default_root, digest_of, read_library

QUESTION = "{id: pregnancy, title: Pregnancy, kind: presence, group: health}"
STATEMENT = """
id: pregnancy
title: Pregnancy
grade: C
applies_to: [salon]
when: WHEN
then: refuse
in_force: {from: 2026-11-01, to: 2026-12-31, review_by: 2027-11-01}
say: Not during pregnancy.
tell: Nobody has tried.
hazards: [H-15]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    (folder / "questions").mkdir(parents=True)
    (folder / "statements" / "pregnancy").mkdir(parents=True)
    (folder / "questions" / "pregnancy.yaml").write_text(QUESTION, encoding="utf-8")
    write_statement(folder, "pregnancy")
    return folder


def write_statement(root: Path, when: str) -> None:
    path = root / "statements" / "pregnancy" / "statement.yaml"
    path.write_text(STATEMENT.replace("WHEN", when), encoding="utf-8")


def test_a_statement_is_in_force_from_its_first_day_to_its_last(root: Path) -> None:
    library = compile_library(root)
    for day in (date(2026, 11, 1), date(2026, 12, 31)):
        assert [statement.id for statement in library.in_force(day, scope="salon")] == ["pregnancy"]


@pytest.mark.parametrize("day", [date(2026, 10, 31), date(2027, 1, 1)])
def test_a_library_with_nothing_in_force_fails_instead_of_clearing(root: Path, day: date) -> None:
    with pytest.raises(NoValueOn, match=day.isoformat()):
        compile_library(root).in_force(day, scope="salon")


def test_a_folder_that_is_not_there_is_our_fault_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not there") as refused:
        compile_library(tmp_path / "nowhere")
    assert "ADAMAS_KNOWLEDGE" in refused.value.hint


def test_a_condition_on_a_fact_nobody_asks_refuses_the_library(root: Path) -> None:
    write_statement(root, "pregnansy")
    with pytest.raises(StatementInvalid, match="No question fills the fact 'pregnansy'"):
        compile_library(root)


def test_the_digest_changes_with_every_letter_and_every_name(root: Path) -> None:
    first = digest_of(root)
    assert digest_of(root) == first
    write_statement(root, "pregnancy ")
    second = digest_of(root)
    (root / "questions" / "pregnancy.yaml").rename(root / "questions" / "other.yaml")
    assert len({first, second, digest_of(root)}) == 3


def test_a_changed_file_is_never_read_from_the_cache(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(root.parent / "cache"))
    assert read_library(root).digest == digest_of(root)
    assert read_library(root).statements["pregnancy"].when == "pregnancy"
    write_statement(root, "not pregnancy")
    assert read_library(root).statements["pregnancy"].when == "not pregnancy"
    assert read_library(root).digest == digest_of(root)


def test_a_spoilt_cache_is_passed_over(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = root.parent / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    digest = read_library(root).digest
    (kept,) = (cache / "adamas").glob("library-*.msgpack")
    kept.write_bytes(kept.read_bytes()[:40])
    assert read_library(root).digest == digest


def test_a_cache_that_cannot_be_written_is_done_without(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(root.parent / "file"))
    assert read_library(root).digest == digest_of(root)


def test_a_packed_library_is_the_same_library(root: Path) -> None:
    library = compile_library(root)
    again = Library.unpack(library.pack())
    assert (again.digest, again.statements, again.questions) == (
        library.digest,
        library.statements,
        library.questions,
    )
    assert again.conditions == library.conditions


def test_the_knowledge_lies_where_it_is_said_to_lie(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (default_root() / "statements").is_dir()
    monkeypatch.setenv("ADAMAS_KNOWLEDGE", str(root))
    assert default_root() == root
