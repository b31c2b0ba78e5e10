"""How well this camera, this light and these hands measure skin again, by photographs of untreated skin."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import get_args

import msgspec
import numpy as np
from msgspec import Struct

from adamas.errors import InputError, told
from adamas.imaging.colour import Means
from adamas.imaging.photo import FACES, View
from adamas.imaging.reading import Reading
from adamas.outcome.quantity import FEWEST, Scale, about, floor_of, lesion_of, on_scale, times_error
from adamas.outcome.repeatability import Repeatability, components

FORMAT = 1
LEAST_DF = 6
"""Repeated shots beyond the first, over all sittings, below which an error is too badly known to be used."""
ALWAYS_THE_SAME = 1e-6
"""An error smaller than this is no error but rounding."""
_SIDES = ("-left", "-right")
Key = tuple[str, str, str]


class Sitting(Struct, frozen=True):
    """The readings of the shots of one person on one occasion, one tuple a shot; skin untreated in between.

    Sittings of one person calibrate only when nothing was done to the skin from one to the next.
    colour: by what the colours of the shots were corrected. is_close_up: the shots show a patch, not a face.
    """

    person: str
    shots: tuple[tuple[Reading, ...], ...]
    colour: Means = "none"
    is_close_up: bool = False


class Calibration(Struct, frozen=True, kw_only=True, dict=True):
    """The errors of every number that was repeated, and what they were learnt from.

    made_from: ``phantom`` for the table Adamas brings, ``own`` for a clinic's own photographs. colour: by
    what colours were corrected, ``none`` also when not every sitting was corrected alike. is_close_up: learnt
    on patches; those have one zone, and show less skin, so that chance has more to say.
    """

    format: int = FORMAT
    made_from: str
    colour: Means = "none"
    is_close_up: bool = False
    people: int
    sittings: int
    shots: int
    known: tuple[Repeatability, ...]

    def of(self, reading: Reading) -> Repeatability | None:
        """The error of a number in its zone; both sides of a face share one. None when it is not known.

        Readings of another version of a method have an error nobody has measured.
        """
        zone = "whole" if self.is_close_up else one_sided(reading.zone)
        found = self._table.get((reading.measure, reading.quantity, zone))
        return found if found is not None and found.version == reading.version else None

    def require(self, colour: Means, view: View) -> None:
        """Raises InputError for photographs that may err more than those these errors come from.

        Errors without a correction are too large for corrected photographs, which only makes words rarer.
        """
        if self.is_close_up != (view not in FACES):
            raise InputError(
                told(
                    "calibration-view", "A calibration of close-ups is for close-ups, one of faces for faces."
                ),
                where="--calibration",
                hint=told("calibration-view-hint", "Calibrate with photographs of the same --view."),
            )
        if self.colour not in ("none", colour):
            raise InputError(
                told(
                    "calibration-colour",
                    "The calibration was learnt with colours corrected by {learnt}, here it is {used}.",
                    learnt=self.colour,
                    used=colour,
                ),
                where="--calibration",
                hint=told(
                    "calibration-colour-hint",
                    "Correct colours as it was done there, or calibrate without a card.",
                ),
            )

    @cached_property
    def _table(self) -> Mapping[Key, Repeatability]:
        return {(one.measure, one.quantity, one.zone): one for one in self.known}


def one_sided(zone: str) -> str:
    """The zone without its side."""
    for side in _SIDES:
        zone = zone.removesuffix(side)
    return zone


def calibrate(sittings: Iterable[Sitting], *, fallback: Calibration | None = None) -> Calibration:
    """Learn the errors from repeated photographs of untreated skin.

    At least two shots in some sittings; what a new sitting adds is learnt from people who sat twice, and
    taken from `fallback` (the default table when None) where nobody did.
    Raises InputError when there are fewer than `LEAST_DF` repeated shots, or faces beside close-ups.
    """
    given = tuple(sittings)
    if len({sitting.is_close_up for sitting in given}) > 1:
        raise InputError(
            told("calibrate-mixed", "Some photographs show a face and some a patch of skin."),
            hint=told("calibrate-mixed-hint", "Calibrate faces and close-ups apart, one folder each."),
        )
    repeated = sum(max(0, len(sitting.shots) - 1) for sitting in given)
    if repeated < LEAST_DF:
        raise _too_few(repeated)
    is_close_up = all(sitting.is_close_up for sitting in given)
    fallback = fallback or default_calibration("cheek" if is_close_up else "face")
    learnt = (_learn(values, fallback) for values in _grouped(given).values())
    colours = {sitting.colour for sitting in given}
    return Calibration(
        made_from="own",
        colour=colours.pop() if len(colours) == 1 else "none",
        is_close_up=is_close_up,
        people=len({sitting.person for sitting in given}),
        sittings=len(given),
        shots=sum(len(sitting.shots) for sitting in given),
        known=tuple(found for found in learnt if found is not None),
    )


@lru_cache(maxsize=len(get_args(View)))
def default_calibration(view: View = "face") -> Calibration:
    """The errors found on the phantom, everything jittered, for this view; made by ``make validation``."""
    name = "default.json" if view in FACES else "default-close-up.json"
    return read_calibration((files("adamas.outcome") / name).read_bytes(), where=name)


def write_calibration(calibration: Calibration) -> bytes:
    """The calibration as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(calibration), indent=1) + b"\n"


