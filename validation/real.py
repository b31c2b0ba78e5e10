"""What becomes of every real picture that packages ship: measured, or refused with a reason."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from adamas.errors import PhotoUnusable
from adamas.imaging.admit import admit
from adamas.imaging.examine import examine, readings_of
from adamas.imaging.gate import Inspected, inspect
from adamas.imaging.skin import WHOLE
from tests.support.pictures import WHO, Picture, shipped
from tools import portraits
from validation.study import Bar, Cell, Part, Step, Study, Table, work


class Seen(Struct, frozen=True, kw_only=True):
    """One picture. refused: the reason, in which case the rest is empty. numbers: measures that give some.

    why_not: why the others give none.
    """

    name: str
    package: str
    refused: str = ""
    size: str = ""
    eyes_px: float = 0.0
    px_per_mm: float = 0.0
    bad: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()


def seen(picture: Picture) -> Seen:
    """Admit, inspect and measure it; anything but PhotoUnusable is a fault and stops the study."""
    try:
        inspected = inspect(admit(picture.path.read_bytes()))
    except PhotoUnusable as refusal:
        return Seen(name=picture.name, package=picture.package, refused=_reason(refusal))
    return _measured(picture, inspected)


def _reason(refusal: PhotoUnusable) -> str:
    """Without the figures of this one picture, so that like reasons stand together."""
    said = str(refusal).splitlines()[0]
    return "The picture is too small." if "pixels; each side" in said else said


def _measured(picture: Picture, inspected: Inspected) -> Seen:
    whole = [one for one in readings_of(examine(inspected)) if one.zone == WHOLE]
    named = {word: tuple(one.name for one in inspected.findings if one.word == word) for word in _WORDS}
    numbers = tuple(dict.fromkeys(one.measure for one in whole if one.value is not None))
    return Seen(
        name=picture.name,
        package=picture.package,
        size=f"{inspected.photo.width} x {inspected.photo.height}",
        eyes_px=inspected.face.interocular_px if inspected.face else 0.0,
        px_per_mm=inspected.px_per_mm,
        bad=named["bad"],
        doubtful=named["doubtful"],
        numbers=numbers,
        why_not=tuple(dict.fromkeys(one.why_not for one in whole if one.measure not in numbers)),
    )


_WORDS = ("bad", "doubtful")
_REASONS = {"measure-too-coarse": "too coarse", "measure-too-little": "too little skin"}


def run() -> Iterator[Step | Part]:
    """Every picture once."""
    portraits.main()
    pictures = shipped()
    found: list[Seen] = []
    for done, one in enumerate(work(seen, pictures)):
        found.append(one)
        yield Step(done + 1, len(pictures))
    faces, others = [one for one in found if one.name in WHO], [one for one in found if one.name not in WHO]
    yield _faces(faces)
    yield _others(others)
    refused = sum(bool(one.refused) for one in others)
    wrong = [one.name for one in faces if one.refused] + [one.name for one in others if not one.refused]
    yield Bar(
        claim="real pictures: every one is measured or refused with a reason",
        bar=f"all {len(WHO)} with a face looked over, all others refused, no error",
        measured=(
            f"{sum(not one.refused for one in faces)} looked over, {refused} of {len(others)} refused"
            + (f"; wrong: {', '.join(wrong)}" if wrong else "")
        ),
        is_met=not wrong and {one.name for one in faces} == set(WHO),
    )


def _faces(faces: list[Seen]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            one.name,
            one.package,
            WHO[one.name],
            one.size,
            round(one.eyes_px),
            round(one.px_per_mm, 1),
            one.refused or ", ".join(one.bad),
            ", ".join(one.doubtful),
            ", ".join(one.numbers) or f"none: {', '.join(_REASONS.get(why, why) for why in one.why_not)}",
        )
        for one in faces
    ]
    return Table(
        title="Faces",
        columns=(
            "picture",
            "package",
            "who",
            "pixels",
            "between the eyes, px",
            "px/mm",
            "bad",
            "doubtful",
            "gives numbers",
        ),
        rows=tuple(rows),
        note=(
            "All have too few pixels to be measured, as every measure says of itself. They are in the public "
            "domain. Nobody wears a beard: no package was found that ships such a portrait with a licence."
        ),
    )


def _others(others: list[Seen]) -> Table:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in others:
        by_reason[one.refused or "not refused"].append(one.name)
    return Table(
        title="No faces: what every other picture is refused for",
        columns=("reason", "pictures", "such as"),
        rows=tuple(
            (reason, len(names), ", ".join(sorted(set(names))[:8]))
            for reason, names in sorted(by_reason.items())
        ),
        note="Pictures of all installed packages: a cat, cells, a moon, motorcycles, logos and diagrams.",
    )


STUDY = Study(
    title="Real pictures",
    about="""
Every picture that the installed packages ship, and the portraits in the source archive of one more, goes
through the whole of it: admitted, inspected, measured. There are two sexes, light and dark skin, 43 to 78
years, glasses, a fringe, a cap, a face cut in half.
""",
    run=run,
    order=46,
)
