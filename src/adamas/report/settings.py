"""The settings of a course as tables: which grain, vacuum and passes for each zone, and why."""

from itertools import groupby

from adamas.planning.plan import Plan, Setting, Step, Visit
from adamas.report.document import Block, Heading, Item, Items, Table
from adamas.report.parts import Teller
from adamas.report.words import Words


def settings(teller: Teller, plan: Plan) -> list[Block]:
    """Tables of settings, visits that are alike together, and the reasons of the first visit's."""
    words = teller.words
    blocks: list[Block] = [Heading(words.ui("plan-settings"), 2)]
    treatments = [*plan.visits, *plan.maintenance]
    for _, group in groupby(treatments, key=lambda visit: _numbers(visit.steps)):
        visits = list(group)
        blocks += [
            Heading(words.ui("plan-settings-of", visits=_numbered(visits, words), count=len(visits)), 3),
            _settings_table(visits[0].steps, words),
        ]
    first = plan.visits[0].steps
    reasons = dict.fromkeys(
        f"{words.title('zone', step.zone)}: {teller.why(setting.because)}"
        for step in first
        for setting in (step.grit_um, step.vacuum_kpa, step.passes)
    )
    notes = dict.fromkeys(words.say(note) for step in first for note in step.notes)
    return [
        *blocks,
        Heading(words.ui("plan-settings-why"), 3),
        Items(tuple(Item(text=line) for line in (*reasons, *notes))),
    ]


def _settings_table(steps: tuple[Step, ...], words: Words) -> Table:
    rows = tuple(
        (
            words.title("zone", step.zone),
            _bounded(step.grit_um, words) + (f" · {step.tip}" if step.tip else ""),
            _bounded(step.vacuum_kpa, words)
            + (f" · {words.number(step.dial.reading)} {step.dial.unit}" if step.dial else ""),
            _bounded(step.passes, words),
            str(step.minutes),
        )
        for step in sorted(steps, key=lambda step: step.order)
    )
    columns = ("zone", "plan-grit", "plan-vacuum", "plan-passes", "plan-minutes")
    return Table(tuple(words.ui(name) for name in columns), rows, numbers=(1, 2, 3, 4))


def _numbers(steps: tuple[Step, ...]) -> tuple[tuple[object, ...], ...]:
    """What makes two visits alike on paper."""
    return tuple((s.zone, s.grit_um.value, s.tip, s.vacuum_kpa.value, s.passes.value) for s in steps)


def _numbered(visits: list[Visit], words: Words) -> str:
    first, last = visits[0].number, visits[-1].number
    return str(first) if len(visits) == 1 else words.ui("from-to", first=first, last=last)


def _bounded(setting: Setting, words: Words) -> str:
    value = words.number(setting.value)
    if setting.at_most is None or setting.at_most == setting.value:
        return value
    return words.ui("plan-bounded", value=value, bound=words.number(setting.at_most))
