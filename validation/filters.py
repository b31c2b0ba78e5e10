"""How often processed photographs are noticed, and how often untouched ones are suspected."""

from collections.abc import Iterator
from io import BytesIO

import numpy as np
from msgspec import Struct
from PIL import Image

from adamas.imaging.admit import admit
from adamas.imaging.filters import filters
from adamas.imaging.phantom.icc import DISPLAY_P3
from adamas.imaging.photo import Pixels
from tests.support import edits
from tools.fit_filters import flags
from tools.touched import UNFOCUSED, face_rows, rows, untouched
from validation.study import Bar, Cell, Part, Step, Study, Table, work

PATCHES, FACES = 100, 24
FIRST_SEED, FIRST_FACE = 7000, 8000
"""The weights were fitted to others, see `tools.fit_filters`."""
NOTICED, FALSE = 0.95, 0.05
FLAGS = ("smoothed", "sharpened", "compressed", "blurred")
COLUMNS = ("photograph", "n", "flagged", *FLAGS)
_CUSTOM_RENDERED, _PORTRAIT = 0xA401, 8
GROUPS = {
    "beauty filter, denoise": tuple(edits.SMOOTHED),
    "sharpening": tuple(edits.SHARPENED),
    "strong JPEG": tuple(edits.COMPRESSED),
    "P3 profile": ("Display P3 profile",),
    "portrait mode": ("portrait mode, said by the file",),
}


class Tried(Struct, frozen=True):
    """One photograph: what was done to it, and what was said of it."""

    kind: str
    flags: frozenset[str]
    is_face: bool = False


def tried(number: int) -> list[Tried]:
    """One phantom, untouched and edited in every way: first the patches, then the faces."""
    if number >= PATCHES:
        some = face_rows(FIRST_FACE + number - PATCHES)
        return [Tried(name, frozenset(flags(texture)), is_face=True) for name, texture in some]
    return _patch(FIRST_SEED + number)


def _patch(seed: int) -> list[Tried]:
    """Saved in the end as files that tell of themselves."""
    found = [Tried(name, frozenset(flags(texture))) for name, texture in rows(seed)]
    pixels = untouched(seed)
    found.append(Tried("Display P3 profile", _said(pixels, icc_profile=DISPLAY_P3)))
    exif = Image.Exif()
    exif.get_ifd(0x8769)[_CUSTOM_RENDERED] = _PORTRAIT
    found.append(Tried("portrait mode, said by the file", _said(pixels, exif=exif)))
    found.append(Tried("file without any remark", _said(pixels)))
    return found


def _said(pixels: Pixels, **options: object) -> frozenset[str]:
    file = BytesIO()
    # Two by two: some phantoms are smaller than a photograph may be.
    Image.fromarray(np.tile(pixels, (2, 2, 1))).save(file, "JPEG", quality=93, **options)
    found = filters(None, admit(file.getvalue(), view="cheek").capture)
    return frozenset(finding.name for finding in found if finding.word != "good")


def run() -> Iterator[Step | Part]:
    """Try every phantom, then tables and the bars."""
    table: list[Tried] = []
    for done, some in enumerate(work(tried, range(PATCHES + FACES))):
        table += some
        yield Step(done + 1, PATCHES + FACES)
    yield _table([one for one in table if not one.is_face])
    yield _on_faces([one for one in table if one.is_face])
    for group, kinds in GROUPS.items():
        some = [one for one in table if one.kind in kinds]
        share = float(np.mean([_is_noticed(one) for one in some]))
        yield Bar(
            claim=f"filters: {group} is flagged",
            bar=f"at least {NOTICED:.0%}",
            measured=f"{share:.1%} of {len(some)}",
            is_met=share >= NOTICED,
        )
    clean = [one for one in table if one.kind == "untouched"]
    share = float(np.mean([_is_noticed(one) for one in clean]))
    yield Bar(
        claim="filters: untouched photographs are flagged",
        bar=f"at most {FALSE:.0%}",
        measured=f"{share:.1%} of {len(clean)}",
        is_met=share <= FALSE,
    )


def _is_noticed(one: Tried) -> bool:
    return bool(one.flags - {"blurred"})


def _table(table: list[Tried]) -> Table:
    blurred = ", ".join(UNFOCUSED)
    return Table(
        title="What is noticed",
        columns=COLUMNS,
        rows=_shares(table),
        note=(
            f"*Flagged* leaves blur aside: {blurred} are no faults of software. Rows marked *mild* are less "
            "than what is promised. Portrait mode is known by the file's own word only; nobody looks for a "
            "blurred background."
        ),
    )


def _on_faces(table: list[Tried]) -> Table:
    return Table(
        title="What is noticed on whole faces",
        columns=COLUMNS,
        rows=_shares(table),
        note="Two of three are phantom faces of 6-12 px/mm, the third is a real portrait in phantom skin.",
    )


def _shares(table: list[Tried]) -> tuple[tuple[Cell, ...], ...]:
    """One row for each thing that was done."""
    rows_: list[tuple[Cell, ...]] = []
    for kind in dict.fromkeys(one.kind for one in table):
        some = [one for one in table if one.kind == kind]
        by_flag = (f"{np.mean([name in one.flags for one in some]):.0%}" for name in FLAGS)
        rows_.append((kind, len(some), f"{np.mean([_is_noticed(one) for one in some]):.0%}", *by_flag))
    return tuple(rows_)


STUDY = Study(
    title="Filters: photographs that software has touched",
    about="""
Every phantom is a person of another tone (ITA -60° to 54°), seen by another camera (7-18 px/mm, noise,
focus, tone curve) in another light, saved at JPEG quality 88-96; half of the untouched ones carry the slight
sharpening of phones (at most 0.25). A real phone that smooths or sharpens more is reported as doing so.
Whole faces follow; the bars count patches and faces together.
""",
    run=run,
    order=45,
)
