"""The guards, laid over every file of the house."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.house import guards
from tests.house.tree import ROOT, code, inside, texts

# These two name what they refuse.
OWN = {"tests/house/guards.py", "tests/house/guards_test.py"}
# Not ours to word, or written by a resolver.
FOREIGN = {"LICENSE", "src/adamas/imaging/models/LICENSE"}

OVER_CODE = [guards.idle_assertions, guards.broad_excepts, guards.skipped_tests, guards.unreasoned_silencers]
OVER_TESTS = [guards.tests_without_assertion, guards.nameless_tests]
OVER_TEXTS = [guards.unfinished, guards.addresses, guards.machine_paths]


def findings(guard: guards.Guard, paths: Iterable[Path]) -> list[str]:
    return [
        f"{inside(path)}:{line} {what}"
        for path in paths
        for line, what in guard(path.read_text(encoding="utf-8"))
    ]


def module_name(path: Path) -> str:
    name = inside(path).removeprefix("src/").removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def is_test(path: Path) -> bool:
    return path.name.endswith("_test.py")


@pytest.mark.parametrize("guard", OVER_CODE, ids=lambda guard: guard.__name__)
def test_no_code_does_what_the_house_refuses(guard: guards.Guard) -> None:
    assert findings(guard, code()) == []


@pytest.mark.parametrize("guard", OVER_TESTS, ids=lambda guard: guard.__name__)
def test_no_test_is_one_in_name_only(guard: guards.Guard) -> None:
    assert findings(guard, filter(is_test, code())) == []


@pytest.mark.parametrize("guard", OVER_TEXTS, ids=lambda guard: guard.__name__)
def test_no_file_says_what_the_house_refuses(guard: guards.Guard) -> None:
    assert findings(guard, (path for path in texts() if inside(path) not in OWN | FOREIGN)) == []


def test_the_core_never_reads_the_clock() -> None:
    core = [path for path in code() if inside(path).startswith("src/adamas/")]
    assert core
    assert findings(guards.clock_reads, core) == []


def test_every_module_can_be_read_in_one_go() -> None:
    assert findings(guards.too_long, code()) == []


def test_every_test_in_the_sources_lies_beside_its_module() -> None:
    stray = [
        inside(path)
        for path in code()
        if is_test(path)
        and inside(path).startswith("src/")
        and not path.with_name(path.name.replace("_test.py", ".py")).exists()
    ]
    assert stray == []


def tried() -> set[str]:
    """Modules a test imports by name, and the helpers these have in their own folder."""
    imports = {module_name(path): guards.imported(path.read_text(encoding="utf-8")) for path in code()}
    found: set[str] = set().union(*(names for name, names in imports.items() if name.endswith("_test")))
    todo = [name for name in found if name in imports]
    while todo:
        name = todo.pop()
        siblings = {other for other in imports[name] if other.rpartition(".")[0] == name.rpartition(".")[0]}
        todo += [other for other in siblings - found if other in imports]
        found |= siblings
    return found


def is_run_by_name(path: Path, tests: str) -> bool:
    """Commands are loaded by their name: they are tried when a test of the command line says it."""
    return path.parent.name == "commands" and f'"{path.stem}"' in tests


def test_every_module_that_does_something_is_tried_by_a_test() -> None:
    reached = tried()
    tests = "".join(path.read_text(encoding="utf-8") for path in code() if is_test(path))
    untried = {
        inside(path)
        for path in code()
        if inside(path).startswith("src/")
        and not is_test(path)
        and not path.with_name(f"{path.stem}_test.py").exists()
        and module_name(path) not in reached
        and not is_run_by_name(path, tests)
        and guards.has_substance(path.read_text(encoding="utf-8"))
    }
    assert untried == set()


def test_every_text_ends_its_lines_as_the_house_does() -> None:
    bad = []
    for path in texts():
        data = path.read_bytes()
        if data and (b"\r" in data or not data.endswith(b"\n") or data.startswith(b"\xef\xbb\xbf")):
            bad.append(inside(path))
    assert bad == []


def test_the_licence_is_the_apache_licence_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.strip().startswith("Apache License\n                           Version 2.0, January 2004")
    assert text.rstrip().endswith("limitations under the License.")
    assert len(text.splitlines()) == 202
