"""What a comparison comes to: the one thing to see first."""

from adamas.outcome.compare import WHOLE, Outcome
from adamas.outcome.pair import Compared
from adamas.outcome.word import TOO_EARLY_DAYS, Word
from adamas.report.document import Banner, Tone
from adamas.report.reading import measure_title, zone_title
from adamas.report.words import Catalogue

WORD_TONES: dict[Word, Tone] = {
    Word.IMPROVED: "clear",
    Word.WORSE: "caution",
    Word.NO_CHANGE: "ask",
    Word.NOT_COMPARABLE: "refuse",
    Word.TOO_EARLY: "defer",
}


def conclusion(compared: Compared, words: Catalogue) -> Banner:
    """The banner of a comparison. Of what could not be judged it never says that it did not change."""
    ui, pair, outcome = words.ui, compared.comparability, compared.outcome
    if compared.is_vetoed:
        what = tuple(pair.check(name).title for name in pair.vetoed_by)
        return Banner(ui("comparison-vetoed"), "refuse", ui("comparison-vetoed-text", what=what))
    if outcome.days < TOO_EARLY_DAYS:
        return Banner(ui("outcome-too-early"), "defer", ui("comparison-too-early", days=TOO_EARLY_DAYS))
    judged = sum(change.word is not Word.NOT_COMPARABLE for change in outcome.headlines)
    if not judged:
        return Banner(ui("outcome-not-comparable"), "refuse", ui("comparison-nothing"))
    better, worse = (_called(outcome, word, words) for word in (Word.IMPROVED, Word.WORSE))
    said = [
        ui(name, measures=found)
        for name, found in (("comparison-improved", better), ("comparison-worse", worse))
        if found
    ] or [ui("comparison-none")]
    if judged < len(outcome.headlines):
        said.append(ui("comparison-judged", judged=judged, all=len(outcome.headlines)))
    if better and worse:
        return Banner(ui("outcome-mixed"), "caution", " ".join(said))
    word = Word.IMPROVED if better else Word.WORSE if worse else Word.NO_CHANGE
    return Banner(ui(f"outcome-{word.value}"), WORD_TONES[word], " ".join(said))


def _called(outcome: Outcome, word: Word, words: Catalogue) -> tuple[str, ...]:
    """Measures with this word; with the zone when it is not the whole that has it."""
    whole = {change.measure for change in outcome.headlines if change.word is word}
    names = [measure_title(measure, words).lower() for measure in sorted(whole)]
    for change in outcome.changes:
        if change.word is word and change.zone != WHOLE and change.measure not in whole:
            zone = zone_title(change.zone, words)
            names.append(f"{measure_title(change.measure, words).lower()} ({zone})")
    return tuple(names)
