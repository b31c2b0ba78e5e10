"""A verdict on paper: the word first, then why, what to ask, what to do instead; nothing in code words."""

import pytest

from adamas.knowledge.statement import Decision, Limit
from adamas.report.document import Banner, Document, Heading, Items, Table
from adamas.report.text import render
from adamas.report.verdict import compose_verdict, decision_word, limit_text, limits
from adamas.report.words import Words
from adamas.screening.limits import NO_LIMIT
from tests.support.clients import CLEARED, OPEN_QUESTIONS, REFUSED, course, house_library, scenario

WORDS = {lang: Words(lang, house_library()) for lang in ("en", "ru")}
SAMPLE = Limit(
    vacuum_kpa_at_most=14.5,
    grit_um_at_most=80,
    passes_at_most=1,
    removed_at_most=0.25,
    abrasion_factor=0.7,
    vascular_factor=0.5,
    interval_days_at_least=28,
    sun_protection_factor_at_least=50,
    test_spot=True,
    exclude_modalities=("crystal",),
    exclude_zones=("nose",),
    exclude_goals=("comedones",),
    only_goals=("dullness",),
    exclude_products=(),
)


def shown(client: str, lang: str = "en", *, whole_trace: bool = False) -> Document:
    return compose_verdict(course(client).verdict, WORDS[lang], client="Vera", whole_trace=whole_trace)


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_step_of_the_scale_has_a_word_of_its_own(lang: str) -> None:
    words = {decision_word(decision, WORDS[lang]) for decision in Decision}
    assert len(words) == len(Decision)


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", [name for name in Limit.__struct_fields__ if name != "exclude_products"])
def test_every_bound_has_its_sentence(name: str, lang: str) -> None:
    said = limit_text(name, getattr(SAMPLE, name), WORDS[lang])
    assert said
    assert "_" not in said
    _, only = limits(Limit(**{name: getattr(SAMPLE, name)}), WORDS[lang])
    assert isinstance(only, Items)
    assert [item.text for item in only.items] == [said]


def test_shares_are_told_in_hundredths_and_numbers_with_the_comma_of_the_language() -> None:
    assert "25" in limit_text("removed_at_most", 0.25, WORDS["en"])
    assert "14,5" in limit_text("vacuum_kpa_at_most", 14.5, WORDS["ru"])


def test_no_limit_is_no_chapter() -> None:
    assert limits(NO_LIMIT, WORDS["en"]) == []


@pytest.mark.parametrize(
    ("client", "tone"),
    [(CLEARED, "caution"), (OPEN_QUESTIONS, "ask"), (REFUSED, "refuse"), (scenario("holiday-tan"), "defer")],
)
def test_the_decision_stands_first(client: str, tone: str) -> None:
    first = shown(client).blocks[0]
    assert isinstance(first, Banner)
    assert first.tone == tone
    assert first.text


def test_a_wait_names_its_day_and_a_refusal_names_none() -> None:
    verdict = course(scenario("holiday-tan")).verdict
    assert verdict.clear_from is not None
    banner = shown(scenario("holiday-tan")).blocks[0]
    assert isinstance(banner, Banner)
    assert WORDS["en"].day(verdict.clear_from) in banner.text
    refused = shown(REFUSED).blocks[0]
    assert isinstance(refused, Banner)
    assert "waiting alone will not change that" in refused.text


def test_a_blocked_client_is_told_what_is_possible_instead_and_a_cleared_one_is_not() -> None:
    instead = WORDS["en"].ui("verdict-instead")
    assert instead in headings(shown(REFUSED))
    assert instead not in headings(shown(CLEARED))


def test_what_rests_on_no_signature_says_so() -> None:
    assert "not yet clinically reviewed" in " ".join(render(shown(REFUSED)).split())
    assert WORDS["ru"].ui("not-reviewed") in " ".join(render(shown(REFUSED, "ru")).split())


def test_the_whole_trace_has_every_finding_once() -> None:
    items = shown(REFUSED, whole_trace=True).blocks[-1]
    assert isinstance(items, Items)
    assert len(items.items) == len(course(REFUSED).verdict.findings)
    assert len(shown(REFUSED).blocks) < len(shown(REFUSED, whole_trace=True).blocks)


def test_zones_are_listed_only_when_they_differ() -> None:
    def has_table(client: str) -> bool:
        return any(isinstance(block, Table) for block in shown(client).blocks)

    for client in (CLEARED, REFUSED, scenario("nose-vessels"), scenario("changing-mole")):
        zones = course(client).verdict.zones.values()
        assert has_table(client) is (len({(zone.decision, zone.clear_from) for zone in zones}) > 1)


def test_the_client_is_named_and_the_knowledge_too() -> None:
    document = shown(CLEARED)
    assert "Vera" in document.title
    assert any(house_library().digest[:8] in note for note in document.footer)
