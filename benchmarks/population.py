"""A million clients and all statements: in columns, one by one, by two peers; compared cell by cell."""

import resource
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date
from functools import partial
from time import perf_counter
from typing import Any

import polars as pl
from msgspec import Struct

from adamas.knowledge.library import Library
from adamas.knowledge.truth import Row, Truth
from adamas.screening.columns import bits_of
from adamas.screening.expressions import zones_of
from adamas.screening.population import screen_all, weigh
from adamas.screening.rules import Rules, rules_on
from benchmarks.peers import Context, Peer, cel_peers, context_of, zen_peers
from benchmarks.result import Result, say
from tests.support.random_clients import random_table

ON = date(2026, 11, 21)
BAR_COLUMNS, BAR_OWN, BAR_PEER, BAR_CEL = 50.0, 50.0, 100.0, 5.0
ONE_BY_ONE = 4000
WORDS = {True: "yes", False: "no", None: "unknown"}
REPEATS = 5


class Contender(Struct, frozen=True):
    """One way of finding all truths of some clients, and its best speed in statements a second."""

    name: str
    work: Callable[[], list[list[Truth]]]
    clients: int


def measure(library: Library, *, clients: int) -> Iterator[Result]:
    """Speed, ratios, equality, growth and memory; the bars are those of the issue."""
    rules = rules_on(library, ON, scope="salon")
    say(f"  making {clients:,} clients ...")
    table = random_table(library, clients, on=ON, seed=1)
    plain = _without_zones(table, library)
    columns = yield from _columns(plain, table, library, rules)
    speeds, truths = _speeds(plain, library, rules)
    own = speeds["one by one"]
    cells = sum(len(row) for row in truths["one by one"])
    peers = {name: speed for name, speed in speeds.items() if name != "one by one"}
    best = max(peers, key=lambda name: peers[name])
    best_cel = max((name for name in peers if name.startswith("CEL")), key=lambda name: peers[name])
    yield Result(
        what="one by one, truths only", value=own, unit="M/s", note=f"{ONE_BY_ONE} clients, ready rows"
    )
    for name, speed in peers.items():
        note = _difference(truths["one by one"], truths[name], cells)
        yield Result(what=name, value=speed, unit="M/s", note=note)
    yield Result(what="columns : one by one", value=columns / own, unit="x", bar=BAR_OWN)
    yield Result(what="columns : best peer", value=columns / peers[best], unit="x", bar=BAR_PEER, note=best)
    yield Result(
        what="one by one : best CEL", value=own / peers[best_cel], unit="x", bar=BAR_CEL, note=best_cel
    )
    head = _cells(weigh(plain.head(ONE_BY_ONE), rules, bits_of(library), on=ON)[0], rules)
    unlike = _unlike(truths["one by one"], head)
    yield Result(
        what="columns unlike one by one",
        value=unlike,
        unit="cells",
        bar=0,
        at_most=True,
        note=f"of {cells:,}",
    )


def _columns(
    plain: pl.DataFrame, table: pl.DataFrame, library: Library, rules: Rules
) -> Generator[Result, None, float]:
    """Speed of the columns; returned is that of the truths alone, which is what the others are asked for."""
    bits, count = bits_of(library), plain.height
    note = f"{count:,} clients x {len(rules)} statements"
    say("  columns ...")
    truths = _best(lambda: weigh(plain, rules, bits, on=ON))
    whole = _best(lambda: screen_all(table, library, on=ON))
    speed = count * len(rules) / truths / 1e6
    yield Result(what="columns, truths only", value=speed, unit="M/s", bar=BAR_COLUMNS, note=note)
    yield Result(
        what="columns, whole screening",
        value=count * len(rules) / whole / 1e6,
        unit="M/s",
        bar=BAR_COLUMNS,
        note="with zones, exceptions and decisions",
    )
    times = []
    for share in (4, 2, 1):
        part = table.head(count // share)
        times.append(_best(partial(screen_all, part, library, on=ON)))
        yield Result(
            what=f"whole screening, {part.height:,} clients", value=times[-1], unit="s", note=_peak()
        )
    yield Result(
        what="growth: four times the clients",
        value=times[-1] / times[0],
        unit="x",
        bar=4 * 1.25,
        at_most=True,
        note="linear is 4",
    )
    yield Result(what="columns in memory", value=table.estimated_size("mb"), unit="MB", note=_peak())
    return speed


def _speeds(
    plain: pl.DataFrame, library: Library, rules: Rules
) -> tuple[dict[str, float], dict[str, list[list[Truth]]]]:
    """The best of several rounds, all contenders taking turns, in million statements a second."""
    facts = sorted({fact for rule in rules for fact in rule.facts})
    heard = plain.head(ONE_BY_ONE).select(facts).to_dicts()
    rows = [{fact: value for fact, value in row.items() if value is not None} for row in heard]
    contexts = [context_of(row) for row in heard]
    order = (*rules.whole.ids, *rules.local.ids)
    conditions = {name: library.conditions[f"statement/{name}"] for name in order}
    contenders = [Contender("one by one", lambda: _own(rules, rows), len(rows))]
    for peer in (*cel_peers(conditions, ON), *zen_peers(conditions, ON)):
        asked = contexts[: len(contexts) // 10] if "one expression a statement" in peer.name else contexts
        contenders.append(Contender(peer.name, _asking(peer, asked), len(asked)))
    best: dict[str, float] = {}
    truths: dict[str, list[list[Truth]]] = {}
    for turn in range(REPEATS):
        say(f"  one by one and peers, round {turn + 1} of {REPEATS} ...")
        for one in contenders:
            start = perf_counter()
            truths[one.name] = one.work()
            speed = one.clients * len(rules) / (perf_counter() - start) / 1e6
            best[one.name] = max(speed, best.get(one.name, 0.0))
    return best, truths


def _own(rules: Rules, rows: Sequence[Row]) -> list[list[Truth]]:
    whole, local = rules.whole.truths, rules.local.truths
    return [whole(row) + local(row) for row in rows]


def _asking(peer: Peer, contexts: list[Context]) -> Callable[[], list[list[Truth]]]:
    return lambda: [peer.ask(context) for context in contexts]


def _cells(truths: pl.DataFrame, rules: Rules) -> list[list[Truth]]:
    rows: list[Any] = [list(row) for row in truths.select(*rules.whole.ids, *rules.local.ids).iter_rows()]
    return rows


def _difference(own: list[list[Truth]], other: list[list[Truth]], cells: int) -> str:
    """How many truths differ, and in which way."""
    ways = Counter(
        (mine, theirs)
        for row, told in zip(own, other, strict=False)
        for mine, theirs in zip(row, told, strict=True)
        if mine is not theirs
    )
    if not ways:
        return "all truths equal"
    listed = ", ".join(
        f"{WORDS[mine]} told as {WORDS[theirs]} {n:,} times" for (mine, theirs), n in ways.items()
    )
    return f"{ways.total():,} of {cells:,} truths differ: {listed}"


def _unlike(own: list[list[Truth]], other: list[list[Truth]]) -> int:
    return sum(
        mine is not theirs
        for row, told in zip(own, other, strict=False)
        for mine, theirs in zip(row, told, strict=True)
    )


def _without_zones(table: pl.DataFrame, library: Library) -> pl.DataFrame:
    """The same clients, every answer speaking of all zones: then a client is one row, as the peers see it."""
    zoned = [zones_of(name) for name, question in library.questions.items() if question.zoned]
    return table.with_columns(pl.lit(0, pl.UInt64).alias(name) for name in zoned)


def _best(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def _peak() -> str:
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB resident"
