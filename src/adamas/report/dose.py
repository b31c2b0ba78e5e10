"""A look at settings in words: what they probably do, whether they may, how it heals, what would change."""

from collections.abc import Iterator

from adamas.dose.adapt import Adapted
from adamas.dose.envelope import Judged, Outside
from adamas.dose.expected import Band, Effect
from adamas.dose.look import Changed, Curve, Look
from adamas.dose.step import Setting, Step
from adamas.report.bands import band_text, model_words
from adamas.report.document import (
    Banner,
    Block,
    Chart,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Table,
    Tone,
)
from adamas.report.parts import Reader, Teller
from adamas.report.words import Words

_TONES: dict[str, Tone] = {"inside": "clear", "stopped": "refuse", "overridden": "caution"}
_CHANGES = {"grit": "dose-finer", "vacuum": "dose-weaker", "passes": "dose-fewer", "pace": "dose-slower"}


def compose_look(
    look: Look,
    words: Words,
    *,
    dial: str = "",
    reader: Reader = "professional",
    adapted: Adapted | None = None,
) -> Document:
    """The look as a document. dial: the vacuum on the dial of the device that was named.

    adapted: the next visit, when a reaction to these settings was recorded.
    """
    teller = Teller(words, reader)
    return Document(
        title=words.ui("dose-title", zone=words.title("zone", look.zone)),
        lang=words.lang,
        blocks=(
            *_verdict(look.judged, teller),
            *_effect(look, words),
            *model_words(words, reader),
            *_next(adapted, teller),
            *_settings(look, teller, dial),
            *_curves(look, words),
            Heading(words.ui("dose-what-if"), 2),
            _what_if(look.changes, words),
        ),
        footer=(words.ui("dose-nothing-else"), words.ui("dose-not-reviewed")),
    )


def _verdict(judged: Judged, teller: Teller) -> Iterator[Block]:
    words = teller.words
    reason = judged.override.reason if judged.override else ""
    text = words.ui(
        f"dose-{judged.result}-text", **({"reason": reason} if judged.result == "overridden" else {})
    )
    yield Banner(words.ui(f"dose-{judged.result}"), _TONES[judged.result], text)
    if judged.outside:
        yield Items(tuple(_outside(one, teller) for one in judged.outside))


def _outside(one: Outside, teller: Teller) -> Item:
    may = teller.words.ui(f"dose-may-{one.may_override}")
    return Item(text=teller.words.say(one.because.client), details=(may,), tone="refuse")


def _effect(look: Look, words: Words) -> list[Block]:
    found = look.effect
    items = []
    if found.removed is not None:
        margin = look.removed_at_most - found.removed.high
        name = "dose-margin" if margin >= 0 else "dose-no-margin"
        share = words.number(100 * look.removed_at_most)
        detail = words.ui(name, points=words.number(round(100 * abs(margin), 1)), share=share)
        items.append(_banded("dose-removed", found.removed, words, detail))
    marks = words.ui("dose-marks", share=words.number(float(round(100 * found.chance_of_marks))))
    if found.strain is not None:
        items.append(_banded("dose-strain", found.strain, words, marks))
    if found.ready is not None:
        low, middle, high = (words.number(float(round(x))) for x in _edges(found.ready))
        items.append(
            Item(
                label=words.ui("dose-range-days", low=low, high=high),
                text=words.ui("dose-ready", middle=middle),
                details=(words.ui("dose-next-visit", days=found.ready_days),),
            )
        )
    return [Heading(words.ui("dose-effect"), 2), Items(tuple(items))] if items else []


def _banded(name: str, band: Band, words: Words, detail: str) -> Item:
    low, middle, high = (words.number(float(round(100 * x))) for x in _edges(band))
    return Item(
        label=words.ui("dose-range", low=low, high=high),
        text=words.ui(name, middle=middle),
        details=(detail,),
    )


def _edges(band: Band) -> tuple[float, float, float]:
    return band.low, band.middle, band.high


