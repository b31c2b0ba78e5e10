"""The strict reader: YAML or JSON in, typed values out, or an error that says where, what and what to do.

Every scalar is read as text and converted by the type that expects it, so `no` stays a word and 12 never
becomes a date. Nothing is half-read: one unknown key refuses the whole.
"""

import json
import re
from pathlib import Path
from typing import Any, Never, TypeVar

import msgspec
import yaml

from adamas.errors import AdamasError, InputError, StatementInvalid, Told, told
from adamas.misread import explained, os_reason, yaml_reason

T = TypeVar("T")
MOST_CHARACTERS = 10_000_000
"""A client file has a few thousand; ten million are a mistake or an attack."""
DEEPEST = 64
"""Levels of nesting that are read: the parser beneath crashes on very many."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NO_NUMBERS = frozenset(["nan", "inf", "infinity"])
_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]  # the C loader is chosen at run time
    """Keeps every scalar a word and refuses a key that stands twice."""


class _Refused(yaml.MarkedYAMLError):
    """Well-formed YAML that we do not read, with our own reason."""

    def __init__(self, what: Told, mark: Any, *, hint: Told) -> None:
        super().__init__(problem=what, problem_mark=mark)
        self.what = what
        self.hint = hint


def _mapping(loader: Any, node: Any) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise _Refused(
                told("key-no-word", "A key must be a word."),
                key_node.start_mark,
                hint=told("key-no-word-hint", "Write each key as one word before a colon."),
            )
        if key in result:
            raise _Refused(
                told("key-twice", "The key '{key}' stands twice.", key=key),
                key_node.start_mark,
                hint=told("key-twice-hint", "Remove one of them."),
            )
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def _scalar(loader: Any, node: Any) -> str:
    value: str = loader.construct_scalar(node)
    if _CONTROLS.search(value):
        raise _Refused(
            told("no-text", "This is not a text: it holds control characters."),
            node.start_mark,
            hint=told("control-hint", "Remove them: a terminal would obey them."),
        )
    # Every comparison with such a "number" is false: a limit made of it would bind nobody.
    if value.lower().lstrip("+-.") in _NO_NUMBERS:
        raise _Refused(
            told("not-a-number", "'{value}' is no number.", value=value),
            node.start_mark,
            hint=told("not-a-number-hint", "Write a number, or leave the line out."),
        )
    return value


def _sequence(loader: Any, node: Any) -> list[Any]:
    return [loader.construct_object(child, deep=True) for child in node.value]


def _tagged(_: Any, node: Any) -> Never:
    raise _Refused(
        told("yaml-tag", "The tag '{tag}' has no meaning here.", tag=node.tag),
        node.start_mark,
        hint=told("yaml-tag-hint", "Remove what begins with an exclamation mark, or put the text in quotes."),
    )


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)
_Loader.add_constructor("tag:yaml.org,2002:str", _scalar)
_Loader.add_constructor(None, _tagged)


def parse_yaml(text: str, *, where: str, error: type[AdamasError] = InputError) -> Any:
    """Read YAML (or JSON, which is YAML) into dicts, lists and words.

    Raises `error` with line and column when the text is not well formed, a key stands twice, an alias is
    used, or the text is nested deeper than DEEPEST or longer than MOST_CHARACTERS.
    """
    if len(text) > MOST_CHARACTERS:
        raise error(
            told("too-long", "This text is too long: {size} characters.", size=len(text)),
            where=where,
            hint=told("too-long-hint", "Check that this is the file you meant."),
        )
    try:
        _refuse_aliases_and_depth(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of the base loader builds only words
    except _Refused as refused:
        raise error(refused.what, where=_at(where, refused.problem_mark), hint=refused.hint) from None
    except yaml.MarkedYAMLError as problem:
        if (said := _from_json(text)) is not None:
            return said
        what, hint = yaml_reason(problem.problem or "")
        raise error(what, where=_at(where, problem.problem_mark or problem.context_mark), hint=hint) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise error(
            told("no-text", "This is not a text: it holds control characters."),
            where=where,
            hint=told("no-text-hint", "Save it as UTF-8 text in YAML or JSON."),
        ) from None


def _from_json(text: str) -> Any:
    """The words of JSON whose escapes are none of YAML's (an emoji in two halves); None for anything else."""
    try:
        said = json.loads(text, object_pairs_hook=_without_twins, parse_int=str, parse_float=str)
        return _in_words(said, DEEPEST)
    except (ValueError, RecursionError):
        return None


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _in_words(said: Any, levels: int) -> Any:
    """What YAML would have made of it: every value a word. Raises ValueError for what YAML would refuse."""
    match said:
        case dict() | list() if not levels:
            raise ValueError("too deep")
        case dict():
            return {_in_words(key, levels): _in_words(value, levels - 1) for key, value in said.items()}
        case list():
            return [_in_words(value, levels - 1) for value in said]
        case str():
            said.encode()  # fails for half an emoji
            if _CONTROLS.search(said) or said.lower().lstrip("+-.") in _NO_NUMBERS:
                raise ValueError("no text")
            return said
        case _:
            return _in_words(json.dumps(said), levels)


