"""How well each number is measured again on close-ups, and the table of errors for them."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from adamas.imaging.examine import examine_laid, lay, readings_of
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.phantom.people import CLOSE_MM, sit_down, somebody, take_close
from adamas.imaging.phantom.sheet import sheet
from adamas.imaging.photo import Capture, Photo
from adamas.outcome.calibration import Calibration, Sitting, calibrate, write_calibration
from adamas.outcome.compare import WHOLE
from adamas.outcome.pair import compare_photos
from adamas.outcome.word import Word
from validation.people import TONES
from validation.repeatability import COLUMNS, row
from validation.skins import metered
from validation.study import Bar, Part, Step, Study, Table, work

TABLE = Path(__file__).parents[1] / "src" / "adamas" / "outcome" / "default-close-up.json"
NOTHING = Calibration(made_from="phantom", is_close_up=True, people=0, sittings=0, shots=0, known=())
PX_PER_MM, SITTINGS, SHOTS, DAYS = 14.4, 3, 3, 30


class Visits(Struct, frozen=True):
    """One person whose cheek is photographed again and again. shots: a sitting."""

    seed: int
    tone: float
    shots: int


LEARNT = tuple(Visits(8400 + i, tone, SHOTS) for i, tone in enumerate(TONES * 10))
ASKED = tuple(Visits(31000 + i, tone, 1) for i, tone in enumerate(TONES * 8))


def _photographed(visits: Visits) -> list[list[Inspected]]:
    rng = np.random.default_rng((visits.seed, 4))
    person = somebody(visits.seed, ita_deg=visits.tone, px_per_mm=PX_PER_MM)
    skin = sheet(replace(person, size_mm=CLOSE_MM))
    sat = []
    for _ in range(SITTINGS):
        setting = sit_down(rng)
        setting = replace(setting, exposure_ev=setting.exposure_ev + metered(skin))
        sat.append([_inspected(take_close(skin, setting, rng).shot.pixels) for _ in range(visits.shots)])
    return sat


def _inspected(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Inspected:
    return inspect(Photo(pixels=pixels, view="cheek", capture=Capture(), digest=""))


def learn(visits: Visits) -> list[Sitting]:
    """Everything one person's close-ups measure, by sitting."""
    sat = _photographed(visits)
    readings = iter(examine_laid(lay([photo for photos in sat for photo in photos]), keep=readings_of))
    return [
        Sitting(str(visits.seed), tuple(next(readings) for _ in photos), is_close_up=True) for photos in sat
    ]


def ask(given: tuple[Visits, Calibration]) -> list[tuple[bool, bool, bool]]:
    """Of each pair of sittings without treatment: vetoed, improved anywhere, worse anywhere."""
    visits, calibration = given
    out = []
    for before, after in permutations(_photographed(visits), 2):
        compared = compare_photos(before, after, calibration, days=DAYS)
        words = {change.word for change in compared.outcome.changes}
        out.append((compared.is_vetoed, Word.IMPROVED in words, Word.WORSE in words))
    return out


def run() -> Iterator[Step | Part]:
    """Learn the errors, keep them, and ask new people whether anything improved by itself."""
    sittings: list[Sitting] = []
    of = len(LEARNT) + len(ASKED)
    for done, sat in enumerate(work(learn, LEARNT)):
        sittings += sat
        yield Step(done + 1, of)
    learnt = calibrate(sittings, fallback=NOTHING)
    kept = replace(learnt, made_from="phantom", known=tuple(one for one in learnt.known if one.zone == WHOLE))
    TABLE.write_bytes(write_calibration(kept))
    yield Table(
        title="A close-up of 70 x 52 mm",
        columns=COLUMNS,
        # What one person alone has says nothing of how people differ.
        rows=tuple(row(one) for one in kept.known if one.icc is not None),
        note=(
            f"{len(LEARNT)} people of ITA {TONES[-1]:.0f} to {TONES[0]:.0f}, {SITTINGS} sittings of {SHOTS} "
            "shots, jittered as faces are; the marker lies elsewhere each time. Ratios in percent: the "
            "smallest real fall."
        ),
    )
    pairs = []
    for done, found in enumerate(work(ask, [(visits, kept) for visits in ASKED])):
        pairs += found
        yield Step(len(LEARNT) + done + 1, of)
    reports = [pair for pair in pairs if not pair[0]]
    improved, worse = (sum(pair[side] for pair in reports) for side in (1, 2))
    yield Bar(
        claim="false improvement on close-ups without treatment",
        bar="at most 5 of 100 reports",
        measured=f"{improved} of {len(reports)} improved, {worse} worse; {len(pairs) - len(reports)} vetoed",
        is_met=improved <= 0.05 * len(reports),
    )


STUDY = Study(
    title="Repeatability of close-ups",
    about="""
Patches of skin of all tones are photographed from near, three sittings of three shots, without treatment. The
result is the table Adamas uses for close-ups of those who have not calibrated themselves
(`outcome/default-close-up.json`); it is held against single photographs of people who had no part in it.
""",
    run=run,
    order=61,
)
