"""A verdict in words: how far the client may go, why, what to ask, what to do instead."""

from collections.abc import Iterable, Iterator
from datetime import date

from adamas.knowledge.statement import Decision, Limit, Statement
from adamas.report.document import Banner, Block, Document, Heading, Item, Items, Table
from adamas.report.grounds import grounds
from adamas.report.parts import Reader, Teller
from adamas.report.words import Words
from adamas.screening.limits import NO_LIMIT
from adamas.screening.verdict import Finding, Used, Verdict


def compose_verdict(
    verdict: Verdict,
    words: Words,
    *,
    client: str = "",
    reader: Reader = "professional",
    whole_trace: bool = False,
) -> Document:
    """The verdict as a document; a client is told what it means, a professional also why and on whose word.

    whole_trace: every statement that was silent, too.
    """
    blocks: list[Block] = [_banner(verdict, words)]
    if len({(zone.decision, zone.clear_from) for zone in verdict.zones.values()}) > 1:
        blocks += [_zones(verdict, words)]
    spoke = _grouped(verdict.spoke)
    fired = [group for group in spoke if group[0].has_fired]
    if fired:
        blocks += [
            Heading(words.ui("verdict-why"), 2),
            Items(tuple(_fired(group, words, reader) for group in fired)),
        ]
    blocks += Teller(words, reader).asked(verdict.to_ask)
    blocks += limits(verdict.limit, words, is_overridden=verdict.decision > Decision.DEFER)
    blocks += _instead(fired, words)
    if whole_trace:
        blocks += [
            Heading(words.ui("verdict-trace"), 2),
            Items(tuple(_traced(f, words) for f in verdict.findings)),
        ]
    silent = sum(not f.has_fired and f.decision is not Decision.ASK for f in verdict.findings)
    return Document(
        title=words.ui("verdict-title", client=client) if client else words.ui("verdict-title-nameless"),
        lang=words.lang,
        blocks=tuple(blocks),
        footer=(
            words.ui(
                "verdict-count", silent=silent, all=len(verdict.findings), knowledge=verdict.knowledge[:8]
            ),
            words.ui("not-a-diagnosis"),
        ),
    )


def decision_word(decision: Decision, words: Words) -> str:
    """The decision in the reader's language."""
    return words.ui(f"decision-{decision.word}")


def limits(limit: Limit, words: Words, *, is_overridden: bool = False) -> list[Block]:
    """The bounds on the plan, when there are any; after a refusal they bind whoever overrides it."""
    if limit == NO_LIMIT:
        return []
    items = []
    for name in limit.__struct_fields__:
        value = getattr(limit, name)
        if value is None or value is False or value == ():
            continue
        items.append(Item(text=limit_text(name, value, words)))
    heading = "verdict-limits-overridden" if is_overridden else "verdict-limits"
    return [Heading(words.ui(heading), 2), Items(tuple(items))]


def limit_text(name: str, value: object, words: Words) -> str:
    """One bound in words."""
    key = f"limit-{name.replace('_', '-')}"
    match value:
        case tuple():
            kind = {"zones": "zone", "goals": "goal", "modalities": "modality", "products": "product"}
            of = kind[name.rpartition("_")[2]]
            named = [excluded(str(i), words) if of == "product" else words.title(of, str(i)) for i in value]
            return words.ui(key, value=words.listed(named))
        case bool():
            return words.ui(key)
        case float() if name in ("removed_at_most", "abrasion_factor", "vascular_factor"):
            return words.ui(key, value=round(100 * value))
        case float() | int():
            return words.ui(key, value=float(value))
        case _:
            return words.ui(key, value=str(value))


def excluded(name: str, words: Words) -> str:
    """What `exclude_products` may name: a treatment beside the visit, a cream, or what works in one."""
    for section, kind in (("combinations", "combination"), ("products", "product")):
        if name in words.library.section(section):
            return words.title(kind, name)
    return words.ui(f"ingredient-{name}")


