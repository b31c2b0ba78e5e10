"""What to do and to leave before a visit, with its days."""

from datetime import date, timedelta

from adamas.knowledge.library import Library
from adamas.knowledge.reason import because
from adamas.message import Title
from adamas.planning.plan import Preparation


def prepare(library: Library, *, visit: date, on: date) -> tuple[Preparation, ...]:
    """The preparations for a visit, soonest first.

    One that should have begun already begins today; one whose days are over is left to the visit's questions.
    """
    found = []
    for name, protocol in sorted(library.section("protocols").items()):
        if protocol.kind == "preparation" and protocol.days_before is not None:
            first, last = (visit - timedelta(days=days) for days in protocol.days_before)
            if last < on:
                continue
            why = because(library, "plan-prepare", ("protocols", name), protocol=Title("protocol", name))
            found.append(Preparation(protocol=name, first=max(first, on), last=last, because=why))
    order = library.section("protocols")
    return tuple(sorted(found, key=lambda item: (item.first, order[item.protocol].order, item.protocol)))
