"""Days, numbers, lists and errors as people write them; what is missing is said, not guessed."""

from datetime import date
from pathlib import Path

import pytest

from adamas.errors import InputError, KnowledgeError, Told, told
from adamas.message import Message, Title, message
from adamas.report.words import MINUS, NARROW_SPACE, Catalogue, Words, default_locales, languages
from tests.support.small_library import small_library


@pytest.fixture(scope="module")
def russian() -> Catalogue:
    return Catalogue("ru")


@pytest.fixture(scope="module")
def english() -> Catalogue:
    return Catalogue("en")


COMMON = """decimal-sign = ,
list-end = { $first } & { $last }
yes = да
no = нет
day = { $day }/{ $month }/{ $year }
"""


def folder(root: Path, **files: str) -> Path:
    for lang, text in files.items():
        (root / lang).mkdir()
        (root / lang / "x.ftl").write_text(COMMON + text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("number", "en", "ru"),
    [
        (0.0, "0", "0"),
        (-0.0001, "0", "0"),
        (20.0, "20", "20"),
        (20.5, "20.5", "20,5"),
        (0.1 + 0.2, "0.3", "0,3"),
        (-1.25, f"{MINUS}1.25", f"{MINUS}1,25"),
        (1 / 3, "0.333", "0,333"),
        (9999.0, "9999", "9999"),
        (12345.5, f"12{NARROW_SPACE}345.5", f"12{NARROW_SPACE}345,5"),
        (1e7, f"10{NARROW_SPACE}000{NARROW_SPACE}000", f"10{NARROW_SPACE}000{NARROW_SPACE}000"),
    ],
)
def test_a_number_has_the_signs_of_its_language(
    number: float, en: str, ru: str, english: Catalogue, russian: Catalogue
) -> None:
    assert english.number(number) == en
    assert russian.number(number) == ru


def test_a_whole_number_of_any_size_reaches_the_text(russian: Catalogue) -> None:
    problem = InputError(told("scale-outside", "{given} {low} {high}", given="x", low=1, high=2**32))
    assert f"4{NARROW_SPACE}294{NARROW_SPACE}967{NARROW_SPACE}296" in russian.error(problem)


def test_a_day_has_its_month_in_words(english: Catalogue, russian: Catalogue) -> None:
    assert english.day(date(2026, 3, 12)) == "12\u00a0March\u00a02026"
    assert russian.day(date(2026, 3, 12)) == "12\u00a0марта\u00a02026\u00a0г."
    assert len({russian.day(date(2026, month, 1)) for month in range(1, 13)}) == 12


def test_things_are_listed_with_an_and(english: Catalogue, russian: Catalogue) -> None:
    assert english.listed([]) == ""
    assert english.listed(["a"]) == "a"
    assert english.listed(["a", "b", "c"]) == "a, b and c"
    assert russian.listed(["a", "b"]) == "a и b"


def test_where_an_answer_was_heard_is_said_in_words(russian: Catalogue, english: Catalogue) -> None:
    assert english.heard("intake 2026-03-12").endswith(english.day(date(2026, 3, 12)))
    assert russian.day(date(2026, 3, 12)) in russian.heard("client 2026-03-12, no longer counts")
    assert russian.heard("Анна 2026-03-12").startswith("Анна, ")
    assert russian.heard("does not apply")


def test_values_of_a_message_are_worded_too(tmp_path: Path) -> None:
    catalogue = Catalogue("ru", root=folder(tmp_path, ru="a = { $b }; { $c }; { $d }\ninner = [{ $x }]"))
    said = message("a", b=(1.5, date(2026, 3, 7)), c=message("inner", x=True), d="{ $b }x")
    with pytest.raises(KnowledgeError):
        catalogue.say(said)
    assert catalogue.say(message("a", b=(1.5, date(2026, 3, 7)), c=message("inner", x=True), d=2)) == (
        "1,5 & 7/3/2026; [да]; 2"
    )


def test_a_text_or_value_that_is_missing_is_an_error(tmp_path: Path) -> None:
    catalogue = Catalogue("ru", root=folder(tmp_path, ru="a = { $b }"))
    with pytest.raises(KnowledgeError, match="'z' is missing"):
        catalogue.ui("z")
    with pytest.raises(KnowledgeError, match="wants a value"):
        catalogue.say(Message("a"))


def test_a_language_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError) as refused:
        Catalogue("de")
    assert refused.value.where == "--lang"
    assert refused.value.hint == "Known here: en, ru."


def test_each_folder_is_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADAMAS_LOCALES", str(folder(tmp_path, de="", ru="")))
    assert default_locales() == tmp_path
    assert languages() == ("de", "ru")


def test_an_error_is_told_with_all_that_is_in_it(russian: Catalogue, english: Catalogue) -> None:
    inner = told("os-missing", "there is no such file or folder")
    problem = InputError(
        told("cannot-read", "Cannot read this file: {reason}.", reason=inner),
        where="a.yaml",
        hint=told("known-here", "Known here: {known}.", known=("b", "c")),
    )
    assert english.error(problem) == str(problem)
    assert english.error(problem).startswith("a.yaml: Cannot read this file: there is no such file")
    said = russian.error(problem)
    assert said.startswith("a.yaml: Не удаётся прочитать файл: такого файла")
    assert said.endswith("\n  Здесь возможны: b, c.")


def test_an_error_that_no_language_knows_is_told_in_english(russian: Catalogue) -> None:
    assert russian.error(InputError("Plain.")) == "Plain."
    assert russian.error(InputError(told("nobody-knows", "New {x}.", x=1), hint=Told(""))) == "New 1."


def test_a_value_of_an_error_is_neither_a_text_to_fill_nor_a_command(russian: Catalogue) -> None:
    said = russian.error(InputError(told("question-unknown", "No '{name}'.", name="{ $name }\x1b[31m")))
    assert "{ $name }\\x1b[31m" in said


def test_titles_and_texts_of_entries_are_found_in_both_languages() -> None:
    library = small_library()
    english, russian = Words("en", library), Words("ru", library)
    assert english.title("zone", "cheek") == library.section("zones")["cheek"].title
    assert russian.title("zone", "cheek") != english.title("zone", "cheek")
    assert russian.say(Message("list-end", {"first": Title("zone", "nose"), "last": Title("zone", "chin")}))
    with pytest.raises(KnowledgeError, match="no 'knee' in zones"):
        english.title("zone", "knee")
