"""A condition reads as a phrase that means what the condition means, in every language."""

import pytest

from adamas.knowledge.grammar import parse
from adamas.report.condition import condition_text
from adamas.report.words import Words
from tests.support.clients import house_library

WORDS = {lang: Words(lang, house_library()) for lang in ("en", "ru")}


def text(condition: str, lang: str = "en") -> str:
    return condition_text(parse(condition), WORDS[lang]).replace("\u00a0", " ")


def title(fact: str, lang: str = "en") -> str:
    return WORDS[lang].title("question", fact)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("pregnancy", "{pregnancy}"),
        ("not pregnancy", "not {pregnancy}"),
        ("pregnancy and epilepsy is none", "{pregnancy} and {epilepsy}: no"),
        ("pregnancy or asthma", "{pregnancy} or {asthma}"),
        ("not (pregnancy or asthma)", "not ({pregnancy} or {asthma})"),
        ("(pregnancy or asthma) and pacemaker", "({pregnancy} or {asthma}) and {pacemaker}"),
        ("age under 14 years", "{age} under 14 years"),
        ("age at least 18 years", "{age} at least 18 years"),
        ("sunburn-last within 14 days", "{sunburn-last} less than 14 days ago"),
        ("sunburn-last within 1 month", "{sunburn-last} less than 1 month ago"),
        ("sun-trip-start in next 2 weeks", "{sun-trip-start} within the next 2 weeks"),
    ],
)
def test_a_condition_is_said_with_the_titles_of_its_questions(condition: str, said: str) -> None:
    wanted = said
    for fact in house_library().questions:
        wanted = wanted.replace(f"{{{fact}}}", title(fact))
    assert text(condition).lower() == wanted.lower()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_condition_of_the_house_can_be_said(lang: str) -> None:
    for name, expression in house_library().conditions.items():
        said = condition_text(expression, WORDS[lang])
        assert said.strip() == said, name
        assert "{" not in said, name
        assert "  " not in said, name


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (21, "21 день"), (11, "11 дней")]
)
def test_russian_spans_have_their_plural(count: int, said: str) -> None:
    assert text(f"sunburn-last within {count} days", "ru").endswith(said)
