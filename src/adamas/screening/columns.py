"""The facts of many clients as columns: one a fact, null for unknown, beside it the zones an answer names.

The values are those of `adamas.knowledge.truth`: `never` is the first day of the calendar, what does not
apply is absent, never, no choice or not a number, so that no atom on it is true.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from adamas.intake.derived import DERIVED
from adamas.intake.facts import Facts
from adamas.intake.sky import published_uv_index
from adamas.knowledge.grammar import Expression
from adamas.knowledge.library import Library
from adamas.knowledge.question import Question
from adamas.knowledge.truth import NEVER, NO_CHOICE, NOT_A_NUMBER, Value
from adamas.screening.days import Day, day_column
from adamas.screening.expressions import atom_column, condition_column, zones_of

WISHED = "@wished"
SUN = "@sun"
STAYS = pl.List(pl.Struct({"from": pl.Date, "to": pl.Date}))
_ROUNDS = 4  # as many as `adamas.intake.read` makes: conditions of questions may chain


def bits_of(library: Library) -> dict[str, int]:
    """The bit of each zone the library knows."""
    return {zone: 1 << i for i, zone in enumerate(library.section("zones"))}


def kind_of(question: Question) -> pl.DataType:
    """The type of the column of a fact."""
    match question.kind:
        case "presence":
            return pl.Boolean()
        case "choice":
            return pl.Enum([*question.choices, NO_CHOICE])
        case "number":
            return pl.Float64()
        case "date":
            return pl.Date()


def schema_of(library: Library) -> dict[str, pl.DataType]:
    """All columns of facts, in the order of their names."""
    facts = {name: kind_of(question) for name, question in sorted(library.questions.items())}
    masks = {zones_of(name): pl.UInt64() for name in facts if library.questions[name].zoned}
    return {**facts, **masks, WISHED: pl.UInt64(), SUN: STAYS}


def columns_of(clients: Sequence[Facts], library: Library, *, on: Day) -> pl.DataFrame:
    """The columns of clients whose facts were read one by one (with or without what does not apply)."""
    bits = bits_of(library)
    data: dict[str, list[object]] = {name: [None] * len(clients) for name in schema_of(library)}
    for i, facts in enumerate(clients):
        data[WISHED][i] = sum(bits[zone] for zone in set(facts.zones))
        data[SUN][i] = [{"from": stay.first, "to": stay.last} for stay in facts.diary.sun]
        for name in facts:
            fact = facts[name]
            data[name][i] = fact.value
            if fact.zones and fact.value is not None:
                data[zones_of(name)][i] = sum(bits[zone] for zone in set(fact.zones))
    frame = pl.DataFrame(data, schema=pl.Schema(schema_of(library)))
    return complete(frame, library, on=on)


def complete(frame: pl.DataFrame, library: Library, *, on: Day) -> pl.DataFrame:
    """Mark what does not apply, then fill the derived facts: what is heard becomes what is known on a day."""
    zoned = [name for name, question in library.questions.items() if question.zoned]
    heard = frame.with_columns(pl.col(WISHED).fill_null(0), *(_mask(name) for name in zoned))
    return _with_derived(_without_stray(heard, library, on), on)


def _mask(fact: str) -> pl.Expr:
    """An unknown answer names no zones."""
    mask = pl.col(zones_of(fact)).fill_null(0)
    return pl.when(pl.col(fact).is_null()).then(pl.lit(0, pl.UInt64)).otherwise(mask).alias(zones_of(fact))


def _without_stray(frame: pl.DataFrame, library: Library, on: Day) -> pl.DataFrame:
    due = {name: library.conditions[f"question/{name}"] for name, q in library.questions.items() if q.only_if}
    for _ in range(_ROUNDS if due else 0):
        asked = _with_derived(frame, on)
        strays = asked.select(_is_stray(due[name], on).alias(name) for name in due)
        frame, before = _marked(frame, strays, library.questions), frame
        if frame.equals(before):
            break
    return frame


def _is_stray(condition: Expression, on: Day) -> pl.Expr:
    return (~condition_column(condition, lambda atom: atom_column(atom, on))).fill_null(value=False)


def _marked(frame: pl.DataFrame, strays: pl.DataFrame, questions: Mapping[str, Question]) -> pl.DataFrame:
    found = [name for name in strays.columns if strays[name].any()]
    marked = []
    for name in found:
        is_stray = pl.lit(strays[name])
        nothing = pl.lit(_nothing(questions[name]), dtype=frame.schema[name])
        marked.append(pl.when(is_stray).then(nothing).otherwise(name).alias(name))
        if zones_of(name) in frame.columns:
            mask = pl.when(is_stray).then(pl.lit(0, pl.UInt64)).otherwise(zones_of(name))
            marked.append(mask.alias(zones_of(name)))
    return frame.with_columns(marked)


def _nothing(question: Question) -> Value:
    match question.kind:
        case "presence":
            return False
        case "choice":
            return NO_CHOICE
        case "number":
            return NOT_A_NUMBER
        case "date":
            return NEVER


def _with_derived(frame: pl.DataFrame, on: Day) -> pl.DataFrame:
    """What follows from what was heard; where a diary joins in, its expression weighs the answer itself."""
    worked_out = {name: _DERIVED[name](frame, on) for name in DERIVED if name in frame.columns}
    return frame.with_columns(
        (day if DERIVED[name].joins else pl.coalesce(name, day)).alias(name)
        for name, day in worked_out.items()
    )


def _age(frame: pl.DataFrame, on: Day) -> pl.Expr:
    if "birth-date" not in frame.columns:
        return pl.lit(None, pl.Float64)
    return pl.when(pl.col("birth-date") != NEVER).then(years_since("birth-date", on))


def years_since(name: str, on: Day) -> pl.Expr:
    """Completed years from the day in a column."""
    birth, today = pl.col(name), day_column(on)
    is_ahead = _in_year(birth) > _in_year(today)
    return (today.dt.year() - birth.dt.year() - is_ahead.cast(pl.Int32)).cast(pl.Float64)


def _in_year(day: pl.Expr) -> pl.Expr:
    return day.dt.month().cast(pl.Int32) * 100 + day.dt.day()


def _uv_index(frame: pl.DataFrame, on: Day) -> pl.Expr:
    """By the same function as for one client, once a latitude and day: another cosine may round otherwise."""
    if "latitude" not in frame.columns:
        return pl.lit(None, pl.Float64)
    asked = frame.select("latitude", is_needed=pl.col("uv-index").is_null(), on=day_column(on))
    needed = asked.filter("is_needed", pl.col("latitude").is_not_nan()).select("latitude", "on").unique()
    index = [published_uv_index(latitude, day) for latitude, day in needed.iter_rows()]
    known = needed.with_columns(pl.Series("index", index, dtype=pl.Float64))
    return pl.lit(asked.join(known, on=["latitude", "on"], how="left", maintain_order="left")["index"])


def _sun_trip_start(frame: pl.DataFrame, on: Day) -> pl.Expr:
    said, today = pl.col("sun-trip-start"), day_column(on)
    ahead = _stays(frame, on).filter(pl.col("from") > pl.col("on"))
    next_ = _of_stays(frame, ahead.group_by("row").agg(day=pl.col("from").min()))
    joined = pl.min_horizontal(next_, pl.when(said > today).then(said))
    return pl.when(_has_stays()).then(pl.coalesce(joined, said, NEVER)).otherwise(said)


def _sun_trip_end(frame: pl.DataFrame, on: Day) -> pl.Expr:
    said, today = pl.col("sun-trip-end"), day_column(on)
    begun = _stays(frame, on).filter(pl.col("from") <= pl.col("on"))
    spent = _of_stays(frame, begun.group_by("row").agg(day=pl.min_horizontal("to", "on").max()))
    is_away = (said <= today) | (pl.col("sun-trip-start") > today).fill_null(value=False).not_()
    # Without the guard min_horizontal would take today for an answer that nobody gave.
    told = pl.when(said.is_not_null() & is_away).then(pl.min_horizontal(said, today))
    joined = pl.coalesce(pl.max_horizontal(spent, told), NEVER)
    return pl.when(_has_stays()).then(joined).otherwise(said)


def _stays(frame: pl.DataFrame, on: Day) -> pl.DataFrame:
    """Every stay under strong sun with the row it belongs to and the day of that row."""
    rows = frame.select(SUN, on=day_column(on)).with_row_index("row")
    return rows.filter(pl.col(SUN).list.len() > 0).explode(SUN).unnest(SUN)


def _of_stays(frame: pl.DataFrame, found: pl.DataFrame) -> pl.Expr:
    """The day found for each row; null where there is none."""
    rows = pl.DataFrame({"row": pl.int_range(frame.height, dtype=pl.UInt32, eager=True)})
    return pl.lit(rows.join(found, on="row", how="left", maintain_order="left")["day"])


def _has_stays() -> pl.Expr:
    return pl.col(SUN).list.len() > 0


_DERIVED = {
    "age": _age,
    "sun-trip-start": _sun_trip_start,
    "sun-trip-end": _sun_trip_end,
    "uv-index": _uv_index,
}
