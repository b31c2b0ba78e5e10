"""Nobody is told, in any language, to stop what a doctor prescribed; nobody is promised a result."""

import re
from collections.abc import Iterator

import pytest

from adamas.knowledge.texts import texts
from adamas.report.words import Catalogue, languages
from tests.support.scenarios import NAMES, SCENARIOS, library

# A verb of leaving off, and within the same sentence something a doctor gives.
LEAVING = {
    "en": r"\b(stop|pause|skip|discontinue|leave off|come off|interrupt|quit|do without)\w*\b",
    "ru": r"\b(прекрат|прекращ|отмен|прерв|прерыв|бросьте|перестаньте|приостанов|сделайте перерыв)\w*",
}
PRESCRIBED = {
    "en": r"\b(medicine|tablet|pill|prescri|anticoagulant|aspirin|isotretinoin|steroid|retinoid|drug)\w*",
    "ru": r"\b(лекарств|таблет|препарат|назначен|антикоаг|аспирин|изотретиноин|стероид|ретиноид|гормон)\w*",
}
# A sentence that forbids it, or tells of somebody else who asks for it, is what we want to see.
FORBIDDING = {
    "en": r"\b(never|not|n't|no|nothing|without|instead of|dangerous|can kill|tells patients)\b",
    "ru": r"\b(не|никогда|ничего|нельзя|опасно|без|никто|запрещ\w+)\b",
}
PROMISE = {
    "en": r"\b(guarantee\w*|will disappear|removes? wrinkles|permanent(ly)? (result|smooth)|100 ?%)",
    "ru": r"\b(гарантир\w+|исчезнут|навсегда (уйд|избав)\w*|100 ?%)",
}
SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
OURS = ("statement", "question", "aftercare", "protocol", "alternative", "effect", "combination", "goal")


def sentences(lang: str) -> Iterator[tuple[str, str]]:
    """Every sentence of ours that a client or a professional may read; reasons set beside claims left out."""
    catalogue = Catalogue(lang)
    for name, english in texts(library()):
        kind = name.partition("-")[0]
        if kind in OURS and not re.search(r"--(aside|confesses|title)", name):
            said = english if lang == "en" else catalogue.ui(name)
            yield from ((name, sentence) for sentence in SENTENCE.split(said))


def shown(lang: str) -> Iterator[tuple[str, str]]:
    """Every sentence of the plans and aftercare of all scenarios, as printed."""
    for name in NAMES:
        for path in sorted((SCENARIOS / name / "golden").glob(f"*.{lang}.txt")):
            if path.name.startswith("screen"):
                continue  # the verdict also tells what other sources say and why it is set aside
            text = " ".join(path.read_text(encoding="utf-8").split())
            yield from ((f"{name}/{path.name}", sentence) for sentence in SENTENCE.split(text))


@pytest.mark.parametrize("lang", languages())
def test_nobody_is_told_to_stop_a_prescribed_medicine(lang: str) -> None:
    assert [told for told in (*sentences(lang), *shown(lang)) if tells_to_stop(lang, told[1])] == []


@pytest.mark.parametrize("lang", languages())
def test_nobody_is_promised_a_result(lang: str) -> None:
    assert [
        told
        for told in (*sentences(lang), *shown(lang))
        if re.search(PROMISE[lang], told[1], re.IGNORECASE) and not is_forbidding(lang, told[1])
    ] == []


@pytest.mark.parametrize(
    ("lang", "sentence", "tells"),
    [
        ("en", "Please stop your aspirin a week before.", True),
        ("en", "Do not stop your aspirin.", False),
        ("en", "Stop if it stings.", False),
        ("ru", "Прекратите приём аспирина за неделю.", True),
        ("ru", "Не прекращайте приём аспирина.", False),
    ],
)
def test_the_guard_knows_an_order_from_its_opposite(lang: str, sentence: str, tells: bool) -> None:
    assert tells_to_stop(lang, sentence) == tells


def tells_to_stop(lang: str, sentence: str) -> bool:
    """True for a sentence that tells somebody to leave off something prescribed."""
    is_about = all(re.search(words[lang], sentence, re.IGNORECASE) for words in (LEAVING, PRESCRIBED))
    return is_about and not is_forbidding(lang, sentence)


def is_forbidding(lang: str, sentence: str) -> bool:
    """True when the sentence says not to, or warns."""
    return re.search(FORBIDDING[lang], sentence, re.IGNORECASE) is not None
