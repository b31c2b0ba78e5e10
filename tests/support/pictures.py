"""Every picture the installed packages ship, and the portraits of one more that is only unpacked."""

from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from msgspec import Struct

ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic")
PORTRAITS = Path(__file__).parents[2] / "out" / "portraits"
"""Where `python -m tools.portraits` puts the portraits of the package face_recognition."""
WHO = {
    "grace_hopper.jpg": "woman of 78, light skin, glasses, cap",
    "astronaut.png": "woman of 43, light skin, fringe",
    "biden.jpg": "man of 70, light skin",
    "obama.jpg": "man of 47, dark skin",
    "obama2.jpg": "the same man of 45",
    "obama3.jpg": "the same man of 51",
    "obama_partial_face.jpg": "part of his face",
    "obama_partial_face2.jpg": "the other part",
    "32bit.png": "the man of 45, with a channel of opacity",
}
"""The pictures that show a face large enough to be one; all others must be refused."""


class Picture(Struct, frozen=True):
    """A file of a package."""

    package: str
    path: Path

    @property
    def name(self) -> str:
        """Without its folder."""
        return self.path.name


def shipped() -> tuple[Picture, ...]:
    """Pictures of all installed packages, then the unpacked portraits (none before they were fetched)."""
    unpacked = (Picture("face_recognition", path) for path in sorted(PORTRAITS.glob("*")))
    return (*sorted(_installed(), key=lambda one: (one.package, one.path)), *unpacked)


def _installed() -> Iterator[Picture]:
    for package in distributions():
        for file in package.files or ():
            if file.suffix.lower() in ENDINGS and Path(str(package.locate_file(file))).is_file():
                yield Picture(package.name, Path(str(package.locate_file(file))))
