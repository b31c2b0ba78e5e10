"""Set-up does what is needed once, notices what changed and says what is missing; tried with stand-ins."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PYTHON = """#!/usr/bin/env bash
echo "$*" >> "$LOG"
case "$*" in
    *"import ensurepip, venv"*) [ -z "$WITHOUT_VENV" ] || exit 1 ;;
    *"sys.exit("*) [ -z "$TOO_OLD" ] || exit 1 ;;
    *"%d.%d"*) echo 3.11 ;;
    "-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *tools.model*) mkdir -p src/adamas/imaging/models
                   echo x > src/adamas/imaging/models/face_landmarker.task ;;
    *"-e ."*) [ -s src/adamas/imaging/models/face_landmarker.task ] || exit 1 ;;
    *--require-hashes*) [ -z "$BROKEN_LINE" ] || exit 1 ;;
esac
"""
LOCKS = ("", "-dev", "-model")
NOBODY = '#!/usr/bin/env bash\n[ "$(basename "$0")" = id ] && echo 1000 || exit 1\n'


@dataclass
class Machine:
    """A folder with the real script and locks, where every Python and every root's tool is a stand-in."""

    folder: Path
    log: Path
    path: Path

    def set_up(self, what: str, **state: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("", encoding="utf-8")
        environment = dict.fromkeys(("WITHOUT_VENV", "TOO_OLD", "BROKEN_LINE", "PYTHON"), "") | state
        return subprocess.run(
            ["bash", "tools/bootstrap.sh", what],
            cwd=self.folder,
            env={**environment, "LOG": str(self.log), "PATH": f"{self.path}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def did(self, words: str) -> bool:
        return words in self.log.read_text(encoding="utf-8")


def programs(folder: Path, names: tuple[str, ...], text: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    programs(tmp_path / "bin", ("python3", "python3.11", "python3.12", "python3.13"), PYTHON)
    programs(tmp_path / "bin", ("id", "sudo", "apt-get"), NOBODY)
    house = tmp_path / "house"
    (house / "tools").mkdir(parents=True)
    for name in ("bootstrap.sh", "../pyproject.toml", *(f"../requirements{kind}.lock" for kind in LOCKS)):
        shutil.copy(ROOT / "tools" / name, house / "tools" / name)
    return Machine(house, tmp_path / "log", tmp_path / "bin")


@pytest.mark.parametrize(("what", "lock"), [("run", "requirements.lock"), ("dev", "requirements-dev.lock")])
def test_an_empty_machine_gets_a_venv_and_hash_checked_packages(
    machine: Machine, what: str, lock: str
) -> None:
    done = machine.set_up(what)
    assert done.returncode == 0, done.stderr
    assert machine.did("-m venv --clear .venv")
    assert machine.did(f"--require-hashes --only-binary :all: -r {lock}")
    assert machine.did("--no-index --no-build-isolation --no-deps -e .")


def test_a_second_set_up_does_nothing_and_says_nothing(machine: Machine) -> None:
    machine.set_up("dev")
    done = machine.set_up("dev")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not machine.did("pip")


def test_what_checks_can_also_run_but_not_the_other_way_round(machine: Machine) -> None:
    machine.set_up("dev")
    machine.set_up("run")
    assert not machine.did("pip install")
    shutil.rmtree(machine.folder / ".venv")
    machine.set_up("run")
    machine.set_up("dev")
    assert machine.did("-r requirements-dev.lock")


@pytest.mark.parametrize("name", ["requirements-dev.lock", "requirements-model.lock", "pyproject.toml"])
def test_a_changed_file_sets_up_again_in_the_same_venv(machine: Machine, name: str) -> None:
    machine.set_up("dev")
    with (machine.folder / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    machine.set_up("dev")
    assert machine.did("--require-hashes")
    assert not machine.did("-m venv")


def test_a_set_up_that_broke_off_is_taken_up_again(machine: Machine) -> None:
    assert machine.set_up("dev", BROKEN_LINE="yes").returncode != 0
    assert machine.set_up("dev").returncode == 0
    assert machine.did("--require-hashes")


def test_the_face_model_is_there_before_adamas_is_built_with_it(machine: Machine) -> None:
    assert machine.set_up("run").returncode == 0
    log = machine.log.read_text(encoding="utf-8")
    assert 0 < log.index("-m tools.model") < log.index("--no-deps -e .")


def test_a_face_model_that_went_missing_is_fetched_again(machine: Machine) -> None:
    machine.set_up("run")
    shutil.rmtree(machine.folder / "src")
    machine.set_up("run")
    assert machine.did("-m tools.model")


def test_a_folder_that_was_moved_gets_a_new_venv(machine: Machine) -> None:
    machine.set_up("dev")
    machine.folder = machine.folder.rename(machine.folder.with_name("moved"))
    machine.set_up("dev")
    assert machine.did("-m venv --clear .venv")


def test_a_missing_venv_module_is_named_to_whoever_may_not_install_it(machine: Machine) -> None:
    done = machine.set_up("run", WITHOUT_VENV="yes")
    assert done.returncode != 0
    assert "Run as root: apt-get install python3.11-venv" in done.stderr
    assert not machine.did("pip install")


def test_a_machine_with_only_an_old_python_is_told_so(machine: Machine) -> None:
    done = machine.set_up("run", TOO_OLD="yes")
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr


def test_a_set_up_for_nothing_in_particular_is_refused(machine: Machine) -> None:
    done = machine.set_up("all")
    assert done.returncode != 0
    assert "run | dev" in done.stderr
