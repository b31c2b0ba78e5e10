"""`adamas screen --all`: the verdicts of a whole population, and how often each statement spoke.

The first clear day and the trace of a client are not part of it: `adamas screen FILE` gives them.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import polars as pl

from adamas.errors import InputError, told
from adamas.knowledge.library import Library
from adamas.report.population import compose_population, summarised
from adamas.report.text import render
from adamas.report.words import Words
from adamas.screening.columns import bits_of
from adamas.screening.open_questions import questions_in
from adamas.screening.outcome import Count, verdicts_of
from adamas.screening.population import screen_all
from adamas_cli.clients import LINE_ENDINGS, Asked, Group, groups_in
from adamas_cli.exits import DONE
from adamas_cli.files import as_json, cannot_write, ending_of, show, wants_colour, width

QUIET_SECONDS = 2.0


def screen_file(args: argparse.Namespace, library: Library) -> int:
    """Screen every client of `args.all`: verdicts to `args.output` when it is given, counts to the terminal.

    Raises InputError for the first line or row that cannot be read; nothing is written then.
    """
    words = Words(args.lang, library)
    tally = _Tally(library, words)
    batches = groups_in(args.all, library, Asked(args.on, args.scope))
    if args.output is None:
        for batch in batches:
            tally.screen(batch)
    else:
        _refuse_ending(args.output)
        _write(args.output, (tally.screen(batch) for batch in batches))
    tally.progress.end()
    summary = summarised(tally.decisions, tally.counts, tally.days, knowledge=library.digest)
    if args.json:
        show(as_json(summary))
        return DONE
    show(render(compose_population(summary, words), width=width(), colour=wants_colour()))
    if args.output is not None:
        show("\n" + words.ui("population-written", clients=summary.clients, path=str(args.output)) + "\n")
    return DONE


class _Tally:
    """Counts what is screened, batch by batch."""

    def __init__(self, library: Library, words: Words) -> None:
        self.library = library
        self.decisions: Counter[str] = Counter()
        self.counts: dict[str, Count] = {}
        self.days: set[str] = set()
        self.progress = Progress(words)

    def screen(self, batch: list[Group]) -> pl.DataFrame:
        """The verdicts of one batch, in the order of the file."""
        verdicts = pl.concat([self._group(group) for group in batch]).sort("@row").drop("@row")
        self.decisions.update(verdicts["decision"].cast(pl.String).to_list())
        self.progress.show(self.decisions.total())
        return verdicts

    def _group(self, group: Group) -> pl.DataFrame:
        screened = screen_all(group.frame, self.library, on=group.on, scope=group.scope)
        questions = questions_in(screened, group.frame, self.library, on=group.on)
        verdicts, counts = verdicts_of(screened, group.frame, questions, self.library, bits_of(self.library))
        self.days.update(day.isoformat() for day in group.on.unique())
        for count in counts:
            self.counts[count.statement] = count.plus(self.counts.get(count.statement))
        about = {
            "@row": pl.Series(group.row, dtype=pl.UInt64),
            "client": pl.Series(group.client, dtype=pl.String),
            "on": group.on,
            "scope": pl.Series([group.scope], dtype=pl.String).new_from_index(0, len(group.row)),
        }
        return pl.DataFrame(about).hstack(verdicts)


class Progress:
    """Says how far it is, on the terminal, once it takes longer than somebody would wait in silence."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.last = monotonic()
        self.has_spoken = False

    def show(self, clients: int) -> None:
        """Tell the number of clients done, at most every two seconds."""
        if sys.stderr.isatty() and monotonic() - self.last > QUIET_SECONDS:
            self.last, self.has_spoken = monotonic(), True
            sys.stderr.write(f"\r{self.words.ui('population-progress', clients=clients)}\x1b[K")
            sys.stderr.flush()

    def end(self) -> None:
        """Leave a clean line."""
        if self.has_spoken:
            sys.stderr.write("\r\x1b[K")


def _refuse_ending(path: Path) -> None:
    if ending_of(path) not in (*LINE_ENDINGS, ".parquet"):
        raise InputError(
            told(
                "verdicts-ending",
                "Verdicts are written to .jsonl or .parquet, not to '{name}'.",
                name=path.name,
            ),
            where=str(path),
            hint=told("verdicts-ending-hint", "Give the output one of these endings."),
        )


def _write(path: Path, verdicts: Iterator[pl.DataFrame]) -> None:
    """Write all verdicts, or nothing: parts first, beside the place, then the whole in one step."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            parts = Path(folder)
            number = -1
            for number, part in enumerate(verdicts):
                part.write_parquet(parts / f"part-{number:06}.parquet", compression="lz4")
            if number < 0:
                raise InputError(
                    told("clients-none", "There is no client in this file."),
                    hint=told("clients-none-hint", "Add at least one; nothing was written."),
                )
            whole = pl.scan_parquet(parts / "part-*.parquet")
            made = parts / f"whole{path.suffix}"
            if ending_of(path) == ".parquet":
                whole.sink_parquet(made, maintain_order=True)
            else:
                whole.sink_ndjson(made, maintain_order=True)
            made.replace(path)
    except OSError as problem:
        raise cannot_write(path, problem) from None
