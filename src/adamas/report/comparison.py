"""The comparison of two sittings as a document: the pair, what changed, how sure that is, what is out."""

from itertools import groupby

from adamas.imaging.measures import measures
from adamas.outcome.compare import WHOLE
from adamas.outcome.pair import Compared
from adamas.report.changes import change_row, change_table
from adamas.report.colours import told_colours, told_sharpness
from adamas.report.conclusion import conclusion
from adamas.report.document import (
    Block,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Pictures,
    Slider,
)
from adamas.report.drawn import drawn
from adamas.report.pictures import LARGE_PX, picture, window_of
from adamas.report.reading import (
    TONES,
    advice_on,
    gate_table,
    measure_title,
    method_line,
    quantity_title,
    with_unit,
    word_of,
    zone_title,
)
from adamas.report.words import Catalogue

SHOWN_LEFT_OUT = 0.1


def compose_comparison(
    compared: Compared, words: Catalogue, *, names: tuple[str, ...], unused: tuple[str, ...] = ()
) -> Document:
    """The report. names: of the photographs, in their order. unused: what of further ones is to be said."""
    return _Teller(compared, words, names, unused).document()


class _Teller:
    def __init__(
        self, compared: Compared, words: Catalogue, names: tuple[str, ...], unused: tuple[str, ...]
    ) -> None:
        self.compared = compared
        self.outcome = compared.outcome
        self.words = words
        self.names = names
        self.unused = unused

    def document(self) -> Document:
        ui = self.words.ui
        blocks = [
            conclusion(self.compared, self.words),
            *self.facts(),
            *self.pair(),
            *self.whole(),
            *self.measures(),
            *self.left_out(),
            *self.comparability(),
            *self.photographs(),
            *self.methods(),
        ]
        notes = ("comparison-note-own", "comparison-note-drawn", "photo-note-no-diagnosis")
        return Document(
            title=ui("comparison-title"),
            lang=self.words.lang,
            blocks=tuple(blocks),
            footer=tuple(ui(note) for note in notes),
        )

    def facts(self) -> list[Block]:
        ui, compared = self.words.ui, self.compared
        shots = ui("comparison-shots", before=len(compared.before), after=len(compared.after))
        errors = ui(f"comparison-errors-{self.outcome.made_from}")
        return [
            Paragraph(f"{ui('comparison-days', days=self.outcome.days)} {shots}"),
            Paragraph(errors, "quiet"),
            told_colours(compared.balance.means, self.words, is_unshared=compared.balance.is_unshared),
            told_sharpness(compared.laid, self.words),
        ]

    def pair(self) -> list[Block]:
        ui, compared = self.words.ui, self.compared
        before, after = compared.before[0].photo.pixels, compared.after[0].photo.pixels
        laid = compared.laid.alignments[compared.shots_before - 1]
        window = window_of(compared.before[0])
        first = picture(
            before,
            window,
            longer=LARGE_PX,
            alt=ui("comparison-alt-before"),
            caption=ui("comparison-before"),
            balance=compared.before[0].balance,
        )
        second = picture(
            after,
            window,
            longer=LARGE_PX,
            alt=ui("comparison-alt-after"),
            caption=ui("comparison-after"),
            balance=compared.after[0].balance,
            onto=laid,
        )
        score = self._score()
        slider = Slider(before=first, after=second, label=ui("comparison-slider"), caption=score)
        return [Heading(ui("comparison-pair"), 2), slider]

    def _score(self) -> str:
        kind = "-vetoed" if self.compared.is_vetoed else "-doubtful" if self.compared.is_doubtful else ""
        return self.words.ui(f"comparison-score{kind}", score=self.compared.comparability.score)

    def whole(self) -> list[Block]:
        ui = self.words.ui
        rows = [
            change_row(self.words, measure_title(c.measure, self.words), c) for c in self.outcome.headlines
        ]
        level = Paragraph(ui("comparison-level"), "quiet")
        return [
            Heading(ui("comparison-whole"), 2),
            change_table(self.words, "photo-col-measure", rows),
            level,
            *self._whys(),
        ]

    def _whys(self) -> list[Block]:
        """Why something could not be compared, each reason once."""
        reasons: dict[str, list[str]] = {}
        for change in self.outcome.headlines:
            if change.why is not None:
                name = measure_title(change.measure, self.words)
                reasons.setdefault(self.words.say(change.why), []).append(name)
        items = tuple(Item(text=why, details=(", ".join(names),)) for why, names in reasons.items())
        return [Items(items)] if items else []

    def measures(self) -> list[Block]:
        ui = self.words.ui
        blocks: list[Block] = [
            Heading(ui("comparison-zones"), 2),
            Paragraph(ui("comparison-zones-how"), "quiet"),
        ]
        judged = {c.measure for c in self.outcome.headlines}
        changes = sorted(self.outcome.changes, key=lambda c: (c.measure not in judged, c.measure))
        places = {measure: place for place, measure in enumerate(measures())}
        for measure, group in groupby(changes, key=lambda c: c.measure):
            own = tuple(group)
            if all(change.before is None and change.after is None for change in own):
                continue
            blocks.append(Heading(measure_title(measure, self.words), 3))
            blocks += self._caveats(measure)
            blocks += self._drawings(places[measure])
            zones = [c for c in own if c.is_headline and c.zone != WHOLE and c.before is not None]
            if zones:
                rows = [change_row(self.words, zone_title(c.zone, self.words), c) for c in zones]
                blocks.append(change_table(self.words, "photo-col-zone", rows))
            others = [c for c in own if not c.is_headline and c.zone == WHOLE and c.before is not None]
            if others:
                blocks.append(Paragraph(ui("comparison-others"), "quiet"))
                rows = [change_row(self.words, quantity_title(c.quantity, self.words), c) for c in others]
                blocks.append(change_table(self.words, "photo-col-quantity", rows, has_words=False))
        return blocks

    def _caveats(self, measure: str) -> list[Block]:
        method = measures()[measure].METHOD
        said = (*(("measure-experimental",) if method.experimental else ()), *method.caveats)
        return [Paragraph(self.words.ui(name), "quiet") for name in dict.fromkeys(said)]

    def _drawings(self, place: int) -> list[Block]:
        compared, pictures = self.compared, []
        for nth, side in ((0, "comparison-before"), (compared.shots_before, "comparison-after")):
            caption = f"{self.words.ui(side)}. {self._score()}"
            seen, measured = compared.laid.photos[nth], compared.measured[nth][place]
            picture = drawn(seen, measured, self.words, caption=caption)
            if picture is not None:
                pictures.append(picture)
        return [Pictures(tuple(pictures))] if pictures else []

    def left_out(self) -> list[Block]:
        ui = self.words.ui
        items = tuple(
            Item(
                text=ui(
                    "comparison-left-out-zone", zone=zone_title(zone, self.words), percent=round(100 * lost)
                )
            )
            for zone, lost in sorted(self.compared.laid.left_out.items(), key=lambda item: -item[1])
            if lost >= SHOWN_LEFT_OUT
        )
        if not items:
            return []
        return [
            Heading(ui("comparison-left-out"), 2),
            Items(items),
            Paragraph(ui("comparison-left-out-why"), "quiet"),
        ]

    def comparability(self) -> list[Block]:
        ui, pair = self.words.ui, self.compared.comparability
        blocks: list[Block] = [
            Heading(ui("comparison-comparability"), 2),
            Paragraph(self._score(), "strong"),
            gate_table(pair.checks, self.words),
            *(Paragraph(line) for line in advice_on(pair.checks, self.words)),
            Heading(ui("comparison-checklist"), 3),
            Items(
                tuple(
                    Item(
                        text=self.words.say(point.title),
                        label=word_of(point.word, self.words),
                        tone=TONES[point.word],
                    )
                    for point in pair.checklist
                )
            ),
        ]
        return blocks

    def photographs(self) -> list[Block]:
        ui = self.words.ui
        items = []
        for name, seen in zip(self.names, self.compared.laid.photos, strict=True):
            doubts = tuple(finding for finding in seen.findings if finding.word != "good")
            taken = seen.photo.capture.taken_at
            about = [
                part
                for part in (seen.photo.capture.camera, None if taken is None else self.words.day(taken))
                if part
            ]
            said = tuple(
                f"{self.words.say(f.title)}: {with_unit(f.value, f.unit, self.words)}" for f in doubts
            ) or (ui("comparison-photo-fine"),)
            digest = (
                ui("comparison-digest", name=name, digest=seen.photo.digest) if seen.photo.digest else name
            )
            items.append(Item(text=", ".join((name, *about)), details=(*said, digest)))
        blocks: list[Block] = [Heading(ui("comparison-photos"), 2), Items(tuple(items))]
        if self.unused:
            dropped = tuple(Item(text=text) for text in self.unused)
            blocks += [Heading(ui("comparison-dropped"), 3), Items(dropped)]
        return blocks

    def methods(self) -> list[Block]:
        versions = {change.measure: change.version for change in self.outcome.changes}
        items = tuple(
            Item(text=method_line(measure, version, self.words))
            for measure, version in sorted(versions.items())
        )
        return [Heading(self.words.ui("comparison-methods"), 2), Items(items)]
