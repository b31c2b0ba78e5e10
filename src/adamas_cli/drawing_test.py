"""`adamas phantom`: the same numbers give the same photographs, with the truth beside them."""

import json
from pathlib import Path

import numpy as np
import pytest

from adamas.imaging.admit import admit
from adamas.imaging.chart import find_chart
from adamas.imaging.scale import find_scale
from adamas_cli.exits import DONE, WRONG_INPUT
from adamas_cli.main import main


def draw(place: Path, *more: str) -> int:
    return main(["phantom", "-o", str(place), "--width", "600", "--seed", "3", *more])


def test_a_person_is_drawn_with_the_truth_and_the_same_twice(tmp_path: Path) -> None:
    assert draw(tmp_path / "one", "--shots", "2") == DONE
    assert draw(tmp_path / "two", "--shots", "2") == DONE
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == [f"person-3-sitting-0-shot-{n}.{end}" for n in (1, 2) for end in ("jpg", "json")]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    truth = json.loads((tmp_path / "one" / names[1]).read_bytes())
    assert truth["truth"]["lesions"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--tone", "90"), "--tone"),
        (("--shots", "0"), "--shots"),
        (("--width", "60"), "--width"),
        (("--pores", "-1"), "--pores"),
        (("--seed", "-1"), "--seed: -1 "),
        (("--pores", "nan"), "--pores: nan "),
        (("--redness", "inf"), "--redness: inf "),
        (("--close-up", "--card", "chart"), "--card"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_cannot_be_drawn_is_said(
    more: tuple[str, ...], said: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draw(tmp_path / "none", *more, "--lang", lang) == WRONG_INPUT
    assert said in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_whole_numbers_are_told_whole(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draw(tmp_path, "--seed", str(2**33), "--lang", lang) == WRONG_INPUT
    said = capsys.readouterr().err
    assert all(f" {number}" in said for number in (2**33, 0, 2**32))
    assert ".0" not in said


def test_photographs_say_the_day_they_are_told_and_show_the_card_that_was_asked_for(tmp_path: Path) -> None:
    assert draw(tmp_path, "--on", "2026-03-07", "--card", "chart", "--width", "1050") == DONE
    photo = admit((tmp_path / "person-3-sitting-0-shot-1.jpg").read_bytes())
    assert str(photo.capture.taken_at) == "2026-03-07 10:00:00"
    assert find_chart(photo.pixels) is not None


def test_a_close_up_shows_its_scale_by_a_marker_that_moves(tmp_path: Path) -> None:
    assert draw(tmp_path, "--close-up", "--shots", "2", "--width", "840") == DONE
    scales = [
        find_scale(admit(path.read_bytes(), view="cheek").pixels) for path in sorted(tmp_path.glob("*.jpg"))
    ]
    corners = []
    for scale in scales:
        assert scale is not None
        assert scale.px_per_mm == pytest.approx(12.0, rel=0.05)
        corners.append(scale.corners[0, 0])
    assert np.abs(corners[0] - corners[1]).max() > 5
