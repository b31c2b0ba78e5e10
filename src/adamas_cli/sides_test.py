"""Each side of a comparison is read with a bar, in its order, and holds every photograph once."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adamas.errors import InputError, PhotoUnusable
from adamas.report.words import Catalogue
from adamas_cli import sides
from adamas_cli.sides import Side, read_sides
from tests.support.photographs import folder


def read(before: Path, after: Path) -> tuple[Side, Side]:
    args = argparse.Namespace(
        before=before, after=after, view="face", px_per_mm=None, colour="none", anyway=False
    )
    return read_sides(args, Catalogue("en"))


def test_the_bar_moves_with_every_photograph_also_with_one_that_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no photograph")
    (tmp_path / "b.jpg").write_bytes((folder() / "after/1.jpg").read_bytes())
    steps: list[str] = []

    @contextmanager
    def watched(_: Catalogue, total: int) -> Iterator[Callable[[], None]]:
        steps.append(f"of {total}")
        yield lambda: steps.append("one")

    monkeypatch.setattr(sides, "watched", watched)
    before, after = read(folder() / "before", tmp_path)
    assert steps == ["of 4", "one", "one", "one", "one"]
    assert [Path(path).name for path in before.paths] == ["1.jpg", "2.jpg"]
    assert [Path(path).name for path in after.paths] == ["b.jpg"]
    assert [Path(one.where).name for one in after.refused] == ["a.jpg"]


def test_a_side_without_a_usable_photograph_is_refused_for_its_first(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(PhotoUnusable, match="empty") as caught:
        read(folder() / "before", tmp_path)
    assert caught.value.where.endswith("a.jpg")


def test_a_photograph_on_both_sides_is_refused_by_both_its_names() -> None:
    one = folder() / "before/1.jpg"
    with pytest.raises(InputError, match="both sides") as caught:
        read(folder() / "before", one)
    assert caught.value.where == str(one)