def _banner(verdict: Verdict, words: Words) -> Banner:
    day = verdict.clear_from
    if not verdict.decision.is_blocking:
        text = words.ui(f"verdict-{verdict.decision.word}", on=verdict.on)
    elif day is None:
        waits = verdict.decision is Decision.DEFER
        text = words.ui("verdict-no-day-yet" if waits else "verdict-no-day", on=verdict.on)
    else:
        text = words.ui("verdict-clear-from", on=verdict.on, day=day)
    return Banner(decision_word(verdict.decision, words), verdict.decision.word, text)


def _zones(verdict: Verdict, words: Words) -> Table:
    rows = tuple(
        (
            words.title("zone", zone),
            decision_word(found.decision, words),
            "" if found.clear_from in (None, verdict.on) else words.day(found.clear_from),
        )
        for zone, found in verdict.zones.items()
    )
    return Table((words.ui("zone"), words.ui("decision"), words.ui("first-day")), rows)


def _grouped(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Findings of one statement together, whatever their zone."""
    groups: dict[tuple[str, bool], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.statement, finding.has_fired), []).append(finding)
    return [tuple(group) for group in groups.values()]


def _fired(group: tuple[Finding, ...], words: Words, reader: Reader) -> Item:
    first = group[0]
    statement = words.library.statements[first.statement]
    zones = [words.title("zone", finding.zone) for finding in group if finding.zone]
    head = words.title("statement", statement.id)
    is_professional = reader == "professional"
    details = [words.text("statement", statement.id, "say")]
    if is_professional:
        details += [words.text("statement", statement.id, "tell"), _heard(first, words)]
    if first.until is not None:
        details.append(words.ui("speaks-until", day=first.until))
    if is_professional:
        details += [*_override(statement, words), *grounds(statement, words)]
    return Item(
        label=decision_word(first.decision, words),
        tone=first.decision.word,
        text=f"{head} ({words.listed(zones)})" if zones else head,
        details=tuple(details),
    )


def _heard(finding: Finding, words: Words) -> str:
    return ", ".join(dict.fromkeys(used(heard, words) for heard in finding.used))


def _override(statement: Statement, words: Words) -> Iterator[str]:
    if statement.may_override is not None:
        needs = words.listed([words.ui(f"needs-{need}") for need in statement.may_override.needs])
        yield words.ui(f"may-override-{statement.may_override.who}", needs=needs)


def used(heard: Used, words: Words) -> str:
    """One fact as a statement saw it: its title, its value, where it was heard."""
    title = words.title("question", heard.fact)
    value = _value(heard, words)
    return f"{title}: {value}" + (f" ({words.heard(heard.heard)})" if heard.heard else "")


def _value(heard: Used, words: Words) -> str:
    question = words.library.questions[heard.fact]
    if heard.value == "":
        return words.ui("unknown") if heard.answer.value == "unknown" else words.ui("not-due")
    match question.kind:
        case "choice":
            return words.choice(question.id, heard.value)
        case "presence":
            return words.ui(heard.value)
        case "date" if heard.value != "never":
            return words.day(date.fromisoformat(heard.value))
        case "date":
            return words.ui("never")
        case "number":
            number = words.number(float(heard.value))
            return f"{number} {words.ui(f'unit-{question.unit.lower()}')}" if question.unit else number


def _instead(fired: list[tuple[Finding, ...]], words: Words) -> list[Block]:
    statements = [
        words.library.statements[group[0].statement] for group in fired if group[0].decision.is_blocking
    ]
    names = dict.fromkeys(name for statement in statements for name in statement.instead)
    if not names:
        return []
    items = tuple(
        Item(text=f"{words.title('alternative', name)}. {words.text('alternative', name, 'say')}")
        for name in names
    )
    return [Heading(words.ui("verdict-instead"), 2), Items(items)]


def _traced(finding: Finding, words: Words) -> Item:
    zone = f" ({words.title('zone', finding.zone)})" if finding.zone else ""
    said = words.ui(f"answer-{finding.truth.value}")
    if finding.excepted_by:
        said = words.ui("excepted", by=words.title("statement", finding.excepted_by))
    heard = ", ".join(used(u, words) for u in finding.used)
    return Item(
        label=decision_word(finding.decision, words),
        tone=finding.decision.word,
        text=f"{words.title('statement', finding.statement)}{zone}: {said}. {heard}",
    )
