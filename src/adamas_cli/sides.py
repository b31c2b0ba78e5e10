"""The two sides of a comparison: each is one sitting, and no photograph stands on both."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from adamas.errors import InputError, PhotoUnusable, told
from adamas.imaging.gate import Inspected
from adamas.imaging.together import together
from adamas.report.words import Catalogue
from adamas_cli.photos import Asked, find, read_usable, refuse_copy, watched


class Side(Struct, frozen=True):
    """The usable photographs of a sitting with their files, and why others are not used."""

    paths: tuple[str, ...]
    photos: tuple[Inspected, ...]
    refused: tuple[PhotoUnusable, ...]


def read_sides(args: argparse.Namespace, words: Catalogue) -> tuple[Side, Side]:
    """The photographs before and after, read two at a time.

    Raises PhotoUnusable when none of a side can be used, InputError when one of them stands on both.
    """
    before, after = find(args.before), find(args.after)
    given = (*before, *after)
    with watched(words, len(given)) as advance:
        seen = together(partial(_try, args=args, advance=advance), given)
    sides = _side(before, seen[: len(before)]), _side(after, seen[len(before) :])
    _refuse_shared(*sides)
    return sides


def _try(path: Path, *, args: argparse.Namespace, advance: Callable[[], None]) -> Inspected | PhotoUnusable:
    try:
        return read_usable(Asked(path, args.view, args.px_per_mm, args.colour), anyway=args.anyway)
    except PhotoUnusable as problem:
        return problem
    finally:
        advance()


def _side(paths: Sequence[Path], seen: Sequence[Inspected | PhotoUnusable]) -> Side:
    firsts: dict[str, str] = {}
    used: list[tuple[str, Inspected]] = []
    refused: list[PhotoUnusable] = []
    for path, one in zip(paths, seen, strict=True):
        try:
            if isinstance(one, PhotoUnusable):
                raise one
            refuse_copy(one.photo, firsts, where=str(path))
            used.append((str(path), one))
        except PhotoUnusable as problem:
            refused.append(problem)
    if not used:
        raise refused[0]
    return Side(tuple(path for path, _ in used), tuple(one for _, one in used), tuple(refused))


def _refuse_shared(before: Side, after: Side) -> None:
    named = {one.photo.digest: path for path, one in zip(before.paths, before.photos, strict=True)}
    for path, one in zip(after.paths, after.photos, strict=True):
        if one.photo.digest in named:
            raise InputError(
                told(
                    "compare-same",
                    "The same photograph stands on both sides: it is also {before}.",
                    before=named[one.photo.digest],
                ),
                where=path,
                hint=told("compare-same-hint", "Name for each side the photographs of its own sitting."),
            )
