"""The gate of the knowledge base: what every entry owes before anybody is screened by it.

Each check takes the whole library and yields errors (where, what, what to do); none of them raises.
"""

from collections.abc import Collection, Iterator
from datetime import date

from adamas.errors import KnowledgeError, told
from adamas.knowledge.basis import Basis, Review
from adamas.knowledge.grammar import facts_of
from adamas.knowledge.library import Library
from adamas.knowledge.review import is_reviewed
from adamas.knowledge.sections import SECTIONS
from adamas.knowledge.statement import Statement
from adamas.misread import did_you_mean

TESTIMONY = ("claims", "sources")
"""Sections that hold what others said; every other entry must rest on them."""


def inspect(library: Library, *, on: date, hazards: Collection[str]) -> tuple[KnowledgeError, ...]:
    """Everything that is wrong with the knowledge base on a day, in the order a reader would mend it.

    hazards: the ids of the hazard log.
    """
    return (
        *_claims_have_sources(library),
        *_entries_rest_on_claims(library),
        *_claims_are_answered(library),
        *_conflicts_are_settled(library),
        *_statements_are_sound(library, on=on, hazards=hazards),
        *_questions_are_used(library),
        *_reviews_still_cover(library),
    )


def entries(library: Library) -> Iterator[tuple[str, str, Basis]]:
    """Every entry that rests on claims: its section, its place and itself."""
    for name, section in SECTIONS.items():
        if name in TESTIMONY:
            continue
        for key, entry in library.section(name).items():
            if isinstance(entry, Basis):
                yield name, f"knowledge/{section.folder}/{key}", entry


def _claims_have_sources(library: Library) -> Iterator[KnowledgeError]:
    sources = library.section("sources")
    for key, claim in library.section("claims").items():
        if claim.source not in sources:
            yield KnowledgeError(
                told(
                    "source-missing",
                    "The source '{source}' of this claim does not exist.",
                    source=claim.source,
                ),
                where=f"knowledge/claims ({key})",
                hint=did_you_mean(claim.source, sources),
            )


def _entries_rest_on_claims(library: Library) -> Iterator[KnowledgeError]:
    claims = library.section("claims")
    for section, where, entry in entries(library):
        for claim in (*entry.follows, *entry.sets_aside):
            if claim not in claims:
                yield KnowledgeError(
                    told("claim-missing", "There is no claim '{claim}'.", claim=claim),
                    where=where,
                    hint=did_you_mean(claim, claims),
                )
        for claim in set(entry.follows) & set(entry.sets_aside):
            yield KnowledgeError(
                told("claim-both", "The claim '{claim}' is followed and set aside at once.", claim=claim),
                where=where,
                hint=told("claim-both-hint", "Choose one."),
            )
        for claim, reason in entry.sets_aside.items():
            if len(reason.split()) < 3:
                yield KnowledgeError(
                    told(
                        "claim-no-reason", "The claim '{claim}' is set aside without a reason.", claim=claim
                    ),
                    where=where,
                    hint=told("claim-no-reason-hint", "Say why in one sentence."),
                )
        if section == "statements" and not entry.follows and entry.grade != "P":
            yield KnowledgeError(
                told("statement-no-claim", "This statement follows no claim."),
                where=where,
                hint=told("statement-no-claim-hint", "Name what it follows, or grade it P: our proposal."),
            )


def _claims_are_answered(library: Library) -> Iterator[KnowledgeError]:
    answered = {claim for _, _, entry in entries(library) for claim in (*entry.follows, *entry.sets_aside)}
    answered.update(claim for price in library.section("prices").values() for claim in price.follows)
    for key in library.section("claims"):
        if key not in answered:
            yield KnowledgeError(
                told("claim-unanswered", "Nothing follows the claim '{claim}' or sets it aside.", claim=key),
                where=f"knowledge/claims ({key})",
                hint=told(
                    "claim-unanswered-hint", "Follow it in an entry, or set it aside there with a reason."
                ),
            )


def _conflicts_are_settled(library: Library) -> Iterator[KnowledgeError]:
    claims = library.section("claims")
    known = {entry.id for _, _, entry in entries(library)}
    for key, conflict in library.section("conflicts").items():
        where = f"knowledge/conflicts ({key})"
        if len(conflict.between) < 2:
            yield KnowledgeError(
                told("conflict-one-sided", "A conflict needs two claims."),
                where=where,
                hint=told("conflict-one-sided-hint", "Name them under 'between:'."),
            )
        for claim in conflict.between:
            if claim not in claims:
                yield KnowledgeError(
                    told("claim-missing", "There is no claim '{claim}'.", claim=claim),
                    where=where,
                    hint=did_you_mean(claim, claims),
                )
        if not conflict.settled_by:
            yield KnowledgeError(
                told("conflict-open", "Nothing settles this conflict."),
                where=where,
                hint=told("conflict-open-hint", "Name the entries that carry the decision out."),
            )
        for entry in conflict.settled_by:
            if entry not in known:
                yield KnowledgeError(
                    told("entry-missing", "There is no entry '{entry}'.", entry=entry),
                    where=where,
                    hint=did_you_mean(entry, known),
                )