def _refuse_aliases_and_depth(text: str) -> None:
    """A few lines of aliases can stand for more data than there is memory, and depth crashes the parser."""
    depth = 0
    for event in yaml.parse(text, Loader=_BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(
                told("yaml-alias", "'*{name}' refers to another place of the file.", name=event.anchor or ""),
                event.start_mark,
                hint=told(
                    "yaml-alias-hint", "Write the text out; if it is meant as it is, put it in quotes."
                ),
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise _Refused(
                told("too-deep", "This is nested deeper than {levels} levels.", levels=DEEPEST),
                event.start_mark,
                hint=told("too-deep-hint", "Check brackets, dashes and indentation there."),
            )


def _at(where: str, mark: Any) -> str:
    return f"{where}:{mark.line + 1}:{mark.column + 1}" if mark is not None else where


def read_text(path: Path, *, error: type[AdamasError] = InputError) -> str:
    """Read a text file; raises `error` when it is missing, a folder, or not UTF-8."""
    return decoded(read_raw(path, error=error), where=str(path), error=error)


def read_raw(path: Path, *, error: type[AdamasError] = InputError) -> bytes:
    """Read a file, hardly more of it than a text may have; raises `error` when it is missing or a folder."""
    try:
        with path.open("rb") as file:
            return file.read(4 * MOST_CHARACTERS + 1)  # some devices never end
    except (OSError, ValueError) as problem:
        raise error(
            told("cannot-read", "Cannot read this file: {reason}.", reason=os_reason(problem)),
            where=str(path),
            hint=told("cannot-read-hint", "Check the path and its permissions."),
        ) from None


def decoded(content: bytes, *, where: str, error: type[AdamasError] = InputError) -> str:
    """Bytes as text, without a byte order mark; raises `error` when they are not UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise error(
            told("no-utf-8", "This file is not UTF-8 text."),
            where=where,
            hint=told("no-utf-8-hint", "Save it again as UTF-8."),
        ) from None


def convert(
    data: Any, kind: type[T], *, where: str, text: str = "", error: type[AdamasError] = StatementInvalid
) -> T:
    """Turn read data into a typed value. Raises `error`, pointing at the line of `text` when it is given."""
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as problem:
        what, hint, path = explained(str(problem), data, kind)
        raise error(what, where=place(where, path, text), hint=hint) from None


def load(path: Path, kind: type[T], *, where: str = "", error: type[AdamasError] = StatementInvalid) -> T:
    """Read one file as one typed value."""
    text = read_text(path, error=error)
    place = where or str(path)
    return convert(parse_yaml(text, where=place, error=error), kind, where=place, text=text, error=error)


def place(where: str, path: str, text: str) -> str:
    """Where a path such as ``diary.sun[0].from`` stands: file, line when `text` is given, and the path."""
    line = line_of(text, path) if text and path else None
    shown = f"{where}:{line}" if line is not None else where
    return f"{shown} ({path})" if path else shown


def line_of(text: str, path: str) -> int | None:
    """The line (from 1) on which a dotted path such as ``limit.passes`` or ``[2].name`` starts."""
    try:
        node: Any = yaml.compose(text, Loader=_BaseLoader)
    except yaml.YAMLError:
        return None
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
