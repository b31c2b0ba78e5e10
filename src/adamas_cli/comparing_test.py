"""`adamas compare`: two sittings in, an outcome out, in three formats."""

import json
from pathlib import Path

import cv2
import pytest
from msgspec.structs import replace
from PIL import Image

from adamas.imaging.phantom.camera import PHONE, shoot
from adamas.imaging.phantom.geometry import View
from adamas.imaging.phantom.people import somebody, treated
from adamas.imaging.phantom.shade import LAMP, shade
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.scale import MARKER_MM, marker
from adamas.report.words import Catalogue
from adamas_cli.exits import BLOCKED, DONE, WRONG_INPUT
from adamas_cli.main import main
from tests.support.photographs import folder


def compare(before: str, after: str, *more: str) -> int:
    return main(["compare", str(folder() / before), str(folder() / after), *more])


@pytest.mark.parametrize(
    ("ending", "start"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("json", b"{")]
)
def test_a_comparison_is_written_as_asked(
    ending: str, start: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / f"report.{ending}"
    assert compare("before", "after", "--days", "30", "-o", str(report), "--lang", "en") == DONE
    assert report.read_bytes().startswith(start)
    assert "Shots: 2 before, 1 after." in capsys.readouterr().out


def test_machines_get_outcome_photographs_and_comparability(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("before", "after", "--days", "30", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["outcome"]["days"] == 30
    assert told["comparability"]["score"] > 50
    assert [one["side"] for one in told["photographs"]] == ["before", "before", "after"]
    assert all(len(one["sha256"]) == 64 for one in told["photographs"])


def test_photographs_that_cannot_be_compared_have_an_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("before/1.jpg", "turned", "--days", "30", "--lang", "en") == BLOCKED
    assert "CANNOT BE COMPARED" in capsys.readouterr().out


def test_days_that_nobody_says_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("before", "after", "--lang", "en") == WRONG_INPUT
    assert "--days" in capsys.readouterr().err


def timed(place: Path, name: str, taken: str) -> str:
    """A photograph of the person, with a clock."""
    with Image.open(folder() / f"{name}.jpg") as picture:
        exif = picture.getexif()
        exif.get_ifd(0x8769)[0x9003] = taken
        place.parent.mkdir(parents=True, exist_ok=True)
        picture.save(place, exif=exif, quality=95)
    return str(place)


def timed_pair(place: Path) -> tuple[str, str]:
    return (
        timed(place / "before.jpg", "before/1", "2026:01:05 10:00:00"),
        timed(place / "after.jpg", "after/1", "2026:02:04 10:30:00"),
    )


def test_the_clock_of_the_camera_says_the_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *timed_pair(tmp_path), "--json"]) in (DONE, BLOCKED)
    told = json.loads(capsys.readouterr().out)
    assert told["outcome"]["days"] == 30
    assert told["refused"] == []


@pytest.mark.parametrize(("days", "is_remarked"), [("31", False), ("60", True)])
def test_days_that_the_clocks_do_not_say_are_remarked(
    days: str, is_remarked: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *timed_pair(tmp_path), "--days", days, "--json", "--lang", "en"]) in (
        DONE,
        BLOCKED,
    )
    told = json.loads(capsys.readouterr().out)
    assert told["outcome"]["days"] == int(days)
    assert [("them 30" in said and f"--days {days}" in said) for said in told["refused"]] == [
        True
    ] * is_remarked


