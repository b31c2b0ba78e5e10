"""The machinery that measures the measures: its figures, its page, its list of studies."""

import numpy as np
import pytest

from tools.validate_imaging import stored, studies
from validation.page import DOCS, page
from validation.statistics import Hits, icc, match, mdc95, r_squared, slope
from validation.study import Bar, Figure, Picture, Result, Step, Study, Table

PLACES = np.array([[10.0, 10.0], [50.0, 10.0], [90.0, 40.0]])


def test_the_page_is_what_the_stored_results_say() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(stored())


def test_every_picture_of_the_page_is_there() -> None:
    folder = DOCS.parent / "images" / "imaging"
    for result in stored():
        for part in result.parts:
            if isinstance(part, Figure | Picture):
                file = part.file if isinstance(part, Picture) else f"{part.name}.png"
                assert (folder / file).is_file(), file


def test_a_module_with_a_study_is_found_by_its_place() -> None:
    found = studies()
    assert {"optics", "nuisances"} <= set(found)
    assert all(isinstance(study, Study) for study in found.values())


def test_a_missed_bar_is_printed_as_missed() -> None:
    bar = Bar(claim="pores", bar="0.93", measured="0.91", is_met=False)
    text = page((Result(name="x", title="X", about="", order=1, seconds=1.0, parts=(bar,)),))
    assert "0 of 1 met" in text
    assert "| pores | 0.93 | 0.91 | **missed** |" in text


def test_a_study_says_how_far_it_is_and_what_it_found() -> None:
    parts = list(studies()["optics"].run())
    assert any(isinstance(part, Step) for part in parts)
    assert any(isinstance(part, Table) for part in parts)
    assert all(part.is_met for part in parts if isinstance(part, Bar))


def test_each_true_thing_is_found_at_most_once() -> None:
    twice = np.vstack([PLACES, PLACES[:1] + 0.5])
    assert match(twice, PLACES, reach=2.0) == Hits(3, 0, 1)
    assert match(PLACES + 3.0, PLACES, reach=2.0) == Hits(0, 3, 3)
    assert match(np.empty((0, 2)), PLACES, reach=2.0) == Hits(0, 3, 0)


def test_recall_precision_and_f1_of_many_pictures_are_of_their_sum() -> None:
    hits = Hits(8, 2, 0) + Hits(1, 0, 9)
    assert (hits.recall, hits.precision, hits.f1) == pytest.approx((9 / 11, 0.5, 18 / 29))


def test_a_straight_line_is_explained_wholly() -> None:
    assert r_squared([1, 2, 3, 4], [3, 5, 7, 9]) == pytest.approx(1.0)
    assert slope([1, 2, 3, 4], [3, 5, 7, 9]) == pytest.approx(2.0)
    assert r_squared([1, 2, 3, 4], [1, -1, -1, 1]) == pytest.approx(0.0)


def test_agreement_is_whole_without_noise_and_none_without_people() -> None:
    rng = np.random.default_rng(0)
    people = np.repeat(rng.normal(size=(40, 1)), 5, axis=1)
    noise = rng.normal(size=(40, 5))
    assert icc(people) == pytest.approx(1.0)
    assert abs(icc(noise)) < 0.1
    assert icc(people + noise) == pytest.approx(0.5, abs=0.15)


def test_the_smallest_real_change_is_seen_in_one_of_twenty_unchanged_pairs() -> None:
    shots = np.random.default_rng(1).normal(size=(4000, 2))
    limit = mdc95(shots)
    assert limit == pytest.approx(2.77, rel=0.04)
    assert (np.abs(shots[:, 0] - shots[:, 1]) > limit).mean() == pytest.approx(0.05, abs=0.01)
