"""A plan on paper: one order of things, reasons meant for the reader, every number and day of the plan."""

import pytest

from adamas.planning.home import HomePlan, propose_home
from adamas.planning.home_choice import choose
from adamas.planning.plan import NotPlanned, Plan
from adamas.report.advice import compose_advice
from adamas.report.book import compose_book
from adamas.report.document import Banner, Document, Heading, Item, Items, Stop, Table, Timeline
from adamas.report.home import compose_comparison, compose_home
from adamas.report.parts import Reader, Teller
from adamas.report.plan import compose_not_planned, compose_plan
from adamas.report.settings import settings
from adamas.report.text import render
from adamas.report.words import Words
from adamas.screening.screen import screen
from tests.support.clients import CLEARED, HOME_DEVICE, REFUSED, course, heard, house_library

WORDS = {lang: Words(lang, house_library()) for lang in ("en", "ru")}
BOTH = [(lang, reader) for lang in ("en", "ru") for reader in ("client", "professional")]


def plan() -> Plan:
    found = course(CLEARED).plan
    assert isinstance(found, Plan)
    return found


def paper(lang: str = "en", reader: Reader = "professional") -> Document:
    return compose_plan(plan(), WORDS[lang], client="Vera", reader=reader)


def items(document: Document) -> list[Item]:
    return [item for block in document.blocks if isinstance(block, Items) for item in block.items]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(("lang", "reader"), BOTH)
def test_every_day_of_the_plan_is_on_paper(lang: str, reader: Reader) -> None:
    said = render(paper(lang, reader))
    for visit in plan().visits:
        assert WORDS[lang].day(visit.on) in said


def test_a_client_reads_other_reasons_than_a_professional() -> None:
    client, professional = (render(paper(reader=reader)) for reader in ("client", "professional"))
    assert client != professional
    why, title = plan().modality.because, WORDS["en"].title("modality", plan().modality.modality)
    assert WORDS["en"].say(why.client).removeprefix(f"{title}: ").lower() in " ".join(client.split()).lower()
    assert WORDS["en"].say(why.professional) not in " ".join(client.split())


def test_sources_are_for_the_professional() -> None:
    title = WORDS["en"].ui("plan-grounds")
    assert title in headings(paper(reader="professional"))
    assert title not in headings(paper(reader="client"))


def test_a_plan_promises_nothing_and_says_when_nobody_signed() -> None:
    footer = paper().footer
    assert WORDS["en"].ui("plan-no-promise") in footer
    is_signed = all(ground.is_reviewed for ground in plan().grounds)
    assert (WORDS["en"].ui("plan-not-reviewed") in footer) is not is_signed


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_settings_show_every_zone_of_every_visit_once(lang: str) -> None:
    blocks = settings(Teller(WORDS[lang], "professional"), plan())
    tables = [block for block in blocks if isinstance(block, Table)]
    assert 1 <= len(tables) <= len(plan().visits) + len(plan().maintenance)
    zones = {WORDS[lang].title("zone", step.zone) for step in plan().visits[0].steps}
    assert {row[0] for row in tables[0].rows} == zones
    assert all(len(row) == len(tables[0].columns) for table in tables for row in table.rows)


def test_a_reason_for_several_zones_is_told_once() -> None:
    blocks = settings(Teller(WORDS["en"], "professional"), plan())
    texts = [item.text for block in blocks if isinstance(block, Items) for item in block.items]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(("lang", "reader"), BOTH)
def test_a_refusal_says_why_and_what_is_possible(lang: str, reader: Reader) -> None:
    found = course(REFUSED).plan
    assert isinstance(found, NotPlanned)
    document = compose_not_planned(found, WORDS[lang], client="Olga", reader=reader)
    banner = document.blocks[0]
    assert isinstance(banner, Banner)
    assert banner.tone == "refuse"
    assert WORDS[lang].ui("plan-alternatives") in headings(document)
    assert "Olga" in document.title


@pytest.mark.parametrize(("lang", "reader"), BOTH)
def test_advice_says_what_is_normal_and_when_to_call(lang: str, reader: Reader) -> None:
    advice = course(CLEARED).aftercare[0]
    document = compose_advice(advice, WORDS[lang], reader=reader)
    words = WORDS[lang]
    for heading in ("aftercare-heading-normal", "aftercare-heading-flags", "aftercare-heading-check-ins"):
        assert words.ui(heading) in headings(document)
    assert {words.say(flag.text) for flag in advice.red_flags} <= {item.text for item in items(document)}
    stops = [stop for block in document.blocks if isinstance(block, Timeline) for stop in block.stops]
    assert [stop.day for stop in stops] == [words.day(check.on) for check in advice.check_ins]
    assert all(isinstance(stop, Stop) for stop in stops)
    assert (words.ui("aftercare-unreviewed") in document.footer) is not advice.is_reviewed


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_home_devices_stand_side_by_side(lang: str) -> None:
    document = compose_comparison(choose(house_library()), WORDS[lang])
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    home = [name for name, device in house_library().section("devices").items() if device.use == "home"]
    assert {WORDS[lang].title("device", name) for name in home} <= set(table.columns[1:])
    assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize(("lang", "reader"), BOTH)
def test_a_home_plan_names_device_and_first_day(lang: str, reader: Reader) -> None:
    client = heard(HOME_DEVICE)
    verdict = screen(client.facts, house_library(), on=client.on, scope="home-device")
    found = propose_home(
        verdict,
        client.facts,
        house_library(),
        on=client.on,
        device="ckeyin",
        salon_visits=(),
    )
    assert isinstance(found, HomePlan)
    document = compose_home(found, WORDS[lang], client="Vera", reader=reader)
    assert "Vera" in document.title
    assert WORDS[lang].title("device", found.device) in render(document)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_book_has_a_chapter_for_each_kind_and_a_way_to_find_it(lang: str) -> None:
    document = compose_book(WORDS[lang], {})
    assert document.has_contents
    chapters = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert len(chapters) == len(set(chapters))
    assert WORDS[lang].ui("book-statements") in chapters
    assert house_library().digest in document.footer[0]
