"""Every error can be told in every language: each `told` has its twin, and nothing untold is raised."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.fluent import Language
from tests.house.tree import ROOT

SOURCES = [path for path in sorted((ROOT / "src").rglob("*.py")) if not path.name.endswith("_test.py")]
LANGUAGES = [
    path.name for path in sorted((ROOT / "locales").iterdir()) if path.is_dir() and path.name != "en"
]
OURS = {
    name.name
    for name in ast.parse((ROOT / "src/adamas/errors.py").read_text(encoding="utf-8")).body
    if isinstance(name, ast.ClassDef) and name.name != "Told"
} | {"error"}


def calls(text: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name):
            return name
        case _:
            return ""


def told_in(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Id, English and variables of each `told` of a module."""
    for call in calls(text):
        if name_of(call) == "told":
            match call.args:
                case [ast.Constant(value=str(name)), ast.Constant(value=str(english))]:
                    values = (keyword.arg.replace("_", "-") for keyword in call.keywords if keyword.arg)
                    yield f"error--{name}", english, frozenset(values)
                case _:
                    raise AssertionError(f"line {call.lineno}: told() takes two literal texts")


def untold_in(text: str) -> list[int]:
    """Lines on which an error of ours is made with a text that no other language can tell."""
    return [
        call.lineno
        for call in calls(text)
        if name_of(call) in OURS
        for said in (*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "hint"))
        if isinstance(said, ast.JoinedStr) or (isinstance(said, ast.Constant) and said.value)
    ]


def all_told() -> dict[str, tuple[str, frozenset[str]]]:
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for path in SOURCES:
        for name, english, values in told_in(path.read_text(encoding="utf-8")):
            assert found.setdefault(name, (english, values)) == (english, values), f"{name} says two things"
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_error_has_its_twin_with_the_same_values(lang: str) -> None:
    language = Language.at(ROOT / "locales" / lang)
    wanted = {name: set(values) for name, (_, values) in all_told().items()}
    there = {name: language.variables(name) for name in language.entries if name.startswith("error--")}
    assert sorted(wanted.keys() - there.keys()) == [], f"{lang} lacks them"
    assert sorted(there.keys() - wanted.keys()) == [], f"{lang} has them, and nothing tells them"
    assert {name: there[name] for name in wanted if there[name] != wanted[name]} == {}, (
        f"{lang} has other values"
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_error_is_told(path: Path) -> None:
    assert untold_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('raise InputError("No.")', [1]),
        ('raise InputError(f"No {x}.")', [1]),
        ('\nraise error(told("a", "A."), hint="B.")', [2]),
        ('raise InputError(told("a", "A."), where="here", hint=told("b", "B."))', []),
        ('raise ValueError("No.")', []),
    ],
)
def test_a_plain_english_error_is_noticed(text: str, lines: list[int]) -> None:
    assert untold_in(text) == lines
