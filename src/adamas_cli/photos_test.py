"""Photographs are found, tried one by one in their order, and refused with a reason."""

import os
import pickle
from pathlib import Path
from typing import get_args

import pytest

from adamas.errors import InputError, PhotoUnusable, told
from adamas.imaging.photo import View
from adamas.report.words import Catalogue
from adamas_cli.commands.measure import VIEWS
from adamas_cli.photos import Asked, find, read, refuse_copy, short_names, work
from tests.support.photographs import folder, seen


def test_the_command_line_knows_every_view() -> None:
    assert get_args(View) == VIEWS


def test_a_folder_gives_its_photographs_by_name_and_nothing_else() -> None:
    found = find(folder())
    assert [path.relative_to(folder()).as_posix() for path in found] == [
        "after/1.jpg",
        "before/1.jpg",
        "before/2.jpg",
        "turned/1.jpg",
    ]


def test_a_folder_without_photographs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no photograph")
    with pytest.raises(InputError, match="no photograph in this folder"):
        find(tmp_path)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnusable, match="Cannot read") as caught:
        read(Asked(tmp_path / "gone.jpg", "face"))
    assert caught.value.where.endswith("gone.jpg")


def test_a_scale_that_somebody_knows_is_used() -> None:
    seen = read(Asked(folder() / "before/1.jpg", "cheek", 10.0))
    assert seen.px_per_mm == 10.0
    assert list(seen.zones) == ["cheek"]


def test_a_problem_survives_the_way_between_processes_with_its_translation() -> None:
    problem = PhotoUnusable(told("photo-empty", "The file is empty."), where="a.jpg", hint="Take another.")
    again = pickle.loads(pickle.dumps(problem))  # noqa: S301 - we wrote it ourselves
    assert (again.where, str(again)) == (problem.where, str(problem))
    assert Catalogue("ru").told(again.what) == Catalogue("ru").told(problem.what) != str(problem.what)


def double(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def test_many_are_worked_on_in_other_processes_and_come_back_in_order() -> None:
    found = list(work(double, range(20), Catalogue("en")))
    assert [doubled for doubled, _ in found] == list(range(0, 40, 2))
    assert {process for _, process in found} & {os.getpid()} == (
        set() if (os.cpu_count() or 1) > 1 else {os.getpid()}
    )


def test_one_is_worked_on_here() -> None:
    assert list(work(double, [3], Catalogue("en"))) == [(6, os.getpid())]


def test_pictures_of_other_kinds_are_refused_by_name_and_other_files_passed_over(tmp_path: Path) -> None:
    for name in ("a.webp", "b.CR2", "notes.txt", "truth.json", ".hidden.jpg"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in find(tmp_path)] == ["a.webp", "b.CR2"]


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    assert short_names(["anna/1.jpg", "bella/1.jpg", "bella/2.jpg"]) == ("anna/1.jpg", "bella/1.jpg", "2.jpg")


def test_a_copy_is_refused_also_under_its_own_name() -> None:
    firsts: dict[str, str] = {}
    refuse_copy(seen("before/1").photo, firsts, where="a.jpg")
    refuse_copy(seen("before/2").photo, firsts, where="b.jpg")
    for name in ("a.jpg", "c.jpg"):
        with pytest.raises(PhotoUnusable, match=r"also a\.jpg") as caught:
            refuse_copy(seen("before/1").photo, firsts, where=name)
        assert caught.value.where == name
