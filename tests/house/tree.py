"""The files of the house: what is committed, or would be with the next commit."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("src", "tests", "tools", "benchmarks", "validation", "scenarios", "conftest.py")
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".ico", ".parquet", ".woff2", ".gz", ".pdf", ".task"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that git knows or would add."""
    if not (ROOT / ".git").exists():
        return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and not _is_made(path))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


def _is_made(path: Path) -> bool:
    """Without git (an unpacked archive): what the tools make, as .gitignore lists it."""
    made = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return any(part == name.rstrip("/") for part in inside(path).split("/") for name in made) or (
        path.suffix in {".pyc", ".pyo"}
    )


def texts() -> tuple[Path, ...]:
    """Every file that people read as text."""
    return tuple(path for path in files() if path.suffix not in BINARY)


def code() -> tuple[Path, ...]:
    """Every Python file of the house."""
    return tuple(path for path in files() if path.suffix == ".py" and inside(path).split("/")[0] in CODE)


def inside(path: Path) -> str:
    """The path as seen from the root."""
    return path.relative_to(ROOT).as_posix()
