from adamas.dose.expected import Band
from adamas.dose.validation import Compared
from adamas.knowledge.library import compile_library, default_root
from adamas.report.document import Items, Table
from adamas.report.dose_validation import compose_validation, published, rows_in_order
from adamas.report.words import Words

LIBRARY = compile_library(default_root())
EN, RU = (Words(lang, LIBRARY) for lang in ("en", "ru"))


def row(
    name: str, result: str = "hit", *, at_least: float | None = 0.2, at_most: float | None = 0.3
) -> Compared:
    return Compared(
        row=name,
        kind="held-out",
        predicted=Band(0.1, 0.25, 0.4, "share"),
        at_least=at_least,
        at_most=at_most,
        result=result,  # type: ignore[arg-type]  # three words
    )


def test_rows_stand_as_the_literature_numbers_them() -> None:
    names = ("t10", "v10", "t2", "t8-48h", "t8-6h")
    assert [one.row for one in rows_in_order(row(name) for name in names)] == [
        "t2",
        "t8-48h",
        "t8-6h",
        "t10",
        "v10",
    ]


def test_a_published_value_is_a_figure_a_range_or_a_bound() -> None:
    told = [(0.2, 0.3), (0.5, 0.5), (0.95, None), (None, 10.0)]
    said = [published(row("t2", at_least=low, at_most=high), RU) for low, high in told]
    assert said == ["0,2–0,3", "0,5", "≥ 0,95", "≤ 10"]


def test_a_miss_is_listed_by_name_with_what_is_known_of_it() -> None:
    document = compose_validation((row("t2"), row("t8-48h", "miss")), {"repair-shape": 0.767}, EN)
    (missed,) = (block for block in document.blocks if isinstance(block, Items))
    assert [item.label for item in missed.items] == ["t8-48h"]
    assert "known miss" in missed.items[0].details[0]
    fitted, rows = (block for block in document.blocks if isinstance(block, Table))
    assert fitted.rows[0][1:] == ("0.767", "0.77")
    assert [line[-1] for line in rows.rows] == ["hit", "miss"]
