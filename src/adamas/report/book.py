"""The whole knowledge base with its reasons, as one document for the clinician who reads and signs it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from adamas.knowledge.basis import Basis
from adamas.knowledge.library import Library
from adamas.knowledge.review import digest_of_entry, is_reviewed
from adamas.knowledge.statement import Case, Decision, Statement
from adamas.knowledge.texts import KINDS
from adamas.report.condition import condition_text
from adamas.report.document import Block, Document, Heading, Item, Items, Paragraph, Table
from adamas.report.grounds import cited, grade_id
from adamas.report.verdict import decision_word, limit_text
from adamas.report.words import Words
from adamas.screening.limits import NO_LIMIT
from adamas.units import parse_span

CHAPTERS = (
    "goals",
    "modalities",
    "zones",
    "protocols",
    "aftercare",
    "effects",
    "combinations",
    "devices",
    "products",
    "prices",
    "alternatives",
    "parameters",
    "validation",
)
"""The chapters after the statements, in the order of a course."""


def compose_book(words: Words, cases: Mapping[str, tuple[Case, ...]]) -> Document:
    """Every statement, settled conflict, entry, claim and source; cases are those of `read_cases`."""
    library = words.library
    blocks: list[Block] = [
        *_preface(library, words),
        Heading(words.ui("book-statements")),
        *(block for statement in _by_weight(library) for block in _statement(statement, cases, words)),
        Heading(words.ui("book-conflicts")),
        *(block for name in library.section("conflicts") for block in _conflict(name, words)),
    ]
    for section in CHAPTERS:
        blocks += [Heading(words.ui(f"book-{section}"))]
        for entry in library.section(section).values():
            blocks += _entry(KINDS[section], entry, words)
    blocks += [
        Heading(words.ui("book-questions")),
        *_questions(library, words),
        Heading(words.ui("book-claims")),
        *_claims(library, words),
    ]
    return Document(
        title=words.ui("book-title"),
        lang=words.lang,
        blocks=tuple(blocks),
        footer=(words.ui("plan-knowledge", knowledge=library.digest),),
        has_contents=True,
    )


def _preface(library: Library, words: Words) -> list[Block]:
    entries = [
        entry for section in KINDS for entry in library.section(section).values() if isinstance(entry, Basis)
    ]
    signed = sum(is_reviewed(entry) for entry in entries)
    return [
        Paragraph(words.ui("book-preface")),
        Paragraph(words.ui("book-signed", signed=signed, all=len(entries)), "strong"),
        Paragraph(words.ui("not-a-diagnosis")),
    ]


def _by_weight(library: Library) -> list[Statement]:
    return sorted(library.statements.values(), key=lambda s: (-s.decision.rank, s.id))


def _statement(statement: Statement, cases: Mapping[str, tuple[Case, ...]], words: Words) -> Iterator[Block]:
    name = statement.id
    yield Heading(words.title("statement", name), 2)
    when = condition_text(words.library.conditions[f"statement/{name}"], words)
    yield Items(
        (
            Item(
                label=decision_word(statement.decision, words),
                tone=statement.decision.word,
                text=words.ui("book-when", condition=when),
                details=tuple(_terms(statement, words)),
            ),
        )
    )
    yield Paragraph(words.ui("book-to-client", said=words.text("statement", name, "say")))
    yield Paragraph(words.ui("book-to-professional", said=words.text("statement", name, "tell")))
    yield from _ground("statement", statement, words)
    yield from _tried(cases.get(name, ()), words)


def _tried(cases: tuple[Case, ...], words: Words) -> Iterator[Block]:
    """What the statement decides for each client it is tried on."""
    rows = tuple(
        (
            words.day(case.on),
            "; ".join(_answer(fact, raw, words) for fact, raw in case.facts.items())
            or words.ui("book-no-answer"),
            decision_word(Decision(case.expect), words),
        )
        for case in cases
    )
    if rows:
        yield Table((words.ui("book-case"), words.ui("book-answers"), words.ui("decision")), rows)


def _answer(fact: str, raw: Any, words: Words) -> str:
    """One answer of a case in the reader's language."""
    said = raw if isinstance(raw, dict) else {"is": raw}
    word, question = str(said["is"]), words.library.questions[fact]
    shown = word
    if word in question.choices:
        shown = words.choice(fact, word)
    elif word in ("present", "absent", "unknown", "never"):
        shown = words.ui(word)
    elif question.kind == "date":
        shown = words.day(date.fromisoformat(word))
    zones = words.listed([words.title("zone", zone) for zone in said.get("zones", ())])
    return f"{words.title('question', fact)}: {shown}" + (f" ({zones})" if zones else "")


def _terms(statement: Statement, words: Words) -> Iterator[str]:
    scopes = words.listed([words.ui(f"scope-{scope}") for scope in statement.applies_to])
    yield words.ui("book-applies-to", scopes=scopes)
    if statement.zone == "affected":
        yield words.ui("book-affected")
    if statement.limit != NO_LIMIT:
        for field in statement.limit.__struct_fields__:
            value = getattr(statement.limit, field)
            if value not in (None, False, ()):
                yield limit_text(field, value, words)
    if statement.exception_to:
        yield words.ui("book-exception", statement=words.title("statement", statement.exception_to))
    if statement.may_override is not None:
        needs = words.listed([words.ui(f"needs-{need}") for need in statement.may_override.needs])
        yield words.ui(f"may-override-{statement.may_override.who}", needs=needs)
    yield words.ui("book-in-force", since=statement.in_force.since, review=statement.in_force.review_by)
    yield words.ui("book-hazards", hazards=", ".join(statement.hazards))


