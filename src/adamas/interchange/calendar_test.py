"""The calendar holds every day of the course as whole days, in the reader's words, and is never doubled."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import pytest
from icalendar import Calendar, Event

from adamas.aftercare.advice import Advice
from adamas.aftercare.advise import advise
from adamas.intake.read import facts_of, read_client
from adamas.interchange.calendar import aftercare_calendar, course_calendar
from adamas.knowledge.library import Library, compile_library, default_root
from adamas.planning.plan import Plan
from adamas.planning.propose import propose
from adamas.report.words import Words
from adamas.screening.screen import screen
from adamas.strict import read_text
from tests.house.tree import ROOT

ON = date(2026, 11, 21)
CLIENT = read_text(ROOT / "scenarios" / "photo-ageing-52" / "client.yaml")


@lru_cache(maxsize=1)
def library() -> Library:
    return compile_library(default_root())


@lru_cache(maxsize=4)
def course(on: date = ON) -> tuple[Plan, tuple[Advice, ...]]:
    client = read_client(CLIENT, library(), where="client")
    facts = facts_of(client, library(), on=on)
    verdict = screen(facts, library(), on=on)
    plan = propose(verdict, facts, library(), on=on, goals=client.goals, zones=client.zones)
    assert isinstance(plan, Plan)
    advice = tuple(advise(visit.on, facts, library(), verdict=verdict) for visit in plan.visits)
    return plan, advice


@lru_cache(maxsize=8)
def calendar(lang: str = "en", *, on: date = ON, client: str = "Vera") -> bytes:
    return course_calendar(*course(on), Words(lang, library()), client=client)


def events(data: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(data).walk("VEVENT") if isinstance(event, Event)]


def days(event: Any) -> tuple[date, date]:
    return event["dtstart"].dt, event["dtend"].dt


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_another_program_reads_it_back(lang: str) -> None:
    read = Calendar.from_ical(calendar(lang))
    assert read["version"] == "2.0"
    assert "Adamas" in str(read["prodid"])
    assert events(calendar(lang))
    assert calendar(lang).endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in calendar(lang).split(b"\r\n"))


def test_every_visit_is_one_whole_day_that_nobody_has_booked_yet() -> None:
    plan, _ = course()
    booked = [event for event in events(calendar()) if event.get("status") == "TENTATIVE"]
    wanted = {visit.on for visit in (*plan.visits, *plan.maintenance)}
    wanted |= {plan.test_spot.on} if plan.test_spot else set()
    assert {days(event) for event in booked} == {(on, on + timedelta(days=1)) for on in wanted}


def test_every_entry_is_whole_days_and_its_end_is_not_part_of_it() -> None:
    for event in events(calendar()):
        first, end = days(event)
        assert type(first) is date
        assert type(end) is date
        assert first < end
        assert event["transp"] == "TRANSPARENT"


def test_preparation_ends_with_the_last_day_the_plan_names() -> None:
    plan, _ = course()
    shown = {days(event) for event in events(calendar())}
    for visit in plan.visits:
        for item in visit.preparation:
            assert (item.first, item.last + timedelta(days=1)) in shown


def test_check_ins_stand_on_their_days() -> None:
    _, advice = course()
    shown = {days(event)[0] for event in events(calendar())}
    assert {check.on for one in advice for check in one.check_ins} <= shown


def test_no_two_entries_share_an_identifier() -> None:
    found = [str(event["uid"]) for event in events(calendar())]
    assert len(set(found)) == len(found)


def test_the_same_plan_is_the_same_calendar_and_a_language_changes_no_identifier() -> None:
    again = course_calendar(*course(), Words("en", library()), client="Vera")
    assert again == calendar()
    assert uids(calendar("ru")) == uids(calendar())


def test_a_course_that_moved_keeps_its_identifiers_so_that_no_entry_is_doubled() -> None:
    later = calendar(on=ON + timedelta(days=3))
    one, other = course()[0], course(ON + timedelta(days=3))[0]
    assert len(one.visits) == len(other.visits)
    assert [visit.on for visit in one.visits] != [visit.on for visit in other.visits]
    assert uids(later) == uids(calendar())


def test_two_clients_never_share_an_identifier() -> None:
    assert not uids(calendar()) & uids(calendar(client="Anna"))


def test_a_russian_reader_gets_russian_words() -> None:
    for event in events(calendar("ru")):
        said = f"{event['summary']} {event.get('description', '')}"
        assert any("а" <= letter <= "я" for letter in said.lower()), said
        assert not str(event["summary"])[:1].islower()


def test_the_aftercare_of_one_visit_is_a_calendar_of_its_own() -> None:
    _, advice = course()
    data = aftercare_calendar(advice[0], Words("en", library()), client="Vera")
    first = min(days(event)[0] for event in events(data))
    assert first == advice[0].visit_on
    assert len(events(data)) == 1 + len(advice[0].check_ins)


def uids(data: bytes) -> set[str]:
    return {str(event["uid"]) for event in events(data)}