def read_calibration(raw: bytes, *, where: str) -> Calibration:
    """Read what `write_calibration` wrote. Raises InputError when it is something else."""
    try:
        found = msgspec.json.decode(raw, type=Calibration)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _unreadable(where) from None
    is_sane = all(min(one.within, one.between, one.noise) >= 0 and one.within_df >= 1 for one in found.known)
    if found.format != FORMAT or not is_sane:
        raise _unreadable(where)
    return found


Grouped = dict[tuple[Key, int], dict[str, list[list[Reading]]]]


def _grouped(sittings: tuple[Sitting, ...]) -> Grouped:
    """What can be compared: by number, zone and version, then by person and side, then by sitting."""
    groups: Grouped = defaultdict(lambda: defaultdict(list))
    for sitting in sittings:
        of_sitting: dict[tuple[tuple[Key, int], str], list[Reading]] = defaultdict(list)
        for reading in (reading for shot in sitting.shots for reading in shot):
            if reading.value is not None:
                key = (reading.measure, reading.quantity, one_sided(reading.zone))
                of_sitting[(key, reading.version), f"{sitting.person}/{reading.zone}"].append(reading)
        for (group, person), readings in of_sitting.items():
            groups[group][person].append(readings)
    return groups


def _learn(people: Mapping[str, list[list[Reading]]], fallback: Calibration) -> Repeatability | None:
    """The error of one number: learnt on a scale where it is even, told at the level of these people."""
    readings = tuple(_flat(people.values()))
    first, floor = readings[0], floor_of(readings)
    what = about(first)
    noise = max(what.noise, 2 * floor)
    enough = [[shots for shots in sittings if _are_enough(shots)] for sittings in people.values()]
    values = _scaled(enough, what.scale, floor=noise / 2)
    if sum(len(shots) - 1 for sittings in values for shots in sittings) < LEAST_DF:
        return None
    found = components(values)
    if found.within**0.5 < ALWAYS_THE_SAME:
        # Nothing was ever found there, so nothing is known of how well it would be found again.
        return None
    level = float(np.median([r.value for r in _flat(enough) if r.value is not None]))
    times = 1.0 if what.scale == "difference" else times_error(level, noise=noise, floor=floor)
    between, between_df = times * found.between**0.5, float(found.between_df)
    usual = fallback.of(first)
    usual = None if usual is None else usual.at(level, floor=floor)
    is_borrowed = found.sat_again < LEAST_DF and usual is not None and usual.between > between
    if usual is not None and is_borrowed:
        # Nobody sat often enough to tell what a new sitting adds: the larger of both is believed.
        between, between_df = usual.between, usual.between_df
    total = found.people + found.between + found.within
    return Repeatability(
        measure=first.measure,
        quantity=first.quantity,
        zone=one_sided(first.zone),
        version=first.version,
        scale=what.scale,
        within=times * found.within**0.5,
        within_df=float(found.within_df),
        between=between,
        between_df=between_df,
        icc=found.people / total if len(values) > 1 and total > 0 else None,
        level=level,
        noise=noise if what.scale == "ratio" else 0.0,
        is_borrowed=is_borrowed,
    )


def _scaled(people: list[list[list[Reading]]], scale: Scale, *, floor: float) -> list[list[list[float]]]:
    return [
        [[on_scale(r.value, scale, floor=floor) for r in shots if r.value is not None] for shots in sittings]
        for sittings in people
        if sittings
    ]


def _flat(people: Iterable[list[list[Reading]]]) -> Iterator[Reading]:
    return (reading for sittings in people for shots in sittings for reading in shots)


def _are_enough(shots: list[Reading]) -> bool:
    """Skin with too few lesions is never judged, so what it would say of the error does not count."""
    values = [r.value for r in shots if r.value is not None]
    lesion = lesion_of(tuple(shots))
    return lesion == 0 or float(np.mean(values)) >= FEWEST * lesion


def _too_few(repeated: int) -> InputError:
    return InputError(
        told(
            "calibrate-few",
            "There are {repeated} repeated shots; an error needs at least {least}.",
            repeated=repeated,
            least=LEAST_DF,
        ),
        hint=told(
            "calibrate-few-hint",
            "Photograph at least four people three times each, moving them and the camera in between.",
        ),
    )


def _unreadable(where: str) -> InputError:
    return InputError(
        told("calibration-unreadable", "This is no calibration of this version."),
        where=where,
        hint=told("calibration-unreadable-hint", "Make it anew with adamas calibrate."),
    )
