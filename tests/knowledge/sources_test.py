"""Testimony hangs together: every claim has its source, and none is stronger than whom it quotes."""

import re
from collections import Counter
from typing import get_args

import pytest

from adamas.knowledge.basis import Grade
from adamas.knowledge.library import default_root
from adamas.knowledge.sections import SECTIONS, read_section
from adamas.knowledge.testimony import Claim, Source

STRENGTH = {grade: rank for rank, grade in enumerate(get_args(Grade))}
NUMBER = re.compile(r"doi:\S+?(?=;|$)|PMID \d+|PMC\d+|NCT\d+")


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    return read_section(SECTIONS["sources"], default_root())


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    return read_section(SECTIONS["claims"], default_root())


def test_every_claim_names_a_source_we_carry(sources: dict[str, Source], claims: dict[str, Claim]) -> None:
    assert {name: claim.source for name, claim in claims.items() if claim.source not in sources} == {}


def test_no_claim_is_graded_stronger_than_its_source(
    sources: dict[str, Source], claims: dict[str, Claim]
) -> None:
    stronger = {
        name: f"{claim.grade}, but {claim.source} is {sources[claim.source].grade}"
        for name, claim in claims.items()
        if claim.grade and STRENGTH[claim.grade] < STRENGTH[sources[claim.source].grade]
    }
    assert stronger == {}


def test_no_paper_is_carried_under_two_names(sources: dict[str, Source]) -> None:
    numbers = Counter(number for source in sources.values() for number in NUMBER.findall(source.place))
    titles = Counter(source.title for source in sources.values())
    assert numbers
    assert [text for text, times in (numbers + titles).items() if times > 1] == []


def test_a_year_in_the_name_is_the_year_of_the_source(sources: dict[str, Source]) -> None:
    named = {name: int(year[1]) for name in sources if (year := re.search(r"-((?:19|20)\d\d)(?:-|$)", name))}
    assert named
    assert {name: year for name, year in named.items() if sources[name].year != year} == {}


def test_our_own_proposals_are_no_testimony(sources: dict[str, Source], claims: dict[str, Claim]) -> None:
    graded = {name: entry.grade for section in (sources, claims) for name, entry in section.items()}
    assert [name for name, grade in graded.items() if grade == "P"] == []


def test_the_articles_are_opinion_and_name_the_text_that_was_read(sources: dict[str, Source]) -> None:
    for article in ("article-a", "article-b"):
        assert sources[article].grade == "opinion"
        assert re.fullmatch(r"[0-9a-f]{64}", sources[article].sha256)
        assert sources[article].read == "whole"
