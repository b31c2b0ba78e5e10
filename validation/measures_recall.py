"""What the measures find of what is there, at every tone of skin."""

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from adamas.imaging.measures import lines, papules, pores, spots
from adamas.imaging.phantom.generate import Phantom
from adamas.imaging.phantom.skin import FRECKLES, LINES, PAPULES, PORES, SPOTS, Skin
from adamas.imaging.phantom.truth import Kind, Lesion
from adamas.imaging.skin import PHOTO
from adamas.imaging.skin import Skin as Prepared
from validation.skins import BLOOD, TONES, melanin, prepared, still
from validation.statistics import Hits, match
from validation.study import Bar, Line, Part, Step, Study, Table, work
from validation.study import Figure as Drawing

SEEDS = tuple(range(1000, 1006))
SMALLEST_PORE_MM, SHALLOWEST_LINE_MM, FAINTEST = 0.22, 0.02, 0.05
PORE_REACH_MM, LINE_REACH_MM = 0.25, 0.7
GOAL = 0.93
KINDS = ("pores", "lines", "spots", "papules")
NOTHING = Hits(0, 0, 0)


class Case(Struct, frozen=True):
    """One sheet to look at."""

    ita: float
    seed: int


def _skin(case: Case) -> Skin:
    return Skin(
        seed=case.seed,
        size_mm=(50, 50),
        melanin=melanin(case.ita),
        blood=BLOOD,
        pores=PORES,
        freckles=FRECKLES,
        lines=replace(LINES, per_cm2=0.0, count=6),
        spots=SPOTS,
        papules=replace(PAPULES, per_cm2=0.0, count=6),
    )


def look(case: Case) -> tuple[float, dict[str, Hits]]:
    """Photograph one skin and compare what was found with what is there."""
    taken = still(_skin(case), seed=case.seed)
    skin = prepared(taken)
    return case.ita, {
        "pores": _pores(skin, taken),
        "lines": _lines(skin, taken),
        "spots": _patches(skin, taken, spots.find(skin).centre, ("spot", "freckle"), ("mark", "comedo")),
        "papules": _patches(skin, taken, papules.find(skin).centre, ("papule",), ("mark",)),
    }


def _inside(skin: Prepared, taken: Phantom, lesions: tuple[Lesion, ...]) -> tuple[Lesion, ...]:
    """The lesions the measures look at: not those on the rim."""
    places = np.array([(one.x_mm, one.y_mm) for one in lesions]).reshape(-1, 2)
    seen = np.take(skin.mask, skin.places_of(places * taken.sheet.px_per_mm - 0.5, PHOTO))
    return tuple(one for one, is_seen in zip(lesions, seen, strict=True) if is_seen)


def _places(lesions: tuple[Lesion, ...]) -> NDArray[np.float64]:
    return np.array([(one.x_mm, one.y_mm) for one in lesions], np.float64).reshape(-1, 2)


def _pores(skin: Prepared, taken: Phantom) -> Hits:
    """Smaller pores may be found or not: they count neither way."""
    found = (skin.sharp_grid.on_photo(pores.find(skin).points) + 0.5) / taken.sheet.px_per_mm
    true = _inside(skin, taken, taken.sheet.truth.of("pore"))
    large = tuple(one for one in true if one.diameter_mm >= SMALLEST_PORE_MM)
    every = match(found, _places(taken.sheet.truth.of("pore")), reach=PORE_REACH_MM)
    wanted = match(found, _places(large), reach=PORE_REACH_MM)
    return Hits(wanted.found, wanted.missed, every.false)