def _next(adapted: Adapted | None, teller: Teller) -> Iterator[Block]:
    """The visit after a recorded reaction."""
    if adapted is None:
        return
    words, exposure = teller.words, adapted.exposure
    yield Heading(words.ui("dose-next"), 2)
    lines = [words.text("protocol", "course-adapt", "say" if teller.reader == "client" else "tell")]
    if exposure is not None:
        lines.insert(
            0,
            words.ui(
                "dose-next-settings",
                grit=exposure.grit_um,
                vacuum=exposure.vacuum_kpa,
                passes=int(exposure.passes),
            ),
        )
    yield Items((Item(text=teller.why(adapted.because), details=tuple(lines)),))


def _settings(look: Look, teller: Teller, dial: str) -> Iterator[Block]:
    words, envelope, asked = teller.words, look.envelope, look.exposure
    start = envelope.start if isinstance(envelope.start, Step) else None
    rows = [
        (
            words.ui(f"dose-{name}"),
            words.number(value),
            words.number(getattr(start, field).value) if start else words.ui("dose-unset"),
            words.number(most.value),
        )
        for name, field, value, most in (
            ("grit", "grit_um", asked.grit_um, envelope.grit_um),
            ("vacuum", "vacuum_kpa", asked.vacuum_kpa, envelope.vacuum_kpa),
            ("passes", "passes", asked.passes, envelope.passes),
        )
    ]
    pace = words.ui("dose-usual-pace") if asked.pace_cm_s is None else words.number(asked.pace_cm_s)
    rows.append((words.ui("dose-pace"), pace, words.ui("dose-usual-pace"), words.ui("dose-unset")))
    columns = tuple(words.ui(f"dose-{name}") for name in ("setting", "asked", "start", "most"))
    yield Heading(words.ui("dose-settings"), 2)
    yield Table(columns, tuple(rows), numbers=(1, 2, 3))
    if dial:
        yield Paragraph(dial)
    if not isinstance(envelope.start, Step):
        yield Paragraph(teller.why(envelope.start), "caution")
    bounds: tuple[Setting, ...] = (envelope.grit_um, envelope.vacuum_kpa, envelope.passes)
    why = tuple(Item(text=words.say(one.because.client)) for one in bounds)
    yield from teller.section("dose-why-most", why, level=3)


def _curves(look: Look, words: Words) -> Iterator[Block]:
    for curve, name, up in (
        (look.barrier, "dose-curve-barrier", "dose-curve-barrier-up"),
        (look.layer, "dose-curve-layer", "dose-curve-layer-up"),
        (look.course, "dose-curve-course", "dose-curve-barrier-up"),
    ):
        if curve is not None:
            yield chart_of(curve, title=words.ui(name), up=words.ui(up), words=words)


def chart_of(curve: Curve, *, title: str, up: str, words: Words) -> Chart:
    """A curve over days as a chart."""
    return Chart(
        title=title,
        across=words.ui("dose-days"),
        up=up,
        x=curve.days,
        low=curve.low,
        middle=curve.middle,
        high=curve.high,
        decimal_sign=words.ui("decimal-sign"),
    )


def _what_if(changes: tuple[Changed, ...], words: Words) -> Table:
    columns = ("change", "removed-column", "vessels-column", "next-column", "verdict-column")
    rows = tuple(
        (
            _changed(one, words),
            band_text(one.effect.removed, words),
            band_text(_capped(one.effect), words),
            words.ui("dose-unset") if one.effect.is_stationary else str(one.effect.ready_days),
            words.ui(f"dose-{one.result}"),
        )
        for one in changes
    )
    return Table(tuple(words.ui(f"dose-{column}") for column in columns), rows, numbers=(1, 2, 3))


def _capped(found: Effect) -> Band | None:
    return None if found.is_stationary else found.strain


def _changed(one: Changed, words: Words) -> str:
    if one.what == "asked":
        return words.ui("dose-as-asked")
    value = int(one.value) if one.what == "passes" else one.value
    return words.ui(_CHANGES[one.what], value=value)
