"""A course as an iCalendar file (RFC 5545): visits, what to prepare from which day, aftercare, check-ins."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from adamas import __version__
from adamas.aftercare.advice import Advice
from adamas.planning.plan import Plan, Visit
from adamas.report.words import Words


def course_calendar(plan: Plan, advice: Iterable[Advice], words: Words, *, client: str = "") -> bytes:
    """The calendar of a proposed course; all entries are whole days, visits tentative until they are booked.

    The same plan always gives the same identifiers: importing it again moves entries and doubles none.
    """
    calendar = _calendar(words, client)
    visits = (*((plan.test_spot,) if plan.test_spot else ()), *plan.visits, *plan.maintenance)
    for visit in visits:
        for event in _visit(visit, words, client=client, made=plan.on):
            calendar.add_component(event)
    for number, one in enumerate(advice, 1):
        for event in _aftercare(one, f"visit-{number}", words, client=client, made=plan.on):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def aftercare_calendar(advice: Advice, words: Words, *, client: str = "") -> bytes:
    """The calendar of one visit's aftercare and check-ins."""
    calendar = _calendar(words, client)
    for event in _aftercare(advice, str(advice.visit_on), words, client=client, made=advice.visit_on):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(words: Words, client: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//Adamas//adamas {__version__}//{words.lang.upper()}")
    calendar.add("version", "2.0")
    title = words.ui("plan-title")
    calendar.add("x-wr-calname", f"{title}: {client}" if client else title)
    return calendar


def _visit(visit: Visit, words: Words, *, client: str, made: date) -> Iterator[Event]:
    title = words.ui(f"visit-{visit.kind}", number=visit.number, minutes=visit.minutes)
    key = f"{visit.kind}-{visit.number}"
    said = [words.say(visit.because.client)]
    if not visit.may_be_booked:
        said.append(words.ui("plan-not-yet"))
    event = _event(key, visit.on, visit.on, title, said, client=client, made=made, status="TENTATIVE")
    event.add_component(_reminder(title))
    yield event
    for item in visit.preparation:
        text = words.text("protocol", item.protocol, "say")
        what = words.title("protocol", item.protocol)
        head = words.ui("calendar-prepare", what=what, visit=visit.on)
        yield _event(f"{key}-{item.protocol}", item.first, item.last, head, [text], client=client, made=made)


def _aftercare(advice: Advice, key: str, words: Words, *, client: str, made: date) -> Iterator[Event]:
    on = advice.visit_on
    said = [words.say(item.text) for item in advice.items]
    flags = [words.say(flag.text) for flag in advice.red_flags]
    title = words.ui("aftercare-heading", on=on)
    last = max((item.until for item in advice.items), default=on)
    text = [*said, "", words.ui("aftercare-heading-flags") + ":", *flags]
    yield _event(
        f"{key}-aftercare", on, min(last, on + timedelta(days=14)), title, text, client=client, made=made
    )
    for check in advice.check_ins:
        yield _event(
            f"{key}-check-{check.day}",
            check.on,
            check.on,
            words.say(check.text),
            [],
            client=client,
            made=made,
        )


def _event(
    key: str,
    first: date,
    last: date,
    title: str,
    said: list[str],
    *,
    client: str,
    made: date,
    status: str = "",
) -> Event:
    event = Event()
    event.add("uid", f"{hashlib.sha256(f'{client}/{key}'.encode()).hexdigest()[:24]}@adamas")
    event.add("dtstamp", datetime.combine(made, time(), tzinfo=UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", title[:1].upper() + title[1:])
    if said:
        event.add("description", "\n".join(said))
    if status:
        event.add("status", status)
    event.add("transp", "TRANSPARENT")
    return event


def _reminder(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-1))
    alarm.add("description", title)
    return alarm
