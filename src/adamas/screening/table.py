"""Reads a table of clients (a Parquet file) as strictly as a client file, all rows at once.

Columns: one a fact, in its own type or in words as in a client file; beside it, where wanted, `<fact>.zones`
(list of zones the answer names) and `<fact>.on` (day it was given). `client`, `scope`, `zones` (list) and
`on` (day of the answers) as in a client file; `sun` is a list of stays {from, to}. Null is unknown, the day
0001-01-01 is *never*.
"""

from collections.abc import Mapping
from datetime import date
from typing import Never

import polars as pl

from adamas.errors import AnswerInvalid, InputError, told
from adamas.intake.values import PRESENCE, UNKNOWN, bounds_hint, number_hint
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.truth import NEVER, last_over
from adamas.misread import FIRST_DAY, LAST_DAY, day_hint, did_you_mean
from adamas.screening.columns import STAYS, SUN, WISHED, bits_of, complete, kind_of, schema_of, years_since
from adamas.screening.days import Day, worked_out
from adamas.screening.expressions import zones_of
from adamas.units import parse_span

ROW = "row"
"""The column that tells where a row stands in the file, from 1."""
ABOUT = {"client": pl.String(), "scope": pl.String(), "on": pl.Date(), "zones": pl.List(pl.String)}
_NUMBER = r"^([+-]?[0-9]+(?:[.,][0-9]+)?)(?: +(.*))?$"
_ISO_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def check_columns(schema: pl.Schema, library: Library, *, where: str) -> None:
    """Refuse a column that is neither a fact nor about the client. Raises InputError."""
    zoned = [f"{name}.zones" for name, question in library.questions.items() if question.zoned]
    dated = [f"{name}.on" for name in library.questions]
    known = {*library.questions, *zoned, *dated, *ABOUT, "sun"}
    for name in schema:
        if name not in known:
            raise InputError(
                told("question-unknown", "No question is called '{name}'.", name=name),
                where=f"{where} ({name})",
                hint=did_you_mean(name, known),
            )
        fact, _, part = name.partition(".")
        if part and fact not in schema:
            raise InputError(
                told(
                    "column-alone", "The column '{column}' stands without '{fact}'.", column=name, fact=fact
                ),
                where=f"{where} ({name})",
                hint=told("column-alone-hint", "Add the column '{fact}', or leave this one out.", fact=fact),
            )


def read_table(table: pl.DataFrame, library: Library, *, on: Day, where: str) -> pl.DataFrame:
    """Turn typed or worded columns into the columns of `columns_of`, as of one day or each client's own.

    table: the columns named above and ROW. An answer that no longer keeps on the day becomes unknown.
    Raises AnswerInvalid that names row and column; nothing is half-read.
    """
    reader = _Reader(table, library, on, where)
    bits = bits_of(library)
    heard = [column for name, q in sorted(library.questions.items()) for column in reader.fact(name, q, bits)]
    wished = reader.mask("zones", bits).alias(WISHED)
    sun = reader.typed("sun", STAYS).fill_null([]).alias(SUN)
    frame = pl.DataFrame([*heard, wished, sun]).select(list(schema_of(library)))
    reader.check_ages(frame)
    return complete(frame, library, on=on)