def _statements_are_sound(
    library: Library, *, on: date, hazards: Collection[str]
) -> Iterator[KnowledgeError]:
    for key, statement in library.statements.items():
        where = f"knowledge/statements/{key}"
        yield from _scopes_fit(statement, library, where=where)
        yield from _names_exist(statement, library, where=where)
        yield from _exception_is_sound(statement, library, where=where)
        yield from _hazards_exist(statement, hazards, where=where)
        if statement.in_force.review_by < on:
            yield KnowledgeError(
                told(
                    "review-overdue",
                    "This statement was to be looked at again by {day}.",
                    day=statement.in_force.review_by,
                ),
                where=where,
                hint=told("review-overdue-hint", "Review it, then set a new review_by."),
            )


def _scopes_fit(statement: Statement, library: Library, *, where: str) -> Iterator[KnowledgeError]:
    claims = library.section("claims")
    for name in statement.follows:
        scope = claims[name].scope if name in claims else "any"
        if scope != "any" and scope not in statement.applies_to:
            yield KnowledgeError(
                told(
                    "scope-differs",
                    "The claim '{claim}' speaks of {scope}, this statement of {scopes}.",
                    claim=name,
                    scope=scope,
                    scopes=statement.applies_to,
                ),
                where=where,
                hint=told(
                    "scope-differs-hint",
                    "A claim about another procedure is no ground; set it aside or widen applies_to.",
                ),
            )


def _names_exist(statement: Statement, library: Library, *, where: str) -> Iterator[KnowledgeError]:
    limit = statement.limit
    named: dict[str, Collection[str]] = {
        "alternatives": statement.instead,
        "zones": limit.exclude_zones,
        "goals": (*limit.exclude_goals, *limit.only_goals),
        "modalities": limit.exclude_modalities,
        "products": limit.exclude_products,
    }
    usable = {name for product in library.section("products").values() for name in product.ingredients}
    usable |= library.section("combinations").keys()
    for section, names in named.items():
        known = library.section(section).keys() | (usable if section == "products" else set())
        for name in names:
            if name not in known:
                yield KnowledgeError(
                    told("no-entry-of", "There is no '{name}' in {section}.", name=name, section=section),
                    where=where,
                    hint=did_you_mean(name, known),
                )
    if statement.zone == "affected":
        facts = facts_of(library.conditions[f"statement/{statement.id}"])
        if not any(library.questions[fact].zoned for fact in facts):
            yield KnowledgeError(
                told(
                    "zones-not-asked",
                    "It speaks of affected zones, but none of its facts is asked zone by zone.",
                ),
                where=where,
                hint=told(
                    "zones-not-asked-hint", "Set 'zoned: true' in the question, or 'zone: whole' here."
                ),
            )


def _exception_is_sound(statement: Statement, library: Library, *, where: str) -> Iterator[KnowledgeError]:
    seen = [statement.id]
    relaxed = statement.exception_to
    while relaxed:
        if relaxed in seen:
            yield KnowledgeError(
                told(
                    "exception-circle", "These exceptions run in a circle: {names}.", names=(*seen, relaxed)
                ),
                where=where,
                hint=told("exception-circle-hint", "Let one of them relax nothing."),
            )
            return
        if relaxed not in library.statements:
            yield KnowledgeError(
                told("exception-of-nothing", "There is no statement '{name}' to relax.", name=relaxed),
                where=where,
                hint=did_you_mean(relaxed, library.statements),
            )
            return
        seen.append(relaxed)
        relaxed = library.statements[relaxed].exception_to
    if statement.exception_to and not statement.follows:
        yield KnowledgeError(
            told("exception-no-claim", "An exception needs a claim of its own."),
            where=where,
            hint=told("exception-no-claim-hint", "Name it under 'follows:'."),
        )


def _hazards_exist(statement: Statement, hazards: Collection[str], *, where: str) -> Iterator[KnowledgeError]:
    if not statement.hazards:
        yield KnowledgeError(
            told("hazard-none", "This statement controls no hazard."),
            where=where,
            hint=told("hazard-none-hint", "Name one of safety/hazards.yaml, or 'none: reason'."),
        )
    for hazard in statement.hazards:
        has_reason = hazard.startswith("none: ") and len(hazard.split()) > 2
        if hazard not in hazards and not has_reason:
            yield KnowledgeError(
                told("hazard-missing", "There is no hazard '{hazard}'.", hazard=hazard),
                where=where,
                hint=did_you_mean(hazard, hazards),
            )


def _questions_are_used(library: Library) -> Iterator[KnowledgeError]:
    used = {fact for condition in library.conditions.values() for fact in facts_of(condition)}
    used.update(source for question in library.questions.values() for source in question.derived_from)
    for key in library.questions:
        if key not in used:
            yield KnowledgeError(
                told("question-unused", "No condition looks at this answer."),
                where=f"knowledge/questions/{key}.yaml",
                hint=told(
                    "question-unused-hint",
                    "Ask only what changes something: use it in a statement or remove it.",
                ),
            )


def _reviews_still_cover(library: Library) -> Iterator[KnowledgeError]:
    for _, where, entry in entries(library):
        if isinstance(entry.reviewed, Review) and not is_reviewed(entry):
            yield KnowledgeError(
                told(
                    "review-outdated",
                    "The text changed after {by} reviewed it on {day}.",
                    by=entry.reviewed.by,
                    day=entry.reviewed.on,
                ),
                where=where,
                hint=told(
                    "review-outdated-hint",
                    "It counts as unreviewed; have it read again, or set 'reviewed: no'.",
                ),
            )