def _patches(
    skin: Prepared,
    taken: Phantom,
    centres: NDArray[np.float64],
    kinds: tuple[Kind, ...],
    also: tuple[Kind, ...],
) -> Hits:
    """Patches too faint (5 % of green light) or too small (1.2 mm) count neither way."""
    found = (skin.grid.on_photo(centres) + 0.5) / taken.sheet.px_per_mm
    all_true = taken.sheet.truth.of(*kinds, *also)
    wanted = [
        one
        for one in _inside(skin, taken, taken.sheet.truth.of(*kinds))
        if one.contrast >= FAINTEST and one.diameter_mm >= 1.2
    ]

    def near(lesion: Lesion) -> NDArray[np.bool_]:
        off = np.hypot(*(found - (lesion.x_mm, lesion.y_mm)).T)
        return np.asarray(off < max(0.5, 0.5 * lesion.diameter_mm))

    hit = sum(bool(near(one).any()) for one in wanted)
    true = np.zeros(len(found), bool)
    for one in all_true:
        true |= near(one)
    return Hits(hit, len(wanted) - hit, int((~true).sum()))


def _lines(skin: Prepared, taken: Phantom) -> Hits:
    """A line is found when more than half of it is; a find is false when less than half of it is a line."""
    got = lines.find(skin)
    points = (skin.grid.on_photo(got.points) + 0.5) / taken.sheet.px_per_mm
    paths = [
        np.array(one.path_mm) for one in taken.sheet.truth.of("line") if one.depth_mm >= SHALLOWEST_LINE_MM
    ]
    if not len(points):
        return Hits(0, len(paths), 0)
    drawn, true = cKDTree(points), cKDTree(np.concatenate([_fine(path) for path in paths]))
    found = sum(np.mean(drawn.query(_fine(path))[0] < LINE_REACH_MM) > 0.5 for path in paths)
    each = (points[got.of == index] for index in range(1, int(got.of.max()) + 1))
    false = sum(np.mean(true.query(one)[0] < LINE_REACH_MM) < 0.5 for one in each)
    return Hits(int(found), len(paths) - int(found), int(false))


def _fine(path: NDArray[np.float64]) -> NDArray[np.float64]:
    along = np.linspace(0, len(path) - 1, 6 * len(path))
    return np.stack([np.interp(along, np.arange(len(path)), column) for column in path.T], axis=1)


def run() -> Iterator[Step | Part]:
    """One table a measure by tone, and the worst tone against the bar."""
    cases = [Case(ita, seed) for ita in TONES for seed in SEEDS]
    total: dict[tuple[float, str], Hits] = {(ita, kind): NOTHING for ita in TONES for kind in KINDS}
    for done, (ita, hits) in enumerate(work(look, cases)):
        for kind in KINDS:
            total[ita, kind] += hits[kind]
        yield Step(done + 1, len(cases))
    yield Table(
        title="Found, by tone: recall / precision / F1",
        columns=("ITA, degrees", *KINDS),
        rows=tuple((ita, *(_said(total[ita, kind]) for kind in KINDS)) for ita in TONES),
        note=(
            "Lines count whole: found when more than half of their length is. Patches paler than 5 % or "
            "under 1.2 mm and pores under 0.22 mm count neither way. Good photographs, exposed for the skin."
        ),
    )
    yield Drawing(
        name="measures-f1",
        title="F1 by tone",
        x="ITA, degrees",
        y="F1",
        lines=tuple(
            Line(label=kind, x=TONES, y=tuple(total[ita, kind].f1 for ita in TONES)) for kind in KINDS
        ),
    )
    for kind in KINDS:
        ita = min(TONES, key=lambda tone: total[tone, kind].f1)
        worst = total[ita, kind].f1
        yield Bar(
            claim=f"{kind} on the phantom, worst of {len(TONES)} tones",
            bar=f"F1 at least {GOAL}",
            measured=f"{worst:.3f} at ITA {ita}",
            is_met=worst >= GOAL,
        )


def _said(hits: Hits) -> str:
    return f"{hits.recall:.2f} / {hits.precision:.2f} / {hits.f1:.2f}"


STUDY = Study(
    title="What the measures find",
    about="""
Pores from 0.22 mm, lines from 0.02 mm deep, brown spots and papules on six skins a tone, 50 x 50 mm at 16
px/mm. The thresholds were chosen on other skins.
""",
    run=run,
    order=30,
)