@pytest.mark.parametrize("more", [(), ("--days", "30")])
def test_sides_that_are_swapped_by_the_clocks_are_refused(
    more: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = timed_pair(tmp_path)
    assert main(["compare", after, before, *more, "--lang", "en"]) == WRONG_INPUT
    said = capsys.readouterr().err
    assert "swapped" in said
    assert "2026-02-04 10:30" in said
    assert "Name the earlier one first" in said


def test_hours_of_one_day_are_swapped_as_well_as_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = timed(tmp_path / "late.jpg", "before/1", "2026:01:05 16:00:00")
    early = timed(tmp_path / "early.jpg", "after/1", "2026:01:05 10:00:00")
    assert main(["compare", late, early, "--days", "0", "--lang", "en"]) == WRONG_INPUT
    assert "swapped" in capsys.readouterr().err


def test_a_side_of_several_days_is_refused_with_the_files_and_days(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    timed(tmp_path / "before" / "a.jpg", "before/1", "2026:01:05 10:00:00")
    timed(tmp_path / "before" / "b.jpg", "before/2", "2026:01:06 10:00:00")
    typed = ["compare", str(tmp_path / "before"), str(folder() / "after"), "--days", "30", "--lang", "en"]
    assert main(typed) == WRONG_INPUT
    said = capsys.readouterr().err
    assert all(part in said for part in ("a.jpg", "b.jpg", "2026-01-05", "2026-01-06", "adamas trend"))


def test_the_same_file_counts_once_a_side_and_never_on_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = (folder() / "before/1.jpg").read_bytes()
    for name in ("before/a.jpg", "before/b.jpg", "after/c.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    days = ("--days", "30", "--lang", "en")
    assert main(["compare", str(tmp_path / "before"), str(folder() / "after"), *days, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert [Path(one["path"]).name for one in told["photographs"]] == ["a.jpg", "1.jpg"]
    assert "b.jpg: The same photograph twice" in told["refused"][0]
    assert main(["compare", str(tmp_path / "before"), str(tmp_path / "after"), *days]) == WRONG_INPUT
    said = capsys.readouterr().err
    assert "both sides" in said
    assert "a.jpg" in said
    assert "c.jpg" in said


def test_an_ending_in_capitals_is_an_ending(tmp_path: Path) -> None:
    report = tmp_path / "R.HTML"
    assert compare("before", "after", "--days", "30", "-o", str(report)) == DONE
    assert report.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize("raw", [b"\xff\xd8\xff\xe0 no text", b"photo,date"])
def test_a_calibration_that_is_another_file_is_named_for_what_it_is_not(
    raw: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "photo.jpg"
    other.write_bytes(raw)
    typed = ("--days", "30", "--calibration", str(other), "--lang", "en")
    assert compare("before/1.jpg", "after/1.jpg", *typed) == WRONG_INPUT
    assert "not a calibration written by adamas calibrate" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("-o", "report.docx"), "report.docx"),
        (("--days", "-3"), "before the first"),
        (("--calibration", "gone.json"), "gone.json"),
    ],
)
def test_what_was_asked_wrongly_is_said(
    more: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    days = () if "--days" in more else ("--days", "30")
    assert compare("before/1.jpg", "after/1.jpg", *days, *more, "--lang", "en") == WRONG_INPUT
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--colour", "chart"), "No colour chart"),
        (("--untreated", "chn"), "Did you mean 'chin'"),
        (("--untreated", "chin", "--colour", "chart"), "not by both"),
    ],
)
def test_colours_that_cannot_be_corrected_as_asked_are_refused(
    more: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare("before/1.jpg", "after/1.jpg", "--days", "30", *more, "--lang", "en") == WRONG_INPUT
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_colours_by_untreated_skin_are_told_with_their_error(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = ("before/1.jpg", "after/1.jpg", "--days", "30", "--untreated", "chin")
    assert compare(*pair, "--lang", lang) == DONE
    said = " ".join(capsys.readouterr().out.split())
    words = Catalogue(lang)
    assert words.ui("colour-reference-zone") in said
    assert words.ui("colour-expected-between", delta_e=1.0, ita=1.5) in said
    assert words.ui("photo-zone-chin") not in said


@pytest.mark.parametrize(
    ("more", "word"), [((), "unknown"), (("--described",), "good"), (("--no-described",), "doubtful")]
)
def test_whether_the_visit_is_written_down_is_a_point_of_the_checklist(
    more: tuple[str, ...], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare("before/1.jpg", "after/1.jpg", "--days", "30", *more, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    points = {point["name"]: point["word"] for point in told["comparability"]["checklist"]}
    assert points["description"] == word
    assert told["colour"]["means"] == "none"


def close_up(place: Path, name: str, *, seed: int, fade: float = 1.0, marker_mm: float = 8.0) -> str:
    """A cheek of somebody with a printed marker on it."""
    person = replace(somebody(seed, ita_deg=30, px_per_mm=10.0), size_mm=(100, 75))
    lit = shade(sheet(treated(person, spots=fade, redness=fade)), LAMP).copy()
    size, at = round(10 * MARKER_MM * 8 / 6), round(10 * marker_mm)
    printed = cv2.resize(marker(3), (size, size), interpolation=cv2.INTER_AREA) / 255.0 * 0.7 + 0.03
    lit[at : at + size, at : at + size] = printed[..., None]
    raw = shoot(lit, replace(PHONE, view=View(shift_px=(seed % 3, 4))), seed=len(name)).jpeg
    assert raw is not None
    path = place / f"{name}.jpg"
    path.write_bytes(raw)
    return str(path)


def test_close_ups_are_compared_by_the_skin_and_never_by_the_marker_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cheek = close_up(tmp_path, "before", seed=31)
    faded = close_up(tmp_path, "after", seed=31, fade=0.4, marker_mm=12.0)
    other = close_up(tmp_path, "other", seed=32)
    more = ("--view", "cheek", "--days", "30", "--json")
    assert main(["compare", cheek, faded, *more]) == DONE
    comparability = json.loads(capsys.readouterr().out)["comparability"]
    checks = {one["name"]: one for one in comparability["checks"]}
    assert checks["overlap"]["word"] == "good"
    assert comparability["score"] > 75
    assert main(["compare", cheek, other, *more]) == BLOCKED
    assert "overlap" in json.loads(capsys.readouterr().out)["comparability"]["vetoed_by"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_close_up_without_anything_to_measure_by_is_refused(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = tmp_path / "blank.jpg"
    Image.new("RGB", (900, 700), (205, 160, 140)).save(blank)
    assert (
        main(["compare", str(blank), str(blank), "--view", "hand", "--days", "30", "--lang", lang])
        == WRONG_INPUT
    )
    assert {"en": "ruler", "ru": "линейк"}[lang] in capsys.readouterr().err


def test_a_shot_that_is_left_out_is_named_with_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("before/1", "turned/1"):
        shot = tmp_path / f"{name.partition('/')[0]}.jpg"
        shot.write_bytes((folder() / f"{name}.jpg").read_bytes())
    assert main(["compare", str(tmp_path), str(folder() / "after"), "--days", "30", "--lang", "en"]) == DONE
    said = " ".join(capsys.readouterr().out.split())
    assert "turned.jpg: taken too differently from the first photograph: Turn of the head" in said
