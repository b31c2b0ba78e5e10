"""The skin that photographs of one person share: each zone where all of them show it and are well aligned."""

from collections.abc import Sequence

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from adamas.imaging.align import Alignment
from adamas.imaging.grid import counts, repeated
from adamas.imaging.together import together
from adamas.imaging.zones import Labels, Zones

STEP = 4
"""Pixels of the lattice on which zones are compared; they are drawn no finer themselves."""
ROUNDS = 1
"""The shift is smooth and small: each round of turning it round comes thirty times nearer."""


def shared_zones(zones: Sequence[Zones], alignments: Sequence[Alignment]) -> tuple[Zones, ...]:
    """Zones of each photo, kept to the skin that all of them show.

    zones: of each photo, the first being the one onto which the others are laid. alignments: of the others.
    Borders between zones are those of the first photo; a zone that one of them does not have is gone from
    all. The names are those of the first, in its order.
    """
    first, *others = zones
    names = tuple(name for name in first.names if all(name in other.names for other in others))
    lattice = _renamed(_sampled(first.labels), first, names)
    for other, laid in zip(others, alignments, strict=True):
        lattice = _kept(lattice, names, other, laid)

    def drawn(place: int) -> Zones:
        own = _carried(lattice, names, zones[place], alignments[place - 1]) if place else lattice
        return _zones(names, own, zones[place])

    return together(drawn, range(len(zones)))


def lost(before: Zones, shared: Zones) -> dict[str, float]:
    """Share of each zone, 0-1, that is not shared."""
    had, has = (_counts(zones) for zones in (before, shared))
    return {name: 1.0 - has.get(name, 0) / max(1, count) for name, count in had.items()}


def _counts(zones: Zones) -> dict[str, int]:
    found = counts(_sampled(zones.labels))
    return {name: int(found[place + 1]) for place, name in enumerate(zones.names)}


def _sampled(labels: Labels) -> Labels:
    return np.ascontiguousarray(labels[STEP // 2 :: STEP, STEP // 2 :: STEP])


def _places(lattice: Labels) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Which points of a lattice are skin, and where they lie on the photo (x, y)."""
    chosen = np.flatnonzero(lattice)
    rows, columns = np.divmod(chosen, lattice.shape[1])
    return chosen, np.column_stack([columns, rows]) * float(STEP) + STEP // 2


def _kept(lattice: Labels, names: tuple[str, ...], other: Zones, laid: Alignment) -> Labels:
    chosen, points = _places(lattice)
    there = _renamed(_at(other.labels, laid.after(points)), other, names)
    here = lattice.ravel()[chosen]
    kept = np.zeros(lattice.size, np.uint8)
    # Where two zones meet each photo draws the border a little elsewhere: that is skin all the same.
    kept[chosen] = np.where((there > 0) & laid.trusts(points), here, 0)
    return kept.reshape(lattice.shape)


def _carried(lattice: Labels, names: tuple[str, ...], other: Zones, laid: Alignment) -> Labels:
    """The kept zones on the lattice of the photo after."""
    own = _renamed(_sampled(other.labels), other, names)
    chosen, goal = _places(own)
    turn = np.linalg.inv(laid.matrix[:, :2])
    found = (goal - laid.matrix[:, 2]) @ turn.T
    for _ in range(ROUNDS if laid.is_dense else 0):
        found += (goal - laid.after(found)) @ turn.T
    carried = np.zeros(own.size, np.uint8)
    carried[chosen] = _at(lattice, (found - STEP // 2) / STEP)
    return carried.reshape(own.shape)


def _renamed(labels: Labels, zones: Zones, names: tuple[str, ...]) -> Labels:
    """Labels of a photo by other names; 0 where none of them is."""
    table = np.zeros(256, np.uint8)
    for place, name in enumerate(zones.names):
        table[place + 1] = names.index(name) + 1 if name in names else 0
    return np.asarray(table[labels])


def _at(labels: Labels, points: NDArray[np.float64]) -> Labels:
    """Labels at points (n, 2), 0 outside."""
    x, y = np.rint(points).astype(np.intp).T
    rows, columns = labels.shape
    inside = (x >= 0) & (y >= 0) & (x < columns) & (y < rows)
    found = labels[y.clip(0, rows - 1), x.clip(0, columns - 1)]
    return np.where(inside, found, np.uint8(0))


def _zones(names: tuple[str, ...], small: Labels, of: Zones) -> Zones:
    """Zones of a photo from labels on its lattice; nothing is added to what it had."""
    rows, columns = of.labels.shape
    large = repeated(small, STEP)[:rows, :columns]
    labels = np.zeros((rows, columns), np.uint8)
    part = labels[: large.shape[0], : large.shape[1]]
    cv2.copyTo(large, of.labels[: large.shape[0], : large.shape[1]], part)
    labels.setflags(write=False)
    return msgspec.structs.replace(of, labels=labels, names=names)
