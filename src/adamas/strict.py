"""The strict reader: YAML or JSON in, typed values out, or an error that says where, what and what to do.

Every scalar is read as text and converted by the type that expects it, so `no` stays a word and 12 never
becomes a date. Nothing is half-read: one unknown key refuses the whole.
"""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Never, TypeVar

import msgspec
import yaml

from adamas.errors import AdamasError, InputError, StatementInvalid

T = TypeVar("T")
_NO_NUMBERS = frozenset(["nan", "inf", "infinity"])
_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]  # the C loader is chosen at run time
    """Keeps every scalar a word and refuses a key that stands twice."""


def _mapping(loader: Any, node: Any) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.MarkedYAMLError(problem="a key must be a word", problem_mark=key_node.start_mark)
        if key in result:
            raise yaml.MarkedYAMLError(
                problem=f"the key {key!r} stands twice", problem_mark=key_node.start_mark
            )
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def _scalar(loader: Any, node: Any) -> str:
    value: str = loader.construct_scalar(node)
    # Every comparison with such a "number" is false: a limit made of it would bind nobody.
    if value.lower().lstrip("+-.") in _NO_NUMBERS:
        raise yaml.MarkedYAMLError(problem=f"{value!r} is no number", problem_mark=node.start_mark)
    return value


def _sequence(loader: Any, node: Any) -> list[Any]:
    return [loader.construct_object(child, deep=True) for child in node.value]


def _tagged(_: Any, node: Any) -> Never:
    raise yaml.MarkedYAMLError(
        problem=f"the tag {node.tag!r} has no meaning here", problem_mark=node.start_mark
    )


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)
_Loader.add_constructor("tag:yaml.org,2002:str", _scalar)
_Loader.add_constructor(None, _tagged)


def parse_yaml(text: str, *, where: str, error: type[AdamasError] = InputError) -> Any:
    """Read YAML (or JSON, which is YAML) into dicts, lists and words.

    Raises `error` with line and column when the text is not well formed or a key stands twice.
    """
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of the base loader builds only words
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        place = f"{where}:{mark.line + 1}:{mark.column + 1}" if mark is not None else where
        raise error(
            f"This is not well-formed YAML: {problem.problem}.",
            where=place,
            hint="Check the indentation and the quotes there; a text with ': ' or '#' needs quotes.",
        ) from None
    except (yaml.YAMLError, RecursionError) as problem:
        raise error(
            f"This cannot be read: {problem}.",
            where=where,
            hint="Save the file as UTF-8 text in YAML or JSON.",
        ) from None


def read_text(path: Path, *, error: type[AdamasError] = InputError) -> str:
    """Read a text file; raises `error` when it is missing, a folder, or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise error("This file is not UTF-8 text.", where=str(path), hint="Save it again as UTF-8.") from None
    except OSError as problem:
        reason = problem.strerror or "it cannot be opened"
        raise error(
            f"Cannot read this file: {reason.lower()}.",
            where=str(path),
            hint="Check the path and its permissions.",
        ) from None


def convert(
    data: Any, kind: type[T], *, where: str, text: str = "", error: type[AdamasError] = StatementInvalid
) -> T:
    """Turn read data into a typed value. Raises `error`, pointing at the line of `text` when it is given."""
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as problem:
        _explain(str(problem), kind, where=where, text=text, error=error)


def load(path: Path, kind: type[T], *, where: str = "", error: type[AdamasError] = StatementInvalid) -> T:
    """Read one file as one typed value."""
    text = read_text(path, error=error)
    place = where or str(path)
    return convert(parse_yaml(text, where=place, error=error), kind, where=place, text=text, error=error)


def did_you_mean(word: str, known: Any) -> str:
    """A hint with the nearest known word, or with all of them when none is near."""
    known = [str(item) for item in known]
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]!r}?"
    shown = ", ".join(sorted(known)[:12])
    return f"Known here: {shown}{' ...' if len(known) > 12 else ''}." if known else ""


def _explain(problem: str, kind: Any, *, where: str, text: str, error: type[AdamasError]) -> Never:
    what, _, path = problem.partition(" - at `")
    path = path.rstrip("`").removeprefix("$").removeprefix(".")
    unknown = re.search(r"unknown field `([^`]+)`", what)
    missing = re.search(r"missing required field `([^`]+)`", what)
    hint = "See GLOSSARY.md and the how-to pages for what may stand here."
    if unknown:
        key = unknown[1]
        what = f"Unknown key {key!r}."
        hint = (
            did_you_mean(key, field_names(kind))
            if not path or path.startswith("[")
            else "Remove it or correct it."
        )
        path = f"{path}.{key}" if path else key
    elif missing:
        what, hint = f"The key {missing[1]!r} is missing.", "Add it; nothing is filled in silently."
    elif "Invalid enum value" in what:
        what, hint = (
            what.replace("Invalid enum value", "Not one of the allowed words:") + ".",
            "Correct the word.",
        )
    else:
        what = what + "."
    raise error(what, where=_place(where, path, text), hint=hint)


def field_names(kind: Any) -> tuple[str, ...]:
    """The keys a typed value may have, as they are written in files."""
    encoded = getattr(kind, "__struct_encode_fields__", None)
    if encoded is None:
        arguments = [argument for argument in getattr(kind, "__args__", ()) if argument is not Ellipsis]
        encoded = getattr(arguments[-1], "__struct_encode_fields__", ()) if arguments else ()
    return tuple(encoded)


def _place(where: str, path: str, text: str) -> str:
    line = line_of(text, path) if text and path else None
    shown = f"{where}:{line}" if line is not None else where
    return f"{shown} ({path})" if path else shown


def line_of(text: str, path: str) -> int | None:
    """The line (from 1) on which a dotted path such as ``limit.passes`` or ``[2].name`` starts."""
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    line: int | None = None
    for step in re.findall(r"\[(\.\.\.|\d+)\]|([^.\[\]]+)", path):
        index, key = step
        found: Any = None
        if isinstance(node, yaml.MappingNode) and key:
            found = next(((k, v) for k, v in node.value if k.value == key), None)
        elif isinstance(node, yaml.SequenceNode) and index.isdigit() and int(index) < len(node.value):
            found = (node.value[int(index)],) * 2
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line
