"""Synthetic people for the studies of repeatability and outcome: photographed, inspected, measured."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from adamas.imaging.balanced import balanced
from adamas.imaging.examine import examine_laid, lay, readings_of
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.card import Kind
from adamas.imaging.phantom.face import face
from adamas.imaging.phantom.generate import Phantom
from adamas.imaging.phantom.people import sit_down, somebody, take
from adamas.imaging.phantom.skin import Skin
from adamas.imaging.photo import Capture, Photo
from adamas.imaging.reading import Reading
from adamas.outcome.calibration import Sitting
from validation.portraits import Portrait, retaken

FORGIVEN = frozenset({"smile"})
"""One of the two portraits smiles, on every photograph alike."""
TONES = (55.0, 35.0, 15.0, -10.0, -35.0, -55.0)


class Visits(Struct, frozen=True, kw_only=True):
    """One person and how often she is photographed.

    seed: of person and faults. treated: skin at the end. card: by which colours are corrected.
    """

    seed: int
    tone: float
    sittings: int
    shots: int
    treated: Skin | None = None
    card: Kind | None = None


def admitted(sat: Sequence[Sequence[Inspected]]) -> list[list[Inspected]]:
    """Only what the commands would use: no photograph the gate advises against."""
    return [[seen for seen in photos if not _is_bad(seen)] for photos in sat]


def _is_bad(seen: Inspected) -> bool:
    return any(finding.word == "bad" for finding in seen.findings if finding.name not in FORGIVEN)


def photographed(visits: Visits) -> list[list[Inspected]]:
    """The photographs of one person, by sitting; one more sitting shows the treated skin, if there is any."""
    rng = np.random.default_rng((visits.seed, 2))
    faces = [face(somebody(visits.seed, ita_deg=visits.tone))] * visits.sittings
    if visits.treated is not None:
        faces.append(face(visits.treated))
    settings = [sit_down(rng) for _ in faces]
    return [
        [_inspected(take(one, setting, rng, card=visits.card), visits.card) for _ in range(visits.shots)]
        for one, setting in zip(faces, settings, strict=True)
    ]


def _inspected(taken: Phantom, card: Kind | None) -> Inspected:
    seen = inspect(Photo(pixels=taken.shot.pixels, view="face", capture=Capture(), digest=""))
    return seen if card is None else balanced(seen, card)


def measured(photos: Sequence[Inspected]) -> list[tuple[Reading, ...]]:
    """Readings of photographs of one person on the skin that all of them show."""
    return list(examine_laid(lay(photos), keep=readings_of))


def sittings_of(one: Visits | Portrait) -> list[Sitting]:
    """Everything one person's photographs measure, by sitting."""
    sat = admitted(retaken(one, shots=2) if isinstance(one, Portrait) else photographed(one))
    readings = iter(measured([photo for photos in sat for photo in photos]))
    return [Sitting(str(one.seed), tuple(next(readings) for _ in photos)) for photos in sat if photos]