class _Reader:
    """One table being read: every check names the first row that fails it."""

    def __init__(self, table: pl.DataFrame, library: Library, on: Day, where: str) -> None:
        self.table = table
        self.library = library
        one_day = pl.Series("on", [on], dtype=pl.Date) if isinstance(on, date) else on
        self.on = one_day.new_from_index(0, table.height) if isinstance(on, date) else one_day
        self.where = where
        self.heard_on = self.typed("on", pl.Date()).fill_null(self.on)

    def fact(self, name: str, question: Question, bits: Mapping[str, int]) -> list[pl.Series]:
        """The column of one fact, and that of its zones when it has any."""
        mask = self.mask(f"{name}.zones", bits).alias(zones_of(name))
        if name not in self.table.columns:
            nothing = pl.Series(name, [None], dtype=kind_of(question)).new_from_index(0, self.table.height)
            return [nothing, mask] if question.zoned else [nothing]
        day = self.typed(f"{name}.on", pl.Date()).fill_null(self.heard_on)
        self.refuse_where(
            day > self.on,
            f"{name}.on",
            told("row-answer-ahead", "The answer lies ahead."),
            told("answer-from-future-hint", "Check the day; an answer cannot come from the future."),
        )
        value = self.value(name, question)
        self.check(name, value, question, day)
        value = value.set(self.expired(question, day), None).alias(name)
        return [value, mask] if question.zoned else [value]

    def typed(self, name: str, kind: pl.DataType) -> pl.Series:
        """A column in its type; unknown everywhere when the table has none. Words are read as ISO days."""
        if name not in self.table.columns:
            return pl.Series(name, [None], dtype=kind).new_from_index(0, self.table.height)
        column = self.table[name]
        try:
            if column.dtype == pl.String and kind == pl.Date:
                return column.str.to_date("%Y-%m-%d", strict=True)
            if not _may_become(column.dtype, kind):
                raise pl.exceptions.InvalidOperationError
            return column.cast(kind, strict=True)
        except pl.exceptions.PolarsError:
            raise AnswerInvalid(
                told(
                    "column-type",
                    "This column holds {kind}, which cannot be read here.",
                    kind=str(column.dtype),
                ),
                where=f"{self.where} ({name})",
                hint=told("column-type-hint", "Give it the type {kind}.", kind=str(kind)),
            ) from None

    def mask(self, name: str, bits: Mapping[str, int]) -> pl.Series:
        """The zones of each row as bits."""
        lists = self.typed(name, pl.List(pl.String))
        named = lists.explode().drop_nulls().unique()
        for zone in named:
            if zone not in bits:
                what = told("no-entry-of", "There is no '{name}' in {section}.", name=zone, section="zones")
                self.refuse_where(lists.list.contains(zone), name, what, did_you_mean(zone, bits))
        parts = [
            lists.list.contains(zone).fill_null(value=False).cast(pl.UInt64) * bits[zone] for zone in named
        ]
        empty = pl.Series(name, [0], dtype=pl.UInt64).new_from_index(0, self.table.height)
        return pl.DataFrame([empty, *(part.alias(str(i)) for i, part in enumerate(parts))]).sum_horizontal()

    def value(self, name: str, question: Question) -> pl.Series:
        """The answers in the type of their fact."""
        column = self.table[name]
        if column.dtype in (pl.String, pl.Categorical, pl.Enum):
            return self.worded(name, column.cast(pl.String).str.strip_chars(), question)
        if question.kind == "choice":
            self.refuse_where(
                column.is_not_null(),
                name,
                told("row-choice-no-word", "A choice is a word."),
                did_you_mean("", question.choices),
            )
        return self.typed(name, kind_of(question))

    def worded(self, name: str, words: pl.Series, question: Question) -> pl.Series:
        """Words as in a client file, in the type of their fact."""
        words = words.set(words.str.to_lowercase().is_in(list(UNKNOWN)), None)
        value, hint = _worded(words, question)
        self.refuse_where(
            words.is_not_null() & value.is_null(), name, told("row-no-answer", "This is not an answer."), hint
        )
        return value

    def check(self, name: str, value: pl.Series, question: Question, day: pl.Series) -> None:
        """Refuse what the question does not allow."""
        if question.kind == "number":
            low, high = question.low, question.high
            no_number = told("row-no-number", "This is no number.")
            self.refuse_where(
                value.is_nan() | value.is_infinite(), name, no_number, told("row-null-hint", "Use null.")
            )
            bounds = bounds_hint(question)
            if low is not None:
                self.refuse_where(value < low, name, told("row-small", "Too small."), bounds)
            if high is not None:
                self.refuse_where(value > high, name, told("row-large", "Too large."), bounds)
        if question.kind == "date":
            is_day = value != NEVER if question.may_be_never else value.is_not_null()
            is_odd = is_day & ((value < FIRST_DAY) | (value > LAST_DAY))
            odd = told("row-odd-day", "Hardly a day of this client's life.")
            self.refuse_where(is_odd, name, odd, told("day-year", "Check the year."))
            if question.tense == "past":
                late = told("row-day-after", "It lies after the day of the answer.")
                hint = told("row-day-after-hint", "Check the day; a planned day has its own question.")
                self.refuse_where(is_day & (value > day), name, late, hint)

    def check_ages(self, frame: pl.DataFrame) -> None:
        """Refuse an age that the day of birth contradicts (as `adamas.intake.read.read`)."""
        if not {"age", "birth-date"} <= set(frame.columns):
            return
        years = frame.select(years_since("birth-date", self.on)).to_series()
        age = frame["age"].floor()
        self.refuse_where(
            (age != years) & (age != years - 1),
            "age",
            told("row-age-contradicts", "By the date of birth the age is another."),
            told("age-contradicts-hint", "Leave the age out; it follows from the date of birth."),
        )

    def expired(self, question: Question, day: pl.Series) -> pl.Series:
        """True where an answer of that day no longer counts (as `adamas.intake.read.has_expired`)."""
        match question.keeps:
            case "always":
                return pl.Series([False]).new_from_index(0, len(day))
            case "visit":
                return day < self.on
            case span:
                count, unit = parse_span(span)
                over = worked_out(self.on, lambda today: last_over(today, count, unit))
                return day <= pl.select(over).to_series()

    def refuse_where(self, is_wrong: pl.Series, name: str, what: str, hint: str) -> None:
        """Raise at the first row where something is wrong."""
        at = is_wrong.fill_null(value=False).arg_true()
        if len(at):
            self.refuse(int(at[0]), name, what, hint)

    def refuse(self, at: int, name: str, what: str, hint: str) -> Never:
        """Name row, column and the value that stands there."""
        value = self.table[name][at] if name in self.table.columns else None
        if value is not None:
            what = told("row-value", "'{value}': {what}", value=str(value), what=what)
        raise AnswerInvalid(what, where=f"{self.where}:{self.table[ROW][at]} ({name})", hint=hint)


