"""Each guard bites on what it is there for, and on nothing else."""

import pytest

from tests.house import guards

BITES: dict[str, tuple[guards.Guard, str]] = {
    "a conditional assertion": (guards.idle_assertions, "assert status == 200 if ok else 403"),
    "a constant": (guards.idle_assertions, "assert True"),
    "a tuple": (guards.idle_assertions, "assert (x == 1, 'message')"),
    "an `or True`": (guards.idle_assertions, "assert x == 1 or True"),
    "an `or` with a text": (guards.idle_assertions, "assert kind == 'a' or 'b'"),
    "a generator": (guards.idle_assertions, "assert (x for x in y)"),
    "an f-string": (guards.idle_assertions, "assert f'{x}'"),
    "not False": (guards.idle_assertions, "assert not False"),
    "a value and itself": (guards.idle_assertions, "assert a.b == a.b"),
    "a length of at least 0": (guards.idle_assertions, "assert len(x) >= 0"),
    "a test that asserts nothing": (guards.tests_without_assertion, "def test_a_b_c():\n    screen(1)"),
    "a test called test_1": (guards.nameless_tests, "def test_1():\n    assert x"),
    "today": (guards.clock_reads, "from datetime import date\nday = date.today()"),
    "now": (guards.clock_reads, "import datetime\nx = datetime.datetime.now(tz)"),
    "the module time": (guards.clock_reads, "import time"),
    "from time": (guards.clock_reads, "from time import monotonic"),
    "a bare except": (guards.broad_excepts, "try:\n    f()\nexcept:\n    pass"),
    "except Exception": (guards.broad_excepts, "try:\n    f()\nexcept Exception:\n    raise"),
    "Exception among others": (guards.broad_excepts, "try:\n    f()\nexcept (OSError, Exception):\n    pass"),
    "a swallowed BaseException": (guards.broad_excepts, "try:\n    f()\nexcept BaseException:\n    pass"),
    "a skip mark": (guards.skipped_tests, "@pytest.mark.skip\ndef test_a_b_c(): ..."),
    "an xfail": (guards.skipped_tests, "@pytest.mark.xfail(reason='later')\ndef test_a_b_c(): ..."),
    "an importorskip": (guards.skipped_tests, "zen = pytest.importorskip('zen')"),
    "a bare noqa": (guards.unreasoned_silencers, "x = 1  # noqa"),
    "a noqa without reason": (guards.unreasoned_silencers, "x = 1  # noqa: E501"),
    "a noqa without rule": (guards.unreasoned_silencers, "x = 1  # noqa - because we may"),
    "an ignore without reason": (guards.unreasoned_silencers, "x = 1  # type: ignore[misc]"),
    "an ignore without kind": (guards.unreasoned_silencers, "x = 1  # type: ignore  # because we may"),
    "a cover pragma": (guards.unreasoned_silencers, "x = 1  # pragma: no cover"),
    "a to-do": (guards.unfinished, "# TODO: the rest"),
    "a fix-me": (guards.unfinished, "text FIXME text"),
    "an index": (guards.addresses, "see https://pypi" + ".org/simple"),
    "an npm registry": (guards.addresses, '"resolved": "https://registry.npmjs' + '.org/x"'),
    "an index option": (guards.addresses, "--extra-index-url https://somewhere"),
    "a local index": (guards.addresses, "http://10.0.0.1:3141/root/simple/x"),
    "a machine's path": (guards.machine_paths, "see /wo" + "rk/shared/house.md"),
    "a home": (guards.machine_paths, "cd /home/anna/adamas"),
    "a root's home": (guards.machine_paths, 'path = "/root/.cache"'),
    "a file address": (guards.machine_paths, "[x](file:///x.html)"),
    "301 lines": (guards.too_long, "x = 1\n" * 301),
}

PASSES: dict[str, tuple[guards.Guard, str]] = {
    "a comparison": (
        guards.idle_assertions,
        "assert x == (1 if a else 2)\nassert f(x) == f(x)\nassert x or y",
    ),
    "an empty list": (guards.idle_assertions, "assert found == []\nassert not found\nassert len(x) >= 1"),
    "raises": (guards.tests_without_assertion, "def test_a_b_c():\n    with pytest.raises(E):\n        f()"),
    "a helper that asserts": (
        guards.tests_without_assertion,
        "def same(a):\n    assert a\ndef test_a_b_c():\n    same(1)",
    ),
    "a sentence": (guards.nameless_tests, "def test_blank_never_clears():\n    assert x"),
    "a day that is given": (guards.clock_reads, "def f(*, on):\n    return on.isoformat()"),
    "a named error": (guards.broad_excepts, "try:\n    f()\nexcept (OSError, ValueError):\n    pass"),
    "a clean-up": (guards.broad_excepts, "try:\n    f()\nexcept BaseException:\n    g()\n    raise"),
    "a parametrised test": (guards.skipped_tests, "@pytest.mark.parametrize('x', [1])\ndef test_x(x): ..."),
    "a reasoned noqa": (guards.unreasoned_silencers, "x = 1  # noqa: S603 - the command is our own"),
    "a reasoned ignore": (
        guards.unreasoned_silencers,
        "x = 1  # type: ignore[misc]  # the table names the type",
    ),
    "a silencer in a text": (guards.unreasoned_silencers, "x = 'see # noqa'"),
    "a word that looks alike": (guards.unfinished, "a todo list; HACKED; TODOS"),
    "a page of the web": (guards.addresses, "https://www.apache.org/licenses/LICENSE-2.0"),
    "the lock's own options": (guards.addresses, "--no-emit-index-url --no-emit-find-links"),
    "a path inside the house": (
        guards.machine_paths,
        "docs/wo" + "rk/x and src/root/y, and/or, ~/wo" + "rk/x",
    ),
    "300 lines": (guards.too_long, "x = 1\n" * 300),
}


@pytest.mark.parametrize("case", BITES)
def test_a_guard_bites_on_what_it_is_there_for(case: str) -> None:
    guard, text = BITES[case]
    assert guard(text) != []


@pytest.mark.parametrize("case", PASSES)
def test_a_guard_leaves_the_innocent_alone(case: str) -> None:
    guard, text = PASSES[case]
    assert guard(text) == []


def test_every_guard_has_an_example_of_both_kinds() -> None:
    named = {
        name for name, value in vars(guards).items() if getattr(value, "__annotations__", {}).get("return")
    }
    all_guards = {
        name for name in named if vars(guards)[name].__annotations__["return"] == list[guards.Finding]
    }
    for examples in (BITES, PASSES):
        assert {guard.__name__ for guard, _ in examples.values()} == all_guards - {"_lines"}


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("class A(Struct):\n    x: int", False),
        ("class A:\n    @property\n    def x(self):\n        '''Words.'''\n        return self.y", False),
        ("def f(x):\n    return x if x else None", True),
        ("def f(x):\n    y = x\n    return y", True),
        ("def f(xs):\n    return [x for x in xs]", True),
    ],
)
def test_a_module_has_substance_when_a_function_could_go_wrong(text: str, does: bool) -> None:
    assert guards.has_substance(text) is does


def test_what_a_test_imports_is_known_by_its_full_name() -> None:
    text = "import adamas.units\nfrom adamas.planning import days\nfrom adamas.answer import Answer"
    assert {"adamas.units", "adamas.planning.days", "adamas.answer"} <= guards.imported(text)
    assert "adamas.errors" not in guards.imported(text)
