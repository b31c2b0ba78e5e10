"""A text that a language lacks is named, and so is one that no entry has any more."""

from pathlib import Path

from adamas.knowledge.texts import texts
from adamas.report.coverage import message_ids, untranslated
from tests.support.small_library import small_library

LIBRARY = small_library()


def language(root: Path, ids: list[str]) -> Path:
    for lang, lines in (("en", []), ("xx", ids)):
        (root / lang).mkdir(exist_ok=True)
        (root / lang / "a.ftl").write_text("".join(f"{name} = x\n" for name in lines), encoding="utf-8")
    return root


def complete() -> list[str]:
    return [name for name, _ in texts(LIBRARY)]


def test_a_complete_language_owes_nothing(tmp_path: Path) -> None:
    assert list(untranslated(LIBRARY, root=language(tmp_path, complete()))) == []


def test_a_missing_text_is_named_with_its_language(tmp_path: Path) -> None:
    found = list(untranslated(LIBRARY, root=language(tmp_path, complete()[1:])))
    assert [(problem.where, complete()[0] in problem.what) for problem in found] == [("locales/xx", True)]


def test_a_text_of_no_entry_is_named_with_the_one_it_may_have_been(tmp_path: Path) -> None:
    ids = ["statement-pregnancyy--say", *(name for name in complete() if name != "statement-pregnancy--say")]
    missing, stray = untranslated(LIBRARY, root=language(tmp_path, ids))
    assert "statement-pregnancy--say" in missing.what
    assert "statement-pregnancyy--say" in stray.what
    assert stray.hint == "Did you mean 'statement-pregnancy--say'?"


def test_texts_of_the_program_and_of_errors_are_not_those_of_the_knowledge(tmp_path: Path) -> None:
    ids = [*complete(), "plan-title", "error--key-twice"]
    root = language(tmp_path, ids)
    assert list(untranslated(LIBRARY, root=root)) == []
    assert message_ids(root / "xx") == set(ids)