def _worded(words: pl.Series, question: Question) -> tuple[pl.Series, str]:
    """The values of words, null where a word is none, and what should be written there."""
    match question.kind:
        case "presence":
            lower = words.str.to_lowercase()
            value = lower.replace_strict(PRESENCE, default=None, return_dtype=pl.Boolean)
            return value, told("presence-hint", "Write present, absent or unknown.")
        case "choice":
            return words.cast(kind_of(question), strict=False), did_you_mean("", question.choices)
        case "number":
            return _numbers(words, question.unit), number_hint("12", question)
        case "date":
            days = words.set(~words.str.contains(_ISO_DAY), None).str.to_date("%Y-%m-%d", strict=False)
            value = days.set(words.str.to_lowercase().is_in(["never", "none"]), NEVER)
            return value, day_hint("")


def _numbers(words: pl.Series, unit: str) -> pl.Series:
    parts = words.str.extract_groups(_NUMBER).struct.unnest()
    digits, units = parts.to_series(0), parts.to_series(1)
    has_right_unit = units.is_null() | units.str.strip_chars().is_in(["", unit, unit.removesuffix("s")])
    value = digits.str.replace(",", ".").cast(pl.Float64, strict=False)
    return value.set(~has_right_unit, None)


def _may_become(given: pl.DataType, wanted: pl.DataType) -> bool:
    """False where a cast would make up a meaning: a number is no yes, no day and no word."""
    if given == pl.Null or isinstance(wanted, pl.List | pl.Enum | pl.String):
        return True
    if isinstance(wanted, pl.Date):
        return given.is_temporal()
    return given.is_numeric() if isinstance(wanted, pl.Float64) else given == wanted