def _ground(kind: str, entry: Basis, words: Words) -> Iterator[Block]:
    """Which claims an entry follows and sets aside, what it simplifies, its grade, and its signature."""
    items = [_followed(claim, words) for claim in entry.follows]
    for claim in entry.sets_aside:
        said = _followed(claim, words)
        reason = words.aside(kind, entry.id, claim)
        items.append(
            Item(
                label=words.ui("book-aside"), tone="caution", text=said.text, details=(reason, *said.details)
            )
        )
    if items:
        yield Items(tuple(items))
    if entry.confesses:
        yield Paragraph(words.ui("book-confesses", said=words.text(kind, entry.id, "confesses")), "quiet")
    grade = words.ui("grade", grade=words.ui(f"grade-{grade_id(entry.grade)}"))
    signed = words.ui("book-signed-entry") if is_reviewed(entry) else words.ui("not-reviewed")
    yield Paragraph(f"{grade}; {signed}. {words.ui('book-digest', digest=digest_of_entry(entry))}", "quiet")


def _followed(claim: str, words: Words) -> Item:
    return Item(
        label=words.ui("book-follows"),
        tone="clear",
        text=words.text("claim", claim, "says"),
        details=(cited((claim,), words),),
    )


def _conflict(name: str, words: Words) -> Iterator[Block]:
    conflict = words.entry("conflict", name)
    yield Heading(words.text("conflict", name, "title") if hasattr(conflict, "title") else name, 2)
    yield Items(tuple(_followed(claim, words) for claim in conflict.between))
    kind, method = words.ui(f"conflict-{conflict.kind}"), words.ui(f"method-{conflict.method}")
    yield Paragraph(words.ui("book-settled", kind=kind, method=method), "strong")
    yield Paragraph(words.text("conflict", name, "because"))


def _entry(kind: str, entry: Any, words: Words) -> Iterator[Block]:
    yield Heading(words.title(kind, entry.id) if hasattr(entry, "title") else entry.id, 2)
    for field in ("say", "tell", "stay_off", "note"):
        if getattr(entry, field, ""):
            yield Paragraph(words.text(kind, entry.id, field))
    condition = words.library.conditions.get(f"{kind}/{entry.id}")
    if condition is not None:
        yield Paragraph(words.ui("book-when", condition=condition_text(condition, words)))
    rows = tuple((field, shown) for field, shown in _numbers(entry))
    if rows:
        yield Table((words.ui("book-field"), words.ui("book-value")), rows)
    yield from _ground(kind, entry, words)


_WORDS = {
    "id",
    "grade",
    "follows",
    "sets_aside",
    "reviewed",
    "confesses",
    "title",
    "say",
    "tell",
    "stay_off",
    "note",
    "when",
}


def _numbers(entry: Any) -> Iterator[tuple[str, str]]:
    """The fields that are data rather than sentences, by the names they have in the files."""
    for field in entry.__struct_fields__:
        value = getattr(entry, field)
        if field not in _WORDS and value not in (None, "", (), {}, False):
            yield field, _plain(value)


def _plain(value: Any) -> str:
    match value:
        case tuple() | list():
            return ", ".join(_plain(item) for item in value)
        case dict():
            return ", ".join(f"{key} {_plain(item)}" for key, item in value.items())
        case float():
            return f"{value:g}"
        case _ if hasattr(value, "__struct_fields__"):
            return " ".join(_plain(getattr(value, f)) for f in value.__struct_fields__ if getattr(value, f))
        case _:
            return str(value)


def _questions(library: Library, words: Words) -> Iterator[Block]:
    rows = tuple(
        (
            words.text("question", name, "ask") or words.title("question", name),
            ", ".join(words.choice(name, choice) for choice in question.choices)
            or words.ui(f"kind-{question.kind}"),
            _keeps(question.keeps, words),
            " ".join(
                (
                    *question.codes.icd10,
                    *(f"−{code}" for code in question.codes.icd10_except),
                    *question.codes.atc,
                )
            ),
        )
        for name, question in sorted(library.questions.items(), key=lambda item: (item[1].order, item[0]))
    )
    columns = ("book-question", "book-answers", "book-keeps", "book-codes")
    yield Table(tuple(words.ui(column) for column in columns), rows)


def _keeps(keeps: str, words: Words) -> str:
    if keeps in ("always", "visit"):
        return words.ui(f"keeps-{keeps}")
    count, unit = parse_span(keeps)
    return words.ui(f"span-{unit}", count=count)


def _claims(library: Library, words: Words) -> Iterator[Block]:
    for source in library.section("sources").values():
        claims = [name for name, claim in library.section("claims").items() if claim.source == source.id]
        if not claims:
            continue
        yield Heading(source.title, 2)
        place = ", ".join(part for part in (source.place, str(source.year or "")) if part)
        grade = words.ui(f"grade-{grade_id(source.grade)}")
        yield Paragraph(
            f"{source.id}. {place}. {words.ui('grade', grade=grade)}; {words.ui(f'read-{source.read}')}.",
            "quiet",
        )
        yield Table(
            (words.ui("book-claim"), words.ui("book-where"), words.ui("book-says")),
            tuple(
                (name, library.section("claims")[name].where, words.text("claim", name, "says"))
                for name in claims
            ),
        )
