"""Every language says the same things, with the same values, in its own plural forms."""

import pytest

from tests.house.fluent import Language, differences
from tests.house.tree import ROOT

LANGUAGES = sorted(path.name for path in (ROOT / "locales").iterdir() if path.is_dir())


def russian(text: str) -> list[str]:
    return Language("ru", [("ru/x.ftl", text)]).faults


def test_english_and_russian_are_there() -> None:
    assert {"en", "ru"} <= set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_file_of_a_language_reads_without_fault(lang: str) -> None:
    assert Language.at(ROOT / "locales" / lang).faults == []


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_a_language_says_what_english_says(lang: str) -> None:
    assert differences(Language.at(ROOT / "locales" / "en"), Language.at(ROOT / "locales" / lang)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a = {", "x.ftl: "),
        ("a = x\na = y", "a stands also in"),
        ("a =\n    .title = x", "says nothing"),
        ("a = { DATETIME($day) }", "calls DATETIME()"),
        ("a = { b }", "refers to b"),
        ("a = { -b }", "refers to -b"),
        ("a = { $n ->\n    [one] x\n   *[other] y\n}", "no form for few, many"),
        ("a = { $n ->\n    [one] x\n    [few] z\n    [other] w\n   *[many] y\n} твой", "we say вы"),
    ],
)
def test_a_fault_of_a_file_is_named(text: str, fault: str) -> None:
    assert any(fault in line for line in russian(text))


def test_a_selector_that_counts_nothing_needs_no_plural_forms() -> None:
    assert russian("a = { $sex ->\n    [female] x\n   *[unsaid] y\n}") == []
    assert russian("a = { $n ->\n    [0] нет\n    [one] x\n    [few] y\n    [many] z\n   *[other] w\n}") == []


@pytest.mark.parametrize(
    ("english", "other", "difference"),
    [
        ("a = x\nb = y", "a = x", "ru lacks b"),
        ("a = x", "a = x\nb = y", "en lacks b"),
        ("a = { $n }", "a = { $m }", "a has other values in en and ru: m, n"),
        ("a = { b }\nb = { $n }", "a = x\nb = { $n }", "a has other values in en and ru: n"),
    ],
)
def test_a_difference_between_languages_is_named(english: str, other: str, difference: str) -> None:
    found = differences(Language("en", [("en/x", english)]), Language("ru", [("ru/x", other)]))
    assert any(line.startswith(difference) for line in found)


def test_texts_of_the_knowledge_need_no_english_twin() -> None:
    assert differences(Language("en", []), Language("ru", [("ru/x", "zone-cheek--title = Щёки")])) == []
