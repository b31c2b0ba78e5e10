"""A course in photographs as a document: what changed from first to last, and every number with its band."""

from msgspec.structs import replace

from adamas.outcome.follow import Followed, Shot
from adamas.outcome.weighing import Line
from adamas.outcome.word import TOO_EARLY_DAYS, Word
from adamas.report.changes import signed
from adamas.report.colours import told_colours, told_sharpness
from adamas.report.conclusion import WORD_TONES
from adamas.report.document import (
    Banner,
    Block,
    Chart,
    Document,
    Heading,
    Item,
    Items,
    Mark,
    Paragraph,
    Picture,
    Pictures,
    Slider,
    Table,
)
from adamas.report.pictures import LARGE_PX, SMALL_PX, picture, window_of
from adamas.report.reading import figure, measure_title, method_line, unit_of, with_unit
from adamas.report.words import NARROW_SPACE, Catalogue

_TITLES = (
    "photo-col-measure",
    "photo-col-word",
    "comparison-col-change",
    "comparison-col-interval",
    "trend-col-first",
    "trend-col-last",
)


def compose_trend(
    followed: Followed, words: Catalogue, *, names: tuple[str, ...], unused: tuple[str, ...] = ()
) -> Document:
    """The report of one person. names: of the photographs used. unused: what of others is to be said."""
    blocks = [
        trend_banner(followed, words),
        *_facts(followed, words),
        *_pictures(followed, words),
        Heading(words.ui("comparison-whole"), 2),
        trend_table(followed, words),
        Paragraph(words.ui("comparison-level"), "quiet"),
        *_whys(followed, words),
        *_charts(followed, words),
        *_sittings(followed, words, names, unused),
        *_methods(followed, words),
    ]
    notes = ("comparison-note-own", "trend-note-early", "comparison-note-drawn", "photo-note-no-diagnosis")
    return Document(
        title=words.ui("trend-title"),
        lang=words.lang,
        blocks=tuple(blocks),
        footer=tuple(words.ui(note) for note in notes),
    )


def trend_banner(followed: Followed, words: Catalogue) -> Banner:
    """The one thing to see first."""
    if followed.days < TOO_EARLY_DAYS:
        text = words.ui("trend-too-early", days=TOO_EARLY_DAYS)
        return Banner(words.ui("outcome-too-early"), "defer", text)
    called = {word: _called(followed, word, words) for word in (Word.IMPROVED, Word.WORSE)}
    said = " ".join(
        words.ui(f"comparison-{word.value}", measures=found) for word, found in called.items() if found
    )
    if all(called.values()):
        return Banner(words.ui("outcome-mixed"), "caution", said)
    word = next((word for word, found in called.items() if found), Word.NO_CHANGE)
    if word is Word.NO_CHANGE and not any(line.trend for line in followed.lines):
        return Banner(words.ui("outcome-not-comparable"), "refuse", words.ui("trend-nothing"))
    judged = sum(line.trend is not None for line in followed.lines)
    told = [said or words.ui("trend-none")]
    if judged < len(followed.lines):
        told.append(words.ui("comparison-judged", judged=judged, all=len(followed.lines)))
    return Banner(words.ui(f"outcome-{word.value}"), WORD_TONES[word], " ".join(told))


def _called(followed: Followed, word: Word, words: Catalogue) -> tuple[str, ...]:
    return tuple(measure_title(line.measure, words).lower() for line in followed.lines if line.word is word)


def _facts(followed: Followed, words: Catalogue) -> list[Block]:
    sittings = followed.sittings
    facts = words.ui(
        "trend-facts",
        sittings=len(sittings),
        shots=len(followed.shots),
        first=sittings[0],
        last=sittings[-1],
    )
    errors = words.ui(f"comparison-errors-{followed.made_from}")
    return [
        Paragraph(facts),
        Paragraph(errors, "quiet"),
        told_colours(followed.balance.means, words, is_unshared=followed.balance.is_unshared),
        told_sharpness(followed.laid, words),
    ]


def trend_table(followed: Followed, words: Catalogue) -> Table:
    """Every judged number: word, change from the first sitting to the last, interval, level of both."""
    rows = tuple(_row(line, words) for line in followed.lines)
    return Table(tuple(words.ui(title) for title in _TITLES), rows, (2, 3, 4, 5))


def _row(line: Line, words: Catalogue) -> tuple[str, ...]:
    unit = unit_of(line.unit, words)
    name = f"{measure_title(line.measure, words)}, {unit}" if unit else measure_title(line.measure, words)
    word = words.ui(f"outcome-{line.word.value}")
    found = line.trend
    if found is None:
        return name, word, "–", "–", "–", "–"
    ends = (figure(line.plain(found.level[place]), words) for place in (0, -1))
    told, low, high = (_signed(line.said(by), line, words) for by in (found.change, found.low, found.high))
    interval = words.ui("comparison-interval", low=low, high=high)
    of = unit_of("%" if line.scale == "ratio" else line.unit, words)
    return name, word, f"{told}{NARROW_SPACE}{of}", interval, *ends


