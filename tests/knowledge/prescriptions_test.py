"""Nobody is ever told to stop, pause or change a medicine that a doctor prescribed, in any language."""

import re
from collections.abc import Iterator

import pytest

from adamas.knowledge.grammar import facts_of
from adamas.knowledge.library import Library, compile_library, default_root
from adamas.knowledge.texts import texts
from adamas.report.words import default_locales
from adamas.strict import read_text

MEDICINE = (
    r"medicines?|drugs?|tablets?|pills?|prescri\w+|antibiotics?|anticoagulants?|aspirin|hormones?|steroids?|isotretinoin"
    r"|лекарств\w*|препарат\w*|таблет\w+|назначен\w+|антибиотик\w*|антикоагулянт\w*|аспирин\w*|гормон\w*|изотретиноин\w*"
)
ORDER = (
    r"\b(?:stop|pause|skip|discontinue|quit|interrupt|suspend|reduce|leave off|come off|give up|drop)\b"
    r"|\b(?:прекратите|бросьте|отмените|перестаньте|приостановите|прервите|пропустите|уменьшите|откажитесь)\b"
    r"|\bне (?:принимайте|пейте)\b"
)
REFUSAL = (
    r"\b(?:not|never|nothing|nobody|without|no|instead)\b"
    r"|\b(?:не|ни|никогда|ничего|нельзя)\b(?! принимайте| пейте)"
)
MESSAGE = re.compile(r"^([\w-]+) = (.+)$", re.MULTILINE)
# What sources say, and why we do not follow it, must be free to name the bad advice.
REPORTED = re.compile(r"^(?:claim-|conflict-|.*--aside-)")


def orders_about_medicines(text: str) -> Iterator[str]:
    """The sentences that order a change of a medicine; one that forbids such a change orders none."""
    for sentence in re.split(r"(?<=[.!?;])\s+", text):
        ordered = re.search(ORDER, sentence, re.IGNORECASE)
        if ordered is None or not re.search(MEDICINE, sentence, re.IGNORECASE):
            continue
        if not re.search(REFUSAL, sentence[: ordered.start()], re.IGNORECASE):
            yield sentence


@pytest.fixture(scope="module")
def library() -> Library:
    return compile_library(default_root())


@pytest.mark.parametrize(
    "text",
    [
        "Stop your tablets a week before.",
        "Please pause the prescribed cream for seven days.",
        "Skip aspirin on the day.",
        "Прекратите приём препарата за три дня.",
        "За неделю не принимайте антибиотики.",
        "Бросьте гормоны на время курса.",
    ],
)
def test_an_order_to_stop_a_medicine_is_noticed(text: str) -> None:
    assert list(orders_about_medicines(text)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Never stop a prescribed medicine.",
        "Do not stop anything a doctor prescribed.",
        "Stop at petechiae.",
        "Keep taking your tablets exactly as prescribed.",
        "Никогда не прекратите лечение препаратом сами.",
        "Прекратите шлифовку при боли.",
    ],
)
def test_a_sentence_that_leaves_medicines_alone_is_let_pass(text: str) -> None:
    assert list(orders_about_medicines(text)) == []


def test_no_english_text_tells_anybody_to_change_a_medicine(library: Library) -> None:
    said = {name: text for name, text in texts(library) if not REPORTED.match(name)}
    assert {name: found for name, text in said.items() if (found := list(orders_about_medicines(text)))} == {}


def test_no_text_of_a_language_tells_anybody_to_change_a_medicine() -> None:
    for path in sorted(default_locales().glob("*/*.ftl")):
        said = {name: text for name, text in MESSAGE.findall(read_text(path)) if not REPORTED.match(name)}
        told = {name: found for name, text in said.items() if (found := list(orders_about_medicines(text)))}
        assert told == {}, path.name


def test_whoever_takes_a_medicine_now_is_told_to_keep_to_it(library: Library) -> None:
    """A blocked client must not be tempted to stop: the sentence itself says that the medicine stays."""
    taken = {
        name
        for name, question in library.questions.items()
        if question.group == "medicines" and question.kind in ("presence", "choice")
    }
    blocked = {
        name: statement.say
        for name, statement in library.statements.items()
        if statement.decision.is_blocking and taken & set(facts_of(library.conditions[f"statement/{name}"]))
    }
    assert len(blocked) > 5
    assert {name for name, say in blocked.items() if "prescribed" not in say} - {
        "blood-thinner-bruises"
    } == set()
