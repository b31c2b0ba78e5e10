"""What the clocks of the cameras say of two sittings: days between them, and whether they can be meant."""

from datetime import datetime

from adamas.errors import InputError, told
from adamas.misread import is_plausible
from adamas.report.words import Catalogue
from adamas_cli.sides import Side

LEEWAY_DAYS = 1
"""By so many days a clock set to another zone may be wrong."""


def days_between(before: Side, after: Side, asked: int | None) -> tuple[int, int | None]:
    """Days between the sittings, those asked for or those of the clocks; and what the clocks say, if known.

    Raises InputError when nobody says them, when a side is of several days, or when the sides are swapped.
    """
    first, second = (_moments(side) for side in (before, after))
    for moments in (first, second):
        _refuse_several_days(moments)
    if not first or not second:
        if asked is None:
            raise _unknown()
        return asked, None
    _refuse_swapped(first, second)
    clocks = (second[0][0].date() - first[0][0].date()).days
    return clocks if asked is None else asked, clocks


def told_clocks(days: int, clocks: int | None, words: Catalogue) -> tuple[str, ...]:
    """That the clocks say something else than was asked for, when they do."""
    if clocks is None or abs(days - clocks) <= LEEWAY_DAYS:
        return ()
    return (words.ui("compare-clocks-differ", clocks=clocks, days=days),)


def _moments(side: Side) -> list[tuple[datetime, str]]:
    """When the photographs were taken by the wall clock there, the earliest first, each with its file."""
    taken = ((seen.photo.capture.taken_at, path) for path, seen in zip(side.paths, side.photos, strict=True))
    return sorted(
        (moment.replace(tzinfo=None), path)
        for moment, path in taken
        if moment is not None and is_plausible(moment.date())
    )


def _refuse_several_days(moments: list[tuple[datetime, str]]) -> None:
    if not moments or moments[0][0].date() == moments[-1][0].date():
        return
    (first, path), (last, other) = moments[0], moments[-1]
    raise InputError(
        told(
            "side-days",
            "A side is one sitting, but by its clock {path} is of {first} and {other} of {last}.",
            path=path,
            first=first.date(),
            other=other,
            last=last.date(),
        ),
        hint=told(
            "side-days-hint", "Follow several days with adamas trend, or name the photographs of one day."
        ),
    )


def _refuse_swapped(first: list[tuple[datetime, str]], second: list[tuple[datetime, str]]) -> None:
    (before, path), (after, other) = first[0], second[-1]
    if after >= before:
        return
    raise InputError(
        told(
            "compare-swapped",
            "The sides are swapped: by its clock {path} was taken {before}, {other} {after}.",
            path=path,
            before=f"{before:%Y-%m-%d %H:%M}",
            other=other,
            after=f"{after:%Y-%m-%d %H:%M}",
        ),
        hint=told(
            "compare-swapped-hint",
            "Name the earlier one first; where a clock was wrong, correct the date in the photograph.",
        ),
    )


def _unknown() -> InputError:
    return InputError(
        told("days-unknown", "The photographs do not say when they were taken."),
        where="--days",
        hint=told("days-unknown-hint", "Give the days between them, as in --days 30."),
    )
