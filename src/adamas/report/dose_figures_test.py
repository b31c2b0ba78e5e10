from adamas.knowledge.library import compile_library, default_root
from adamas.report.dose_figures import figures
from adamas.report.words import Words, languages

LIBRARY = compile_library(default_root())
FIGURES = figures(Words("en", LIBRARY))


def test_every_band_holds_its_middle_at_every_place() -> None:
    for chart in FIGURES.values():
        assert all(
            low <= mid <= high for low, mid, high in zip(chart.low, chart.middle, chart.high, strict=True)
        )


def test_the_curves_of_repair_show_the_published_values_and_miss_the_known_one() -> None:
    marks = FIGURES["repair-young"].marks
    assert {mark.label.split(":")[0] for mark in marks} >= {"t6-24h", "t6-72h", "t8-48h", "v35-6h"}
    assert FIGURES["repair-old"].marks


def test_every_language_names_every_curve() -> None:
    assert {lang: set(figures(Words(lang, LIBRARY))) for lang in languages()} == {
        lang: set(FIGURES) for lang in languages()
    }