def _signed(by: float | None, line: Line, words: Catalogue) -> str:
    return "–" if by is None else signed(by, line.scale, words)


def _whys(followed: Followed, words: Catalogue) -> list[Block]:
    """Why something has no trend, each reason once."""
    reasons: dict[str, list[str]] = {}
    for line in followed.lines:
        if line.why is not None:
            reasons.setdefault(words.say(line.why), []).append(measure_title(line.measure, words))
    items = tuple(Item(text=why, details=(", ".join(names),)) for why, names in reasons.items())
    return [Items(items)] if items else []


def _pictures(followed: Followed, words: Catalogue) -> list[Block]:
    """The first sitting under the last, then one photograph of each."""
    places = [
        next(place for place, shot in enumerate(followed.shots) if shot.on == on) for on in followed.sittings
    ]
    before, after = (_picture(followed, place, words, longer=LARGE_PX) for place in (places[0], places[-1]))
    score = _score(followed.shots[places[-1]], words)
    slider = Slider(before=before, after=after, label=words.ui("trend-slider"), caption=score)
    strip = (_picture(followed, place, words, longer=SMALL_PX) for place in places)
    told = tuple(
        replace(shown, caption=f"{shown.caption}: {_score(followed.shots[place], words)}")
        for place, shown in zip(places, strip, strict=True)
    )
    return [Heading(words.ui("trend-pictures"), 2), slider, Pictures(told)]


def _picture(followed: Followed, place: int, words: Catalogue, *, longer: int) -> Picture:
    """A photograph as it lies on the first; shrunk one by one, because as a whole they are large."""
    shot, pixels = followed.shots[place], followed.shots[place].seen.photo.pixels
    return picture(
        pixels,
        window_of(followed.shots[0].seen),
        longer=longer,
        alt=words.ui("trend-alt", day=shot.on),
        caption=words.day(shot.on),
        balance=shot.seen.balance,
        onto=followed.laid.alignments[place - 1] if place else None,
    )


def _score(shot: Shot, words: Catalogue) -> str:
    if shot.pair is None:
        return words.ui("trend-first")
    return words.ui("comparison-score", score=shot.pair.score)


def _charts(followed: Followed, words: Catalogue) -> list[Block]:
    charts = [_chart(line, words) for line in followed.lines if line.trend is not None]
    if not charts:
        return []
    return [Heading(words.ui("trend-charts"), 2), Paragraph(words.ui("trend-legend"), "quiet"), *charts]


def _chart(line: Line, words: Catalogue) -> Chart:
    found = line.trend
    if found is None:
        raise ValueError(f"{line.measure} has no trend to draw.")
    curve, unit = found.curve, unit_of(line.unit, words)
    name = measure_title(line.measure, words)
    marks = tuple(
        Mark(
            float((point.on - found.days[0]).days),
            line.plain(point.value),
            f"{words.day(point.on)}: {with_unit(line.plain(point.value), line.unit, words)}",
        )
        for point in line.points
    )
    return Chart(
        title=name,
        across=words.ui("trend-axis", first=found.days[0]),
        up=unit or name,
        x=tuple(float(day) for day in curve.days),
        low=tuple(line.plain(value) for value in curve.lows),
        middle=tuple(line.plain(value) for value in curve.level),
        high=tuple(line.plain(value) for value in curve.highs),
        marks=marks,
        decimal_sign=words.ui("decimal-sign"),
    )


def _sittings(
    followed: Followed, words: Catalogue, names: tuple[str, ...], unused: tuple[str, ...]
) -> list[Block]:
    items = tuple(
        Item(text=f"{words.day(shot.on)}: {name}", details=_about(shot, words))
        for name, shot in zip(names, followed.shots, strict=True)
    )
    blocks: list[Block] = [Heading(words.ui("comparison-photos"), 2), Items(items)]
    if unused:
        dropped = tuple(Item(text=text) for text in unused)
        blocks += [Heading(words.ui("comparison-dropped"), 3), Items(dropped)]
    return blocks


def _about(shot: Shot, words: Catalogue) -> tuple[str, ...]:
    doubts = shot.pair.checks if shot.pair else shot.seen.findings
    said = tuple(
        f"{words.say(one.title)}: {with_unit(one.value, one.unit, words)}"
        for one in doubts
        if one.word in ("doubtful", "bad")
    )
    return (_score(shot, words), *said)


def _methods(followed: Followed, words: Catalogue) -> list[Block]:
    items = tuple(Item(text=method_line(line.measure, line.version, words)) for line in followed.lines)
    method = Paragraph(words.ui("trend-method"), "quiet")
    return [Heading(words.ui("comparison-methods"), 2), Items(items), method]
