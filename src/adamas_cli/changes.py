"""What changes for a client between two verdicts, in words."""

from adamas.report.document import Item
from adamas.report.verdict import decision_word
from adamas.report.words import Words
from adamas.screening.verdict import Verdict


def fired(verdict: Verdict) -> dict[str, str]:
    """What spoke: statement and zone -> decision."""
    return {
        f"{finding.statement} {finding.zone or ''}".strip(): finding.decision.word
        for finding in verdict.findings
        if finding.has_fired
    }


def differs(old: Verdict, new: Verdict) -> bool:
    """True when the client would be treated differently: decision, day, zones, limits, or what spoke."""
    return (
        (old.decision, old.clear_from, old.zones, old.limit, old.to_ask)
        != (new.decision, new.clear_from, new.zones, new.limit, new.to_ask)
    ) or fired(old) != fired(new)


def change(name: str, old: Verdict, new: Verdict, old_words: Words, new_words: Words) -> Item:
    """One client and what changes for it."""
    before, after = fired(old), fired(new)
    details = [new_words.ui("change-zone", zone=new_words.title("zone", zone)) for zone in _zones(old, new)]
    if old.clear_from != new.clear_from:
        days = (
            new_words.day(day) if day else new_words.ui("change-no-day")
            for day in (old.clear_from, new.clear_from)
        )
        details.append(new_words.ui("change-day", old=next(days), new=next(days)))
    details += [new_words.ui("change-gone", statement=_title(s, old_words)) for s in before if s not in after]
    details += [new_words.ui("change-new", statement=_title(s, new_words)) for s in after if s not in before]
    if old.limit != new.limit:
        details.append(new_words.ui("change-limits"))
    if old.to_ask != new.to_ask:
        details.append(new_words.ui("change-questions", old=len(old.to_ask), new=len(new.to_ask)))
    text = f"{decision_word(old.decision, new_words)} → {decision_word(new.decision, new_words)}"
    return Item(label=name, tone=new.decision.word, text=text, details=tuple(details))


def _zones(old: Verdict, new: Verdict) -> list[str]:
    return [zone for zone in new.zones if old.zones.get(zone) != new.zones[zone]]


def _title(spoke: str, words: Words) -> str:
    statement, _, zone = spoke.partition(" ")
    title = words.title("statement", statement)
    return f"{title} ({words.title('zone', zone)})" if zone else title
