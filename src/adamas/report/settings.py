"""The settings of a course as tables: which grain, vacuum and passes for each zone, and why."""

from collections.abc import Iterator
from itertools import groupby

from adamas.dose.step import Setting, Step
from adamas.planning.plan import Plan, Visit
from adamas.report.bands import band_text, days_text, margin_text, model_words
from adamas.report.document import Block, Heading, Item, Table
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
            _settings_table(visits[0].steps, plan, words),
            _effects_table(visits[0].steps, words),
        ]
    return [
        *blocks,
        *model_words(words, teller.reader),
        *teller.section("plan-settings-why", tuple(_reasons(plan.visits[0].steps, teller)), level=3),
        *teller.section("plan-stay-off", tuple(_stay_off(plan.visits[0].steps, words)), level=3),
    ]


def _effects_table(steps: tuple[Step, ...], words: Words) -> Table:
    """What each zone's settings probably do: every figure a band, with what is left to its ceiling."""
    ordered = sorted(steps, key=lambda step: step.order)
    share = words.number(100 * max(step.removed_at_most for step in steps))
    columns = (
        words.ui("zone"),
        words.ui("dose-column-removed"),
        words.ui("dose-column-margin", share=share),
        words.ui("dose-column-vessels"),
        words.ui("dose-column-ready"),
    )
    rows = tuple(
        (
            words.title("zone", step.zone),
            band_text(step.effect.removed, words),
            margin_text(step.margin, words),
            band_text(step.effect.strain, words),
            days_text(step.effect.ready, words),
        )
        for step in ordered
    )
    return Table(columns, rows, numbers=(1, 2, 3, 4))


def _reasons(steps: tuple[Step, ...], teller: Teller) -> Iterator[Item]:
    """Each reason once, with the zones it is about."""
    zones: dict[str, list[str]] = {}
    for step in steps:
        title = teller.words.title("zone", step.zone)
        said = [teller.why(setting.because) for setting in (step.grit_um, step.vacuum_kpa, step.passes)]
        for reason in dict.fromkeys([*said, *(teller.words.say(note) for note in step.notes)]):
            zones.setdefault(reason.removeprefix(f"{title}: "), []).append(title)
    for reason, titles in zones.items():
        is_everywhere = len(titles) == len(steps)
        where = teller.words.ui("plan-all-zones") if is_everywhere else teller.words.listed(titles)
        yield Item(text=reason[:1].upper() + reason[1:], details=(where,))


def _stay_off(steps: tuple[Step, ...], words: Words) -> Iterator[Item]:
    for step in steps:
        said = words.text("zone", step.zone, "stay_off")
        if said:
            yield Item(text=words.title("zone", step.zone), details=(said,))


def _settings_table(steps: tuple[Step, ...], plan: Plan, words: Words) -> Table:
    rows = tuple(
        (
            words.title("zone", step.zone),
            _bounded(step.grit_um, words) + (f" · {words.tip(plan.device, step.tip)}" if step.tip else ""),
            _bounded(step.vacuum_kpa, words)
            + (
                f" · {words.number(step.dial.reading)} {words.ui(f'dial-{_unit_id(step.dial.unit)}')}"
                if step.dial
                else ""
            ),
            _bounded(step.passes, words),
            str(step.minutes),
        )
        for step in sorted(steps, key=lambda step: step.order)
    )
    columns = ("zone", "plan-grit", "plan-vacuum", "plan-passes", "plan-minutes")
    return Table(tuple(words.ui(name) for name in columns), rows, numbers=(1, 2, 3, 4))


def _unit_id(unit: str) -> str:
    return "percent" if unit == "%" else unit.lower()


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
