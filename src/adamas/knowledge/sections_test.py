"""Every kind has one place, and every id is its file's name."""

from pathlib import Path
from typing import Any

import pytest

from adamas.errors import StatementInvalid
from adamas.knowledge.sections import SECTIONS, read_section

QUESTION = "{{id: {id}, title: Age, kind: number, group: about-you, unit: years}}"
CLAIMS = "claims:\n  con-x: {source: a, where: p. 1, topic: skin, scope: salon, says: So it is., grade: C}\n"


def laid(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "knowledge" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "knowledge"


def read(name: str, root: Path) -> dict[str, Any]:
    return read_section(SECTIONS[name], root)


def test_a_folder_of_files_is_the_list_of_its_entries(tmp_path: Path) -> None:
    files = {f"questions/{name}.yaml": QUESTION.format(id=name) for name in ("height", "age")}
    assert list(read("questions", laid(tmp_path, files))) == ["age", "height"]


def test_a_kind_without_a_folder_has_no_entries(tmp_path: Path) -> None:
    for name in SECTIONS:
        assert read(name, tmp_path) == {}


@pytest.mark.parametrize("name", ["claims/a.yaml", "claims.yaml"])
def test_a_table_lies_in_a_folder_or_in_one_file(tmp_path: Path, name: str) -> None:
    assert list(read("claims", laid(tmp_path, {name: CLAIMS}))) == ["con-x"]


@pytest.mark.parametrize(
    ("section", "files", "where", "what"),
    [
        (
            "questions",
            {"questions/age.yaml": QUESTION.format(id="aeg")},
            "knowledge/questions/age.yaml",
            "The id 'aeg' differs from the name 'age'",
        ),
        (
            "claims",
            {"claims/a.yaml": CLAIMS, "claims/b.yaml": CLAIMS},
            "knowledge/claims/b.yaml",
            "The id 'con-x' stands twice",
        ),
        ("claims", {"claims/a.yaml": "clams: {}"}, "knowledge/claims/a.yaml", "The key 'claims' is missing"),
        ("claims", {"claims/a.yaml": "claims: {con-x: {sourc: a}}"}, "knowledge/claims/a.yaml (con-x)", ""),
        ("claims", {"claims/a.yaml": "claims: {con-x: word}"}, "knowledge/claims/a.yaml", ""),
        ("statements", {"statements/x/cases.yaml": "[]"}, "statement.yaml", "no such file"),
    ],
)
def test_a_misplaced_entry_is_refused_with_its_file(
    tmp_path: Path, section: str, files: dict[str, str], where: str, what: str
) -> None:
    with pytest.raises(StatementInvalid) as refused:
        read(section, laid(tmp_path, files))
    assert where in refused.value.where
    assert what in refused.value.what
    assert refused.value.hint
