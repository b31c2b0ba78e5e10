"""What is handed out is whole: wheel with its knowledge, locks with their hashes, Makefile with its words."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.house.console import make_targets
from tests.house.tree import ROOT

ASK = """
import json
import adamas, adamas_cli
from adamas.knowledge.hazard import hazard_log, read_hazards
from adamas.knowledge.library import default_root, read_library
from adamas.report.words import default_locales, languages

library = read_library()
print(json.dumps({
    "home": adamas.__file__,
    "knowledge": str(default_root()),
    "languages": sorted(languages(default_locales())),
    "digest": library.digest,
    "statements": len(library.statements),
    "hazards": len(read_hazards(hazard_log(default_root()))),
}))
"""
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this tree without any network, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def ask(home: Path, *, cwd: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", ASK],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(home)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_an_installed_adamas_reads_the_same_knowledge_from_its_own_folder(
    unpacked: Path, tmp_path: Path
) -> None:
    installed = ask(unpacked, cwd=tmp_path)
    checkout = ask(ROOT / "src", cwd=tmp_path)
    assert Path(installed["home"]).is_relative_to(unpacked)
    assert Path(installed["knowledge"]).is_relative_to(unpacked)
    assert Path(checkout["knowledge"]) == ROOT / "knowledge"
    assert installed["statements"] > 0
    for same in ("digest", "statements", "languages", "hazards"):
        assert installed[same] == checkout[same]


def test_the_wheel_carries_no_tests_but_the_licences_and_the_face_model(unpacked: Path) -> None:
    names = [path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()]
    assert [name for name in names if name.endswith(("_test.py", "conftest.py"))] == []
    assert [name for name in names if name.endswith("/licenses/LICENSE")]
    beside = {"face_landmarker.task", "LICENSE", "ATTRIBUTION.md"}
    assert beside == {name.rpartition("/")[2] for name in names if "/imaging/models/" in name}
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"adamas", "adamas_cli"}


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {found[1]: found[2] for line in lines if (found := PINNED.match(line))}


def needs() -> tuple[set[str], set[str]]:
    """The names pyproject.toml asks for: to run, and to check."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    groups = settings["dependency-groups"]
    run, dev = (*settings["project"]["dependencies"], *groups["build"]), groups["dev"]

    def names(asked: Any) -> set[str]:
        words = (re.split(r"[<>=! \[;]", entry)[0] for entry in asked if isinstance(entry, str))
        return {re.sub(r"[._-]+", "-", word).lower() for word in words}

    return names(run), names(run) | names(dev)


def test_the_locks_hold_everything_that_is_asked_for() -> None:
    run, dev = needs()
    assert run <= pins("requirements.lock").keys()
    assert dev <= pins("requirements-dev.lock").keys()


def test_both_locks_agree_on_every_version() -> None:
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_every_pinned_package_has_its_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(entries) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE))


def test_every_target_says_what_it_does_or_is_a_part_of_check() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z]+):.*## \S", text, re.MULTILINE))
    check = re.search(r"^check: (.*?) ##", text, re.MULTILINE)
    assert check
    assert make_targets() - explained <= set(check[1].split())
    assert {"run", "test", "check", "format", "bench", "differential", "book", "lock", "help"} <= explained


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "$ make test\n" in (ROOT / "README.md").read_text(encoding="utf-8")
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert last == "exec make test"
    assert re.search(r"^test: .*\bcheck\b", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", [".ci/run", "tools/bootstrap.sh", "tools/lock.sh"])
def test_a_script_can_be_run_and_read_by_bash(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
    assert subprocess.run(["bash", "-n", name], cwd=ROOT, capture_output=True, check=False).stderr == b""
