"""Photographs whose colours are corrected before they are measured: by a card in the frame, or by skin.

A card is looked for on each photograph by itself. Untreated skin needs a first photograph: on all others it
is made to look as it did there, and is then no longer measured, because its change was set to nothing.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from adamas.errors import InputError, PhotoUnusable, told
from adamas.imaging.colour import NONE, How, balance, by_reference, light_of
from adamas.imaging.examine import Laid
from adamas.imaging.gate import Inspected
from adamas.imaging.zones import Zones
from adamas.misread import did_you_mean


def balanced(seen: Inspected, how: How, *, where: str = "") -> Inspected:
    """The photograph with the correction that was asked for, and with zones that leave the card out.

    Raises PhotoUnusable when the card that was asked for is not seen.
    """
    if how == "none":
        return seen
    try:
        found = balance(seen.photo.pixels, how, skin=seen.zones.whole())
    except PhotoUnusable as problem:
        raise PhotoUnusable(problem.what, where=where, hint=problem.hint) from None
    if found.outline is None:
        return replace(seen, balance=found)
    return replace(seen, balance=found, zones=_uncovered(seen.zones, found.outline))


def alike(photos: Sequence[Inspected]) -> tuple[Inspected, ...]:
    """The same photographs, all corrected by the same means: by none when not every one has its card."""
    if len({photo.balance.means for photo in photos}) == 1:
        return tuple(photos)
    unshared = replace(NONE, is_unshared=True)
    return tuple(replace(photo, balance=unshared) for photo in photos)


def by_untreated(laid: Laid, zone: str) -> Laid:
    """Photographs with the skin of a zone made to look as on the first of them; the zone is not measured.

    Raises InputError for a zone that not all of them show, PhotoUnusable when it is too dark or burnt out.
    """
    if zone not in laid.zones[0].names or len(laid.zones[0].names) < 2:
        raise InputError(
            told(
                "colour-no-zone", "The photographs do not all show the zone '{zone}' and another.", zone=zone
            ),
            where="--untreated",
            hint=did_you_mean(zone, laid.zones[0].names),
        )
    lights = [
        light_of(photo.photo.pixels, zones[zone])
        for photo, zones in zip(laid.photos, laid.zones, strict=True)
    ]
    return replace(
        laid,
        photos=tuple(
            replace(photo, balance=by_reference(light, baseline=lights[0]))
            for photo, light in zip(laid.photos, lights, strict=True)
        ),
        zones=tuple(_without(zones, zone) for zones in laid.zones),
        left_out={name: share for name, share in laid.left_out.items() if name != zone},
    )


def _uncovered(zones: Zones, outline: NDArray[np.float64]) -> Zones:
    labels = zones.labels.copy()
    cv2.fillConvexPoly(labels, np.rint(outline).astype(np.int32), (0,))
    labels.setflags(write=False)
    return replace(zones, labels=labels)


def _without(zones: Zones, name: str) -> Zones:
    """The zones but one."""
    names = tuple(other for other in zones.names if other != name)
    table = np.zeros(256, np.uint8)
    for place, other in enumerate(zones.names):
        table[place + 1] = names.index(other) + 1 if other in names else 0
    labels = np.asarray(table[zones.labels])
    labels.setflags(write=False)
    return replace(zones, labels=labels, names=names)
